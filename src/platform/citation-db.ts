// The database of saved citations: its stores, its versions, and the word that it changed.

import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { migrated } from '../citation/migrate.ts';
import { type CitationSummary, summaryOf } from '../citation/summary.ts';
import type { Citation } from '../citation/types.ts';
import { InvalidCitationError, parseCitation } from '../citation/validate.ts';

/** A saved citation with what storage itself has to know of it. */
export interface Row {
  id: string;
  /** Checked each time it is read: see `parseCitation`. */
  citation: unknown;
  /** Ids of the requests that led to it: a save that is asked twice is done once. */
  requests: string[];
  /** Deleted at this moment, and kept until that cannot be undone any more: ISO 8601. */
  deletedAt?: string;
}

/** What a page was found to be when it was compared again with what was saved. */
export interface CheckRow {
  id: string;
  citationId: string;
  /** ISO 8601 with zone. */
  at: string;
  /** Checked when it is read. */
  result: unknown;
}

interface Schema extends DBSchema {
  citations: {
    key: string;
    value: Row;
    indexes: { key: string; canonical: string; text: string; requests: string; deleted: string };
  };
  summaries: { key: string; value: CitationSummary; indexes: { saved: string } };
  checks: { key: string; value: CheckRow; indexes: { citation: string } };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'stemma';
const VERSION = 2;
const CHANNEL = 'stemma-citations';

/** What is stored as a citation; undefined where this version cannot read it. It stays where it is. */
export function readable(stored: unknown): Citation | undefined {
  try {
    return parseCitation(stored);
  } catch (cause) {
    if (cause instanceof InvalidCitationError) return undefined;
    throw cause;
  }
}

type Upgrade = IDBPTransaction<Schema, ('citations' | 'summaries' | 'checks')[], 'versionchange'>;

/** Brings records of version 1, which were bare citations, into rows. None is dropped or judged. */
async function wrapBareCitations(transaction: Upgrade): Promise<void> {
  const summaries = transaction.objectStore('summaries');
  const citations = transaction.objectStore('citations');
  for (let cursor = await citations.openCursor(); cursor; cursor = await cursor.continue()) {
    const row: Row = { id: cursor.key, citation: migrated(cursor.value), requests: [] };
    await cursor.update(row);
    const citation = readable(row.citation);
    if (citation !== undefined) await summaries.put(summaryOf(citation));
  }
}

let opened: Promise<Database> | undefined;

/** The database, opened once in a context and again where it was closed from outside. */
export function citationDatabase(): Promise<Database> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    async upgrade(db, from, _to, transaction) {
      const citations =
        from < 1
          ? db.createObjectStore('citations', { keyPath: 'id' })
          : transaction.objectStore('citations');
      if (from >= 1) citations.deleteIndex('key');
      citations.createIndex('key', 'citation.key');
      citations.createIndex('canonical', 'citation.evidence.canonicalUrl');
      citations.createIndex('text', 'citation.evidence.textSha256');
      citations.createIndex('requests', 'requests', { multiEntry: true });
      citations.createIndex('deleted', 'deletedAt');
      db.createObjectStore('summaries', { keyPath: 'id' }).createIndex('saved', 'savedAt');
      db.createObjectStore('checks', { keyPath: 'id' }).createIndex('citation', 'citationId');
      if (from >= 1) await wrapBareCitations(transaction);
    },
    // Another page of ours wants a newer version: step aside, reopen on the next call.
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((cause: unknown) => {
    opened = undefined;
    throw cause;
  });
  return opened;
}

/**
 * Does work in a transaction and answers when it is on disk; where any of it fails, all is taken back.
 */
export async function allOrNothing<T>(
  transaction: { abort(): void; done: Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  try {
    const result = await work();
    await transaction.done;
    return result;
  } catch (cause) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself, a full disk for example, and took everything back.
    }
    await transaction.done.catch(() => undefined);
    throw cause;
  }
}

/** The row of a citation that is not deleted. */
export function isLive(row: Row): boolean {
  return row.deletedAt === undefined;
}

/** Tells every context of the extension, this one too, that citations changed. */
export function tellChanged(ids: readonly string[]): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  channel.postMessage(ids);
  channel.close();
}

/** Calls back with the ids of citations that changed, in any context. Returns how to stop. */
export function onCitationsChanged(changed: (ids: readonly string[]) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data)) changed(data.filter((id) => typeof id === 'string'));
  });
  return () => channel.close();
}
