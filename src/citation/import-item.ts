// One entry of a file as a CSL-JSON item. Citation.js reads BibTeX and RIS; what it misplaces is put right.
import { checkedUrl } from '../article/url.ts';
import { Cite, type ReadItem } from './citation-mapping.ts';
import type { CslDate, CslItem, CslName } from './csl.ts';
import { lineOrNone } from './text.ts';
import { parseItem } from './validate.ts';

type Json = Record<string, unknown>;

export interface ReadEntry {
  item: CslItem;
  /** The key that the entry had in its file. */
  label?: string;
  /** The person's own note there. */
  note: string;
  tags: string[];
  /** What was left out of it, in words. */
  remarks: string[];
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** `"2021"` for 2021, as several programs write. Parts that are no numbers are left out. */
function normalDate(value: unknown): unknown {
  if (!isRecord(value) || !Array.isArray(value['date-parts'])) return value;
  const lists: unknown[] = value['date-parts'];
  const parts = lists.slice(0, 2).map((list) => {
    const numbers = (Array.isArray(list) ? list : [list]).slice(0, 3).map(Number);
    const end = numbers.findIndex((part) => !Number.isInteger(part) || part === 0);
    return end === -1 ? numbers : numbers.slice(0, end);
  });
  const { 'date-parts': _, ...rest } = value;
  const known = parts.filter((list) => list.length > 0);
  return known.length === 0
    ? Object.keys(rest).length === 0
      ? undefined
      : rest
    : { ...rest, 'date-parts': known };
}

const DATES = ['issued', 'accessed', 'original-date', 'submitted', 'event-date', 'available-date'];

/** A CSL-JSON item of whatever make: small faults mended and told, others refused by parseItem. */
function mended(raw: Json, remarks: string[]): CslItem {
  const fields = Object.entries(raw).flatMap(([field, value]): [string, unknown][] => {
    if (value === undefined || value === null) return [];
    if (DATES.includes(field)) {
      const date = normalDate(value);
      return date === undefined ? [] : [[field, date]];
    }
    if (field === 'URL') {
      const url = checkedUrl(asText(value));
      if (url === undefined) remarks.push('its address is not http or https and was left out');
      return url === undefined ? [] : [[field, url]];
    }
    return [[field, value]];
  });
  const item = Object.fromEntries(fields);
  const type = item['type'];
  if (typeof type !== 'string' || !/^[a-z][a-z_-]*$/.test(type)) {
    remarks.push('it names no type and is kept as a document');
    item['type'] = 'document';
  }
  return parseItem({ ...item, id: '' });
}

/** Keywords become tags, a note of the person's own becomes theirs here. */
function parted(raw: Json, remarks: string[], label: string | undefined): ReadEntry {
  const { keyword, annote, 'citation-key': _, 'citation-label': __, ...rest } = raw;
  const words = typeof keyword === 'string' ? keyword.split(/[,;]/) : [];
  const tags = [...new Set(words.flatMap((word) => lineOrNone(word) ?? []))];
  return {
    item: mended(rest, remarks),
    ...(label === undefined || label === '' ? {} : { label }),
    note: typeof annote === 'string' ? annote : '',
    tags,
    remarks,
  };
}

/** @throws {SyntaxError} for what is not JSON @throws {InvalidCitationError} for what is no item */
export function cslJsonEntry(text: string): ReadEntry {
  const raw: unknown = JSON.parse(text);
  if (!isRecord(raw)) throw new SyntaxError('not an object');
  const label = raw['id'];
  const named = typeof label === 'string' || typeof label === 'number' ? String(label) : undefined;
  return parted(raw, [], named);
}

function firstOf(text: string, forceType: string): Json {
  const [item] = new Cite(text, { generateGraph: false, forceType }).data;
  if (item === undefined) throw new SyntaxError('there is no entry in it');
  return { ...item };
}

/** An organisation comes back as a family name without a given one. */
function bibName(name: unknown): unknown {
  if (!isRecord(name) || name['given'] !== undefined || name['family'] === undefined) return name;
  const particle = name['non-dropping-particle'];
  return { literal: `${asText(particle)} ${asText(name['family'])}`.trim() };
}

const SUBTYPES: Record<string, string> = {
  newspaper: 'article-newspaper',
  magazine: 'article-magazine',
  weblog: 'post-weblog',
};

/** Type and key of the entry, behind the `@string` definitions that were put before it. */
function headOf(text: string): [type: string, key: string] {
  for (const [, type = '', key = ''] of text.matchAll(
    /^[ \t]*@[ \t]*(\w+)\s*[{(]\s*([^,\s}]*)/gm,
  )) {
    if (!/^string$/i.test(type)) return [type.toLowerCase(), key];
  }
  return ['', ''];
}

/** @throws {Error} where Citation.js cannot read it @throws {InvalidCitationError} */
export function bibtexEntry(text: string): ReadEntry {
  const { author, editor, translator, genre, note, ...raw }: Json = firstOf(text, '@biblatex/text');
  const [entryType, key] = headOf(text);
  const subtype = /\bentrysubtype\s*=\s*[{"](\w+)[}"]/i.exec(text)?.[1]?.toLowerCase();
  const kind = SUBTYPES[subtype ?? ''];
  const isPage = entryType === 'online' || (entryType === 'misc' && raw['URL'] !== undefined);
  const type = kind ?? (isPage ? 'webpage' : raw['type']);
  const onSite =
    (type === 'webpage' || type === 'post-weblog') && raw['container-title'] === undefined;
  const { publisher, ...rest } = raw;
  const site = onSite ? { 'container-title': publisher } : { publisher };
  const names = Object.entries({ author, editor, translator }).map(([role, list]) => [
    role,
    Array.isArray(list) ? list.map(bibName) : undefined,
  ]);
  // The date of access stands before the note where a style should print it; as a field it is there too.
  const own = typeof note === 'string' ? note.replace(/^Accessed \d{4}-\d\d-\d\d\.\s*/, '') : '';
  return parted(
    {
      ...rest,
      ...site,
      ...Object.fromEntries(names),
      type,
      ...(own === '' ? {} : { note: own }),
      ...(kind === undefined && genre !== undefined ? { genre } : {}),
    },
    [],
    key || asText(raw['citation-key']),
  );
}

/** `van der Quill, Ada, Jr.`; a name without a comma is an organisation's or not to be divided. */
function risName(text: string): CslName {
  const [whole = '', given, suffix] = text.split(',').map((part) => part.trim());
  if (given === undefined) return { literal: whole };
  const found = /^((?:\p{Ll}[\p{L}'’]*\s+)+)(.+)$/u.exec(whole);
  const [, particle, family = whole] = found ?? [];
  return {
    family,
    ...(given === '' ? {} : { given }),
    ...(particle === undefined ? {} : { 'non-dropping-particle': particle.trim() }),
    ...(suffix === undefined || suffix === '' ? {} : { suffix }),
  };
}

function risDate(text: string | undefined): CslDate | undefined {
  const numbers = (text ?? '').split(/[/-]/).slice(0, 3).map(Number);
  const end = numbers.findIndex((part) => !Number.isInteger(part) || part === 0);
  const parts = end === -1 ? numbers : numbers.slice(0, end);
  return parts.length === 0 ? undefined : { 'date-parts': [parts] };
}

const RIS_TYPES: Record<string, string> = {
  NEWS: 'article-newspaper',
  MGZN: 'article-magazine',
  ELEC: 'webpage',
  BLOG: 'post-weblog',
};

/** @throws {Error} where Citation.js cannot read it @throws {InvalidCitationError} */
export function risEntry(text: string): ReadEntry {
  const tags = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line) ?? [];
    if (tag !== undefined && value.trim() !== '')
      tags.set(tag, [...(tags.get(tag) ?? []), value.trim()]);
  }
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []);
  const one = (...names: string[]) => all(...names)[0];
  const { reporter: _, 'collection-title': __, id: ___, ...raw }: Json = firstOf(text, '@ris/file');
  const names = (...from: string[]) => {
    const found = all(...from).map(risName);
    return found.length === 0 ? undefined : found;
  };
  const [note, ...ownNotes] = all('N1');
  const type = RIS_TYPES[one('TY') ?? ''] ?? raw['type'];
  const read: Partial<Record<keyof ReadItem | keyof CslItem | 'annote', unknown>> = {
    type,
    title: one('TI', 'T1'),
    author: names('AU', 'A1'),
    editor: names('ED'),
    translator: names('A4'),
    'container-title': one('T2', 'JF', 'JO', 'JA') ?? raw['container-title'],
    publisher: one('PB'),
    'publisher-place': one('CY'),
    issued: risDate(one('DA', 'Y1') ?? one('PY')),
    accessed: risDate(one('Y2')),
    URL: one('UR'),
    language: one('LA'),
    keyword: all('KW').length === 0 ? undefined : all('KW').join(', '),
    abstract: one('AB', 'N2'),
    archive: one('DB'),
    archive_location: one('L2'),
    note,
    annote: ownNotes.length === 0 ? undefined : ownNotes.join('\n'),
    ...(RIS_TYPES[one('TY') ?? ''] === undefined
      ? {}
      : { section: one('SE'), genre: one('M3'), volume: one('VL'), issue: one('IS') }),
  };
  return parted({ ...raw, ...read }, [], one('ID'));
}
