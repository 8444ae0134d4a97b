// The numbers of pack format 1 in one place. FORMAT.md is the specification.

import { KEY_BITS } from '../fingerprint/fingerprint.ts';

/** 0x89 S T E M M A 0x0A: the high bit and the newline show a file mangled as text. */
export const MAGIC = Uint8Array.of(0x89, 0x53, 0x54, 0x45, 0x4d, 0x4d, 0x41, 0x0a);
export const MAJOR = 1;
export const MINOR = 0;

/** Header with its section table, padded. */
export const HEADER_BYTES = 512;
/** Sections start at multiples of this. */
export const ALIGNMENT = 64;

/** Byte offsets inside the header. */
export const AT = {
  magic: 0,
  major: 8,
  minor: 10,
  headerBytes: 12,
  contentBytes: 16,
  documents: 24,
  keys: 28,
  /** 64-bit */
  postings: 32,
  documentFrequencyCut: 40,
  wordK: 44,
  wordS: 45,
  characterK: 46,
  characterS: 47,
  profile: 48,
  keyBits: 49,
  bucketBits: 50,
  normaliser: 56,
  sha256: 72,
  sectionCount: 104,
  sections: 112,
  headerCrc: 508,
} as const;

/** Room for the normaliser's id, ASCII padded with zeros. */
export const NORMALISER_BYTES = 16;
/** A row of the section table, at 112 + 24 i: four ASCII letters, CRC32C, offset and length as 64-bit numbers. */
export const SECTION_ROW_BYTES = 24;
/** Rows the table has room for. */
export const SECTION_TABLE_ROOM = Math.floor((AT.headerCrc - AT.sections) / SECTION_ROW_BYTES);

/** Sections every pack has; a pack may have others, which a reader passes over. */
export const SECTION_NAMES = ['META', 'BKTO', 'POST', 'DOCO', 'DOCS', 'STRO', 'STRS'] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** Offsets into a section have 32 bits. */
export const MAX_SECTION_BYTES = 0xffffffff;

/** No date: days since 1970-01-01 are counted from far below any date. */
export const UNKNOWN_DAY = -0x80000000;
/** Documents a block of rows: one read of about 800 bytes. */
export const ROWS_PER_BLOCK = 32;

/** Fingerprints a bucket aims at; one bucket is one read of about 1.3 KB. */
export const POSTINGS_PER_BUCKET = 256;
export const MAX_BUCKET_BITS = 24;
/**
 * A pack keeps as many bits of a key as tell it from the others: of 2^11 fingerprints that are in no
 * document at most one seems to be. A page of 400 words asks some 160 at once.
 */
export const SPARE_KEY_BITS = 11;
export const MIN_KEY_BITS = 32;
/** Positions of one key kept per document: a refrain must not fill a bucket. */
export const MAX_POSITIONS = 4;
/**
 * The position under which a document's address is listed. No word stands there: fingerprints at or
 * past it are left out (texts of more than two million words).
 */
export const ADDRESS_POSITION = 0x1fffff;
/** More words than any document has: what says more is damaged, and must not be made room for. */
export const MAX_WORDS = 20_000_000;
/** Strings are deflated in blocks of about this many bytes: as far as deflate looks back. */
export const STRING_BLOCK_BYTES = 32_768;
/** A block may inflate to no more than this: one record may be long, a bomb may not. */
export const MAX_STRING_BLOCK_BYTES = 4_194_304;

/** How keys are cut and spread over buckets. */
export interface Geometry {
  /** Leading bits of the 40-bit key that the pack keeps. */
  keyBits: number;
  /** Leading bits that name the bucket. */
  bucketBits: number;
}

/**
 * The geometry of a pack of so many fingerprints, a document's address counting as one.
 *
 * @param leastKeyBits for a segment that is to be merged into a larger pack: the larger pack's
 */
export function geometryOf(fingerprints: number, leastKeyBits = MIN_KEY_BITS): Geometry {
  let bucketBits = 0;
  // Between 0.7 and 1.4 times the aim.
  const most = POSTINGS_PER_BUCKET * Math.SQRT2;
  while (bucketBits < MAX_BUCKET_BITS && fingerprints > most * 2 ** bucketBits) bucketBits++;
  let length = 0;
  while (2 ** length <= fingerprints) length++;
  const keyBits = Math.max(MIN_KEY_BITS, leastKeyBits, length + SPARE_KEY_BITS);
  return { keyBits: Math.min(KEY_BITS, keyBits), bucketBits };
}

/**
 * Keys in more documents than this say nothing about where a text comes from and keep their
 * document frequency only. 24, or 0.1 % of the documents where that is more.
 */
export function documentFrequencyCut(documents: number): number {
  return Math.max(24, Math.ceil(documents / 1000));
}
