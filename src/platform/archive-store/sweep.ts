// Takes away the bytes that no record names: halves of imports, what was removed or replaced.

import { deleteArchive, deleteChunks, idsWithChunks, storedIds } from './database.ts';
import { deleteFile, idsWithFiles } from './files.ts';
import { askToClose } from './protocol.ts';

const LOCK = 'stemma-archives-change';

/**
 * Does work while nothing else imports or sweeps, in any window.
 *
 * @param onWait called where it is not its turn yet
 */
export async function withImportLock<T>(
  signal: AbortSignal,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const done = await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock === null ? undefined : { value: await work() },
  );
  if (done !== undefined) return done.value;
  onWait();
  return navigator.locks.request(LOCK, { signal }, work);
}

/** Sweeps unless an import is under way, which sweeps after itself. */
export async function sweepArchives(): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await sweepUnlocked();
  });
}

/** Takes an imported archive away. */
export async function removeArchive(id: string): Promise<void> {
  await deleteArchive(id);
  await sweepArchives();
}

/** How often, and after how many milliseconds, a file that is held is tried again. */
const TRIES = 5;
const PAUSE = 60;

/** Sweeps; only for whoever has the lock. What cannot be deleted now is, the next time. */
export async function sweepUnlocked(): Promise<void> {
  const live = new Set(await storedIds());
  for (const id of await idsWithChunks()) {
    if (!live.has(id)) await deleteChunks(id);
  }
  let files: string[];
  try {
    files = await idsWithFiles();
  } catch {
    // No private file system here (a private window in Firefox): no files either.
    return;
  }
  for (const id of files) {
    if (!live.has(id)) await deleteHeld(id);
  }
}

async function deleteHeld(id: string): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      await deleteFile(id);
      return;
    } catch (cause) {
      const name = cause instanceof DOMException ? cause.name : '';
      if (name === 'NotFoundError') return;
      if (name !== 'NoModificationAllowedError') throw cause;
    }
    askToClose(id);
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE);
    });
  }
}
