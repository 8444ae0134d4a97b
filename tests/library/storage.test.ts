// Citations on disk: nothing twice, nothing lost, nobody's change overwritten unseen.

import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problemOf } from '../../src/provenance/problems.ts';
import { citationOf, quoteOf, sha } from './citations.ts';

/** What one window has in memory. */
async function openWindow() {
  vi.resetModules();
  const [store, library, database] = await Promise.all([
    import('../../src/platform/citations.ts'),
    import('../../src/platform/citation-library.ts'),
    import('../../src/platform/citation-db.ts'),
  ]);
  return { store, library, database };
}

let { store, library, database } = await openWindow();

/** Another window, or the worker after its death: the same disk, nothing in memory. */
async function openAnother(): Promise<void> {
  ({ store, library, database } = await openWindow());
}

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await openAnother();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const ids = async (): Promise<string[]> => (await library.allCitations()).map(({ id }) => id);

describe('a save', () => {
  test('asked twice with the same request is done once, also after the worker died', async () => {
    const first = await store.saveCitation(citationOf('a'), 'click 1');
    await openAnother();
    const again = await store.saveCitation(citationOf('b', { key: 'elsewhere' }), 'click 1');
    expect(again).toEqual(first);
    expect(first).toMatchObject({ isNew: true, citation: { id: 'a' } });
    expect(await ids()).toEqual(['a']);
  });

  test('of a page that is saved answers that citation, and adds the quotes', async () => {
    await store.saveCitation(citationOf('a', { quotes: [quoteOf('one')] }), 'click 1');
    const { key } = citationOf('a');
    const more = citationOf('b', { key, quotes: [quoteOf('one'), quoteOf('two')] });
    const saved = await store.saveCitation(more, 'click 2');
    expect(saved.isNew).toBe(false);
    expect(saved.citation).toMatchObject({ id: 'a', revision: 2 });
    expect(saved.citation.quotes.map(({ quote }) => quote.exact)).toEqual(['one', 'two']);
    expect(await ids()).toEqual(['a']);
  });

  test('names other citations of the same text, address or canonical address', async () => {
    const evidence = citationOf('a').evidence;
    await store.saveCitation(citationOf('a'), '1');
    await store.saveCitation(citationOf('other'), '2');
    const copy = citationOf('copy', {
      ...(evidence && { evidence: { ...evidence, pageUrl: 'https://mirror.example/a' } }),
    });
    expect((await store.saveCitation(copy, '3')).alike).toEqual(['a']);
    expect(await store.alikeCitations(copy)).toEqual(['a']);
    await store.removeCitation('a');
    expect(await store.alikeCitations(copy)).toEqual([]);
  });

  test('after a removal is a new one, and the removal can still be undone', async () => {
    await store.saveCitation(citationOf('a'), '1');
    await store.removeCitation('a');
    expect(await ids()).toEqual([]);
    expect(await store.findCitation(citationOf('a').item.URL ?? '')).toBeUndefined();
    await store.restoreCitation('a');
    expect(await store.findCitation(citationOf('a').item.URL ?? '')).toEqual(citationOf('a'));
    expect((await library.allSummaries()).map(({ id }) => id)).toEqual(['a']);
  });

  test('to a full disk leaves nothing behind, and says that it was full', async () => {
    await store.saveCitation(citationOf('a'), '1');
    const put = Reflect.get(IDBObjectStore.prototype, 'put');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(
      this: IDBObjectStore,
      ...args
    ) {
      // The first half of the save fits, the second does not.
      if (this.name === 'summaries') throw new DOMException('disk full', 'QuotaExceededError');
      return Reflect.apply(put, this, args);
    });
    const failed = store.saveCitation(citationOf('b'), '2');
    await expect(failed).rejects.toThrow('disk full');
    expect(problemOf(await failed.catch((cause: unknown) => cause)).code).toBe('storage-full');
    vi.restoreAllMocks();
    expect(await ids()).toEqual(['a']);
    await store.saveCitation(citationOf('b'), '2');
    expect((await ids()).toSorted()).toEqual(['a', 'b']);
  });
});

