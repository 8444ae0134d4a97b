// Byte sources of the browser: the right bytes, late if need be, never wrong ones.

import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import 'fake-indexeddb/auto';
import type { ByteRange } from '../../../src/archive/types.ts';
import type { StoredArchive } from '../../../src/platform/archive-store/types.ts';
import { randomNumbers } from '../../support/random-text.ts';
import { type FakeStorage, useFakeStorage } from './fake-files.ts';

/** Readers that were connected to, and what the next one does. */
const readers = vi.hoisted(() => ({
  connect: [] as (() => MessagePort)[],
  made: 0,
}));
vi.mock('../../../src/platform/archive-store/connect.ts', () => ({
  connectReader: async () => {
    const next = readers.connect[readers.made++];
    if (next === undefined) throw new Error('no reader can be made');
    return next();
  },
  dropReader: () => undefined,
}));

const BYTES = new Uint8Array(20 * 2 ** 20);
const next = randomNumbers(5);
for (let i = 0; i < BYTES.length; i += 7) BYTES[i] = next() * 256;

const record: StoredArchive = {
  id: 'one',
  kept: 'opfs',
  why: [],
  info: {
    sha256: 'a'.repeat(64),
    name: 'One',
    builder: 'stemma test',
    created: '2026-01-01T00:00:00Z',
    profile: 'std',
    normaliser: 'norm-1',
    documents: 1,
    formatVersion: 1,
    bytes: BYTES.length,
  },
  bytes: BYTES.length,
  file: 'one.stemma',
  imported: '2026-01-02T00:00:00Z',
};

const RANGES: ByteRange[] = [
  { offset: 0, length: 512 },
  { offset: 16_380, length: 10 },
  { offset: 16_384, length: 16_384 },
  { offset: 100_000, length: 90_000 },
  { offset: 5, length: 0 },
  { offset: BYTES.length - 3, length: 3 },
];
const wanted = RANGES.map(({ offset, length }) => BYTES.slice(offset, offset + length));

interface Asked {
  call: number;
  ranges: ByteRange[];
}

/** A reader that answers as `answer` says. */
function reader(answer: (asked: Asked, port: MessagePort) => void): () => MessagePort {
  return () => {
    const { port1, port2 } = new MessageChannel();
    port2.addEventListener('message', ({ data }: MessageEvent<Asked>) => answer(data, port2));
    port2.start();
    opened.push(port1, port2);
    return port1;
  };
}
const opened: MessagePort[] = [];

function bytesOf({ ranges }: Asked): ArrayBuffer {
  const all = new Uint8Array(ranges.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const { offset, length } of ranges) {
    all.set(BYTES.subarray(offset, offset + length), at);
    at += length;
  }
  return all.buffer;
}
const right = reader((asked, port) =>
  port.postMessage({ call: asked.call, bytes: bytesOf(asked) }, []),
);
const silent = reader(() => undefined);

let storage: FakeStorage;
async function load() {
  return {
    ...(await import('../../../src/platform/archive-store/open.ts')),
    ...(await import('../../../src/platform/archive-store/database.ts')),
    ...(await import('../../../src/platform/archive-store/indexeddb-source.ts')),
  };
}
let modules: Awaited<ReturnType<typeof load>>;

