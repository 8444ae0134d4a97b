// Import of a pack: checked, written, read back, checked again, and only then made live.

import { Archive } from '../../archive/reader.ts';
import { type PackSignature, readSignature } from '../../archive/signature.ts';
import type { ArchiveInfo } from '../../archive/types.ts';
import { verifyChecksums } from '../../archive/verify.ts';
import { putArchive, storedArchives } from './database.ts';
import { BlobSource } from './files.ts';
import { sweepUnlocked, withImportLock } from './sweep.ts';
import type { Kept, StoredArchive } from './types.ts';
import { isOutOfRoom, type Written, writePack } from './write.ts';

/** What an import is busy with. `waiting`: another window imports. */
export type Step = 'waiting' | 'writing' | 'checking';

export interface ImportOptions {
  signal: AbortSignal;
  /** The whole way is from 0 to 1. */
  progress: (step: Step, share: number) => void;
  /** Take the place of the same pack that is here already: its bytes did not hold. */
  again?: boolean;
  /** Where it may be kept, first choice first. */
  places?: readonly Kept[];
}

export type Imported =
  | { is: 'imported'; archive: StoredArchive; replaced: ArchiveInfo[] }
  /** The very same pack is here. */
  | { is: 'known'; archive: StoredArchive }
  /** A later build under the same name is here. */
  | { is: 'older'; archive: StoredArchive; offered: ArchiveInfo };

/** There is not room enough. The archives that were there are untouched. */
export class NoRoomError extends Error {
  override name = 'NoRoomError';
  /** Bytes the pack takes. */
  readonly needed: number;
  /** Bytes that are free, as far as the browser says. */
  readonly free: number;

  constructor(needed: number, free: number, options?: ErrorOptions) {
    super(`${needed} bytes needed, ${free} free`, options);
    this.needed = needed;
    this.free = free;
  }
}

/** Beside the bytes: the database's own pages, and what other parts keep meanwhile. */
const SPARE_BYTES = 4 * 2 ** 20;

async function freeBytes(): Promise<number> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return Math.max(0, quota - usage);
}

/**
 * Imports a pack. Two at once, in any windows, come one after the other.
 *
 * @throws {ArchiveError} where the pack is not one, is of another version, or does not hold
 * @throws {NoRoomError} where it does not fit
 * @throws the signal's reason, where it was aborted. Whatever is thrown, nothing of it is left.
 */
export async function importPack(pack: File, options: ImportOptions): Promise<Imported> {
  // The cheap refusals first, before anything is written or waited for.
  const { info } = await Archive.open(new BlobSource(pack.name, pack));
  const wait = () => options.progress('waiting', 0);
  return withImportLock(options.signal, wait, async () => {
    const there = await storedArchives();
    const same = there.find((archive) => archive.info.sha256 === info.sha256);
    if (same !== undefined && options.again !== true) return { is: 'known', archive: same };
    const named = there.filter((archive) => archive.info.name === info.name);
    const later = named.find(
      (archive) => archive !== same && Date.parse(archive.info.created) > Date.parse(info.created),
    );
    if (later !== undefined) return { is: 'older', archive: later, offered: info };
    const free = await freeBytes();
    if (free < pack.size + SPARE_BYTES) throw new NoRoomError(pack.size, free);
    try {
      const archive = await keep(pack, options);
      const replaced = named.map(({ id }) => id);
      if (same !== undefined && !replaced.includes(same.id)) replaced.push(same.id);
      await putArchive(archive, replaced);
      return {
        is: 'imported',
        archive,
        replaced: named.flatMap((old) => (old === same ? [] : [old.info])),
      };
    } catch (cause) {
      if (!isOutOfRoom(cause)) throw cause;
      throw new NoRoomError(pack.size, await freeBytes(), { cause });
    } finally {
      // Half of one that failed, or all of those that were replaced.
      await sweepUnlocked();
    }
  });
}

/** Writes the pack and reads it back: what is believed is what was kept, not what was chosen. */
async function keep(
  pack: File,
  { signal, progress, places }: ImportOptions,
): Promise<StoredArchive> {
  const id = crypto.randomUUID();
  const half = pack.size * 2;
  progress('writing', 0);
  const written = await writePack(
    id,
    pack,
    { signal, progress: (bytes) => progress('writing', bytes / half) },
    places,
  );
  try {
    return await check(id, pack, written, signal, progress);
  } finally {
    written.close();
  }
}

function signatureOf(found: PackSignature): Pick<StoredArchive, 'signature'> {
  if (found.state === 'none') return {};
  const { state } = found;
  return {
    signature:
      state === 'valid'
        ? { state, fingerprint: found.fingerprint }
        : { state, detail: found.detail },
  };
}

async function check(
  id: string,
  pack: File,
  { source, kept, why }: Written,
  signal: AbortSignal,
  progress: ImportOptions['progress'],
): Promise<StoredArchive> {
  progress('checking', 0.5);
  const archive = await Archive.open(source);
  await verifyChecksums(archive, {
    signal,
    progress: (done, total) => progress('checking', 0.5 + done / total / 2),
  });
  return {
    id,
    kept,
    why,
    info: archive.info,
    ...signatureOf(await readSignature(source, archive.header, signal)),
    bytes: pack.size,
    file: pack.name,
    imported: new Date().toISOString(),
  };
}