describe('a change', () => {
  test('names the revision it edits; the second of two windows is told and loses nothing', async () => {
    const { citation } = await store.saveCitation(citationOf('a'), '1');
    const mine = { ...citation, note: 'mine' };
    const theirs = { ...citation, note: 'theirs' };
    await library.changeCitations([{ id: 'a', from: 1, to: theirs }]);
    const conflict = await library
      .changeCitations([{ id: 'a', from: 1, to: mine }])
      .catch((cause: unknown) => cause);
    expect(conflict).toBeInstanceOf(library.RevisionConflictError);
    expect(conflict).toMatchObject({ id: 'a', theirs: { note: 'theirs', revision: 2 } });
    expect(await library.citationsById(['a'])).toMatchObject([{ note: 'theirs', revision: 2 }]);
  });

  test('of many is made whole or not at all', async () => {
    const { citation: a } = await store.saveCitation(citationOf('a'), '1');
    const { citation: b } = await store.saveCitation(citationOf('b'), '2');
    const tagged = { ...a, tags: ['bells'] };
    const changes = [
      { id: 'a', from: 1, to: tagged },
      { id: 'b', from: 7, to: b },
    ];
    await expect(library.changeCitations(changes)).rejects.toThrow(/revision 7 of it was edited/);
    expect(await library.citationsById(['a'])).toMatchObject([{ tags: [], revision: 1 }]);
  });

  test('can be taken back, unless somebody changed it since', async () => {
    const { citation } = await store.saveCitation(citationOf('a', { note: 'first' }), '1');
    const made = await library.changeCitations([
      { id: 'a', from: 1, to: { ...citation, note: 'second' } },
    ]);
    await library.undoChanges(made);
    expect(await library.citationsById(['a'])).toMatchObject([{ note: 'first', revision: 3 }]);
    await expect(library.undoChanges(made)).rejects.toThrow(library.RevisionConflictError);
  });

  test('that deletes is taken back with everything, until it is purged', async () => {
    const { citation } = await store.saveCitation(citationOf('a', { tags: ['x'] }), '1');
    const made = await library.changeCitations([{ id: 'a', from: 1, to: null }]);
    expect(await ids()).toEqual([]);
    expect(await library.purgeDeleted()).toBe(0);
    await library.undoChanges(made);
    expect(await library.citationsById(['a'])).toMatchObject([
      { ...citation, revision: 2, updatedAt: expect.any(String) },
    ]);
    await library.changeCitations([{ id: 'a', from: 2, to: null }]);
    expect(await library.purgeDeleted(Date.now() + 2 * 60 * 60 * 1000)).toBe(1);
    await store.restoreCitation('a');
    expect(await ids()).toEqual([]);
  });

  test('is told to every window', async () => {
    const told: (readonly string[])[] = [];
    const stop = database.onCitationsChanged((changed) => told.push(changed));
    await store.saveCitation(citationOf('a'), '1');
    await vi.waitFor(() => expect(told).toEqual([['a']]));
    stop();
  });
});

describe('a list', () => {
  test('begins with what was saved last', async () => {
    for (const day of ['03', '09', '05', '01']) {
      const savedAt = `2026-03-${day}T12:00:00+02:00`;
      await store.saveCitation(citationOf(day, { savedAt }), day);
    }
    const latest = (await library.latestSummaries(3)).map(({ id }) => id);
    expect(latest).toEqual(['09', '05', '03']);
    expect(await library.allSummaries()).toHaveLength(4);
  });
});

describe('the database of version 1', () => {
  test('is brought to this one with everything in it, also what cannot be read', async () => {
    const { item, evidence } = citationOf('old');
    const published = evidence?.published?.value;
    const { revision: _r, edits: _e, quotes: _q, tags: _t, ...rest } = citationOf('old');
    const { collections: _c, note: _n, updatedAt: _u, ...bare } = rest;
    const old = { ...bare, version: 1, item, evidence: { ...evidence, published } };
    const db = await openDB('stemma', 1, {
      upgrade(made) {
        made
          .createObjectStore('citations', { keyPath: 'id' })
          .createIndex('key', 'key', { unique: true });
      },
    });
    await db.put('citations', old);
    await db.put('citations', { id: 'odd', key: 'odd', version: 99, kept: true });
    db.close();

    expect(await library.allCitations()).toMatchObject([
      { id: 'old', version: 2, revision: 1, evidence: { textSha256: sha('old') } },
    ]);
    expect((await library.allSummaries()).map(({ id }) => id)).toEqual(['old']);
    expect(await library.countUnreadable()).toBe(1);
    const rows = await (await database.citationDatabase()).getAll('citations');
    expect(rows.find(({ id }) => id === 'odd')?.citation).toMatchObject({
      version: 99,
      kept: true,
    });
    expect(await store.findCitation(item.URL ?? '')).toMatchObject({ id: 'old' });
  });
});
