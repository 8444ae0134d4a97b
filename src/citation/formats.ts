// BibTeX and RIS through Citation.js. Some 100 KB, so only export.ts imports it, when asked to.
import { plugins, type RisRecord } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { type CslDate, type CslItem, type CslName, firstDateParts } from './csl.ts';
import { bibtexUrl, escapeLatex } from './latex.ts';
import { oneLine } from './text.ts';

// On its own, the plug-in drops every character that it has no command for: all of Cyrillic, Arabic
// and Chinese (https://github.com/citation-js/citation-js/issues/177). Values are escaped here.
plugins.config.get('@bibtex').format.asciiOnly = false;

function mapName(name: CslName, map: (text: string) => string): CslName {
  return Object.fromEntries(
    Object.entries(name).map(([part, text]) => [part, typeof text === 'string' ? map(text) : text]),
  );
}

/** `2021/02/05/`, with as many parts as are known: the form that RIS gives for dates. */
function risDate(date: CslDate): string {
  const [year, month, day] = (firstDateParts(date) ?? []).map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${year ?? ''}/${month ?? ''}/${day ?? ''}/`;
}

function isoDay(date: CslDate): string {
  return (firstDateParts(date) ?? []).map((part) => String(part).padStart(2, '0')).join('-');
}

/** ASCII letters and digits of a text's first word, for a key that every BibTeX accepts. */
function keyWord(text: string | undefined): string {
  const [word = ''] = (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => !/^(?:|a|an|the|der|die|das|le|la|les|el|los)$/i.test(part));
  return word.toLowerCase();
}

/** Keys such as `nemov2021report`; a second one is `nemov2021report_2`, since keys must differ. */
function citationKeys(items: readonly CslItem[]): string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const [author] = item.author ?? [];
    const name = author?.literal ?? author?.family ?? '';
    const year = firstDateParts(item.issued)?.[0] ?? '';
    const who = keyWord(name) || keyWord(item['container-title']) || 'stemma';
    const key = `${who}${year}${keyWord(item.title)}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    // An underscore stands in no first key, so this one is free.
    return before === 0 ? key : `${key}_${before + 1}`;
  });
}

/**
 * BibTeX: `@article` for a newspaper's article, `@misc` for a page. BibTeX has no field for the
 * date of access, so the note begins with it; `@misc` has none for the site, so `publisher` names
 * it.
 */
export function bibtex(items: readonly CslItem[]): string {
  const keys = citationKeys(items);
  const escaped = items.map((item, index) => {
    const { title, author, note, publisher, 'container-title': container, issued } = item;
    const { accessed } = item;
    const notes = [
      ...(accessed === undefined ? [] : [`Accessed ${isoDay(accessed)}.`]),
      ...(note === undefined ? [] : [note]),
    ];
    const house = publisher ?? (item.type === 'webpage' ? container : undefined);
    return {
      id: item.id,
      type: item.type,
      'citation-key': keys[index],
      ...(item.URL === undefined ? {} : { URL: bibtexUrl(item.URL) }),
      note: escapeLatex(oneLine(notes.join(' '))),
      ...(title === undefined ? {} : { title: escapeLatex(oneLine(title)) }),
      ...(container === undefined ? {} : { 'container-title': escapeLatex(oneLine(container)) }),
      ...(house === undefined ? {} : { publisher: escapeLatex(oneLine(house)) }),
      ...(issued === undefined ? {} : { issued }),
      ...(author === undefined
        ? {}
        : { author: author.map((name) => mapName(name, (text) => escapeLatex(oneLine(text)))) }),
    };
  });
  return plugins.output
    .format('bibtex', escaped, { format: 'object' })
    .map(({ type, label, properties }) => {
      // The plug-in repeats the address as `howpublished`, where styles print it as TeX and its
      // underscores are errors.
      const { howpublished: _, ...fields } = properties;
      const lines = Object.entries(fields).map(([name, value]) => `\t${name} = {${value}},\n`);
      return `@${type}{${label},\n${lines.join('')}}\n`;
    })
    .join('\n');
}

/**
 * What the plug-in leaves out or puts where few readers look: it knows no author and no day of a
 * newspaper's article, no site of a page, and gives a page's date of access as `M1`.
 */
function completed(record: RisRecord, item: CslItem): RisRecord {
  const { M1: _, ...rest } = record;
  const { author, issued, 'container-title': container } = item;
  return {
    ...rest,
    ...(author === undefined ? {} : { AU: author.map(risName) }),
    ...(issued === undefined ? {} : { DA: risDate(issued) }),
    ...(container === undefined ? {} : { T2: container }),
    ...(item.accessed === undefined ? {} : { Y2: risDate(item.accessed) }),
  };
}

function risName(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  return [name.family, name.given].filter((part) => part !== undefined).join(', ');
}

/**
 * RIS with one value a line. The plug-in's own text breaks lines at 70 characters, which tears
 * addresses apart, and lets a line break in a value start a new field.
 */
export function ris(items: readonly CslItem[]): string {
  const records = plugins.output.format('ris', items, { format: 'object' });
  return records
    .flatMap((record, index) => {
      const item = items[index];
      const { TY, ...fields } = item === undefined ? record : completed(record, item);
      const lines = Object.entries(fields).flatMap(([tag, values]) =>
        [values].flat().map((value) => `${tag}  - ${oneLine(value)}`),
      );
      return [`TY  - ${[TY].flat().join('')}`, ...lines, 'ER  - ', ''];
    })
    .join('\r\n');
}
