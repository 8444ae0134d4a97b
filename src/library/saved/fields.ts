// A citation as fields that a person edits, and back: what was not touched stays as it was read.

import { citedItem, editsFor } from '../../citation/edits.ts';
import { isoOfCslDate, nameInWords } from '../../citation/summary.ts';
import type { Citation, CslDate, CslItem, CslName } from '../../citation/types.ts';

export interface Fields {
  title: string;
  translatedTitle: string;
  /** A name a line: `Family, Given`, or as it is for organisations. */
  authors: string;
  outlet: string;
  /** `2021`, `2021-02` or `2021-02-05`. */
  issued: string;
  language: string;
  note: string;
  /** Separated by commas. */
  tags: string;
  collections: string;
}

export type FieldName = keyof Fields;

export const FIELD_NAMES: readonly FieldName[] = [
  'title',
  'translatedTitle',
  'authors',
  'outlet',
  'issued',
  'language',
  'note',
  'tags',
  'collections',
];

/** A name as it is written in the form. */
function nameLine(name: CslName): string {
  const { family, given, literal } = name;
  if (literal !== undefined) return literal;
  const particle = name['non-dropping-particle'];
  const last = [particle, family].filter((part) => part !== undefined).join(' ');
  const first = [given, name['dropping-particle']].filter((part) => part !== undefined).join(' ');
  return first === '' ? nameInWords(name) : `${last}, ${first}`;
}

function nameOf(line: string, before: readonly CslName[]): CslName {
  // A line that was not touched keeps its particles and suffix.
  const same = before.find((name) => nameLine(name) === line);
  if (same !== undefined) return same;
  const comma = line.indexOf(',');
  if (comma < 0) return { literal: line };
  const [family, given] = [line.slice(0, comma).trim(), line.slice(comma + 1).trim()];
  if (family === '' || given === '') return { literal: (family || given).trim() };
  return { family, given };
}

/** Words separated by commas, each once. */
export function listOf(text: string): string[] {
  const words = text.split(/[,،、\n]/).map((word) => word.replaceAll(/\s+/g, ' ').trim());
  return [...new Set(words)].filter((word) => word !== '');
}

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** A date as it is typed; undefined for what is none. */
export function dateOf(text: string): CslDate | undefined {
  const parts = DATE.exec(text.trim())
    ?.slice(1)
    .flatMap((part) => (part ? [Number(part)] : []));
  if (parts === undefined) return undefined;
  const [year = 0, month = 1, day = 1] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? { 'date-parts': [parts] } : undefined;
}

export function fieldsOf(citation: Citation): Fields {
  const item = citedItem(citation);
  return {
    title: item.title ?? '',
    translatedTitle: citation.translatedTitle ?? '',
    authors: (item.author ?? []).map(nameLine).join('\n'),
    outlet: item['container-title'] ?? '',
    issued: isoOfCslDate(item.issued),
    language: item.language ?? '',
    note: citation.note,
    tags: citation.tags.join(', '),
    collections: citation.collections.join(', '),
  };
}

/** Fields that cannot be kept as they are, with the key of the message that says why. */
export function problemsOf(fields: Fields): Partial<Record<FieldName, string>> {
  return {
    ...(fields.issued.trim() !== '' && dateOf(fields.issued) === undefined
      ? { issued: 'fieldDateWrong' }
      : {}),
    ...(fields.language.trim() !== '' &&
    !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(fields.language.trim())
      ? { language: 'fieldLanguageWrong' }
      : {}),
  };
}

/** The item with a field set, or without it where the text is empty. */
function set<K extends keyof CslItem>(
  item: CslItem,
  field: K,
  value: CslItem[K] | undefined,
): CslItem {
  const { [field]: _, ...rest } = item;
  const entry = value === undefined ? {} : { [field]: value };
  return { ...rest, ...entry, id: item.id, type: item.type };
}

const line = (text: string): string | undefined => text.replaceAll(/\s+/g, ' ').trim() || undefined;

/** The citation with what was changed in the form. Fields that were not touched stay untouched. */
export function withFields(citation: Citation, before: Fields, fields: Fields): Citation {
  const isChanged = (name: FieldName): boolean => fields[name] !== before[name];
  let item = citedItem(citation);
  if (isChanged('title')) item = set(item, 'title', line(fields.title));
  if (isChanged('outlet')) item = set(item, 'container-title', line(fields.outlet));
  if (isChanged('language')) item = set(item, 'language', line(fields.language));
  if (isChanged('issued')) item = set(item, 'issued', dateOf(fields.issued));
  if (isChanged('authors')) {
    const known = item.author ?? [];
    const lines = fields.authors.split('\n').flatMap((name) => line(name) ?? []);
    const author = lines.map((name) => nameOf(name, known));
    item = set(item, 'author', author.length > 0 ? author : undefined);
  }
  const { translatedTitle: _, ...rest } = citation;
  const translated = isChanged('translatedTitle')
    ? line(fields.translatedTitle)
    : citation.translatedTitle;
  return {
    ...rest,
    ...(translated === undefined ? {} : { translatedTitle: translated }),
    edits: editsFor(citation.item, item),
    note: isChanged('note') ? fields.note.trim() : citation.note,
    tags: isChanged('tags') ? listOf(fields.tags) : citation.tags,
    collections: isChanged('collections') ? listOf(fields.collections) : citation.collections,
  };
}
