// A pack built straight into a file: whole under its name, or not at all.

import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import type { PackSink } from './assemble.ts';
import { FileSpill, writeAll } from './node-spill.ts';
import type { ArchiveInfo, DocumentInput } from './types.ts';
import { type BuildPlaces, PackBuilder, type PackOptions } from './writer.ts';

/** Small writes are gathered into writes of this size. */
const GATHERED_BYTES = 1_048_576;

/** A file written from its start, parts of it again at the end. */
class FileSink implements PackSink {
  readonly #file: number;
  readonly #gathered = new Uint8Array(GATHERED_BYTES);
  #held = 0;
  #written = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx');
  }

  write(bytes: Uint8Array): void {
    if (this.#held + bytes.length > GATHERED_BYTES) this.#flush();
    if (bytes.length > GATHERED_BYTES) {
      writeAll(this.#file, bytes, this.#written);
      this.#written += bytes.length;
      return;
    }
    this.#gathered.set(bytes, this.#held);
    this.#held += bytes.length;
  }

  #flush(): void {
    writeAll(this.#file, this.#gathered.subarray(0, this.#held), this.#written);
    this.#written += this.#held;
    this.#held = 0;
  }

  writeAt(offset: number, bytes: Uint8Array): void {
    this.#flush();
    writeAll(this.#file, bytes, offset);
  }

  /** Everything is on the disk when it returns. */
  sync(): void {
    this.#flush();
    fsyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Where one pack is written: a part file and a sort file beside it, named after this process. */
export class PackFile {
  readonly out: string;
  readonly sink: FileSink;
  readonly spill: FileSpill;
  readonly #part: string;
  #isOpen = true;

  /**
   * Opens the files beside `out`, and removes what builds of it left behind whose process is gone.
   *
   * @throws as `node:fs` does
   */
  constructor(out: string) {
    this.out = out;
    cleanLeftovers(out);
    const beside = `${beginning(out)}${process.pid}-${randomBytes(6).toString('hex')}`;
    this.#part = join(dirname(out), `${beside}.part`);
    this.sink = new FileSink(this.#part);
    try {
      this.spill = new FileSpill(join(dirname(out), `${beside}.sort`));
    } catch (error) {
      this.sink.close();
      rmSync(this.#part, { force: true });
      throw error;
    }
  }

  /** Puts the finished pack in its place: flushed to the disk, then renamed. */
  commit(): void {
    try {
      this.sink.sync();
      this.#close();
      renameSync(this.#part, this.out);
    } finally {
      this.abandon();
    }
  }

  /** Removes what was written so far; nothing once it was committed. An older pack stays. */
  abandon(): void {
    this.#close();
    rmSync(this.#part, { force: true });
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.sink.close();
    this.spill.close();
  }
}

/** How the names of a pack's temporary files begin. */
function beginning(out: string): string {
  return `.${basename(out)}.`;
}

/** Removes temporary files of builds that were killed. Those of a running process stay. */
export function cleanLeftovers(out: string): void {
  const start = beginning(out);
  for (const name of readdirSync(dirname(out))) {
    if (!name.startsWith(start)) continue;
    const owner = /^(\d+)-[0-9a-f]{12}\.(?:part|sort)$/.exec(name.slice(start.length))?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    rmSync(join(dirname(out), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, and so a running one.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export interface FilePlaces extends Omit<BuildPlaces, 'sink' | 'spill' | 'hash'> {
  /** Makes what stands behind the content, of the pack's SHA-256. */
  sign?: (sha256: Uint8Array) => Promise<Uint8Array>;
}

/** Builds one pack into a file, in bounded memory. */
export class FilePackBuilder {
  readonly #file: PackFile;
  readonly #sign: FilePlaces['sign'];
  readonly #builder: PackBuilder;

  /** @throws as `node:fs` does */
  constructor(out: string, options: PackOptions, { sign, ...places }: FilePlaces = {}) {
    this.#file = new PackFile(out);
    this.#sign = sign;
    const { sink, spill } = this.#file;
    this.#builder = new PackBuilder(options, {
      ...places,
      sink,
      spill,
      hash: createHash('sha256'),
    });
  }

  /** As {@link PackBuilder.add}; and throws as `node:fs` does. */
  add(document: DocumentInput): 'added' | 'duplicate' {
    return this.#builder.add(document);
  }

  /** Lays out the pack and puts it in its place. */
  async finish(): Promise<ArchiveInfo> {
    try {
      const info = await this.#builder.finish();
      const trailer = await this.#sign?.(Buffer.from(info.sha256, 'hex'));
      if (trailer !== undefined) this.#file.sink.write(trailer);
      this.#file.commit();
      return info;
    } finally {
      this.#file.abandon();
    }
  }

  /** Gives up: nothing is left, and an older pack stays in its place. */
  abandon(): void {
    this.#file.abandon();
  }
}

/** SHA-256 of a file, lower-case hex, as `sha256sum` gives it. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
