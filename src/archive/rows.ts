// What is needed to score a document, in blocks of 32: sizes, dates, where its paragraphs begin.

import { ByteReader, ByteWriter, DecodeError } from './bytes.ts';
import { blockChecksum } from './checksum.ts';
import { isoOfDay } from './dates.ts';
import { MAX_SECTION_BYTES, MAX_WORDS, ROWS_PER_BLOCK, UNKNOWN_DAY } from './layout.ts';
import type { RecordFields } from './records.ts';
import type { Spill } from './spill.ts';

/** The facts of a document that are needed to score it. */
export interface DocumentRow {
  words: number;
  fingerprints: number;
  /** Fingerprints whose key is at or below the document-frequency cut. */
  uncommon: number;
  /** Days since 1970-01-01 of publication; `UNKNOWN_DAY` where unknown. */
  published: number;
  /** Of publication: 0 unknown, 1 year, 2 month, 3 day, 4 time. */
  datePrecision: number;
  /** Days since 1970-01-01; `UNKNOWN_DAY` where unknown. */
  firstSeen: number;
  /** Two lower-case letters, or empty. */
  language: string;
  /** Word index of each paragraph's first word. */
  paragraphStarts: number[];
}

/** A row before it is known which of its fingerprints are common. */
export interface NewRow extends Omit<DocumentRow, 'uncommon' | 'paragraphStarts'> {
  paragraphStarts: ArrayLike<number>;
}

/** The facts that a record need not repeat, since the row tells them. */
function toldByRow(row: Omit<NewRow, 'paragraphStarts'>) {
  return {
    published: isoOfDay({ day: row.published, precision: row.datePrecision }),
    language: languageOf(row.language) === '' ? undefined : languageOf(row.language),
  };
}

/** The two letters a row keeps. */
function languageOf(language: string): string {
  return /^[a-z]{2}/.exec(language)?.[0] ?? '';
}

/** A document's facts without those that its row tells as they are. */
export function withoutRow(fields: RecordFields, row: NewRow): RecordFields {
  const told = toldByRow(row);
  const { published, language, ...rest } = fields;
  return {
    ...rest,
    ...(published === undefined || published === told.published ? {} : { published }),
    ...(language === undefined || language === told.language ? {} : { language }),
  };
}

/** A document's facts with those that its row tells. */
export function withRow(fields: RecordFields, row: DocumentRow): RecordFields {
  const { published, language } = toldByRow(row);
  return {
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    ...fields,
  };
}

const PRECISION_MASK = 0x07;
const HAS_FIRST_SEEN = 0x08;
const HAS_LANGUAGE = 0x10;

/** Signed numbers as unsigned ones, small where they are near zero. */
function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

