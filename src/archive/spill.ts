// Room for what does not fit in memory: bytes are appended, and read again by their place.

/**
 * Scratch space of a build. Synchronous on purpose: a build sorts and writes without pause, and the
 * places that have room (memory, a file, OPFS in a worker) all have synchronous access.
 */
export interface Spill {
  /** Appends bytes and tells where they begin. The bytes may be changed afterwards. */
  append(bytes: Uint8Array): number;
  /** Fills `into` with the bytes from `offset`; throws a {@link RangeError} past what was appended. */
  read(offset: number, into: Uint8Array): void;
  /** Gives the room back; to be called once. */
  close(): void;
}

/** A spill that stays in memory: tests, browsers, small builds. */
export class MemorySpill implements Spill {
  readonly #parts: { offset: number; bytes: Uint8Array }[] = [];
  #length = 0;

  append(bytes: Uint8Array): number {
    const offset = this.#length;
    if (bytes.length > 0) this.#parts.push({ offset, bytes: bytes.slice() });
    this.#length += bytes.length;
    return offset;
  }

  read(offset: number, into: Uint8Array): void {
    if (offset < 0 || offset + into.length > this.#length) {
      throw new RangeError(`${into.length} bytes at ${offset} asked for, ${this.#length} there`);
    }
    let low = 0;
    let high = this.#parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#parts[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    for (let filled = 0; filled < into.length; low++) {
      const part = this.#parts[low];
      if (part === undefined) return;
      const from = offset + filled - part.offset;
      const piece = part.bytes.subarray(from, from + into.length - filled);
      into.set(piece, filled);
      filled += piece.length;
    }
  }

  close(): void {
    this.#parts.length = 0;
  }
}
