// Inputs to one pack on disk, in one pass: the work behind `stemma build` and the shipped archives.

import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ArchiveInfo } from '../archive/types.ts';
import { PackWriter } from '../archive/writer.ts';
import { toDocumentInput } from '../ingest/document.ts';
import { type ReadInput, readInputs } from '../ingest/inputs.ts';
import type { IngestProblem } from '../ingest/problem.ts';

export interface BuildRequest {
  inputs: readonly string[];
  /** The archive's name, as readers see it. */
  name: string;
  profile: 'std' | 'lite';
  /** ISO 8601 with zone. */
  created: string;
  builder: string;
  stdin: AsyncIterable<Uint8Array>;
  /** Told of every problem as it is met. */
  onProblem: (problem: IngestProblem) => void;
  /** Told after each document. */
  onDocument?: (documents: number, read: ReadInput) => void;
}

export interface BuildResult {
  /** Absent when there was no document to put in. */
  pack: { bytes: Uint8Array; info: ArchiveInfo } | undefined;
  documents: number;
  duplicates: number;
  skipped: IngestProblem[];
  /** Files met on a walk whose names are of no form we know. */
  ignored: number;
}

/** Reads all inputs into one pack in memory. */
export async function buildPack(request: BuildRequest): Promise<BuildResult> {
  const { name, profile, created, builder, onProblem, onDocument } = request;
  const writer = new PackWriter({ name, profile, created, builder });
  const skipped: IngestProblem[] = [];
  let [documents, duplicates, ignored] = [0, 0, 0];
  const skip = (problem: IngestProblem): void => {
    skipped.push(problem);
    onProblem(problem);
  };
  for await (const item of readInputs(request.inputs, { requireUrl: true, stdin: request.stdin })) {
    if ('ignored' in item) {
      ignored++;
      continue;
    }
    if ('problem' in item) {
      skip(item.problem);
      continue;
    }
    const { read } = item;
    if (!read.isArticle) {
      const why = `not an article (${read.why.join(', ')})`;
      skip({ code: 'not-an-article', file: read.input, why, fix: 'leave the page out' });
      continue;
    }
    const input = toDocumentInput(read.article, read.id === undefined ? {} : { id: read.id });
    if (writer.add(input) === 'added') documents++;
    else duplicates++;
    onDocument?.(documents, read);
  }
  if (documents === 0) return { pack: undefined, documents, duplicates, skipped, ignored };
  const { bytes, info } = await writer.finish();
  return { pack: { bytes, info }, documents, duplicates, skipped, ignored };
}

/** Whether a pack could be written there at all; asked before hours of reading. */
export async function checkTarget(out: string): Promise<string | undefined> {
  try {
    if ((await stat(dirname(out))).isDirectory()) return undefined;
    return `${dirname(out)} is not a directory`;
  } catch {
    return `there is no directory ${dirname(out)}`;
  }
}

/**
 * Writes a file whole or not at all: beside its place under another name, flushed to the disk, then
 * renamed. An older file stays until the new one is complete.
 */
export async function writeWhole(out: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(out), `.${basename(out)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, out);
  } finally {
    // Gone already when the rename went well.
    await rm(beside, { force: true });
  }
}
