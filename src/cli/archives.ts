// Opens the packs a command was given; one that cannot be read is named, and the others still work.

import { ArchiveError } from '../archive/errors.ts';
import { NodeFileSource } from '../archive/node-source.ts';
import { Archive } from '../archive/reader.ts';
import { verifyChecksums } from '../archive/verify.ts';
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
 * @throws {ArchiveError} for what is no pack we can read, and what `node:fs` throws
 */
export async function openArchive(path: string): Promise<OpenedArchive> {
  const source = await NodeFileSource.open(path);
  try {
    const archive = await Archive.open(source);
    // Rows and paragraphs have no checksum of their own: a pack is believed whole or not at all.
    await verifyChecksums(archive);
    return { path, archive, close: () => source.close() };
  } catch (error) {
    await source.close();
    throw error;
  }
}
