// The sections of a pack that say what its documents are about: hashes of words, never words.

import { ByteReader } from '../archive/bytes.ts';
import { intactPayload } from '../archive/checksum.ts';
import { ArchiveError, guarded } from '../archive/errors.ts';
import {
  BucketCursor,
  bucketOf,
  cutKey,
  decodeBucket,
  type PostingsShape,
} from '../archive/postings.ts';
import { readRanges } from '../archive/ranges.ts';
import type { Archive } from '../archive/reader.ts';
import type { ByteRange } from '../archive/types.ts';
import { KEY_BITS, keyOf } from '../fingerprint/fingerprint.ts';
import { FACT_BYTES, LENGTH_STEPS, NO_DAY, RELATED_SECTIONS } from './layout.ts';
import { readCommon, slotOf } from './word-counts.ts';

/** Buckets read in one go when all are read. */
const BUCKETS_AT_ONCE = 1024;

/** The documents that have one feature. */
export interface FeaturePostings {
  documentFrequency: number;
  /** Ascending; empty where the feature is too common to be listed. */
  documents: number[];
  /** Parallel: see `codedFrequency`. */
  codes: number[];
}

/** Reads the sections of one archive. */
export class RelatedIndex {
  readonly #archive: Archive;
  readonly #shape: PostingsShape;
  readonly #facts: DataView;
  /** Documents by counter of common words. */
  readonly common: ReadonlyMap<number, number>;

  private constructor(
    archive: Archive,
    shape: PostingsShape,
    facts: Uint8Array,
    common: ReadonlyMap<number, number>,
  ) {
    this.#archive = archive;
    this.common = common;
    this.#shape = shape;
    this.#facts = new DataView(facts.buffer, facts.byteOffset, facts.byteLength);
  }

  /**
   * Undefined for a pack without these sections.
   * @throws {ArchiveError} `damaged` where they do not hold together
   */
  static async open(archive: Archive, signal?: AbortSignal): Promise<RelatedIndex | undefined> {
    const [head, facts, words] = await Promise.all([
      archive.section(RELATED_SECTIONS.shape, signal),
      archive.section(RELATED_SECTIONS.facts, signal),
      archive.section(RELATED_SECTIONS.common, signal),
    ]);
    if (head === undefined || facts === undefined || words === undefined) return undefined;
    const { documents } = archive.header;
    const shape = guarded(archive.name, RELATED_SECTIONS.shape, () => {
      const reader = new ByteReader(head);
      const [keyBits, bucketBits] = [reader.byte(), reader.byte()];
      if (keyBits < 24 || keyBits > 40 || bucketBits > 24 || bucketBits > keyBits) {
        throw new RangeError(`${keyBits} key bits, ${bucketBits} bucket bits`);
      }
      return { keyBits, bucketBits, documents, documentFrequencyCut: reader.varint() };
    });
    if (facts.length !== documents * FACT_BYTES) {
      const detail = `${RELATED_SECTIONS.facts}: ${facts.length} bytes for ${documents} documents`;
      throw new ArchiveError('damaged', archive.name, detail);
    }
    const common = guarded(archive.name, RELATED_SECTIONS.common, () => readCommon(words));
    return new RelatedIndex(archive, shape, facts, common);
  }

  /** Leading bits of a key that are kept. */
  get keyBits(): number {
    return this.#shape.keyBits;
  }

  /** The bytes of one document's facts. */
  facts(document: number): Uint8Array {
    const { buffer, byteOffset } = this.#facts;
    return new Uint8Array(buffer, byteOffset + document * FACT_BYTES, FACT_BYTES);
  }

