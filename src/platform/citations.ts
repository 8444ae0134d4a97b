// Saved citations in IndexedDB. A save is answered when it is on disk.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { addressKey } from '../article/url.ts';
import type { Citation } from '../citation/types.ts';
import { InvalidCitationError, parseCitation } from '../citation/validate.ts';

interface Schema extends DBSchema {
  citations: { key: string; value: unknown; indexes: { key: string } };
}

const NAME = 'stemma';
const VERSION = 1;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      const citations = db.createObjectStore('citations', { keyPath: 'id' });
      citations.createIndex('key', 'key', { unique: true });
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
 * Saves a citation unless the same page is saved already, and answers what is stored.
 *
 * The promise resolves after the transaction is on disk (`durability: 'strict'`), so that a
 * confirmation shown is a citation kept.
 */
export async function saveCitation(citation: Citation): Promise<Citation> {
  const db = await database();
  const transaction = db.transaction('citations', 'readwrite', { durability: 'strict' });
  const existing = await transaction.store.index('key').get(citation.key);
  if (existing !== undefined) {
    await transaction.done;
    return parseCitation(existing);
  }
  await transaction.store.put(citation);
  await transaction.done;
  return citation;
}

export async function removeCitation(id: string): Promise<void> {
  const db = await database();
  const transaction = db.transaction('citations', 'readwrite', { durability: 'strict' });
  await transaction.store.delete(id);
  await transaction.done;
}

/** The saved citation of a page, by its address. */
export async function findCitation(url: string): Promise<Citation | undefined> {
  const key = addressKey(url);
  if (key === undefined) return undefined;
  const found = await (await database()).getFromIndex('citations', 'key', key);
  return found === undefined ? undefined : parseCitation(found);
}

function readable(stored: unknown): Citation[] {
  try {
    return [parseCitation(stored)];
  } catch (cause) {
    if (cause instanceof InvalidCitationError) return [];
    throw cause;
  }
}

/**
 * All saved citations that this version can read, latest first. One that it cannot read stays where
 * it is and does not keep the others from being exported.
 */
export async function allCitations(): Promise<Citation[]> {
  const stored = await (await database()).getAll('citations');
  return stored.flatMap(readable).toSorted((x, y) => y.savedAt.localeCompare(x.savedAt));
}
