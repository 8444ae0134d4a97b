// Import of a pack: whole or not at all, whatever happens on the way.

import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import 'fake-indexeddb/auto';
import { Archive } from '../../../src/archive/reader.ts';
import { PackWriter } from '../../../src/archive/writer.ts';
import type * as Database from '../../../src/platform/archive-store/database.ts';
import type * as Importing from '../../../src/platform/archive-store/import-pack.ts';
import type { Imported, ImportOptions } from '../../../src/platform/archive-store/import-pack.ts';
import type * as Opening from '../../../src/platform/archive-store/open.ts';
import type * as Sweeping from '../../../src/platform/archive-store/sweep.ts';
import { documentOf } from '../../support/packs.ts';
import { randomParagraphs } from '../../support/random-text.ts';
import { type FakeStorage, useFakeStorage } from './fake-files.ts';

vi.mock('../../../src/platform/browser.ts', () => ({ browser: {} }));

async function packFile(
  of: { name?: string; created?: string; seed?: number; documents?: number } = {},
): Promise<File> {
  const { name = 'Harbour', created = '2026-02-02T00:00:00Z', seed = 1, documents = 3 } = of;
  const writer = new PackWriter({ name, builder: 'stemma test', created, profile: 'std' });
  for (let i = 0; i < documents; i++) {
    writer.add(documentOf({ id: `d${i}`, paragraphs: randomParagraphs(200, seed * 100 + i) }));
  }
  const { bytes } = await writer.finish();
  return new File([bytes], `${name.toLowerCase()}.stemma`);
}

let storage: FakeStorage;
let modules: typeof Database & typeof Importing & typeof Opening & typeof Sweeping;

beforeEach(async () => {
  storage = useFakeStorage();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.resetModules();
  modules = {
    ...(await import('../../../src/platform/archive-store/database.ts')),
    ...(await import('../../../src/platform/archive-store/import-pack.ts')),
    ...(await import('../../../src/platform/archive-store/open.ts')),
    ...(await import('../../../src/platform/archive-store/sweep.ts')),
  };
});
afterEach(() => vi.unstubAllGlobals());

function importing(file: File, options: Partial<ImportOptions> = {}): Promise<Imported> {
  return modules.importPack(file, {
    signal: new AbortController().signal,
    progress: () => undefined,
    ...options,
  });
}

/** What is live, read through to its documents. */
async function live(): Promise<string[]> {
  const stored = await modules.storedArchives();
  return Promise.all(
    stored.map(async (one) => {
      const archive = await Archive.open(new modules.StoredSource(one));
      const last = await archive.document(one.info.documents - 1);
      return `${one.info.name} ${last.id} ${one.kept}`;
    }),
  );
}

/** Everything that takes room: files, and ids with pieces. */
async function remains(): Promise<number> {
  return storage.files.size + (await modules.idsWithChunks()).length;
}

const PLACES = [
  ['a file', {}],
  ['the database', { places: ['indexeddb'] }],
] as const;

describe.each(PLACES)('kept in %s', (_, place) => {
  const options: Partial<ImportOptions> = 'places' in place ? { places: place.places } : {};
  const kept = 'places' in place ? 'indexeddb' : 'opfs';

  it('is live once its record is written', async () => {
    const steps: [string, number][] = [];
    const outcome = await importing(await packFile(), {
      ...options,
      progress: (step, share) => steps.push([step, share]),
    });
    expect(outcome).toMatchObject({ is: 'imported', replaced: [], archive: { kept, why: [] } });
    expect(await live()).toEqual([`Harbour d2 ${kept}`]);
    expect(new Set(steps.map(([step]) => step))).toEqual(new Set(['writing', 'checking']));
    const shares = steps.map(([, share]) => share);
    expect(shares).toEqual(shares.toSorted((x, y) => x - y));
    expect(shares.at(-1)).toBe(1);
  });

  it('leaves nothing when it is cancelled half-way, and the one before is intact', async () => {
    await importing(await packFile({ name: 'Before' }), options);
    for (const at of ['writing', 'checking']) {
      const cancelling = new AbortController();
      const ends = importing(await packFile({ name: 'Half', seed: 2 }), {
        ...options,
        signal: cancelling.signal,
        progress: (step) => {
          if (step === at) cancelling.abort();
        },
      });
      await expect(ends, at).rejects.toMatchObject({ name: 'AbortError' });
      expect(await live()).toEqual([`Before d2 ${kept}`]);
      expect(await remains()).toBe(1);
    }
  });

  it('is removed with its bytes', async () => {
    const { archive } = await importing(await packFile(), options);
    await modules.removeArchive(archive.id);
    expect(await live()).toEqual([]);
    expect(await remains()).toBe(0);
  });
});

