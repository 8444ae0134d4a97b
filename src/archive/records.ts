// The facts of many documents as bytes: a column a field, so that like stands beside like.

import { type ByteReader, ByteWriter, DecodeError, ByteReader as Reader } from './bytes.ts';
import type { ArchivedDocument } from './types.ts';

/** What a record holds; words stand in the document's row. */
export type RecordFields = Omit<ArchivedDocument, 'words'>;

/** A field: its tag in the file, and its values in a document. */
interface Field {
  tag: number;
  values: (record: RecordFields) => readonly (string | undefined)[];
}

const one = (value: string | undefined): string[] => (value === undefined ? [] : [value]);

/** Tags of fields. A reader passes over tags it does not know, so fields can be added. */
const TAG = {
  id: 1,
  url: 2,
  title: 3,
  publisher: 4,
  author: 5,
  published: 6,
  modified: 7,
  firstSeen: 8,
  language: 9,
  attribution: 10,
  imageUrl: 16,
  imageCredit: 17,
  imageLicense: 18,
  imageLicenseUrl: 19,
  sourceName: 24,
  sourceKind: 25,
  sourceRole: 26,
  sourceCue: 27,
  sourceDenies: 28,
  sourceLink: 29,
  relatedTitle: 32,
  relatedUrl: 33,
} as const;

/** All fields, in the order they are written: equal facts give equal bytes. */
const FIELDS: readonly Field[] = [
  { tag: TAG.id, values: ({ id }) => [id] },
  { tag: TAG.url, values: ({ url }) => one(url) },
  { tag: TAG.title, values: ({ title }) => one(title) },
  { tag: TAG.publisher, values: ({ publisher }) => one(publisher) },
  { tag: TAG.author, values: ({ authors }) => authors },
  { tag: TAG.published, values: ({ published }) => one(published) },
  { tag: TAG.modified, values: ({ modified }) => one(modified) },
  { tag: TAG.firstSeen, values: ({ firstSeen }) => one(firstSeen) },
  { tag: TAG.language, values: ({ language }) => one(language) },
  { tag: TAG.attribution, values: ({ attribution }) => one(attribution) },
  { tag: TAG.imageUrl, values: ({ images }) => images.map(({ url }) => url) },
  { tag: TAG.imageCredit, values: ({ images }) => images.map(({ credit }) => credit) },
  { tag: TAG.imageLicense, values: ({ images }) => images.map(({ license }) => license) },
  { tag: TAG.imageLicenseUrl, values: ({ images }) => images.map(({ licenseUrl }) => licenseUrl) },
  { tag: TAG.sourceName, values: ({ sources }) => sources.map(({ name }) => name) },
  { tag: TAG.sourceKind, values: ({ sources }) => sources.map(({ kind }) => kind) },
  { tag: TAG.sourceRole, values: ({ sources }) => sources.map(({ role }) => role) },
  { tag: TAG.sourceCue, values: ({ sources }) => sources.map(({ cue }) => cue) },
  {
    tag: TAG.sourceDenies,
    values: ({ sources }) => sources.map(({ denies }) => (denies === true ? '1' : undefined)),
  },
  { tag: TAG.sourceLink, values: ({ sources }) => sources.map(({ link }) => link) },
  { tag: TAG.relatedTitle, values: ({ related }) => related.map(({ title }) => title) },
  { tag: TAG.relatedUrl, values: ({ related }) => related.map(({ url }) => url) },
];

/** At most as many bytes as a record's strings take, without encoding them. */
export function recordRoom(record: RecordFields): number {
  let room = 0;
  for (const { values } of FIELDS) {
    for (const value of values(record)) room += (value?.length ?? 0) * 3 + 1;
  }
  return room;
}

const encoder = new TextEncoder();

/** UTF-8, but U+0000 as C0 80 as in Java's class files: a zero ends a value. */
function putValue(out: ByteWriter, value: string): void {
  for (const [i, piece] of value.split('\0').entries()) {
    if (i > 0) {
      out.byte(0xc0);
      out.byte(0x80);
    }
    out.bytes(encoder.encode(piece));
  }
  out.byte(0);
}

/** Encodes records, column by column; columns without any value are left out. */
export function encodeRecords(records: readonly RecordFields[]): Uint8Array {
  const out = new ByteWriter();
  const column = new ByteWriter();
  for (const { tag, values } of FIELDS) {
    const lists = records.map(values);
    if (lists.every((list) => list.length === 0)) continue;
    column.clear();
    for (const { length } of lists) column.varint(length);
    for (const list of lists) for (const value of list) putValue(column, value ?? '');
    out.byte(tag);
    out.varint(column.length);
    out.bytes(column.view());
  }
  return out.finish();
}

/** One column: where each record's values begin and end in its bytes. */
interface Column {
  bytes: Uint8Array;
  /** Number of the first value of each record, and of all values: records + 1 entries. */
  first: Uint32Array;
  /** Offset of each value, and the end. */
  starts: Uint32Array;
}

