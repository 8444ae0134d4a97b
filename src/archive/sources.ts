// Byte sources that need no browser and no Node: memory.

import type { ByteSource } from './types.ts';

/** A pack held whole in memory: packaged files, downloads, tests. */
export class MemorySource implements ByteSource {
  readonly name: string;
  readonly #bytes: Uint8Array;

  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.#bytes = bytes;
  }

  size(): Promise<number> {
    return Promise.resolve(this.#bytes.length);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < 0 || length < 0 || offset + length > this.#bytes.length) {
      return Promise.reject(rangeError(this.name, offset, length, this.#bytes.length));
    }
    return Promise.resolve(this.#bytes.subarray(offset, offset + length));
  }
}

/** What every byte source throws for a read outside of its bytes. */
export function rangeError(name: string, offset: number, length: number, size: number): RangeError {
  return new RangeError(`${name}: ${length} bytes at ${offset} asked for, ${size} there`);
}
