// Writes a chosen pack to where it is to be kept, slice by slice: it is never in memory whole.

import type { ByteSource } from '../../archive/types.ts';
import { CHUNK_BYTES, withDatabase } from './database.ts';
import { openSync, SyncHandleSource } from './files.ts';
import { IndexedDbSource } from './indexeddb-source.ts';
import type { Kept } from './types.ts';

/** Bytes taken from the file at a time: large enough for speed, small enough to cancel soon. */
const SLICE_BYTES = 4 * 2 ** 20;

export interface WriteOptions {
  signal: AbortSignal;
  /** Bytes written so far. */
  progress: (bytes: number) => void;
}

/** A pack as it was written, to be read back before it is believed. */
export interface Written {
  kept: Kept;
  why: string[];
  source: ByteSource;
  /** Lets go of it. */
  close(): void;
}

/** Whether a write failed because the disk, or what the browser gives of it, is full. */
export function isOutOfRoom(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'QuotaExceededError';
}

/**
 * Writes the bytes under an id: into a file, or into the database where files cannot be had.
 *
 * @param places where it may go, first choice first
 * @throws what the last place said; a full disk and an abort at once, whatever the place
 */
export async function writePack(
  id: string,
  pack: File,
  options: WriteOptions,
  places: readonly Kept[] = ['opfs', 'indexeddb'],
): Promise<Written> {
  const why: string[] = [];
  for (const [i, place] of places.entries()) {
    try {
      return { ...(await WRITERS[place](id, pack, options)), kept: place, why };
    } catch (cause) {
      const isLast = i + 1 === places.length;
      if (isLast || options.signal.aborted || isOutOfRoom(cause)) throw cause;
      why.push(`${place}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  throw new Error('no place to write to');
}

const WRITERS: Record<
  Kept,
  (id: string, pack: File, options: WriteOptions) => Promise<Pick<Written, 'source' | 'close'>>
> = {
  opfs: writeFile,
  indexeddb: writeChunks,
};

async function* slicesOf(
  pack: File,
  { signal, progress }: WriteOptions,
): AsyncIterable<{ at: number; bytes: Uint8Array }> {
  for (let at = 0; at < pack.size; at += SLICE_BYTES) {
    signal.throwIfAborted();
    const bytes = new Uint8Array(await pack.slice(at, at + SLICE_BYTES).arrayBuffer());
    yield { at, bytes };
    progress(at + bytes.length);
  }
  signal.throwIfAborted();
}

async function writeFile(id: string, pack: File, options: WriteOptions) {
  const handle = await openSync(id, 'readwrite');
  try {
    for await (const { at, bytes } of slicesOf(pack, options)) {
      const written = handle.write(bytes, { at });
      if (written !== bytes.length) {
        // Some browsers write what fits and say nothing more.
        throw new DOMException(`${written} bytes of ${bytes.length} written`, 'QuotaExceededError');
      }
    }
    handle.flush();
    return { source: new SyncHandleSource(pack.name, handle), close: () => handle.close() };
  } catch (cause) {
    handle.close();
    throw cause;
  }
}

async function writeChunks(id: string, pack: File, options: WriteOptions) {
  for await (const { at, bytes } of slicesOf(pack, options)) {
    await withDatabase(async (db) => {
      const { store, done } = db.transaction('chunks', 'readwrite');
      // Awaited below; a put that throws at once must not leave it unheard.
      done.catch(() => undefined);
      for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
        const piece = bytes.slice(from, from + CHUNK_BYTES);
        // What fails here fails the transaction, which knows the cause better.
        store.put(piece, [id, (at + from) / CHUNK_BYTES]).catch(() => undefined);
      }
      await done;
    });
  }
  return { source: new IndexedDbSource(pack.name, id, pack.size), close: () => undefined };
}
