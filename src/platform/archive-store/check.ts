// Reads an imported archive whole and checks it anew, for whoever doubts it. In pages: it takes seconds.

import { ArchiveError } from '../../archive/errors.ts';
import { Archive } from '../../archive/reader.ts';
import { verifyChecksums } from '../../archive/verify.ts';
import { storedArchives } from './database.ts';
import { StoredSource } from './open.ts';

/**
 * Checks what is kept of an archive.
 *
 * @returns what does not hold; undefined where all does
 */
export async function checkStored(id: string): Promise<string | undefined> {
  const stored = (await storedArchives()).find((archive) => archive.id === id);
  if (stored === undefined) return 'its record is gone';
  try {
    const archive = await Archive.open(new StoredSource(stored, ['slices', 'indexeddb']));
    if (archive.info.sha256 !== stored.info.sha256) return 'not the pack that was imported';
    await verifyChecksums(archive);
    return undefined;
  } catch (cause) {
    if (cause instanceof ArchiveError) return cause.message;
    throw cause;
  }
}
