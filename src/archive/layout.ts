// The numbers of pack format 1 in one place. FORMAT.md is the specification.

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

/** Section names, in file order. */
export const SECTION_NAMES = [
  'META',
  'BKTO',
  'POST',
  'DOCS',
  'PARO',
  'PARA',
  'STRO',
  'STRS',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

/** A fixed row a document. */
export const DOCUMENT_ROW_BYTES = 32;
export const ROW = {
  /** Days since 1970-01-01 of publication, {@link UNKNOWN_DAY} where unknown. */
  published: 0,
  firstSeen: 4,
  /** 0 unknown, 1 year, 2 month, 3 day, 4 time. */
  datePrecision: 8,
  /** Two lower-case ASCII letters of the language, zeros where unknown. */
  language: 10,
  words: 12,
  fingerprints: 16,
  /** Fingerprints whose key is at or below the document-frequency cut. */
  uncommon: 20,
  /** Block of the strings section, and the record's index in it. */
  stringBlock: 24,
  stringRecord: 28,
} as const;
export const UNKNOWN_DAY = -0x80000000;

/** Postings a bucket aims at; one bucket is one read of about 1.4 KB. */
export const POSTINGS_PER_BUCKET = 256;
export const MAX_BUCKET_BITS = 24;
/** Positions of one key kept per document: a refrain must not fill a bucket. */
export const MAX_POSITIONS = 4;
/**
 * The position under which a document's address is listed. No word stands there: fingerprints at or
 * past it are left out (texts of more than two million words).
 */
export const ADDRESS_POSITION = 0x1fffff;
/** More words than any document has: what says more is damaged, and must not be made room for. */
export const MAX_WORDS = 20_000_000;
/** Strings are deflated in blocks of about this many bytes. */
export const STRING_BLOCK_BYTES = 16_384;
/** A block may inflate to no more than this: one record may be long, a bomb may not. */
export const MAX_STRING_BLOCK_BYTES = 4_194_304;

/**
 * Keys in more documents than this say nothing about where a text comes from and keep their
 * document frequency only. 24, or 0.1 % of the documents where that is more.
 */
export function documentFrequencyCut(documents: number): number {
  return Math.max(24, Math.ceil(documents / 1000));
}
