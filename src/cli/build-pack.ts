// Inputs to one pack, in one pass: the work behind `stemma build` and the shipped archives.

import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DocumentInput } from '../archive/types.ts';
import { toDocumentInput } from '../ingest/document.ts';
import { type ReadInput, readInputs } from '../ingest/inputs.ts';
import type { PassedOver } from '../ingest/passed.ts';
import type { IngestProblem } from '../ingest/problem.ts';

/** What takes documents in: a pack in memory or in a file. */
export interface DocumentTaker {
  add(document: DocumentInput): 'added' | 'duplicate';
}

export interface BuildRequest {
  inputs: readonly string[];
  stdin: AsyncIterable<Uint8Array>;
  /** Read who is cited out of lines of JSON too. */
  sources?: boolean;
  /** Told of every problem as it is met. */
  onProblem: (problem: IngestProblem) => void;
  /** Told of every part of an input that is no story. */
  onPassed?: (passed: PassedOver) => void;
  /** Told after each document. */
  onDocument?: (documents: number, read: ReadInput) => void;
}

export interface BuildResult {
  documents: number;
  duplicates: number;
  /** Inputs that were skipped. */
  skipped: number;
  /** Files met on a walk whose names are of no form we know. */
  ignored: number;
}

/** Reads all inputs into a pack, one document at a time. What the pack throws, it throws. */
export async function addInputs(pack: DocumentTaker, request: BuildRequest): Promise<BuildResult> {
  const { onProblem, onDocument } = request;
  const result = { documents: 0, duplicates: 0, skipped: 0, ignored: 0 };
  const skip = (problem: IngestProblem): void => {
    result.skipped++;
    onProblem(problem);
  };
  for await (const item of readInputs(request.inputs, { requireUrl: true, stdin: request.stdin })) {
    if ('ignored' in item) {
      result.ignored++;
      continue;
    }
    if ('problem' in item) {
      skip(item.problem);
      continue;
    }
    if ('passed' in item) {
      request.onPassed?.(item.passed);
      continue;
    }
    const { read } = item;
    if (!read.isArticle) {
      const why = `not an article (${read.why.join(', ')})`;
      skip({ code: 'not-an-article', file: read.input, why, fix: 'leave the page out' });
      continue;
    }
    const input = toDocumentInput(read.article, {
      // Lines of JSON come by the hundred thousand: there it is asked for.
      sources: request.sources === true || !read.why.includes('jsonl'),
      ...(read.id === undefined ? {} : { id: read.id }),
      ...(read.captured === undefined ? {} : { firstSeen: read.captured }),
    });
    const added = addOne(pack, input, read.input);
    if (typeof added !== 'string') {
      skip(added.problem);
      continue;
    }
    if (added === 'added') result.documents++;
    else result.duplicates++;
    onDocument?.(result.documents, read);
  }
  return result;
}

/** A document that no pack holds is a problem of the document, not of the pack. */
function addOne(
  pack: DocumentTaker,
  input: DocumentInput,
  file: string,
): 'added' | 'duplicate' | { problem: IngestProblem } {
  try {
    return pack.add(input);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problem: { code: 'too-large', file, why: error.message, fix: 'leave it out' } };
  }
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
