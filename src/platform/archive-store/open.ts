// How the bytes of an imported archive are read: the fastest way there is, and what comes after it.

import { MemorySource } from '../../archive/sources.ts';
import type { ByteRange, ByteSource } from '../../archive/types.ts';
import { archiveFile, BlobSource } from './files.ts';
import { IndexedDbSource } from './indexeddb-source.ts';
import { ReaderSource } from './reader-client.ts';
import type { Reading, StoredArchive } from './types.ts';

/** Up to here a pack is read whole: 17 to 33 ms once, and nothing afterwards (docs/benchmarks.md). */
export const WHOLE_BYTES = 16 * 2 ** 20;

interface Way {
  reading: Reading;
  open(): Promise<ByteSource>;
}

/** The ways to an archive's bytes, fastest first. */
function waysTo({ id, kept, file, bytes }: StoredArchive): Way[] {
  if (kept === 'indexeddb') {
    const pieces = new IndexedDbSource(file, id, bytes);
    return [
      ...(bytes <= WHOLE_BYTES ? [whole(file, () => pieces.read(0, bytes))] : []),
      { reading: 'indexeddb', open: () => Promise.resolve(pieces) },
    ];
  }
  const slices = async () => {
    const blob = await archiveFile(id);
    if (blob.size !== bytes) throw new Error(`${file}: ${blob.size} bytes of ${bytes}`);
    return blob;
  };
  return [
    bytes <= WHOLE_BYTES
      ? whole(file, async () => new Uint8Array(await (await slices()).arrayBuffer()))
      : {
          reading: 'sync-handle',
          open: () => Promise.resolve(new ReaderSource(file, id, bytes)),
        },
    { reading: 'slices', open: async () => new BlobSource(file, await slices()) },
  ];
}

function whole(name: string, read: () => Promise<Uint8Array>): Way {
  return { reading: 'memory', open: async () => new MemorySource(name, await read()) };
}

/**
 * An imported archive. Where one way to its bytes fails, the next is taken from then on, and why is
 * kept; only the last one's error counts.
 */
export class StoredSource implements ByteSource {
  readonly name: string;
  /** Why faster ways were left, in the browser's words. */
  readonly why: string[] = [];
  readonly #bytes: number;
  readonly #ways: readonly Way[];
  #at = 0;
  #source: Promise<ByteSource> | undefined;

  /** @param only leave out other ways */
  constructor(stored: StoredArchive, only?: readonly Reading[]) {
    this.name = stored.file;
    this.#bytes = stored.bytes;
    this.#ways = waysTo(stored).filter(({ reading }) => only?.includes(reading) ?? true);
  }

  /** The way that is in use. */
  get reading(): Reading {
    return this.#ways[this.#at]?.reading ?? 'slices';
  }

  size(): Promise<number> {
    return Promise.resolve(this.#bytes);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return this.#first((source) => source.read(offset, length));
  }

  readMany(ranges: readonly ByteRange[], signal?: AbortSignal): Promise<Uint8Array[]> {
    return this.#first(
      (source) =>
        source.readMany === undefined
          ? Promise.all(ranges.map(({ offset, length }) => source.read(offset, length)))
          : source.readMany(ranges, signal),
      signal,
    );
  }

  async #first<T>(work: (source: ByteSource) => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (;;) {
      const at = this.#at;
      const way = this.#ways[at];
      if (way === undefined) throw new Error(`${this.name}: no way to its bytes`);
      try {
        this.#source ??= way.open();
        return await work(await this.#source);
      } catch (cause) {
        // A range outside of the pack is outside whatever the way; a look that ended wants nothing.
        if (cause instanceof RangeError || signal?.aborted === true) throw cause;
        // Another read may have moved on already.
        if (this.#at !== at) continue;
        this.#source = undefined;
        if (at + 1 >= this.#ways.length) throw cause;
        this.#at = at + 1;
        this.why.push(`${way.reading}: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
    }
  }
}
