// All saved citations, and every change to them: what the library page needs.

import { type CitationSummary, summaryOf } from '../citation/summary.ts';
import type { Citation } from '../citation/types.ts';
import {
  allOrNothing,
  citationDatabase,
  isLive,
  type Row,
  readable,
  tellChanged,
} from './citation-db.ts';

/** Somebody else changed a citation after it was read. Nothing was written. */
export class RevisionConflictError extends Error {
  override readonly name = 'RevisionConflictError';
  readonly id: string;
  /** The citation as it stands now; undefined where it was deleted. */
  readonly theirs: Citation | undefined;

  constructor(id: string, edited: number, theirs: Citation | undefined) {
    super(
      theirs === undefined
        ? `Citation ${id} was deleted while revision ${edited} of it was edited.`
        : `Citation ${id} is at revision ${theirs.revision}; revision ${edited} of it was edited.`,
    );
    this.id = id;
    this.theirs = theirs;
  }
}

/** One change: a citation as it should be, or none at all, and the revision that was looked at. */
export interface Change {
  id: string;
  /** The revision that is changed; `undefined` for a citation that is not there yet. */
  from: number | undefined;
  /** `null` takes it out of sight, to be brought back by an undo. */
  to: Citation | null;
}

/** A change that was made, with what is needed to take it back. */
export interface Changed {
  id: string;
  before: Citation | undefined;
  after: Citation | undefined;
}

function isSummary(value: unknown): value is CitationSummary {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'text' in value &&
    typeof value.text === 'string' &&
    'tags' in value &&
    Array.isArray(value.tags)
  );
}

/** What is listed of all citations, in no order. */
export async function allSummaries(): Promise<CitationSummary[]> {
  const stored: unknown[] = await (await citationDatabase()).getAll('summaries');
  return stored.filter(isSummary);
}

/**
 * Summaries of what was saved last, soon: reading all of ten thousand takes a few tenths of a second.
 * By the moment as it is written, so zones may put two in the other order.
 */
export async function latestSummaries(count: number): Promise<CitationSummary[]> {
  const { store } = (await citationDatabase()).transaction('summaries');
  const found: CitationSummary[] = [];
  let cursor = await store.index('saved').openCursor(null, 'prev');
  while (cursor !== null && found.length < count) {
    if (isSummary(cursor.value)) found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}

/** Summaries of some citations; those that are gone are not among them. */
export async function summariesOf(ids: readonly string[]): Promise<CitationSummary[]> {
  const { store } = (await citationDatabase()).transaction('summaries');
  const found: unknown[] = await Promise.all(ids.map((id) => store.get(id)));
  return found.filter(isSummary);
}

/** Citations by their ids, in that order; those that are gone or cannot be read are left out. */
export async function citationsById(ids: readonly string[]): Promise<Citation[]> {
  const { store } = (await citationDatabase()).transaction('citations');
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  return rows.flatMap((row) =>
    row === undefined || !isLive(row) ? [] : (readable(row.citation) ?? []),
  );
}

/**
 * All saved citations that this version can read, latest first. One that it cannot read stays where
 * it is and does not keep the others from being exported.
 */
export async function allCitations(): Promise<Citation[]> {
  const rows = await (await citationDatabase()).getAll('citations');
  return rows
    .filter(isLive)
    .flatMap(({ citation }) => readable(citation) ?? [])
    .toSorted((x, y) => y.savedAt.localeCompare(x.savedAt));
}

/** How many records this version cannot read: told rather than passed over. */
export async function countUnreadable(): Promise<number> {
  const db = await citationDatabase();
  const transaction = db.transaction(['citations', 'summaries']);
  const rows = transaction.objectStore('citations');
  const [all, deleted, listed] = await Promise.all([
    rows.count(),
    rows.index('deleted').count(),
    transaction.objectStore('summaries').count(),
  ]);
  return all - deleted - listed;
}

function nextOf(change: Change, row: Row | undefined): Row {
  const { id, from, to } = change;
  const live = row !== undefined && isLive(row) ? row : undefined;
  const theirs = live && readable(live.citation);
  if (from !== theirs?.revision) throw new RevisionConflictError(id, from ?? 0, theirs);
  const requests = row?.requests ?? [];
  if (to === null) {
    const deletedAt = new Date().toISOString();
    return { id, citation: live?.citation, requests, deletedAt };
  }
  // A record that is brought back goes on counting where it stood.
  const before = row && readable(row.citation)?.revision;
  const revision = before === undefined ? to.revision : before + 1;
  const citation: Citation = { ...to, revision, updatedAt: new Date().toISOString() };
  return { id, citation, requests };
}

/**
 * Makes all changes or none, on disk when it answers.
 * @throws {RevisionConflictError} where one of them was changed or deleted by somebody else
 */
export async function changeCitations(changes: readonly Change[]): Promise<Changed[]> {
  const db = await citationDatabase();
  const transaction = db.transaction(['citations', 'summaries'], 'readwrite', {
    durability: 'strict',
  });
  const rows = transaction.objectStore('citations');
  const summaries = transaction.objectStore('summaries');
  const made = await allOrNothing(transaction, async () => {
    const done: Changed[] = [];
    for (const change of changes) {
      const row = await rows.get(change.id);
      const next = nextOf(change, row);
      const before = row !== undefined && isLive(row) ? readable(row.citation) : undefined;
      const after = isLive(next) ? readable(next.citation) : undefined;
      await rows.put(next);
      if (after === undefined) await summaries.delete(change.id);
      else await summaries.put(summaryOf(after));
      done.push({ id: change.id, before, after });
    }
    return done;
  });
  tellChanged(changes.map(({ id }) => id));
  return made;
}

/**
 * Takes changes back, all or none.
 * @throws {RevisionConflictError} where one was changed again since
 */
export async function undoChanges(made: readonly Changed[]): Promise<void> {
  await changeCitations(
    made.map(({ id, before, after }) => ({ id, from: after?.revision, to: before ?? null })),
  );
}

/** An hour: no undo is offered for so long, not even by a window that was put to sleep. */
const DELETED_KEPT_MS = 60 * 60 * 1000;

/** Ends what was deleted longer ago than an undo is offered, with its checks. */
export async function purgeDeleted(now = Date.now()): Promise<number> {
  const db = await citationDatabase();
  const transaction = db.transaction(['citations', 'checks'], 'readwrite', {
    durability: 'strict',
  });
  const checks = transaction.objectStore('checks');
  const rows = transaction.objectStore('citations');
  const before = new Date(now - DELETED_KEPT_MS).toISOString();
  return allOrNothing(transaction, async () => {
    const ids = await rows.index('deleted').getAllKeys(IDBKeyRange.upperBound(before));
    for (const id of ids) {
      await rows.delete(id);
      for (const key of await checks.index('citation').getAllKeys(id)) await checks.delete(key);
    }
    return ids.length;
  });
}
