// Content scripts on allowed sites: exactly those, and one change at a time.

import { beforeEach, expect, test } from 'vitest';
import { WATCH } from './fake-platform.ts';
import { gate, settle, startWorker } from './worker.ts';

const SHIPPED = 'https://gazette.example/*';
const ALLOWED = 'https://mirror.example/*';
const OTHER = 'https://other.example/*';

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeEach(async () => {
  worker = await startWorker();
  worker.platform.declared = [SHIPPED];
});

const matches = () => [...worker.platform.registered.values()].map((script) => script.matches);

test('registers the sites that a person allowed, not those of the manifest', async () => {
  const { platform, syncSites } = worker;
  platform.granted = [SHIPPED, ALLOWED, OTHER];
  await syncSites();
  expect([...platform.registered.values()]).toEqual([
    {
      id: 'watch',
      js: [WATCH],
      matches: [ALLOWED, OTHER],
      runAt: 'document_end',
      allFrames: false,
      persistAcrossSessions: true,
    },
  ]);
});

test('follows what is granted and withdrawn, to the last', async () => {
  const { platform, syncSites, answer } = worker;
  await syncSites();
  expect(matches()).toEqual([]);
  platform.granted = [SHIPPED, ALLOWED];
  const message = { call: 'sites/sync', of: {} } as const;
  expect(await answer({ from: 'popup', message })).toEqual({ ok: true, value: null });
  expect(matches()).toEqual([[ALLOWED]]);
  platform.granted = [SHIPPED, OTHER];
  await syncSites();
  expect(matches()).toEqual([[OTHER]]);
  platform.granted = [SHIPPED];
  await syncSites();
  expect(matches()).toEqual([]);
});

test('waits its turn, and reads what is allowed when its turn has come', async () => {
  const { platform, syncSites } = worker;
  const slow = gate();
  platform.beforeRegister = () => slow.promise;
  platform.granted = [ALLOWED];
  const first = syncSites();
  await settle();
  platform.granted = [ALLOWED, OTHER];
  const second = syncSites();
  platform.granted = [OTHER];
  await settle();
  expect(matches()).toEqual([]);
  slow.open();
  // Both at once would register the same script twice, which browsers refuse.
  await Promise.all([first, second]);
  expect(matches()).toEqual([[OTHER]]);
});

test('a failure is told to its caller and does not stop the next', async () => {
  const { platform, syncSites } = worker;
  platform.granted = [ALLOWED];
  platform.beforeRegister = () => Promise.reject(new Error('no room for scripts'));
  const failing = syncSites();
  const next = syncSites().catch(() => 'failed too');
  await expect(failing).rejects.toThrow('no room for scripts');
  expect(await next).toBe('failed too');
  platform.beforeRegister = async () => {};
  await syncSites();
  expect(matches()).toEqual([[ALLOWED]]);
});
