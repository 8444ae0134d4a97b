// The facts of one document as bytes: tag, length, UTF-8; lists by repetition, groups by nesting.

import { type ByteReader, ByteWriter, DecodeError, ByteReader as Reader } from './bytes.ts';
import type { ArchivedDocument } from './types.ts';

/** Field tags. A reader passes over tags it does not know, so fields can be added. */
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
  image: 11,
  source: 12,
  related: 13,
  // inside image, source and related
  innerUrl: 1,
  credit: 2,
  license: 3,
  licenseUrl: 4,
  name: 2,
  kind: 3,
  role: 4,
  cue: 5,
  denies: 6,
  innerTitle: 2,
} as const;

/** What a record holds; words stand in the document's row. */
export type RecordFields = Omit<ArchivedDocument, 'words'>;

const encoder = new TextEncoder();

function put(out: ByteWriter, tag: number, value: string | Uint8Array | undefined): void {
  if (value === undefined) return;
  const bytes = typeof value === 'string' ? encoder.encode(value) : value;
  out.byte(tag);
  out.varint(bytes.length);
  out.bytes(bytes);
}

function group(fields: [tag: number, value: string | undefined][]): Uint8Array {
  const out = new ByteWriter();
  for (const [tag, value] of fields) put(out, tag, value);
  return out.finish();
}

/** Encodes a document's facts; the order of fields is fixed, so equal facts give equal bytes. */
export function encodeRecord(fields: RecordFields): Uint8Array {
  const out = new ByteWriter();
  put(out, TAG.id, fields.id);
  put(out, TAG.url, fields.url);
  put(out, TAG.title, fields.title);
  put(out, TAG.publisher, fields.publisher);
  for (const author of fields.authors) put(out, TAG.author, author);
  put(out, TAG.published, fields.published);
  put(out, TAG.modified, fields.modified);
  put(out, TAG.firstSeen, fields.firstSeen);
  put(out, TAG.language, fields.language);
  put(out, TAG.attribution, fields.attribution);
  for (const image of fields.images) {
    const bytes = group([
      [TAG.innerUrl, image.url],
      [TAG.credit, image.credit],
      [TAG.license, image.license],
      [TAG.licenseUrl, image.licenseUrl],
    ]);
    put(out, TAG.image, bytes);
  }
  for (const source of fields.sources) {
    const bytes = group([
      [TAG.innerUrl, source.link],
      [TAG.name, source.name],
      [TAG.kind, source.kind],
      [TAG.role, source.role],
      [TAG.cue, source.cue],
      [TAG.denies, source.denies === true ? '1' : undefined],
    ]);
    put(out, TAG.source, bytes);
  }
  for (const pointer of fields.related) {
    const bytes = group([
      [TAG.innerUrl, pointer.url],
      [TAG.innerTitle, pointer.title],
    ]);
    put(out, TAG.related, bytes);
  }
  return out.finish();
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function text(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new DecodeError('a string is not UTF-8', { cause });
  }
}

/** All fields of a group, by tag, in order. */
function fieldsOf(reader: ByteReader): { tag: number; bytes: Uint8Array }[] {
  const fields: { tag: number; bytes: Uint8Array }[] = [];
  while (!reader.done) {
    const tag = reader.byte();
    fields.push({ tag, bytes: reader.bytes(reader.varint()) });
  }
  return fields;
}

function inner(bytes: Uint8Array): Map<number, string> {
  return new Map(fieldsOf(new Reader(bytes)).map(({ tag, bytes: value }) => [tag, text(value)]));
}

/** An object with the field, or without it: absent fields are left out, not undefined. */
function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  const field: { [P in K]?: string } = {};
  if (value !== undefined) field[key] = value;
  return field;
}

const SOURCE_KINDS = ['person', 'organisation', 'document', 'unnamed'] as const;

/**
 * Decodes what {@link encodeRecord} wrote.
 *
 * @throws {DecodeError} where a length passes the end or a string is not UTF-8
 */
export function decodeRecord(bytes: Uint8Array): RecordFields {
  const record: RecordFields = { id: '', authors: [], images: [], sources: [], related: [] };
  for (const { tag, bytes: value } of fieldsOf(new Reader(bytes))) {
    switch (tag) {
      case TAG.id:
        record.id = text(value);
        break;
      case TAG.url:
        record.url = text(value);
        break;
      case TAG.title:
        record.title = text(value);
        break;
      case TAG.publisher:
        record.publisher = text(value);
        break;
      case TAG.author:
        record.authors.push(text(value));
        break;
      case TAG.published:
        record.published = text(value);
        break;
      case TAG.modified:
        record.modified = text(value);
        break;
      case TAG.firstSeen:
        record.firstSeen = text(value);
        break;
      case TAG.language:
        record.language = text(value);
        break;
      case TAG.attribution:
        record.attribution = text(value);
        break;
      case TAG.image: {
        const fields = inner(value);
        record.images.push({
          ...optional('url', fields.get(TAG.innerUrl)),
          ...optional('credit', fields.get(TAG.credit)),
          ...optional('license', fields.get(TAG.license)),
          ...optional('licenseUrl', fields.get(TAG.licenseUrl)),
        });
        break;
      }
      case TAG.source: {
        const fields = inner(value);
        const kind = SOURCE_KINDS.find((known) => known === fields.get(TAG.kind));
        record.sources.push({
          name: fields.get(TAG.name) ?? '',
          kind: kind ?? 'unnamed',
          ...optional('role', fields.get(TAG.role)),
          ...optional('cue', fields.get(TAG.cue)),
          ...(fields.has(TAG.denies) ? { denies: true } : {}),
          ...optional('link', fields.get(TAG.innerUrl)),
        });
        break;
      }
      case TAG.related: {
        const fields = inner(value);
        record.related.push({
          title: fields.get(TAG.innerTitle) ?? '',
          ...optional('url', fields.get(TAG.innerUrl)),
        });
        break;
      }
      default:
      // A field of a later minor version.
    }
  }
  return record;
}
