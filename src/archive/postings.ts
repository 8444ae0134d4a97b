// One bucket of the postings section: keys to documents and positions, packed to the bit.

import { KEY_BITS } from '../fingerprint/fingerprint.ts';
import { BitReader, type RangeCode, rangeCode, stepParameter } from './bits.ts';
import { ByteReader, DecodeError } from './bytes.ts';
import { ADDRESS_POSITION, type Geometry } from './layout.ts';

/** Where one key stands. */
export interface KeyPostings {
  /** Documents that have the key, also where they are not listed. */
  documentFrequency: number;
  /** Parallel to `positions`; empty for keys above the document-frequency cut. */
  documents: number[];
  positions: number[];
}

/** Rice parameter of the runs of keys with one posting: of real news some 25 keys long. */
export const SINGLES_PARAMETER = 4;

/** What has to be known of a pack to read its buckets. */
export interface PostingsShape extends Geometry {
  documents: number;
  documentFrequencyCut: number;
}

/** The bucket of a key: its uppermost bits. */
export function bucketOf(high: number, bucketBits: number): number {
  return bucketBits === 0 ? 0 : high >>> (32 - bucketBits);
}

/** A 40-bit key as a pack keeps it. */
export function cutKey(key: number, keyBits: number): number {
  return Math.floor(key / 2 ** (KEY_BITS - keyBits));
}

/** Goes through a bucket's keys in order. After {@link next}, read or pass over its postings. */
export class BucketCursor {
  key: number;
  documentFrequency = 0;
  /** Postings that follow. */
  count = 0;
  readonly #shape: PostingsShape;
  readonly #bits: BitReader;
  readonly #end: number;
  readonly #documentCode: RangeCode;
  readonly #keyParameter: number;
  readonly #positionParameter: number;
  #entries: number;
  #first = true;
  /** Keys of one posting before the next other; negative where that is to be read. */
  #singles = -1;

  /**
   * @param payload the bucket without its checksum
   * @throws {DecodeError} where it does not hold together, as the methods do
   */
  constructor(payload: Uint8Array, bucket: number, shape: PostingsShape) {
    const span = 2 ** (shape.keyBits - shape.bucketBits);
    const head = new ByteReader(payload);
    this.#entries = head.varint();
    this.#keyParameter = parameterOf(head.byte());
    this.#positionParameter = parameterOf(head.byte());
    this.#bits = new BitReader(payload, head.at);
    if (this.#entries > this.#bits.left) {
      throw new DecodeError(`${this.#entries} keys in ${payload.length} bytes`);
    }
    this.#shape = shape;
    this.#documentCode = rangeCode(shape.documents);
    this.key = bucket * span;
    this.#end = (bucket + 1) * span;
  }

  /** Whether there is another key. */
  next(): boolean {
    if (this.#entries === 0) return false;
    this.#entries--;
    const { documents, documentFrequencyCut } = this.#shape;
    const bits = this.#bits;
    const step = bits.rice(this.#keyParameter);
    if (step === 0 && !this.#first) throw new DecodeError('keys do not ascend');
    this.#first = false;
    this.key += step;
    if (this.key >= this.#end) throw new DecodeError(`key ${this.key} is past its bucket`);
    this.documentFrequency = 1;
    this.count = 1;
    if (this.#singles < 0) this.#singles = bits.rice(SINGLES_PARAMETER);
    if (this.#singles-- === 0) {
      const frequency = bits.rice(1) + 1;
      this.documentFrequency = frequency;
      this.count = frequency > documentFrequencyCut ? 0 : frequency + bits.rice(0);
      if (this.count > 0 && frequency > documents) {
        throw new DecodeError(`document frequency ${frequency} of ${documents} documents`);
      }
    }
    if (this.count > bits.left) {
      throw new DecodeError(`${this.count} postings in ${Math.max(0, bits.left)} bits`);
    }
    return true;
  }

  /** Reads the key's postings. */
  read(into: KeyPostings): void {
    this.eachPlace((document, position) => {
      into.documents.push(document);
      into.positions.push(position);
    });
  }

  /** Calls with each document and position of the key, in order. */
  eachPlace(visit: (document: number, position: number, isAddress: boolean) => void): void {
    const { documents } = this.#shape;
    const bits = this.#bits;
    const parameter = this.count > 1 ? stepParameter(documents, this.count) : 0;
    let document = 0;
    for (let i = 0; i < this.count; i++) {
      document = i === 0 ? bits.inRange(this.#documentCode) : document + bits.rice(parameter);
      if (document >= documents) throw new DecodeError(`document ${document} of ${documents}`);
      const place = bits.rice(this.#positionParameter);
      if (place > ADDRESS_POSITION) throw new DecodeError(`position ${place - 1}`);
      visit(document, place === 0 ? ADDRESS_POSITION : place - 1, place === 0);
    }
    if (bits.left < 0) throw new DecodeError('ends inside its postings');
  }

  /** Passes over the key's postings. */
  skip(): void {
    const { count } = this;
    const bits = this.#bits;
    if (count > 0) {
      bits.inRange(this.#documentCode);
      bits.rice(this.#positionParameter);
    }
    if (count > 1) {
      const parameter = stepParameter(this.#shape.documents, count);
      for (let i = 1; i < count; i++) {
        bits.rice(parameter);
        bits.rice(this.#positionParameter);
      }
    }
    if (bits.left < 0) throw new DecodeError('ends inside its postings');
  }
}

/** More bits than a number has would make nonsense of it. */
function parameterOf(byte: number): number {
  if (byte > KEY_BITS) throw new DecodeError(`Rice parameter ${byte}`);
  return byte;
}

/**
 * Decodes the wanted keys of one bucket. Of the others nothing is made.
 *
 * @param payload the bucket without its checksum; empty where no key is in it
 * @param wanted keys as the pack keeps them, ascending
 * @param found told of each wanted key that is there
 * @throws {DecodeError} where the entries do not hold together
 */
export function decodeBucket(
  payload: Uint8Array,
  bucket: number,
  shape: PostingsShape,
  wanted: readonly number[],
  found: (key: number, postings: KeyPostings) => void,
): void {
  if (payload.length === 0) return;
  const cursor = new BucketCursor(payload, bucket, shape);
  let next = 0;
  while (next < wanted.length && cursor.next()) {
    while (next < wanted.length && (wanted[next] ?? 0) < cursor.key) next++;
    if (wanted[next] !== cursor.key) {
      cursor.skip();
      continue;
    }
    const { documentFrequency } = cursor;
    const postings: KeyPostings = { documentFrequency, documents: [], positions: [] };
    cursor.read(postings);
    found(cursor.key, postings);
  }
}