describe('a disk that is full', () => {
  it('part-way through: says how much, keeps nothing of it, and the others work', async () => {
    await importing(await packFile({ name: 'Before' }));
    storage.room = storage.used + 1000;
    storage.estimated = 2 ** 40;
    await expect(importing(await packFile({ name: 'Big', seed: 2 }))).rejects.toMatchObject({
      name: 'NoRoomError',
      needed: expect.any(Number),
    });
    expect(await live()).toEqual(['Before d2 opfs']);
    expect(await remains()).toBe(1);
  });

  it('known beforehand: nothing is written', async () => {
    storage.estimated = 5_000_000;
    const file = await packFile();
    await expect(
      importing(new File([file, new Uint8Array(1_000_000)], 'big.stemma')),
    ).rejects.toMatchObject({ name: 'NoRoomError', free: 5_000_000 });
    expect(await remains()).toBe(0);
  });

  it('in the database: the same', async () => {
    await importing(await packFile({ name: 'Before' }), { places: ['indexeddb'] });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function refuse(
      this: IDBObjectStore,
    ) {
      this.transaction.abort();
      throw new DOMException('full', 'QuotaExceededError');
    });
    const error = await importing(await packFile({ name: 'Big', seed: 2 }), {
      places: ['indexeddb'],
    }).catch((cause: unknown) => cause);
    put.mockRestore();
    expect(error).toMatchObject({ name: 'NoRoomError' });
    expect(await live()).toEqual(['Before d2 indexeddb']);
    expect(await remains()).toBe(1);
  });
});

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

describe('a file that is no good', () => {
  it.each([
    [
      'something else',
      'not-a-pack',
      async () => new TextEncoder().encode('<!doctype html>'.repeat(60)),
    ],
    ['nothing', 'not-a-pack', async () => new Uint8Array()],
    ['cut short', 'truncated', async () => (await bytesOf(await packFile())).slice(0, -90)],
    [
      'of a future version',
      'future-version',
      async () => {
        const bytes = await bytesOf(await packFile());
        new DataView(bytes.buffer).setUint16(8, 2, true);
        return bytes;
      },
    ],
    [
      'damaged in its middle',
      'damaged',
      async () => {
        const bytes = await bytesOf(await packFile());
        const at = bytes.length >> 1;
        bytes[at] = (bytes[at] ?? 0) ^ 4;
        return bytes;
      },
    ],
  ] as const)('%s: is refused by name and leaves nothing', async (_, code, make) => {
    const file = new File([await make()], 'bad.stemma');
    await expect(importing(file)).rejects.toMatchObject({ name: 'ArchiveError', code });
    expect(await remains()).toBe(0);
    expect(await live()).toEqual([]);
  });
});

describe('an archive that is there', () => {
  it('is known by its SHA-256, under whatever name', async () => {
    const file = await packFile();
    await importing(file);
    const again = await importing(new File([file], 'other-name.stemma'));
    expect(again).toMatchObject({ is: 'known', archive: { file: 'harbour.stemma' } });
    expect(await remains()).toBe(1);
  });

  it('is replaced by a newer build of its name, and not by an older one', async () => {
    await importing(await packFile({ created: '2026-02-02T00:00:00Z' }));
    const newer = await importing(
      await packFile({ created: '2026-03-02T00:00:00Z', seed: 2, documents: 5 }),
    );
    expect(newer).toMatchObject({ is: 'imported', replaced: [{ documents: 3 }] });
    expect(await live()).toEqual(['Harbour d4 opfs']);
    const older = await importing(await packFile({ created: '2026-01-02T00:00:00Z', seed: 3 }));
    expect(older).toMatchObject({ is: 'older' });
    expect(await live()).toEqual(['Harbour d4 opfs']);
    expect(await remains()).toBe(1);
  });

  it('takes its own place again when its bytes did not hold', async () => {
    const file = await packFile();
    const { archive } = await importing(file);
    const stored = storage.files.get(`${archive.id}.stemma`);
    if (stored === undefined) throw new Error('no file was kept');
    stored.bytes = stored.bytes.slice(0, 700);
    await importing(file, { again: true });
    expect(await live()).toEqual(['Harbour d2 opfs']);
    expect(await remains()).toBe(1);
  });
});

it('two windows that import the same: one wins, the other hears of it', async () => {
  const file = await packFile();
  const steps: string[] = [];
  const both = await Promise.all([
    importing(file),
    importing(file, { progress: (step) => steps.push(step) }),
  ]);
  expect(steps).toEqual(['waiting']);
  expect(both.map(({ is }) => is).toSorted()).toEqual(['imported', 'known']);
  expect(await remains()).toBe(1);
});

it('goes to the database where there are no files, and says why', async () => {
  storage.hasFiles = false;
  const { archive } = await importing(await packFile());
  expect(archive).toMatchObject({ kept: 'indexeddb' });
  expect(archive.why).toEqual([expect.stringContaining('not in private windows')]);
  expect(await live()).toEqual(['Harbour d2 indexeddb']);
});

it('sweeps what an import left that nobody ended', async () => {
  const { archive } = await importing(await packFile());
  storage.files.set('left-over.stemma', { bytes: new Uint8Array(9), held: false });
  await modules.withDatabase((db) => db.put('chunks', new Uint8Array(9), ['left-over', 0]));
  await modules.sweepArchives();
  expect([...storage.files.keys()]).toEqual([`${archive.id}.stemma`]);
  expect(await modules.idsWithChunks()).toEqual([]);
});