beforeEach(async () => {
  storage = useFakeStorage();
  storage.files.set('one.stemma', { bytes: BYTES, held: false });
  vi.stubGlobal('indexedDB', new IDBFactory());
  readers.connect = [];
  readers.made = 0;
  vi.resetModules();
  modules = await load();
});
afterEach(() => {
  for (const port of opened.splice(0)) port.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Writes the bytes as an import would. */
async function intoDatabase(): Promise<void> {
  const { CHUNK_BYTES, withDatabase } = modules;
  await withDatabase(async (db) => {
    const { store, done } = db.transaction('chunks', 'readwrite');
    for (let at = 0; at < BYTES.length; at += CHUNK_BYTES) {
      void store.put(BYTES.slice(at, at + CHUNK_BYTES), ['one', at / CHUNK_BYTES]);
    }
    await done;
  });
}

describe('the reader of files', () => {
  it('answers many ranges with one message, in their order', async () => {
    let messages = 0;
    readers.connect = [
      reader((asked, port) => {
        messages++;
        port.postMessage({ call: asked.call, bytes: bytesOf(asked) }, []);
      }),
    ];
    const source = new modules.StoredSource(record);
    expect(await source.readMany(RANGES)).toEqual(wanted);
    expect(messages).toBe(1);
    const single = await Promise.all(
      RANGES.map(({ offset, length }) => source.read(offset, length)),
    );
    expect(single).toEqual(wanted);
    expect(messages).toBe(2);
    expect(source.reading).toBe('sync-handle');
  });

  it('that says nothing is given up, and another one answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    readers.connect = [silent, right];
    const source = new modules.StoredSource(record);
    const reading = source.readMany(RANGES);
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(500);
      expect(readers.made).toBe(2);
    });
    expect(await reading).toEqual(wanted);
    expect(source.reading).toBe('sync-handle');
    expect(source.why).toEqual([]);
  });

  it('that dies is heard of by its lock, without waiting', async () => {
    const dying = reader((_, port) => {
      port.postMessage({ life: 'its life' }, []);
    });
    vi.stubGlobal('navigator', {
      ...storage.navigator,
      locks: {
        request: (name: string, _: unknown, work: () => void) =>
          new Promise<void>((done) => {
            if (name !== 'its life') return;
            work();
            done();
          }),
      },
    });
    readers.connect = [dying, right];
    expect(await new modules.StoredSource(record).readMany(RANGES)).toEqual(wanted);
    expect(readers.made).toBe(2);
  });

  it.each([
    ['too few bytes', (asked: Asked) => ({ call: asked.call, bytes: new ArrayBuffer(9) })],
    ['an error', (asked: Asked) => ({ call: asked.call, failed: 'NotReadableError: no' })],
  ])('that answers %s is not believed: the file is read another way', async (_, answer) => {
    readers.connect = [reader((asked, port) => port.postMessage(answer(asked), []))];
    const source = new modules.StoredSource(record);
    expect(await source.readMany(RANGES)).toEqual(wanted);
    expect(source.reading).toBe('slices');
    expect(source.why).toEqual([expect.stringMatching(/^sync-handle: ./)]);
  });

  it('that answers another call is not heard', async () => {
    readers.connect = [
      reader((asked, port) => {
        port.postMessage({ call: asked.call + 1, bytes: new ArrayBuffer(8) }, []);
        port.postMessage('anything', []);
        port.postMessage({ call: asked.call, bytes: bytesOf(asked) }, []);
      }),
    ];
    expect(await new modules.StoredSource(record).readMany(RANGES)).toEqual(wanted);
  });

  it('that cannot be made leaves slices of the file', async () => {
    const source = new modules.StoredSource(record);
    expect(await source.readMany(RANGES)).toEqual(wanted);
    expect(source.reading).toBe('slices');
    expect(source.why).toEqual([expect.stringContaining('no reader can be made')]);
  });

  it('is not waited for once nobody wants the answer', async () => {
    readers.connect = [silent];
    const source = new modules.StoredSource(record);
    const leaving = new AbortController();
    const reading = source.readMany(RANGES, leaving.signal);
    await vi.waitFor(() => expect(readers.made).toBe(1));
    leaving.abort();
    await expect(reading).rejects.toBe(leaving.signal.reason);
    expect(source.reading).toBe('sync-handle');
  });
});

describe('IndexedDB', () => {
  it('answers ranges over one, two and many pieces', async () => {
    await intoDatabase();
    const source = new modules.StoredSource({ ...record, kept: 'indexeddb' });
    expect(await source.readMany(RANGES)).toEqual(wanted);
    expect(source.reading).toBe('indexeddb');
  });

  it('asks for all of a lookup in one transaction', async () => {
    await intoDatabase();
    const source = new modules.IndexedDbSource('one.stemma', 'one', BYTES.length);
    const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await Promise.all(RANGES.map(({ offset, length }) => source.read(offset, length)));
    expect(transactions).toHaveBeenCalledTimes(1);
    transactions.mockRestore();
  });

  it('is opened again when the browser took the connection away', async () => {
    await intoDatabase();
    const source = new modules.StoredSource({ ...record, kept: 'indexeddb' });
    await source.read(0, 9);
    (await modules.database()).close();
    expect(await source.readMany(RANGES)).toEqual(wanted);
  });

  it('names a piece that is missing or short instead of answering', async () => {
    await intoDatabase();
    const { withDatabase } = modules;
    const source = new modules.StoredSource({ ...record, kept: 'indexeddb' });
    await withDatabase((db) => db.put('chunks', new Uint8Array(5), ['one', 7]));
    await expect(source.read(100_000, 90_000)).rejects.toThrow(/piece 7 is not whole/);
    await withDatabase((db) => db.delete('chunks', ['one', 7]));
    await expect(source.read(100_000, 90_000)).rejects.toThrow(/one\.stemma/);
    await expect(source.read(7 * 16_384 + 3, 20)).rejects.toThrow(/one\.stemma/);
  });
});

it('a range outside of the pack is refused whatever the way, and changes none', async () => {
  const source = new modules.StoredSource(record);
  readers.connect = [right];
  await expect(source.read(BYTES.length - 1, 2)).rejects.toBeInstanceOf(RangeError);
  await expect(source.readMany([{ offset: -1, length: 2 }])).rejects.toBeInstanceOf(RangeError);
  expect(source.reading).toBe('sync-handle');
});

it('a small pack is read whole', async () => {
  const small = BYTES.slice(0, 5000);
  storage.files.set('one.stemma', { bytes: small, held: false });
  const source = new modules.StoredSource({ ...record, bytes: small.length });
  expect(await source.read(4990, 10)).toEqual(small.slice(4990));
  expect(source.reading).toBe('memory');
  storage.files.delete('one.stemma');
  expect(await source.read(0, 5)).toEqual(small.slice(0, 5));
});

it('a file of another length than its record is not believed', async () => {
  storage.files.set('one.stemma', { bytes: BYTES.slice(1), held: false });
  const source = new modules.StoredSource(record);
  await expect(source.read(0, 5)).rejects.toThrow(/20971519 bytes of 20971520/);
});
