// Files and directories to bytes: walks in a fixed order, names what cannot be read, holds one at a time.

import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { unpackMembers } from './gunzip.ts';
import type { IngestProblem, IngestProblemCode } from './problem.ts';
import { longestText } from './text.ts';

/** A file to read. */
export interface FoundFile {
  path: string;
  /** Named by the person; a file met on a walk may be of no concern. */
  named: boolean;
}

const causes: Record<string, string> = {
  ENOENT: 'no such file or directory',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  EISDIR: 'it is a directory',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
};

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** What the system said of a file, in words. */
export function explainSystemError(error: unknown): string {
  const known = causes[systemCode(error)];
  return known ?? (error instanceof Error ? error.message : String(error));
}

function unreadable(file: string, error: unknown): IngestProblem {
  return {
    code: 'unreadable',
    file,
    why: explainSystemError(error),
    fix: 'check the path and its permissions',
  };
}

/** By code unit, so that the order is the same in every locale. */
function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/**
 * Files at a path: itself, or all below a directory in the order of their names. Hidden entries and
 * symbolic links to directories are passed over, so a walk ends.
 */
export async function* findFiles(
  path: string,
  named = true,
): AsyncIterable<FoundFile | { problem: IngestProblem }> {
  let entries: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean }[];
  try {
    const found = await stat(path);
    if (!found.isDirectory()) {
      yield { path, named };
      return;
    }
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    yield { problem: unreadable(path, error) };
    return;
  }
  for (const entry of entries.toSorted(byName)) {
    if (entry.name.startsWith('.')) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      yield* findFiles(inner, false);
      continue;
    }
    const directory = entry.isSymbolicLink() && (await isDirectory(inner));
    if (!directory) yield { path: inner, named: false };
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A link that leads nowhere is read, and then named as unreadable.
    return false;
  }
}

/** Whether a stream or a buffer failed because it is not the gzip it claims to be. */
function isGzipError(error: unknown): boolean {
  return systemCode(error).startsWith('Z_') || systemCode(error) === 'ERR_BUFFER_TOO_LARGE';
}

/** The problem of a file that could not be read or unpacked. */
export function readProblem(file: string, error: unknown, line?: number): IngestProblem {
  if (!isGzipError(error)) return unreadable(file, error);
  const isTooLarge = systemCode(error) === 'ERR_BUFFER_TOO_LARGE';
  const code: IngestProblemCode = isTooLarge ? 'too-large' : 'bad-gzip';
  return {
    code,
    file,
    ...(line === undefined ? {} : { line }),
    why: isTooLarge
      ? `unpacks to more than ${longestText} bytes`
      : `damaged or incomplete gzip (${explainSystemError(error)})`,
    fix: isTooLarge ? 'split it into one file an article' : 'fetch or compress the file again',
  };
}

/** What {@link readProblem} takes for a file that is too long. */
export function tooLarge(size: number): RangeError {
  return Object.assign(new RangeError(`${size} bytes`), { code: 'ERR_BUFFER_TOO_LARGE' });
}

/**
 * The bytes of one file, unpacked.
 *
 * @throws what `node:fs` and `node:zlib` throw, see {@link readProblem}
 */
export async function readWhole(path: string, gzipped: boolean): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > longestText) {
    throw tooLarge(size);
  }
  const bytes = await readFile(path);
  return gzipped ? unpack(bytes) : bytes;
}

/** Unpacks gzip, up to the length of the longest text. */
function unpack(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes, { maxOutputLength: longestText });
}

/** The bytes of one file as they come, unpacked; fails as {@link readWhole} does. */
export async function* readChunks(path: string, gzipped: boolean): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  if (!gzipped) {
    yield* file;
    return;
  }
  try {
    yield* unpackMembers(new ByteReader(file));
  } finally {
    file.destroy();
  }
}

/** A file of our own that holds a stream, until it is removed. */
export async function spool(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'stemma-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  const path = join(directory, 'input');
  try {
    await pipeline(chunks, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}
