// A byte source that counts what is read of another one.

import type { ByteRange, ByteSource } from '../../src/archive/types.ts';

export class CountedSource implements ByteSource {
  readonly name: string;
  readonly #source: ByteSource;
  reads = 0;
  bytes = 0;

  constructor(source: ByteSource) {
    this.#source = source;
    this.name = source.name;
  }

  size(): Promise<number> {
    return this.#source.size();
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    this.reads++;
    this.bytes += length;
    return this.#source.read(offset, length);
  }

  readMany(ranges: readonly ByteRange[], signal?: AbortSignal): Promise<Uint8Array[]> {
    for (const { length } of ranges) {
      this.reads++;
      this.bytes += length;
    }
    if (this.#source.readMany !== undefined) return this.#source.readMany(ranges, signal);
    return Promise.all(ranges.map(({ offset, length }) => this.#source.read(offset, length)));
  }

  /** Begins to count anew. */
  clear(): void {
    this.reads = 0;
    this.bytes = 0;
  }
}
