// Many slices of a source at once: neighbours in one read, all in one call where the source has one.

import { ArchiveError } from './errors.ts';
import type { ByteRange, ByteSource } from './types.ts';

/** Bytes between two slices that are cheaper to read than a second slice is to ask for. */
const GAP_BYTES = 1024;
/** No merged read is longer, so that memory does not grow with what lies between. */
const MERGED_BYTES = 262_144;

/** A read that covers some of the slices asked for. */
interface Merged extends ByteRange {
  /** Indexes of the slices in it. */
  of: number[];
}

function mergedRanges(ranges: readonly ByteRange[]): Merged[] {
  const order = Array.from(ranges, (_, i) => i).toSorted(
    (x, y) => (ranges[x]?.offset ?? 0) - (ranges[y]?.offset ?? 0),
  );
  const merged: Merged[] = [];
  for (const index of order) {
    const range = ranges[index];
    if (range === undefined || range.length === 0) continue;
    const last = merged.at(-1);
    const end = range.offset + range.length;
    if (
      last !== undefined &&
      range.offset - (last.offset + last.length) <= GAP_BYTES &&
      end - last.offset <= MERGED_BYTES
    ) {
      last.length = Math.max(last.length, end - last.offset);
      last.of.push(index);
    } else {
      merged.push({ offset: range.offset, length: range.length, of: [index] });
    }
  }
  return merged;
}

/**
 * Reads slices, in their order.
 *
 * @throws {ArchiveError} `truncated` where the source is shorter, `unreadable` where it fails; the
 *   signal's reason when aborted
 */
export async function readRanges(
  source: ByteSource,
  ranges: readonly ByteRange[],
  signal?: AbortSignal,
): Promise<Uint8Array[]> {
  signal?.throwIfAborted();
  const merged = mergedRanges(ranges);
  const slices: Uint8Array[] = ranges.map(() => EMPTY);
  if (merged.length === 0) return slices;
  const reads = await readAll(source, merged, signal);
  for (const [i, { offset, of }] of merged.entries()) {
    for (const index of of) {
      const range = ranges[index];
      if (range === undefined) continue;
      const from = range.offset - offset;
      const slice = reads[i]?.subarray(from, from + range.length);
      if (slice?.length !== range.length) {
        const detail = `${slice?.length ?? 0} of ${range.length} bytes at ${range.offset}`;
        throw new ArchiveError('unreadable', source.name, `the source gave ${detail}`);
      }
      slices[index] = slice;
    }
  }
  return slices;
}

const EMPTY = new Uint8Array();

async function readAll(
  source: ByteSource,
  ranges: readonly ByteRange[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array[]> {
  try {
    if (source.readMany !== undefined) {
      // The source is given plain ranges: some send them to another thread.
      const plain = ranges.map(({ offset, length }) => ({ offset, length }));
      return await source.readMany(plain, signal);
    }
    const reads = await Promise.all(
      ranges.map(({ offset, length }) => source.read(offset, length)),
    );
    signal?.throwIfAborted();
    return reads;
  } catch (cause) {
    signal?.throwIfAborted();
    throw readError(source.name, ranges, cause);
  }
}

/** Tells a source that fails from a pack that is too short. */
function readError(name: string, ranges: readonly ByteRange[], cause: unknown): ArchiveError {
  const code = cause instanceof RangeError ? 'truncated' : 'unreadable';
  const [first] = ranges;
  const what =
    ranges.length === 1
      ? `${first?.length} bytes at ${first?.offset}`
      : `${ranges.length} slices from ${first?.offset}`;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new ArchiveError(code, name, `reading ${what}: ${detail}`, { cause });
}

/** One slice; as {@link readRanges}. */
export async function readRange(
  source: ByteSource,
  offset: number,
  length: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const [bytes] = await readRanges(source, [{ offset, length }], signal);
  return bytes ?? EMPTY;
}

/**
 * Gathers slices that are asked for one by one, as by `Promise.all` over documents, and reads all
 * that were asked for before the next microtask's turn in one call.
 */
export class GatheredReads {
  readonly #source: ByteSource;
  #waiting: {
    range: ByteRange;
    resolve: (bytes: Uint8Array) => void;
    reject: (cause: unknown) => void;
  }[] = [];

  constructor(source: ByteSource) {
    this.#source = source;
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ range: { offset, length }, resolve, reject });
      if (this.#waiting.length === 1) queueMicrotask(() => void this.#flush());
    });
  }

  async #flush(): Promise<void> {
    // One turn more: what several awaits lead to, comes at once.
    await Promise.resolve();
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const slices = await readRanges(
        this.#source,
        waiting.map(({ range }) => range),
      );
      for (const [i, { resolve }] of waiting.entries()) resolve(slices[i] ?? EMPTY);
    } catch (cause) {
      for (const { reject } of waiting) reject(cause);
    }
  }
}
