// Several packs to one, without their texts: documents in order, those withdrawn left out.

import { KEY_BITS } from '../fingerprint/fingerprint.ts';
import type { PackAssembler } from './assemble.ts';
import { guarded } from './errors.ts';
import { geometryOf } from './layout.ts';
import { PackLayoutWriter, type PackOptions, type PackPlaces } from './layout-writer.ts';
import type { BucketCursor } from './postings.ts';
import type { PostingsWriter } from './postings-writer.ts';
import type { Archive } from './reader.ts';
import type { ArchiveInfo } from './types.ts';
import { eachBucket } from './verify.ts';

/** A document that is in no input: `Archive.withdrawn`. */
const LEFT_OUT = 0xffffffff;

export interface MergeOptions extends PackPlaces {
  signal?: AbortSignal;
  /** Told of each document that was taken over. */
  progress?: (documents: number) => void;
  /** Takes over further sections; told the inputs and the new number of each of their documents. */
  sections?: (
    assembler: PackAssembler,
    inputs: readonly { archive: Archive; newNumbers: Uint32Array }[],
  ) => Promise<void>;
}

/**
 * Merges packs of one profile, in their order, into a new one.
 *
 * Documents that an archive was opened without (`withdrawn`) are left out, and document frequencies
 * counted anew. A key that one input no longer lists stays unlisted, at a frequency above the new
 * cut: its postings are not to be had, and boilerplate in a part is boilerplate in the whole. The
 * result keeps as many bits of a key as the input with the fewest. Nothing is held in memory but a
 * number for each document and one bucket of each input.
 *
 * @throws {@link ArchiveError} naming the input that does not hold together
 * @throws {RangeError} for inputs of two profiles, or none
 */
export async function mergePacks(
  inputs: readonly Archive[],
  options: Omit<PackOptions, 'profile'>,
  places: MergeOptions,
): Promise<ArchiveInfo> {
  const profile = inputs[0]?.info.profile;
  if (profile === undefined) throw new RangeError('no packs to merge');
  const other = inputs.find(({ info }) => info.profile !== profile);
  if (other !== undefined) {
    throw new RangeError(`${other.name} is ${other.info.profile}, ${inputs[0]?.name} ${profile}`);
  }
  const layout = new PackLayoutWriter({ ...options, profile }, places);
  let fingerprints = 0;
  const numbered: { archive: Archive; newNumbers: Uint32Array }[] = [];
  for (const archive of inputs) {
    const newNumbers = new Uint32Array(archive.header.documents).fill(LEFT_OUT);
    for (let i = 0; i < newNumbers.length; i++) {
      places.signal?.throwIfAborted();
      if (archive.withdrawn.has(i)) continue;
      const row = await archive.row(i);
      newNumbers[i] = layout.documents;
      layout.add(await archive.document(i), row);
      fingerprints += row.fingerprints + 1;
      places.progress?.(layout.documents);
    }
    numbered.push({ archive, newNumbers });
  }
  const fewest = Math.min(...inputs.map(({ header }) => header.keyBits));
  const wanted = geometryOf(fingerprints);
  return layout.finish({
    geometry: { ...wanted, keyBits: fewest },
    postings: (writer) => mergePostings(numbered, writer, places.signal),
    sections: async (assembler) => {
      await places.sections?.(assembler, numbered);
    },
  });
}

/** One input's keys in order. */
class KeyStream {
  /** The key at hand, filled up to 40 bits; undefined at the end. */
  key: number | undefined;
  cursor: BucketCursor | undefined;
  readonly archive: Archive;
  readonly #newNumbers: Uint32Array;
  readonly #buckets: AsyncGenerator<[number, BucketCursor], void, undefined>;
  #bucket = 0;

  constructor(archive: Archive, newNumbers: Uint32Array, signal: AbortSignal | undefined) {
    this.archive = archive;
    this.#newNumbers = newNumbers;
    this.#buckets = eachBucket(archive, signal);
  }

  /** Goes to the next key of the bucket at hand; whether there was one. */
  step(): boolean {
    const { cursor } = this;
    if (cursor === undefined) return false;
    return guarded(this.archive.name, `bucket ${this.#bucket}`, () => {
      if (!cursor.next()) return false;
      this.key = cursor.key * 2 ** (KEY_BITS - this.archive.header.keyBits);
      return true;
    });
  }

  /** Goes to the next bucket that has a key. */
  async nextBucket(): Promise<void> {
    do {
      const next = await this.#buckets.next();
      if (next.done === true) {
        this.key = undefined;
        this.cursor = undefined;
        return;
      }
      [this.#bucket, this.cursor] = next.value;
    } while (!this.step());
  }

  /** Hands the key's postings over under the new numbers. */
  writeTo(writer: PostingsWriter): void {
    const { cursor, key } = this;
    if (cursor === undefined || key === undefined) return;
    if (cursor.count === 0) {
      writer.addUnlisted(key, cursor.documentFrequency);
      return;
    }
    guarded(this.archive.name, `bucket ${this.#bucket}`, () => {
      cursor.eachPlace((document, position) => {
        const number = this.#newNumbers[document] ?? LEFT_OUT;
        if (number !== LEFT_OUT) writer.add(key, number, position);
      });
    });
  }
}

async function mergePostings(
  inputs: readonly { archive: Archive; newNumbers: Uint32Array }[],
  writer: PostingsWriter,
  signal: AbortSignal | undefined,
): Promise<void> {
  const streams = inputs.map(
    ({ archive, newNumbers }) => new KeyStream(archive, newNumbers, signal),
  );
  for (const stream of streams) await stream.nextBucket();
  // A collection has a handful of segments: looking at each is as quick as a heap.
  for (;;) {
    let first: KeyStream | undefined;
    for (const stream of streams) {
      if (stream.key === undefined) continue;
      // Of equal keys the earlier input goes first: its documents have the lower numbers.
      if (first?.key === undefined || stream.key < first.key) first = stream;
    }
    if (first === undefined) return;
    first.writeTo(writer);
    if (!first.step()) await first.nextBucket();
  }
}
