// Sorted rows of keys, documents and positions to the postings section, one bucket at a time.

import { KEY_BITS } from '../fingerprint/fingerprint.ts';
import { BitWriter, bestRiceParameter, rangeCode, stepParameter } from './bits.ts';
import { ByteWriter } from './bytes.ts';
import { blockChecksum } from './checksum.ts';
import { ADDRESS_POSITION, MAX_POSITIONS, MAX_SECTION_BYTES } from './layout.ts';
import { type PostingsShape, SINGLES_PARAMETER } from './postings.ts';

/** Positions are kept in 24 bits of a row and of a place. */
const POSITION_RANGE = 2 ** 24;

/** What the postings section turned out to hold. */
export interface PostingsTotals {
  /** Start of each bucket, and the end: 2^bucketBits + 1 entries. */
  offsets: Uint32Array;
  /** Distinct keys. */
  keys: number;
  /** Postings listed. */
  postings: number;
  /** Per document: fingerprints at or below the cut. */
  uncommon: Uint32Array;
}

/** Takes rows in order of their keys and writes buckets. */
export class PostingsWriter {
  readonly #shape: PostingsShape;
  readonly #write: (bytes: Uint8Array) => void;
  readonly #offsets: Uint32Array;
  readonly #uncommon: Uint32Array;
  readonly #entries = new Column();
  readonly #frequencies = new Column();
  readonly #counts = new Column();
  readonly #places = new Column();
  readonly #positions = new Column();
  readonly #group = new Column();
  readonly #bits = new BitWriter();
  readonly #bytes = new ByteWriter();
  readonly #span: number;
  /** Moves the bits of a key that are not kept behind the point. */
  readonly #cut: number;
  #bucket = 0;
  #written = 0;
  #keys = 0;
  #postings = 0;
  /** The key at hand as the pack keeps it, and whole; -1 before the first. */
  #key = -1;
  #wholeKey = -1;
  #lastKey = 0;
  #document = -1;
  #inDocument = 0;
  #frequency = 0;
  #isSorted = true;

  constructor(shape: PostingsShape, write: (bytes: Uint8Array) => void) {
    this.#shape = shape;
    this.#write = write;
    this.#offsets = new Uint32Array(2 ** shape.bucketBits + 1);
    this.#uncommon = new Uint32Array(shape.documents);
    this.#cut = 2 ** (shape.keyBits - KEY_BITS);
    this.#span = 2 ** (shape.keyBits - shape.bucketBits);
  }

