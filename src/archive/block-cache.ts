// The last blocks that were read and decoded, as promises: callers at once share one read.

export class BlockCache<T> {
  readonly #room: number;
  readonly #blocks = new Map<number, Promise<T>>();

  constructor(room: number) {
    this.#room = room;
  }

  /** The block, read if it is not there; one that could not be read is asked for again next time. */
  get(block: number, read: () => Promise<T>): Promise<T> {
    const cached = this.#blocks.get(block);
    if (cached !== undefined) {
      // Behind the others: the longest unused goes first.
      this.#blocks.delete(block);
      this.#blocks.set(block, cached);
      return cached;
    }
    const reading = read();
    this.#blocks.set(block, reading);
    reading.catch(() => {
      if (this.#blocks.get(block) === reading) this.#blocks.delete(block);
    });
    const oldest = this.#blocks.keys().next();
    if (this.#blocks.size > this.#room && oldest.done !== true) this.#blocks.delete(oldest.value);
    return reading;
  }
}
