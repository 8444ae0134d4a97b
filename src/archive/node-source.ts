// A pack as a file on disk, for the command line.

import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { rangeError } from './sources.ts';
import type { ByteSource } from './types.ts';

/** Reads slices of a file; only what is asked for is read. */
export class NodeFileSource implements ByteSource {
  readonly name: string;
  readonly #file: FileHandle;
  readonly #size: number;

  private constructor(name: string, file: FileHandle, size: number) {
    this.name = name;
    this.#file = file;
    this.#size = size;
  }

  /** Opens a file for reading; rejects as `node:fs` does. Close it after use. */
  static async open(path: string): Promise<NodeFileSource> {
    const file = await open(path, 'r');
    const { size } = await file.stat();
    return new NodeFileSource(basename(path), file, size);
  }

  size(): Promise<number> {
    return Promise.resolve(this.#size);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    if (offset < 0 || length < 0 || offset + length > this.#size) {
      throw rangeError(this.name, offset, length, this.#size);
    }
    const bytes = new Uint8Array(length);
    const { bytesRead } = await this.#file.read(bytes, 0, length, offset);
    if (bytesRead !== length) throw rangeError(this.name, offset, length, bytesRead);
    return bytes;
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