  /** Adds one row; keys must ascend, and of one 40-bit key document and position. */
  add(wholeKey: number, document: number, position: number): void {
    if (wholeKey !== this.#wholeKey) {
      this.#wholeKey = wholeKey;
      const key = Math.floor(wholeKey * this.#cut);
      if (key !== this.#key) this.#begin(key);
      this.#inDocument = 0;
    }
    if (document === this.#document && this.#inDocument > 0) {
      if (this.#inDocument === MAX_POSITIONS) return;
      this.#inDocument++;
    } else {
      if (document < this.#document) this.#isSorted = false;
      if (document !== this.#document) this.#frequency++;
      this.#document = document;
      this.#inDocument = 1;
    }
    // Beyond the cut a key is only counted: a phrase of a million documents takes no room.
    if (this.#frequency <= this.#shape.documentFrequencyCut) {
      this.#group.push(document * POSITION_RANGE + position);
    }
  }

  /** Makes the present key one that is not listed: another pack had dropped its postings. */
  addUnlisted(wholeKey: number, documentFrequency: number): void {
    const key = Math.floor(wholeKey * this.#cut);
    if (key !== this.#key) this.#begin(key);
    this.#wholeKey = wholeKey;
    this.#inDocument = 0;
    const least = this.#shape.documentFrequencyCut + 1;
    this.#frequency = Math.max(least, this.#frequency + documentFrequency);
  }

  #begin(key: number): void {
    this.#endKey();
    const bucket = Math.floor(key / this.#span);
    while (this.#bucket < bucket) this.#endBucket();
    this.#key = key;
    this.#document = -1;
  }

  #endKey(): void {
    if (this.#key < 0) return;
    const group = this.#group;
    if (!this.#isSorted) {
      // Two whole keys that are one here: their rows came one key after the other.
      group.sortDistinct();
      if (this.#frequency <= this.#shape.documentFrequencyCut) {
        this.#frequency = group.distinct((place) => Math.floor(place / POSITION_RANGE));
      }
    }
    const listed = this.#frequency <= this.#shape.documentFrequencyCut;
    this.#entries.push(this.#key - this.#lastKey);
    this.#frequencies.push(this.#frequency);
    this.#counts.push(listed ? group.length : 0);
    if (listed) {
      for (let i = 0; i < group.length; i++) {
        const place = group.values[i] ?? 0;
        const position = place % POSITION_RANGE;
        const document = (place - position) / POSITION_RANGE;
        this.#places.push(document);
        this.#positions.push(position === ADDRESS_POSITION ? 0 : position + 1);
        if (position !== ADDRESS_POSITION) {
          this.#uncommon[document] = (this.#uncommon[document] ?? 0) + 1;
        }
      }
      this.#postings += group.length;
    }
    this.#keys++;
    this.#lastKey = this.#key;
    this.#key = -1;
    this.#frequency = 0;
    this.#isSorted = true;
    group.length = 0;
  }

  #endBucket(): void {
    const start = this.#written;
    if (this.#entries.length > 0) {
      const payload = this.#encode();
      const crc = new Uint8Array(4);
      new DataView(crc.buffer).setUint32(0, blockChecksum(this.#bucket, payload), true);
      this.#write(crc);
      this.#write(payload);
      this.#written += crc.length + payload.length;
    }
    if (this.#written > MAX_SECTION_BYTES) {
      throw new RangeError(`more than ${MAX_SECTION_BYTES} bytes of postings; make several packs`);
    }
    this.#offsets[this.#bucket] = start;
    this.#bucket++;
    this.#lastKey = this.#bucket * this.#span;
  }

  /** Keys with one posting from the one at `from` on, up to the next other or the end. */
  #singlesFrom(from: number): number {
    let at = from;
    while (
      at < this.#entries.length &&
      this.#frequencies.values[at] === 1 &&
      this.#counts.values[at] === 1
    ) {
      at++;
    }
    return at - from;
  }

  #encode(): Uint8Array {
    const entries = this.#entries;
    const bits = this.#bits;
    const keyParameter = bestRiceParameter(entries.values, entries.length);
    const positionParameter = bestRiceParameter(this.#positions.values, this.#positions.length);
    const { documents, documentFrequencyCut } = this.#shape;
    const code = rangeCode(documents);
    let at = 0;
    let singles = -1;
    for (let i = 0; i < entries.length; i++) {
      bits.rice(entries.values[i] ?? 0, keyParameter);
      const frequency = this.#frequencies.values[i] ?? 0;
      const count = this.#counts.values[i] ?? 0;
      // Keys of one posting are the rule: how many come before the next other one stands once.
      if (i === 0 || singles < 0) {
        singles = this.#singlesFrom(i);
        bits.rice(singles, SINGLES_PARAMETER);
      }
      if (singles-- === 0) {
        bits.rice(frequency - 1, 1);
        if (frequency <= documentFrequencyCut) bits.rice(count - frequency, 0);
      }
      const parameter = count > 1 ? stepParameter(documents, count) : 0;
      let last = 0;
      for (let j = 0; j < count; j++, at++) {
        const document = this.#places.values[at] ?? 0;
        if (j === 0) bits.inRange(document, code);
        else bits.rice(document - last, parameter);
        bits.rice(this.#positions.values[at] ?? 0, positionParameter);
        last = document;
      }
    }
    this.#bytes.clear();
    this.#bytes.varint(entries.length);
    this.#bytes.byte(keyParameter);
    this.#bytes.byte(positionParameter);
    this.#bytes.bytes(bits.take());
    for (const column of [entries, this.#frequencies, this.#counts, this.#places])
      column.length = 0;
    this.#positions.length = 0;
    return this.#bytes.view();
  }

  /** Writes the last bucket. */
  finish(): PostingsTotals {
    this.#endKey();
    const buckets = this.#offsets.length - 1;
    while (this.#bucket < buckets) this.#endBucket();
    this.#offsets[buckets] = this.#written;
    return {
      offsets: this.#offsets,
      keys: this.#keys,
      postings: this.#postings,
      uncommon: this.#uncommon,
    };
  }
}

/** A growing column of numbers that keeps its room. */
class Column {
  values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const values = new Float64Array(this.length * 2);
      values.set(this.values);
      this.values = values;
    }
    this.values[this.length++] = value;
  }

  sortDistinct(): void {
    const sorted = this.values.subarray(0, this.length).toSorted();
    let kept = 0;
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) this.values[kept++] = sorted[i] ?? 0;
    }
    this.length = kept;
  }

  /** Different values of a measure, the column being sorted by it. */
  distinct(measure: (value: number) => number): number {
    let count = 0;
    let last = Number.NaN;
    for (let i = 0; i < this.length; i++) {
      const value = measure(this.values[i] ?? 0);
      if (value !== last) count++;
      last = value;
    }
    return count;
  }
}

/** A row for the sorter: 40 bits of key, 32 of document, 24 of position. */
export function packRow(
  high: number,
  low: number,
  document: number,
  position: number,
): [number, number, number] {
  return [high, (low << 24) | (document >>> 8), ((document & 0xff) << 24) | position];
}

/** Hands sorted rows of {@link packRow} to a writer of postings. */
export function writeSortedRows(batches: Iterable<Uint32Array>, writer: PostingsWriter): void {
  for (const batch of batches) {
    for (let at = 0; at < batch.length; at += 3) {
      const middle = batch[at + 1] ?? 0;
      const last = batch[at + 2] ?? 0;
      const document = ((middle & 0xffffff) << 8) | (last >>> 24);
      writer.add((batch[at] ?? 0) * 256 + (middle >>> 24), document >>> 0, last & 0xffffff);
    }
  }
}
