// Sections to the bytes of one pack: header, table, checksums. FORMAT.md draws what is laid out here.

import { deflateSync } from 'fflate';
import { ByteWriter } from './bytes.ts';
import { crc32c } from './checksum.ts';
import {
  ALIGNMENT,
  AT,
  DOCUMENT_ROW_BYTES,
  HEADER_BYTES,
  MAGIC,
  MAJOR,
  MINOR,
  ROW,
  SECTION_NAMES,
  SECTION_ROW_BYTES,
  type SectionName,
  STRING_BLOCK_BYTES,
} from './layout.ts';
import type { EncodedPostings } from './postings.ts';

export interface PackParts {
  /** Name and value, in order. */
  meta: [string, string][];
  profile: 'std' | 'lite';
  normaliser: string;
  shingles: { words: { k: number; s: number }; characters: { k: number; s: number } };
  documentFrequencyCut: number;
  postings: EncodedPostings;
  rows: {
    published: number;
    firstSeen: number;
    datePrecision: number;
    language: string;
    words: number;
    fingerprints: number;
  }[];
  /** Per document: encoded paragraph starts. */
  paragraphs: Uint8Array[];
  /** Per document: encoded facts. */
  records: Uint8Array[];
}

const encoder = new TextEncoder();

function metaSection(meta: [string, string][]): Uint8Array {
  const out = new ByteWriter();
  for (const pair of meta) {
    for (const text of pair) {
      const bytes = encoder.encode(text);
      out.varint(bytes.length);
      out.bytes(bytes);
    }
  }
  return out.finish();
}

/** 32-bit little-endian numbers as bytes, whatever the machine's own order. */
function littleEndian(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setUint32(i * 4, values[i] ?? 0, true);
  return bytes;
}

/** Records in deflated blocks, each behind its CRC32C; and where each document's record went. */
function stringSections(records: Uint8Array[]) {
  const out = new ByteWriter();
  const offsets: number[] = [];
  const places: { block: number; record: number }[] = [];
  const block = new ByteWriter();
  let inBlock = 0;
  const flush = () => {
    if (inBlock === 0) return;
    offsets.push(out.length);
    const deflated = deflateSync(block.finish(), { level: 9 });
    out.bytes(littleEndian([crc32c(deflated)]));
    out.bytes(deflated);
    block.clear();
    inBlock = 0;
  };
  for (const record of records) {
    if (inBlock > 0 && block.length + record.length > STRING_BLOCK_BYTES) flush();
    places.push({ block: offsets.length, record: inBlock });
    block.varint(record.length);
    block.bytes(record);
    inBlock++;
  }
  flush();
  offsets.push(out.length);
  return { bytes: out.finish(), offsets, places };
}

function documentRows(parts: PackParts, places: { block: number; record: number }[]): Uint8Array {
  const bytes = new Uint8Array(parts.rows.length * DOCUMENT_ROW_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [i, row] of parts.rows.entries()) {
    const at = i * DOCUMENT_ROW_BYTES;
    view.setInt32(at + ROW.published, row.published, true);
    view.setInt32(at + ROW.firstSeen, row.firstSeen, true);
    view.setUint8(at + ROW.datePrecision, row.datePrecision);
    const language = /^[a-z]{2}/.exec(row.language)?.[0];
    if (language !== undefined) bytes.set(encoder.encode(language), at + ROW.language);
    view.setUint32(at + ROW.words, row.words, true);
    view.setUint32(at + ROW.fingerprints, row.fingerprints, true);
    view.setUint32(at + ROW.uncommon, parts.postings.uncommon[i] ?? 0, true);
    view.setUint32(at + ROW.stringBlock, places[i]?.block ?? 0, true);
    view.setUint32(at + ROW.stringRecord, places[i]?.record ?? 0, true);
  }
  return bytes;
}

/** Items one after another, and where each begins, ending with the end. */
function concatenated(items: Uint8Array[]): { bytes: Uint8Array; offsets: number[] } {
  const out = new ByteWriter();
  const offsets: number[] = [];
  for (const item of items) {
    offsets.push(out.length);
    out.bytes(item);
  }
  offsets.push(out.length);
  return { bytes: out.finish(), offsets };
}

/** The SHA-256 that a header carries: of the content with that field and the header's CRC zeroed. */
export async function contentDigest(content: Uint8Array): Promise<Uint8Array> {
  const blank = new Uint8Array(content);
  blank.fill(0, AT.sha256, AT.sha256 + 32);
  blank.fill(0, AT.headerCrc, AT.headerCrc + 4);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', blank));
}

/** Lays out a pack. Equal parts give equal bytes. */
export async function packBytes(parts: PackParts): Promise<Uint8Array<ArrayBuffer>> {
  const strings = stringSections(parts.records);
  const paragraphs = concatenated(parts.paragraphs);
  const sections: Record<SectionName, Uint8Array> = {
    META: metaSection(parts.meta),
    BKTO: littleEndian(parts.postings.offsets),
    POST: parts.postings.bytes,
    DOCS: documentRows(parts, strings.places),
    PARO: littleEndian(paragraphs.offsets),
    PARA: paragraphs.bytes,
    STRO: littleEndian(strings.offsets),
    STRS: strings.bytes,
  };

  let contentBytes = HEADER_BYTES;
  const placed = SECTION_NAMES.map((name) => {
    const offset = contentBytes;
    const end = offset + sections[name].length;
    contentBytes = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    return { name, offset, bytes: sections[name] };
  });

  const bytes = new Uint8Array(contentBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, AT.magic);
  view.setUint16(AT.major, MAJOR, true);
  view.setUint16(AT.minor, MINOR, true);
  view.setUint32(AT.headerBytes, HEADER_BYTES, true);
  view.setBigUint64(AT.contentBytes, BigInt(contentBytes), true);
  view.setUint32(AT.documents, parts.rows.length, true);
  view.setUint32(AT.keys, parts.postings.keys, true);
  view.setBigUint64(AT.postings, BigInt(parts.postings.postings), true);
  view.setUint32(AT.documentFrequencyCut, parts.documentFrequencyCut, true);
  view.setUint8(AT.wordK, parts.shingles.words.k);
  view.setUint8(AT.wordS, parts.shingles.words.s);
  view.setUint8(AT.characterK, parts.shingles.characters.k);
  view.setUint8(AT.characterS, parts.shingles.characters.s);
  view.setUint8(AT.profile, parts.profile === 'lite' ? 1 : 0);
  view.setUint8(AT.keyBits, 40);
  view.setUint8(AT.bucketBits, parts.postings.bucketBits);
  bytes.set(encoder.encode(parts.normaliser), AT.normaliser);
  view.setUint32(AT.sectionCount, placed.length, true);
  for (const [i, section] of placed.entries()) {
    const at = AT.sections + i * SECTION_ROW_BYTES;
    bytes.set(encoder.encode(section.name), at);
    view.setUint32(at + 4, crc32c(section.bytes), true);
    view.setBigUint64(at + 8, BigInt(section.offset), true);
    view.setBigUint64(at + 16, BigInt(section.bytes.length), true);
    bytes.set(section.bytes, section.offset);
  }
  bytes.set(await contentDigest(bytes), AT.sha256);
  view.setUint32(AT.headerCrc, crc32c(bytes.subarray(0, AT.headerCrc)), true);
  return bytes;
}
