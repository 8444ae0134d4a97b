// The archives that come with the extension and those a person imported, opened once per life of the worker.

import { ArchiveError } from '../src/archive/errors.ts';
import { Archive } from '../src/archive/reader.ts';
import { MemorySource } from '../src/archive/sources.ts';
import { verifyWhole } from '../src/archive/verify-whole.ts';
import { storedArchives } from '../src/platform/archive-store/database.ts';
import { StoredSource } from '../src/platform/archive-store/open.ts';
import type { ArchiveEntry, StoredArchive } from '../src/platform/archive-store/types.ts';
import { packagedBytes } from '../src/platform/packaged.ts';
import {
  readArchivesOff,
  readChecked,
  writeArchiveOn,
  writeChecked,
} from '../src/platform/settings.ts';
import type { StemmaProblem } from '../src/provenance/tab-state.ts';

export interface Opened {
  archives: Archive[];
  problems: StemmaProblem[];
}

/** One archive of those there are: open, failed, or switched off. */
interface Place {
  entry: ArchiveEntry;
  archive?: Archive;
  /** Where an imported one's bytes come from. */
  source?: StoredSource;
  /** What {@link readChecked} is to know of it. */
  checked?: string;
}

let opened: Promise<Place[]> | undefined;

/** Opens what can be opened. An archive that cannot be read is a problem with a name; others work. */
export async function openArchives(): Promise<Opened> {
  const places = await allPlaces();
  return {
    archives: places.flatMap(({ archive }) => archive ?? []),
    problems: places.flatMap(({ entry }) => entry.problem ?? []),
  };
}

/** What is open is out of date: the next look opens anew. */
export function forgetArchives(): void {
  opened = undefined;
}

function allPlaces(): Promise<Place[]> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Place[]> {
  const off = readArchivesOff();
  // Side by side: a cold start waits for each of them, and none needs the other.
  const [packaged, imported] = await Promise.all([openAllPackaged(off), openAllStored(off)]);
  return [...packaged, ...imported];
}

async function openAllPackaged(off: Promise<ReadonlySet<string>>): Promise<Place[]> {
  const known = await readChecked();
  const places = await Promise.all(
    __STEMMA_ARCHIVES__.map(async ({ file }) => openPackaged(file, await off, known)),
  );
  const checked = places.flatMap((place) => place.checked ?? []);
  if (checked.some((value) => !known.has(value))) await writeChecked(checked);
  return places;
}

async function openAllStored(off: Promise<ReadonlySet<string>>): Promise<Place[]> {
  let stored: StoredArchive[];
  try {
    stored = await storedArchives();
  } catch (cause) {
    return [noStore(cause)];
  }
  return Promise.all(stored.map(async (record) => openStored(record, await off)));
}

/** The imported archives are unknown: the database did not open. */
function noStore(cause: unknown): Place {
  const problem = archiveProblem('IndexedDB', cause);
  const entry = {
    id: '',
    packaged: false,
    on: false,
    file: '',
    kept: 'indexeddb',
    why: [],
  } as const;
  return { entry: { ...entry, why: [], problem } };
}

async function openPackaged(
  file: string,
  off: ReadonlySet<string>,
  known: ReadonlySet<string>,
): Promise<Place> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const id = `packaged:${file}`;
  const entry: ArchiveEntry = {
    id,
    packaged: true,
    on: !off.has(id),
    file: name,
    kept: 'package',
    why: [],
  };
  if (!entry.on) return { entry };
  try {
    const bytes = await packagedBytes(file);
    const archive = await Archive.open(new MemorySource(name, bytes));
    // Once for each version, and each pack: rebuilding one changes no version while developing.
    const checked = `${__STEMMA_VERSION__} ${file} ${archive.info.sha256}`;
    if (!known.has(checked)) await verifyWhole(bytes, archive.header, name);
    const of = { info: archive.info, bytes: bytes.length, reading: 'memory' } as const;
    return { entry: { ...entry, ...of }, archive, checked };
  } catch (cause) {
    return { entry: { ...entry, problem: archiveProblem(name, cause) } };
  }
}

/** Opens an import without checking it whole again: it was, before its record was written. */
async function openStored(stored: StoredArchive, off: ReadonlySet<string>): Promise<Place> {
  const { id, file, info, bytes, imported, signature, kept, why } = stored;
  const on = !off.has(id);
  const entry: ArchiveEntry = {
    id,
    packaged: false,
    on,
    file,
    info,
    bytes,
    imported,
    kept,
    why,
    ...(signature === undefined ? {} : { signature }),
  };
  if (!on) return { entry };
  const source = new StoredSource(stored);
  try {
    const archive = await Archive.open(source);
    if (archive.info.sha256 !== info.sha256) {
      throw new ArchiveError('damaged', file, 'not the pack that was imported');
    }
    return { entry, archive, source };
  } catch (cause) {
    return { entry: { ...entry, problem: archiveProblem(file, cause) }, source };
  }
}

/** The problem that a failed read of an archive is told as. */
export function archiveProblem(name: string, cause: unknown): StemmaProblem {
  const detail =
    cause instanceof ArchiveError
      ? cause.message
      : `${name}: ${cause instanceof Error ? cause.message : String(cause)}`;
  return { code: 'archive-unreadable', detail };
}

/** Every archive there is. One that is switched off is opened to say what it is. */
export async function archiveEntries(): Promise<ArchiveEntry[]> {
  const places = await allPlaces();
  return Promise.all(
    places.map(async ({ entry, source }) => {
      if (entry.packaged && !entry.on) return describePackaged(entry);
      if (source === undefined) return entry;
      return { ...entry, reading: source.reading, why: [...entry.why, ...source.why] };
    }),
  );
}

async function describePackaged(entry: ArchiveEntry): Promise<ArchiveEntry> {
  const file = entry.id.slice('packaged:'.length);
  const { info, bytes } = (await openPackaged(file, new Set(), new Set())).entry;
  return {
    ...entry,
    ...(info === undefined ? {} : { info }),
    ...(bytes === undefined ? {} : { bytes }),
  };
}

export async function switchArchive(id: string, on: boolean): Promise<void> {
  await writeArchiveOn(id, on);
  forgetArchives();
}
