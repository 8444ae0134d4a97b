// The archives that come with the extension, opened once per life of the worker.

import { ArchiveError } from '../src/archive/errors.ts';
import { Archive } from '../src/archive/reader.ts';
import { MemorySource } from '../src/archive/sources.ts';
import { packagedBytes } from '../src/platform/packaged.ts';
import type { StemmaProblem } from '../src/provenance/tab-state.ts';

export interface Opened {
  archives: Archive[];
  problems: StemmaProblem[];
}

let opened: Promise<Opened> | undefined;

/** Opens what can be opened. An archive that cannot be read is a problem with a name; others work. */
export function openArchives(): Promise<Opened> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Opened> {
  const results = await Promise.all(__STEMMA_ARCHIVES__.map(({ file }) => openOne(file)));
  return {
    archives: results.flatMap((result) => (result instanceof Archive ? result : [])),
    problems: results.flatMap((result) => (result instanceof Archive ? [] : result)),
  };
}

async function openOne(file: string): Promise<Archive | StemmaProblem> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  try {
    const archive = await Archive.open(new MemorySource(name, await packagedBytes(file)));
    await archive.verifyChecksums();
    return archive;
  } catch (cause) {
    return archiveProblem(name, cause);
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
