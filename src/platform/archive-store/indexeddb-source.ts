// A pack in IndexedDB, in pieces of equal size; all ranges of a lookup are one transaction.

import type { ByteRange } from '../../archive/types.ts';
import { BatchedSource } from './batched.ts';
import { CHUNK_BYTES, withDatabase } from './database.ts';

/** More pieces than this in a row are asked for at once. */
const ROW = 4;

/** Reads ranges out of the pieces of one archive. */
export class IndexedDbSource extends BatchedSource {
  readonly #id: string;

  /** @param size length of the pack in bytes */
  constructor(name: string, id: string, size: number) {
    super(name, size);
    this.#id = id;
  }

  protected override fetch(
    ranges: readonly ByteRange[],
    signal?: AbortSignal,
  ): Promise<Uint8Array[]> {
    return withDatabase(async (db) => {
      const { store } = db.transaction('chunks');
      const asked = new Map<number, Promise<unknown>>();
      const answers = ranges.map((range) => {
        const [first, last] = piecesOf(range);
        if (last - first >= ROW) {
          return store.getAll(IDBKeyRange.bound([this.#id, first], [this.#id, last]));
        }
        const pieces: Promise<unknown>[] = [];
        for (let index = first; index <= last; index++) {
          const piece = asked.get(index) ?? store.get([this.#id, index]);
          asked.set(index, piece);
          pieces.push(piece);
        }
        return Promise.all(pieces);
      });
      const found = await Promise.all(answers);
      signal?.throwIfAborted();
      return ranges.map((range, i) => this.#join(range, found[i] ?? []));
    });
  }

  #join({ offset, length }: ByteRange, pieces: readonly unknown[]): Uint8Array {
    const [first] = piecesOf({ offset, length });
    const skip = offset - first * CHUNK_BYTES;
    const only = pieces[0];
    if (pieces.length === 1 && only instanceof Uint8Array) {
      return only.subarray(skip, skip + length);
    }
    const bytes = new Uint8Array(length);
    let at = -skip;
    for (const [i, piece] of pieces.entries()) {
      // A piece that is missing or short would move all that follows.
      const isShort = !(piece instanceof Uint8Array) || piece.length !== CHUNK_BYTES;
      if (!(piece instanceof Uint8Array) || (isShort && i < pieces.length - 1)) {
        throw new Error(`${this.name}: piece ${first + i} is not whole`);
      }
      const part = at < 0 ? piece.subarray(-at) : piece;
      bytes.set(part.subarray(0, Math.max(0, length - Math.max(at, 0))), Math.max(at, 0));
      at += piece.length;
    }
    if (at < length) throw new Error(`${this.name}: ${at} bytes of ${length} at ${offset}`);
    return bytes;
  }
}

/** First and last piece that a range touches. */
function piecesOf({ offset, length }: ByteRange): [first: number, last: number] {
  const first = Math.floor(offset / CHUNK_BYTES);
  return [first, Math.max(first, Math.floor((offset + length - 1) / CHUNK_BYTES))];
}