function readColumn(bytes: Uint8Array, records: number): Column {
  const reader: ByteReader = new Reader(bytes);
  const first = new Uint32Array(records + 1);
  let values = 0;
  for (let i = 0; i < records; i++) {
    first[i] = values;
    values += reader.varint();
    if (values > bytes.length) throw new DecodeError(`${values} values in ${bytes.length} bytes`);
  }
  first[records] = values;
  const starts = new Uint32Array(values + 1);
  let at = reader.at;
  for (let i = 0; i < values; i++) {
    starts[i] = at;
    const end = bytes.indexOf(0, at);
    if (end < 0) throw new DecodeError(`value ${i} of ${values} does not end`);
    at = end + 1;
  }
  starts[values] = at;
  if (at !== bytes.length)
    throw new DecodeError(`${bytes.length - at} bytes after ${values} values`);
  return { bytes, first, starts };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function textOf(bytes: Uint8Array): string {
  try {
    if (bytes.indexOf(0xc0) < 0) return decoder.decode(bytes);
    const pieces: string[] = [];
    let from = 0;
    for (let at = bytes.indexOf(0xc0); at >= 0; at = bytes.indexOf(0xc0, from)) {
      if (bytes[at + 1] !== 0x80) throw new DecodeError('a string is not UTF-8');
      pieces.push(decoder.decode(bytes.subarray(from, at)));
      from = at + 2;
    }
    return [...pieces, decoder.decode(bytes.subarray(from))].join('\0');
  } catch (cause) {
    throw new DecodeError('a string is not UTF-8', { cause });
  }
}

const SOURCE_KINDS = ['person', 'organisation', 'document', 'unnamed'] as const;

/** The records of one block; each is decoded when it is asked for. */
export class RecordBlock {
  readonly #columns = new Map<number, Column>();
  readonly #records: number;

  /**
   * @param records how many there must be
   * @throws {DecodeError} where the columns do not hold together
   */
  constructor(bytes: Uint8Array, records: number) {
    this.#records = records;
    const reader = new Reader(bytes);
    while (!reader.done) {
      const tag = reader.byte();
      const column = reader.bytes(reader.varint());
      if (this.#columns.has(tag)) throw new DecodeError(`two columns ${tag}`);
      this.#columns.set(tag, readColumn(column, records));
    }
  }

  #values(tag: number, record: number): string[] {
    const column = this.#columns.get(tag);
    if (column === undefined) return [];
    const { bytes, first, starts } = column;
    const values: string[] = [];
    for (let i = first[record] ?? 0; i < (first[record + 1] ?? 0); i++) {
      values.push(textOf(bytes.subarray(starts[i], (starts[i + 1] ?? 1) - 1)));
    }
    return values;
  }

  /**
   * One record.
   *
   * @throws {DecodeError} where a string is not UTF-8
   */
  get(record: number): RecordFields {
    if (record < 0 || record >= this.#records) {
      throw new DecodeError(`record ${record} of ${this.#records}`);
    }
    const only = (tag: number): string | undefined => this.#values(tag, record)[0];
    /** Of a group's inner field an empty value is an absent one. */
    const inner = (tag: number): ((i: number) => string | undefined) => {
      const values = this.#values(tag, record);
      return (i) => (values[i] === '' ? undefined : values[i]);
    };
    const [imageUrl, credit] = [inner(TAG.imageUrl), inner(TAG.imageCredit)];
    const [license, licenseUrl] = [inner(TAG.imageLicense), inner(TAG.imageLicenseUrl)];
    const [kind, role, cue] = [TAG.sourceKind, TAG.sourceRole, TAG.sourceCue].map(inner);
    const [denies, link] = [inner(TAG.sourceDenies), inner(TAG.sourceLink)];
    const relatedUrl = inner(TAG.relatedUrl);
    return {
      id: only(TAG.id) ?? '',
      ...optional('url', only(TAG.url)),
      ...optional('title', only(TAG.title)),
      ...optional('publisher', only(TAG.publisher)),
      authors: this.#values(TAG.author, record),
      ...optional('published', only(TAG.published)),
      ...optional('modified', only(TAG.modified)),
      ...optional('firstSeen', only(TAG.firstSeen)),
      ...optional('language', only(TAG.language)),
      ...optional('attribution', only(TAG.attribution)),
      images: this.#values(TAG.imageUrl, record).map((_, i) => ({
        ...optional('url', imageUrl(i)),
        ...optional('credit', credit(i)),
        ...optional('license', license(i)),
        ...optional('licenseUrl', licenseUrl(i)),
      })),
      sources: this.#values(TAG.sourceName, record).map((name, i) => ({
        name,
        kind: SOURCE_KINDS.find((known) => known === kind?.(i)) ?? 'unnamed',
        ...optional('role', role?.(i)),
        ...optional('cue', cue?.(i)),
        ...(denies(i) === undefined ? {} : { denies: true }),
        ...optional('link', link(i)),
      })),
      related: this.#values(TAG.relatedTitle, record).map((title, i) => ({
        title,
        ...optional('url', relatedUrl(i)),
      })),
    };
  }
}

/** An object with the field, or without it: absent fields are left out, not undefined. */
function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  const field: { [P in K]?: string } = {};
  if (value !== undefined) field[key] = value;
  return field;
}
