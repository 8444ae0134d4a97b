// Imported archives in IndexedDB: their records, and the bytes of those that have no file.

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import type { StoredArchive } from './types.ts';

interface Schema extends DBSchema {
  archives: { key: string; value: unknown };
  /** Bytes in pieces of {@link CHUNK_BYTES}, the last one shorter. */
  chunks: { key: [id: string, index: number]; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'stemma-archives';
const VERSION = 1;

/**
 * A bucket is about 1.4 KB, so most reads touch one piece. Chromium moves values above 64 KiB into
 * a file of their own, which makes a read several times slower.
 */
export const CHUNK_BYTES = 16_384;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const Info = v.object({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  name: v.string(),
  builder: v.string(),
  created: v.string(),
  profile: v.picklist(['std', 'lite']),
  normaliser: v.string(),
  documents: count,
  formatVersion: count,
  bytes: count,
});

const Record = v.object({
  id: v.string(),
  kept: v.picklist(['opfs', 'indexeddb']),
  why: v.array(v.string()),
  info: Info,
  signature: v.exactOptional(
    v.variant('state', [
      v.object({ state: v.literal('valid'), fingerprint: v.string() }),
      v.object({ state: v.literal('invalid'), detail: v.string() }),
    ]),
  ),
  bytes: count,
  file: v.string(),
  imported: v.string(),
}) satisfies v.GenericSchema<unknown, StoredArchive>;

let opened: Promise<Database> | undefined;

/** The database, opened once; anew after the browser closed it. */
export function database(): Promise<Database> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('archives', { keyPath: 'id' });
      db.createObjectStore('chunks');
    },
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

/** How often work is begun again on a fresh connection before its error counts. */
const ATTEMPTS = 3;

/** A connection that the browser took away fails with one of these; the data is still there. */
function isLostConnection(cause: unknown): boolean {
  return (
    cause instanceof DOMException &&
    ['InvalidStateError', 'AbortError', 'UnknownError'].includes(cause.name)
  );
}

/** Does work that may be repeated; a lost connection is opened again, a few times. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const connection = database();
    try {
      return await work(await connection);
    } catch (cause) {
      if (!isLostConnection(cause) || attempt === ATTEMPTS) throw cause;
      if (opened === connection) opened = undefined;
      (await connection.catch(() => undefined))?.close();
    }
  }
}

/** Imported archives, oldest first. A record of another version is left where it is. */
export async function storedArchives(): Promise<StoredArchive[]> {
  const stored = await withDatabase((db) => db.getAll('archives'));
  return stored
    .flatMap((value) => {
      const parsed = v.safeParse(Record, value);
      return parsed.success ? [parsed.output] : [];
    })
    .toSorted((x, y) => x.imported.localeCompare(y.imported));
}

/** The ids of all records, also of those that this version cannot read: their bytes are theirs. */
export function storedIds(): Promise<string[]> {
  return withDatabase((db) => db.getAllKeys('archives'));
}

/** Makes an archive live and the ones it replaces dead, at once; answers when it is on disk. */
export function putArchive(archive: StoredArchive, replaced: readonly string[]): Promise<void> {
  return withDatabase(async (db) => {
    const transaction = db.transaction('archives', 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...replaced.map((id) => transaction.store.delete(id)),
      transaction.store.put(archive),
      transaction.done,
    ]);
  });
}

/** Takes an archive out of use. Its bytes are swept afterwards. */
export function deleteArchive(id: string): Promise<void> {
  return withDatabase(async (db) => {
    const transaction = db.transaction('archives', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.delete(id), transaction.done]);
  });
}

/** All pieces of one archive. */
export function chunksOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

/** Ids that have pieces, live or not. */
export function idsWithChunks(): Promise<string[]> {
  return withDatabase(async (db) => {
    const ids: string[] = [];
    const { store } = db.transaction('chunks');
    let cursor = await store.openKeyCursor();
    while (cursor !== null) {
      const [id] = cursor.key;
      ids.push(id);
      cursor = await cursor.continue([id, Number.MAX_SAFE_INTEGER]);
    }
    return ids;
  });
}

export function deleteChunks(id: string): Promise<void> {
  return withDatabase((db) => db.delete('chunks', chunksOf(id)));
}
