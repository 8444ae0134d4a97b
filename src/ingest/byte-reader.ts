// Bytes of a stream, taken as lines, by number, or passed over; holds no more than is asked for.

const LINE_FEED = 10;

export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  #offset = 0;
  #ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes taken so far: where the next one stands. */
  get offset(): number {
    return this.#offset;
  }

  async #next(): Promise<Uint8Array | undefined> {
    while (!this.#ended) {
      const next = await this.#chunks.next();
      if (next.done === true) this.#ended = true;
      else if (next.value.length > 0) return next.value;
    }
    return undefined;
  }

  #drop(count: number): Uint8Array {
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    this.#offset += taken.length;
    return taken;
  }

  /** What is held, after at least one byte is there; nothing at the end. Takes nothing. */
  async look(): Promise<Uint8Array> {
    if (this.#held.length === 0) this.#held = (await this.#next()) ?? this.#held;
    return this.#held;
  }

  /** The next bytes without taking them: as many as told, fewer at the end. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#held.length < count) {
      const more = await this.#next();
      if (more === undefined) break;
      this.#held = Buffer.concat([this.#held, more]);
    }
    return this.#held.subarray(0, count);
  }

  /** As many bytes as told, fewer at the end. */
  async take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let wanted = count; wanted > 0; ) {
      if ((await this.look()).length === 0) break;
      const part = this.#drop(wanted);
      wanted -= part.length;
      parts.push(part);
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  /** Passes over bytes; how many there were. */
  async skip(count: number): Promise<number> {
    let passed = 0;
    while (passed < count && (await this.look()).length > 0) {
      passed += this.#drop(count - passed).length;
    }
    return passed;
  }

  /**
   * The next line without its end (LF or CRLF); undefined at the end of the stream.
   *
   * @throws RangeError for a line longer than `longest` bytes
   */
  async line(longest: number): Promise<Uint8Array | undefined> {
    let searched = 0;
    for (;;) {
      const end = this.#held.indexOf(LINE_FEED, searched);
      if ((end < 0 ? this.#held.length : end) > longest) {
        throw new RangeError(`a line of more than ${longest} bytes`);
      }
      if (end >= 0) {
        const line = this.#drop(end + 1).subarray(0, end);
        return line.at(-1) === 13 ? line.subarray(0, -1) : line;
      }
      searched = this.#held.length;
      if ((await this.peek(searched + 1)).length === searched) {
        return searched === 0 ? undefined : this.#drop(searched);
      }
    }
  }

  /** Passes over everything before the next place where these bytes stand; false where they do not. */
  async seek(bytes: Uint8Array): Promise<boolean> {
    for (;;) {
      const found = Buffer.from(this.#held.buffer, this.#held.byteOffset, this.#held.length);
      const at = found.indexOf(bytes);
      if (at >= 0) {
        this.#drop(at);
        return true;
      }
      const kept = Math.min(bytes.length - 1, this.#held.length);
      this.#drop(this.#held.length - kept);
      if ((await this.peek(kept + 1)).length === kept) return false;
    }
  }

  /** All that is left, as it comes. */
  async *rest(): AsyncIterable<Uint8Array> {
    while ((await this.look()).length > 0) yield this.#drop(this.#held.length);
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