  /** Every posting that is listed, in order of key; keys filled up to 40 bits. */
  async *all(
    signal?: AbortSignal,
  ): AsyncGenerator<{ high: number; low: number; document: number; code: number }> {
    const { bucketBits, keyBits } = this.#shape;
    for (let first = 0; first < 2 ** bucketBits; first += BUCKETS_AT_ONCE) {
      const count = Math.min(BUCKETS_AT_ONCE, 2 ** bucketBits - first);
      const numbers = Array.from({ length: count }, (_, i) => first + i);
      const blocks = await this.#buckets(numbers, signal);
      for (const [i, bucket] of numbers.entries()) {
        const cursor = this.#cursor(bucket, blocks[i]);
        if (cursor === undefined) continue;
        const found: { high: number; low: number; document: number; code: number }[] = [];
        guarded(this.#archive.name, `related bucket ${bucket}`, () => {
          while (cursor.next()) {
            const key = cursor.key * 2 ** (KEY_BITS - keyBits);
            const [high, low] = [Math.floor(key / 256), key % 256];
            cursor.eachPlace((document, code) => found.push({ high, low, document, code }));
          }
        });
        yield* found;
      }
    }
  }

  /** A bucket whose checksum holds; undefined for one without entries. */
  #cursor(bucket: number, block: Uint8Array | undefined): BucketCursor | undefined {
    if (block === undefined || block.length === 0) return undefined;
    const payload = intactPayload(bucket, block);
    const place = `related bucket ${bucket}`;
    if (payload === undefined) {
      throw new ArchiveError('damaged', this.#archive.name, `checksum of ${place}`);
    }
    return guarded(this.#archive.name, place, () => new BucketCursor(payload, bucket, this.#shape));
  }

  /** Day of publication since 1970-01-01; undefined where unknown. */
  day(document: number): number | undefined {
    const day = this.#facts.getInt16(document * FACT_BYTES, true);
    return day === NO_DAY ? undefined : day;
  }

  /** Documents that a feature stands in, kept there or not; 0 where it is in less than one of 200. */
  countOf(high: number): number {
    return this.common.get(slotOf(high)) ?? 0;
  }

  /** The length of a document's vector of weights. */
  length(document: number): number {
    return 2 ** (this.#facts.getUint8(document * FACT_BYTES + 2) / LENGTH_STEPS);
  }

  /**
   * Documents by feature, parallel to the keys asked for.
   * @throws {ArchiveError} `damaged`, naming the bucket; the signal's reason when aborted
   */
  async postings(
    keys: readonly { high: number; low: number }[],
    signal?: AbortSignal,
  ): Promise<(FeaturePostings | undefined)[]> {
    const { keyBits, bucketBits } = this.#shape;
    const order = Array.from(keys, ({ high, low }, i) => ({ i, high, key: keyOf(high, low) }));
    order.sort((x, y) => x.key - y.key);
    const buckets: { bucket: number; cut: number[]; of: number[] }[] = [];
    for (const { i, high, key } of order) {
      const bucket = bucketOf(high, bucketBits);
      const last = buckets.at(-1);
      const group = last?.bucket === bucket ? last : { bucket, cut: [], of: [] };
      if (group !== last) buckets.push(group);
      group.cut.push(cutKey(key, keyBits));
      group.of.push(i);
    }
    const slices = await this.#buckets(
      buckets.map(({ bucket }) => bucket),
      signal,
    );
    const found: (FeaturePostings | undefined)[] = keys.map(() => undefined);
    for (const [n, { bucket, cut, of }] of buckets.entries()) {
      const block = slices[n];
      if (block === undefined || block.length === 0) continue;
      const payload = intactPayload(bucket, block);
      const place = `related bucket ${bucket}`;
      if (payload === undefined) {
        throw new ArchiveError('damaged', this.#archive.name, `checksum of ${place}`);
      }
      guarded(this.#archive.name, place, () =>
        decodeBucket(payload, bucket, this.#shape, cut, (key, postings) => {
          const { documentFrequency, documents, positions } = postings;
          for (let at = cut.indexOf(key); cut[at] === key; at++) {
            found[of[at] ?? 0] = { documentFrequency, documents, codes: positions };
          }
        }),
      );
    }
    return found;
  }

  async #buckets(buckets: readonly number[], signal?: AbortSignal): Promise<Uint8Array[]> {
    const { source, header, name } = this.#archive;
    const section = (wanted: string) => header.allSections.find((each) => each.name === wanted);
    const table = section(RELATED_SECTIONS.offsets);
    const lists = section(RELATED_SECTIONS.lists);
    if (table === undefined || lists === undefined) {
      throw new ArchiveError('damaged', name, 'related coverage without its lists');
    }
    if (table.length !== (2 ** this.#shape.bucketBits + 1) * 4) {
      throw new ArchiveError('damaged', name, `${RELATED_SECTIONS.offsets}: ${table.length} bytes`);
    }
    const pairs = await readRanges(
      source,
      buckets.map((bucket) => ({ offset: table.offset + bucket * 4, length: 8 })),
      signal,
    );
    const bounds = pairs.map((pair, i): ByteRange => {
      const view = new DataView(pair.buffer, pair.byteOffset, pair.byteLength);
      const [from, to] = [view.getUint32(0, true), view.getUint32(4, true)];
      if (from > to || to > lists.length) {
        const detail = `bounds of related bucket ${buckets[i]}: ${from} to ${to} of ${lists.length}`;
        throw new ArchiveError('damaged', name, detail);
      }
      return { offset: lists.offset + from, length: to - from };
    });
    return readRanges(source, bounds, signal);
  }
}
