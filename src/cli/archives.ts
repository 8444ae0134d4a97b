// Opens the packs a command was given; one that cannot be read is named, and the others still work.

import { createHash } from 'node:crypto';
import { ArchiveError } from '../archive/errors.ts';
import { NodeFileSource } from '../archive/node-source.ts';
import { Archive } from '../archive/reader.ts';
import { type VerifyOptions, verifyChecksums } from '../archive/verify.ts';
import { explainSystemError } from '../ingest/files.ts';

export interface OpenedArchive {
  path: string;
  archive: Archive;
  close(): Promise<void>;
}

/** Why a pack cannot be used, in words: the reader's own, or the system's. */
export function explainArchiveError(path: string, error: unknown): string {
  if (error instanceof ArchiveError) return `${error.message} (${error.code})`;
  return `${path}: ${explainSystemError(error)}`;
}

/**
 * Opens a pack on disk.
 *
 * @param options `whole` reads and checks all of it first; else each part is checked when it is read
 * @throws {ArchiveError} for what is no pack we can read, and what `node:fs` throws
 */
export async function openArchive(
  path: string,
  { whole = false, progress }: { whole?: boolean; progress?: VerifyOptions['progress'] } = {},
): Promise<OpenedArchive> {
  const source = await NodeFileSource.open(path);
  try {
    const archive = await Archive.open(source);
    if (whole) {
      const hash = createHash('sha256');
      await verifyChecksums(archive, { hash, ...(progress === undefined ? {} : { progress }) });
    }
    return { path, archive, close: () => source.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}
