// Reads that are asked for in the same turn become one: one message, one transaction.

import { rangeError } from '../../archive/sources.ts';
import type { ByteRange, ByteSource } from '../../archive/types.ts';

/** A byte source whose storage answers many ranges as cheaply as one. */
export abstract class BatchedSource implements ByteSource {
  readonly name: string;
  readonly #size: number;
  #waiting: {
    range: ByteRange;
    done: (bytes: Uint8Array) => void;
    fail: (cause: unknown) => void;
  }[] = [];

  constructor(name: string, size: number) {
    this.name = name;
    this.#size = size;
  }

  size(): Promise<number> {
    return Promise.resolve(this.#size);
  }

  /** Ranges inside of the bytes, in one go. What comes back is checked by {@link readMany}. */
  protected abstract fetch(
    ranges: readonly ByteRange[],
    signal?: AbortSignal,
  ): Promise<readonly Uint8Array[]>;

  read(offset: number, length: number): Promise<Uint8Array> {
    return new Promise((done, fail) => {
      this.#waiting.push({ range: { offset, length }, done, fail });
      if (this.#waiting.length === 1) queueMicrotask(() => void this.#flush());
    });
  }

  async #flush(): Promise<void> {
    const all = this.#waiting;
    this.#waiting = [];
    const inside = all.filter(({ range, fail }) => {
      const error = this.#outside(range);
      if (error !== undefined) fail(error);
      return error === undefined;
    });
    try {
      const answers = await this.readMany(inside.map(({ range }) => range));
      for (const [i, bytes] of answers.entries()) inside[i]?.done(bytes);
    } catch (cause) {
      for (const { fail } of inside) fail(cause);
    }
  }

  /** @throws {RangeError} where one range is outside; nothing is read then */
  async readMany(ranges: readonly ByteRange[], signal?: AbortSignal): Promise<Uint8Array[]> {
    signal?.throwIfAborted();
    for (const range of ranges) {
      const error = this.#outside(range);
      if (error !== undefined) throw error;
    }
    if (ranges.length === 0) return [];
    const answers = await this.fetch(ranges, signal);
    return ranges.map((range, i) => {
      const bytes = answers[i];
      if (bytes?.length === range.length) return bytes;
      throw new Error(
        `${this.name}: ${bytes?.length ?? 'no'} bytes came for ${range.length} at ${range.offset}`,
      );
    });
  }

  #outside({ offset, length }: ByteRange): RangeError | undefined {
    return offset < 0 || length < 0 || offset + length > this.#size
      ? rangeError(this.name, offset, length, this.#size)
      : undefined;
  }
}