function unzigzag(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

/** Collects rows and writes them in blocks; what waits for the end waits in a spill. */
export class RowsWriter {
  readonly #spill: Spill;
  readonly #blocks: { offset: number; length: number }[] = [];
  readonly #bytes = new ByteWriter();
  #fingerprints = new Uint32Array(1024);
  #documents = 0;
  #lastDay = 0;
  #lastLanguage = '';

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  get documents(): number {
    return this.#documents;
  }

  add(row: NewRow): void {
    const out = this.#bytes;
    const language = languageOf(row.language);
    const isNewLanguage = language !== this.#lastLanguage;
    const hasFirstSeen = row.firstSeen !== UNKNOWN_DAY;
    out.byte(
      row.datePrecision | (hasFirstSeen ? HAS_FIRST_SEEN : 0) | (isNewLanguage ? HAS_LANGUAGE : 0),
    );
    if (row.datePrecision > 0) {
      out.varint(zigzag(row.published - this.#lastDay));
      this.#lastDay = row.published;
    }
    if (hasFirstSeen) out.varint(zigzag(row.firstSeen - this.#lastDay));
    if (isNewLanguage) {
      out.byte(language.charCodeAt(0) || 0);
      out.byte(language.charCodeAt(1) || 0);
    }
    this.#lastLanguage = language;
    out.varint(row.words);
    out.varint(row.fingerprints);
    out.varint(row.paragraphStarts.length);
    let last = 0;
    for (let i = 0; i < row.paragraphStarts.length; i++) {
      const start = row.paragraphStarts[i] ?? 0;
      out.varint(start - last);
      last = start;
    }
    if (this.#documents === this.#fingerprints.length) {
      const fingerprints = new Uint32Array(this.#documents * 2);
      fingerprints.set(this.#fingerprints);
      this.#fingerprints = fingerprints;
    }
    this.#fingerprints[this.#documents] = row.fingerprints;
    this.#documents++;
    if (this.#documents % ROWS_PER_BLOCK === 0) this.#endBlock();
  }

  #endBlock(): void {
    const bytes = this.#bytes.view();
    if (bytes.length === 0) return;
    this.#blocks.push({ offset: this.#spill.append(bytes), length: bytes.length });
    this.#bytes.clear();
    this.#lastDay = 0;
    this.#lastLanguage = '';
  }

  /**
   * Writes all blocks.
   *
   * @param uncommon by document
   * @returns start of each block, and the end
   */
  finish(uncommon: Uint32Array, write: (bytes: Uint8Array) => void): Uint32Array {
    this.#endBlock();
    const offsets = new Uint32Array(this.#blocks.length + 1);
    let written = 0;
    for (const [number, { offset, length }] of this.#blocks.entries()) {
      const rows = new Uint8Array(length);
      this.#spill.read(offset, rows);
      const out = this.#bytes;
      out.clear();
      out.bytes(rows);
      const first = number * ROWS_PER_BLOCK;
      const end = Math.min(this.#documents, first + ROWS_PER_BLOCK);
      // Which fingerprints are common is known last, so it stands last.
      for (let i = first; i < end; i++) {
        out.varint((this.#fingerprints[i] ?? 0) - (uncommon[i] ?? 0));
      }
      const payload = out.view();
      const crc = new Uint8Array(4);
      new DataView(crc.buffer).setUint32(0, blockChecksum(number, payload), true);
      write(crc);
      write(payload);
      offsets[number] = written;
      written += crc.length + payload.length;
      if (written > MAX_SECTION_BYTES) throw new RangeError(`${written} bytes of rows`);
    }
    offsets[this.#blocks.length] = written;
    return offsets;
  }
}

/**
 * Decodes a block of rows.
 *
 * @param payload the block without its checksum
 * @param count documents in it
 * @throws {DecodeError} where it does not hold together
 */
export function decodeRows(payload: Uint8Array, count: number): DocumentRow[] {
  const reader = new ByteReader(payload);
  const rows: DocumentRow[] = [];
  let lastDay = 0;
  let language = '';
  for (let i = 0; i < count; i++) {
    const flags = reader.byte();
    const datePrecision = flags & PRECISION_MASK;
    let published = UNKNOWN_DAY;
    if (datePrecision > 0) {
      lastDay += unzigzag(reader.varint());
      published = lastDay;
    }
    const hasFirstSeen = (flags & HAS_FIRST_SEEN) !== 0;
    const firstSeen = hasFirstSeen ? lastDay + unzigzag(reader.varint()) : UNKNOWN_DAY;
    if ((flags & HAS_LANGUAGE) !== 0) {
      const [first, second] = [reader.byte(), reader.byte()];
      language = first === 0 ? '' : String.fromCharCode(first, second);
    }
    const words = reader.varint();
    if (words > MAX_WORDS) throw new DecodeError(`row ${i} has ${words} words`);
    const fingerprints = reader.varint();
    if (fingerprints > words) {
      throw new DecodeError(`row ${i} has ${fingerprints} fingerprints of ${words} words`);
    }
    const paragraphStarts = decodeStarts(reader, words);
    rows.push({
      words,
      fingerprints,
      uncommon: 0,
      published,
      datePrecision,
      firstSeen,
      language,
      paragraphStarts,
    });
  }
  for (const [i, row] of rows.entries()) {
    const common = reader.varint();
    if (common > row.fingerprints) {
      throw new DecodeError(`row ${i}: ${common} common of ${row.fingerprints} fingerprints`);
    }
    row.uncommon = row.fingerprints - common;
  }
  if (!reader.done) throw new DecodeError(`bytes after ${count} rows`);
  return rows;
}

function decodeStarts(reader: ByteReader, words: number): number[] {
  const count = reader.varint();
  if (count > reader.left) throw new DecodeError(`${count} paragraphs in ${reader.left} bytes`);
  const starts: number[] = [];
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += reader.varint();
    if (last > words) throw new DecodeError(`a paragraph begins at word ${last} of ${words}`);
    starts.push(last);
  }
  return starts;
}
