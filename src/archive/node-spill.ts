// Scratch space of a build as a file, for the command line.

import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Spill } from './spill.ts';

/** Small pieces are gathered into writes of this size. */
const GATHERED_BYTES = 1_048_576;

/** A spill in a file of its own, which is removed when it is closed. */
export class FileSpill implements Spill {
  readonly #path: string;
  readonly #file: number;
  readonly #gathered = new Uint8Array(GATHERED_BYTES);
  #held = 0;
  #written = 0;

  /** @throws as `node:fs` does, also where the file is there already */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'wx+');
  }

  append(bytes: Uint8Array): number {
    const offset = this.#written + this.#held;
    if (this.#held + bytes.length > GATHERED_BYTES) this.#flush();
    if (bytes.length > GATHERED_BYTES) {
      writeAll(this.#file, bytes, this.#written);
      this.#written += bytes.length;
    } else {
      this.#gathered.set(bytes, this.#held);
      this.#held += bytes.length;
    }
    return offset;
  }

  #flush(): void {
    writeAll(this.#file, this.#gathered.subarray(0, this.#held), this.#written);
    this.#written += this.#held;
    this.#held = 0;
  }

  read(offset: number, into: Uint8Array): void {
    if (offset + into.length > this.#written) this.#flush();
    for (let filled = 0; filled < into.length; ) {
      const read = readSync(this.#file, into, filled, into.length - filled, offset + filled);
      if (read === 0) {
        const detail = `${into.length} bytes at ${offset} asked for, ${this.#written} there`;
        throw new RangeError(`${this.#path}: ${detail}`);
      }
      filled += read;
    }
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }
}

/** Writes every byte at a place of a file; the system may take fewer at a time. */
export function writeAll(file: number, bytes: Uint8Array, offset: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, offset + done);
  }
}
