// BibTeX and BibLaTeX. Citation.js maps types and the rarer fields; what it drops or misplaces is written here.
import { plugins } from './citation-mapping.ts';
import { type CslDate, type CslName, firstDateParts } from './csl.ts';
import type { ExportItem } from './export-item.ts';
import { citationKeys } from './keys.ts';
import { bibtexUrl, escapeLatex } from './latex.ts';
import { oneLine } from './text.ts';

export type BibDialect = 'bibtex' | 'biblatex';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** An item on its way into a file, with what only a note can hold. */
export interface BibItem {
  item: ExportItem;
  /** Sentences for the note, after its own. */
  remarks: string[];
}

function value(text: string): string {
  return escapeLatex(oneLine(text));
}

function isoDay(date: CslDate | undefined): string | undefined {
  return firstDateParts(date)
    ?.map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** A part of a name; commas and "and" divide names, so they are put in braces. */
function namePart(text: string): string {
  const part = value(text);
  return /,|\band\b/i.test(part) ? `{${part}}` : part;
}

/** `van der Quill, Jr., Ada`; a particle is told from the family by its lower case. */
function bibName(name: CslName): string {
  if (name.literal !== undefined || name.family === undefined) {
    return `{${value(name.literal ?? name.given ?? '')}}`;
  }
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  const family = [particle, name.family]
    .filter((part) => part !== undefined)
    .map(namePart)
    .join(particle !== undefined && /['’]$/.test(particle) ? '' : ' ');
  const rest = [name.suffix, name.given].filter((part) => part !== undefined).map(namePart);
  // A family's name alone would be read as given and family name at its last space.
  return rest.length === 0 && / /.test(family) ? `{${family}}` : [family, ...rest].join(', ');
}

const SUBTYPES: Record<string, string> = {
  'article-newspaper': 'newspaper',
  'article-magazine': 'magazine',
  'post-weblog': 'weblog',
};

/** Fields of the name of the site or paper, by type of entry and dialect. */
function container({ item }: BibItem, dialect: BibDialect, type: string): [string, string][] {
  const { 'container-title': title, publisher } = item;
  if (title === undefined) return [];
  if (type === 'article')
    return [[dialect === 'bibtex' ? 'journal' : 'journaltitle', value(title)]];
  // `@misc` has no field for a site; styles print `howpublished`, and `@online` prints `organization`.
  if (type === 'misc') return [['howpublished', value(title)]];
  if (type === 'online') return [['organization', value(title)]];
  return [[publisher === undefined ? 'publisher' : 'booktitle', value(title)]];
}

function dates({ issued, accessed }: ExportItem, dialect: BibDialect): [string, string][] {
  const [year, month, day] = firstDateParts(issued) ?? [];
  const name = month === undefined ? undefined : MONTHS[month - 1];
  const day2 = isoDay(issued);
  const urldate = isoDay(accessed);
  const read: [string, string][] = urldate === undefined ? [] : [['urldate', urldate]];
  if (year === undefined) return read;
  if (dialect === 'biblatex') return [['date', day2 ?? String(year)], ...read];
  return [
    ['year', String(year)],
    ...(name === undefined ? [] : [['month', name] satisfies [string, string]]),
    // No style of old prints the day, and all pass over the field; readers such as pandoc take it.
    ...(name === undefined || day === undefined
      ? []
      : [['day', String(day)] satisfies [string, string]]),
    ...read,
  ];
}

/** BibTeX has no field for the date of access that its styles print, so the note begins with it. */
function note({ item, remarks }: BibItem, dialect: BibDialect): [string, string][] {
  const day = isoDay(item.accessed);
  const sentences = [
    ...(dialect === 'biblatex' || day === undefined ? [] : [`Accessed ${day}.`]),
    ...(item.note === undefined ? [] : [item.note]),
    ...remarks,
  ];
  return sentences.length === 0 ? [] : [['note', value(sentences.join(' '))]];
}

/** Fields that Stemma writes itself, whatever the plug-in made of them. */
const OWN = new Set(
  `author editor translator title journal journaltitle booktitle organization howpublished
  publisher year month day date urldate url note language langid keywords abstract annote
  annotation entrysubtype address location series maintitle titleaddon`.split(/\s+/),
);

/** Babel's names of languages, by which BibLaTeX hyphenates and pandoc knows them. */
const BABEL: Record<string, string> = {
  ar: 'arabic',
  de: 'german',
  en: 'english',
  'en-gb': 'british',
  'en-us': 'american',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  ja: 'japanese',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  'pt-br': 'brazilian',
  ru: 'russian',
  tr: 'turkish',
  uk: 'ukrainian',
};

function babelName(tag: string | undefined): string | undefined {
  const lower = tag?.toLowerCase() ?? '';
  return BABEL[lower] ?? BABEL[lower.split('-')[0] ?? ''];
}

type Field = [name: string, value: string];

function textField(name: string, from: string | undefined): Field[] {
  return from === undefined || from === '' ? [] : [[name, value(from)]];
}

function nameField(name: string, from: readonly CslName[] | undefined): Field[] {
  return from === undefined || from.length === 0 ? [] : [[name, from.map(bibName).join(' and ')]];
}

function fields(entry: BibItem, dialect: BibDialect, type: string): [string, string][] {
  const { item } = entry;
  return [
    ...nameField('author', item.author),
    ...nameField('editor', item.editor),
    ...nameField('translator', item.translator),
    // Braces within braces: styles lower-case the rest of a title, and with it every name.
    ...textField('title', item.title).map(([name, title]): [string, string] => [
      name,
      `{${title}}`,
    ]),
    ...container(entry, dialect, type),
    ...textField('publisher', item.publisher),
    ...textField(dialect === 'bibtex' ? 'address' : 'location', item['publisher-place']),
    ...dates(item, dialect),
    ...(item.URL === undefined ? [] : [['url', bibtexUrl(item.URL)] satisfies [string, string]]),
    ...textField('language', item.language),
    ...textField('langid', babelName(item.language)),
    ...textField('keywords', item.keyword),
    ...textField('abstract', item.abstract),
    ...textField('entrysubtype', SUBTYPES[item.type]),
    ...note(entry, dialect),
    ...textField(dialect === 'bibtex' ? 'annote' : 'annotation', item.annote),
  ];
}

/**
 * One entry an item: `@article` for newspapers and magazines, `@misc` (BibLaTeX: `@online`) for
 * pages and blogs. Values are UTF-8 with TeX's own characters escaped.
 */
export function bibliographyFile(items: readonly BibItem[], dialect: BibDialect): string {
  const keys = citationKeys(items.map(({ item }) => item));
  const mapped = plugins.output.format(
    dialect,
    items.map(({ item }, index) => mappable(item, keys[index] ?? '')),
    { format: 'object' },
  );
  return mapped
    .map(({ type, label, properties }, index) => {
      const entry = items[index];
      if (entry === undefined) return '';
      const rest = Object.entries(properties).filter(([name]) => !OWN.has(name));
      const lines = [...fields(entry, dialect, type), ...rest].map(([name, text]) =>
        // Months are macros, which each style words in its own language.
        name === 'month' ? `\tmonth = ${text},\n` : `\t${name} = {${text}},\n`,
      );
      return `@${type}{${label},\n${lines.join('')}}\n`;
    })
    .join('\n');
}

/** The item for the plug-in's mapping: text escaped, and nothing that it cannot read. */
function mappable(item: ExportItem, key: string): object {
  const {
    author: _,
    editor: __,
    translator: ___,
    note: ____,
    issued,
    accessed: _____,
    ...rest
  } = item;
  const texts = Object.entries(rest).map(([field, of]) => [
    field,
    typeof of === 'string' && field !== 'URL' && field !== 'type' ? value(of) : of,
  ]);
  return {
    ...Object.fromEntries(texts),
    'citation-key': key,
    ...(firstDateParts(issued) === undefined ? {} : { issued }),
  };
}
