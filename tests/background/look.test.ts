// A look at a page: what is kept and shown, which of two looks wins, and how a look ends that fails.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TabState } from '../../src/provenance/tab-state.ts';
import { READ, WATCH } from './fake-platform.ts';
import {
  BELL,
  BELL_COPY,
  BELL_URL,
  FERRY_COPY,
  gate,
  keep,
  kept,
  OTHER_PACK,
  PACK,
  quotaError,
  readingOf,
  readsBell,
  readsFerry,
  restartWorker,
  settle,
  startWorker,
} from './worker.ts';

const TAB = 7;
const AT = '2026-01-02T03:04:05.000Z';

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeEach(async () => {
  worker = await startWorker();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a look that ends well', () => {
  test('keeps and paints "looking" while the page is read', async () => {
    const { platform, look } = worker;
    const reading = gate<unknown>();
    const tab = platform.open(TAB, BELL_COPY, { read: () => reading.promise });
    const looked = look(TAB, BELL_COPY);
    await settle();
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'looking' });
    expect(tab).toMatchObject({ icon: 'looking-light', badgeText: '…', title: 'Stemma: looking' });
    expect(tab.badge).toBeUndefined();
    reading.open(readingOf(BELL_COPY, BELL));
    await looked;
    expect(kept(platform, TAB)?.status).toBe('checked');
  });

  test('keeps the verdict, then paints toolbar and badge', async () => {
    const { platform, look } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
    const paintedAt: string[] = [];
    platform.session.beforeWrite = async (_, value) => {
      paintedAt.push(`${JSON.stringify(value).includes('provenance')} ${tab.icon}`);
    };
    await look(TAB, BELL_COPY);
    // Kept first: what is shown is also there after the worker died.
    expect(paintedAt).toEqual(['false undefined', 'true looking-light']);
    expect(kept(platform, TAB)).toMatchObject({
      url: BELL_COPY,
      status: 'checked',
      page: { url: BELL_COPY, words: 420 },
      provenance: { kind: 'copy', main: { outlet: 'Hill Gazette', samePage: false } },
      problems: [],
    });
    expect(tab).toMatchObject({
      icon: 'copy-light',
      badgeText: '=',
      title: 'Same text as Hill Gazette, 7 May 2024',
      badge: { page: BELL_COPY, state: 'copy', label: 'Same text: Hill Gazette, 7 May 2024' },
    });
  });

  test('keeps no sentence and no link of the page with the tab', async () => {
    const { platform, look } = worker;
    const links = [{ url: 'https://links.example/1', text: 'a link', kind: 'other' as const }];
    platform.open(TAB, BELL_COPY, { read: async () => readingOf(BELL_COPY, BELL, { links }) });
    await look(TAB, BELL_COPY);
    const stored = kept(platform, TAB);
    expect(stored?.status).toBe('checked');
    expect(JSON.stringify(stored)).not.toContain('links.example');
    expect(JSON.stringify(stored)).not.toContain(BELL[3]);
  });

  test('knows the archived original by its address, and a text that nothing holds', async () => {
    const { platform, look } = worker;
    const published = { value: '2024-05-07', from: 'json-ld datePublished' };
    platform.open(1, BELL_URL, { read: async () => readingOf(BELL_URL, BELL, { published }) });
    const other = platform.open(2, FERRY_COPY, { read: readsFerry });
    await Promise.all([look(1, BELL_URL), look(2, FERRY_COPY)]);
    expect(kept(platform, 1)).toMatchObject({ provenance: { kind: 'original' } });
    expect(platform.tabs.get(1)).toMatchObject({ icon: 'earliest-light', badgeText: '1st' });
    expect(kept(platform, 2)).toMatchObject({ provenance: { kind: 'no-match' } });
    expect(other).toMatchObject({ icon: 'no-match-light', badgeText: '' });
    expect(other.badge).toBeUndefined();
  });

  test('says "not an article" with the reader\'s reasons', async () => {
    const { platform, look } = worker;
    const why = ['few-paragraphs'];
    const reading = { ...readingOf(BELL_COPY, BELL), isArticle: false, why };
    const tab = platform.open(TAB, BELL_COPY, { read: async () => reading });
    await look(TAB, BELL_COPY);
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'not-article', why });
    expect(tab.icon).toBe('not-article-light');
  });

  test('drops a fragment that the reader gives', async () => {
    const { platform, look } = worker;
    platform.open(TAB, `${BELL_COPY}#part`, {
      read: async () => readingOf(`${BELL_COPY}#part`, BELL),
    });
    await look(TAB, BELL_COPY);
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
  });

  test('puts the watching script where a click looked at a page without one, and only there', async () => {
    const { platform, look } = worker;
    const clicked = platform.open(1, BELL_COPY, { read: readsBell, watched: false });
    const watched = platform.open(2, BELL_COPY, { read: readsBell });
    await Promise.all([look(1, BELL_COPY), look(2, BELL_COPY)]);
    expect(clicked.did.filter((did) => did.startsWith('run'))).toEqual([
      `run ${READ}`,
      `run ${WATCH}`,
    ]);
    expect(clicked.badge).toMatchObject({ state: 'copy' });
    expect(watched.did.filter((did) => did.startsWith('run'))).toEqual([`run ${READ}`]);
  });
});

describe('which look wins', () => {
  test('a later look overtakes a slow one, whose result is neither kept nor shown', async () => {
    const { platform, look } = worker;
    const slow = gate<unknown>();
    const tab = platform.open(TAB, FERRY_COPY, { read: () => slow.promise });
    const first = look(TAB, FERRY_COPY);
    await settle();
    tab.url = BELL_COPY;
    tab.read = readsBell;
    await look(TAB, BELL_COPY);
    const seen = () => ({ state: kept(platform, TAB), icon: tab.icon, badge: tab.badge });
    const before = structuredClone(seen());
    expect(before).toMatchObject({ state: { url: BELL_COPY }, icon: 'copy-light' });
    slow.open(await readsFerry());
    await first;
    expect(seen()).toEqual(before);
    expect(tab.did).not.toContain('icon no-match-light');
  });

  test('a slow look that fails says nothing after a later one', async () => {
    const { platform, look } = worker;
    const slow = gate<unknown>();
    const tab = platform.open(TAB, FERRY_COPY, { read: () => slow.promise });
    const first = look(TAB, FERRY_COPY);
    await settle();
    Object.assign(tab, { url: BELL_COPY, read: readsBell });
    await look(TAB, BELL_COPY);
    slow.fail(new Error('the document went away'));
    await first;
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
    expect(tab.icon).toBe('copy-light');
  });

  test('looks in two tabs do not disturb each other', async () => {
    const { platform, look } = await startWorker([PACK, OTHER_PACK]);
    const slow = gate<unknown>();
    const first = platform.open(1, FERRY_COPY, { read: () => slow.promise });
    platform.open(2, BELL_COPY, { read: readsBell });
    const looked = look(1, FERRY_COPY);
    await look(2, BELL_COPY);
    expect(kept(platform, 1)).toMatchObject({ status: 'looking' });
    slow.open(await readsFerry());
    await looked;
    expect(kept(platform, 1)).toMatchObject({ url: FERRY_COPY, provenance: { kind: 'copy' } });
    expect(first.badge?.label).toBe('Same text: Bay Courier, 2 May 2024');
  });

  test('a slow answer on which page is there does not undo a later look', async () => {
    const { platform, look } = worker;
    const slow = gate();
    let asked = 0;
    // Asked twice: once the page was read, and again before the verdict is shown.
    const which = () => (++asked === 2 ? slow.promise : Promise.resolve());
    const tab = platform.open(TAB, FERRY_COPY, { read: readsFerry, which });
    const first = look(TAB, FERRY_COPY);
    await vi.waitUntil(() => asked === 2);
    Object.assign(tab, { url: BELL_COPY, read: readsBell });
    await look(TAB, BELL_COPY);
    slow.open();
    await first;
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
    expect(tab.icon).toBe('copy-light');
  });

  test('a verdict on a page that has gone is dropped', async () => {
    const { platform, look } = worker;
    const tab = platform.open(TAB, BELL_COPY, {
      async read() {
        tab.url = 'https://mirror.example/next';
        return readsBell();
      },
    });
    await look(TAB, BELL_COPY);
    expect(kept(platform, TAB)).toBeUndefined();
    expect(tab.badge).toBeUndefined();
    expect(tab.did).not.toContain('icon copy-light');
  });
});

describe('a look that fails', () => {
  test('where no script can run: no access', async () => {
    const { platform, look } = worker;
    const tab = platform.open(TAB, 'about:blank', { scriptable: false, watched: false });
    await look(TAB, 'about:blank');
    expect(kept(platform, TAB)).toMatchObject({ url: 'about:blank', status: 'no-access' });
    expect(tab).toMatchObject({ icon: 'no-access-light', badgeText: '' });
  });

  test('where scripts run but the reader fails: unreadable, with its words', async () => {
    const { platform, look } = worker;
    const tab = platform.open(TAB, BELL_COPY, {
      read: () => Promise.reject(new Error('too much recursion')),
    });
    await look(TAB, BELL_COPY);
    expect(kept(platform, TAB)).toMatchObject({
      url: BELL_COPY,
      status: 'error',
      problem: { code: 'page-unreadable', detail: 'too much recursion' },
    });
    expect(tab).toMatchObject({ icon: 'error-light', badgeText: '!' });
  });

  test.each([
    ['nothing', undefined],
    ['another shape', { isArticle: true, why: [], article: { url: BELL_COPY } }],
  ])('where the reader answers %s: unreadable', async (_, answer) => {
    const { platform, look } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: async () => answer });
    await look(TAB, BELL_COPY);
    expect(kept(platform, TAB)).toMatchObject({
      status: 'error',
      problem: { code: 'page-unreadable' },
    });
    expect(tab.icon).toBe('error-light');
  });

  test('where the reader never answers: given up after 20 seconds, not before', async () => {
    vi.useFakeTimers();
    const { platform, look } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: () => gate<unknown>().promise });
    const looked = look(TAB, BELL_COPY);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(kept(platform, TAB)?.status).toBe('looking');
    await vi.advanceTimersByTimeAsync(1);
    await looked;
    expect(kept(platform, TAB)).toMatchObject({
      status: 'error',
      problem: { code: 'page-unreadable', detail: expect.stringContaining('20000 ms') },
    });
    expect(tab.icon).toBe('error-light');
  });

  test('where the page lets no script begin for ever: given up all the same', async () => {
    vi.useFakeTimers();
    const { platform, look } = worker;
    const tab = platform.open(TAB, BELL_COPY, { watched: false, begins: () => gate().promise });
    void look(TAB, BELL_COPY);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(kept(platform, TAB)?.status).not.toBe('looking');
    expect(tab.icon).not.toBe('looking-light');
  });

  test('where the reader answers in time: no timer is left behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { platform, look } = worker;
    platform.open(TAB, BELL_COPY, { read: readsBell });
    await look(TAB, BELL_COPY);
    expect(kept(platform, TAB)?.status).toBe('checked');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('where matching fails: an error that says what', async () => {
    vi.doMock('../../src/match/match.ts', () => ({
      matchText: () => Promise.reject(new RangeError('chain of 70000 hits')),
    }));
    try {
      const { platform, look } = await startWorker();
      const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
      await look(TAB, BELL_COPY);
      expect(kept(platform, TAB)).toMatchObject({
        url: BELL_COPY,
        status: 'error',
        problem: { code: 'internal', detail: 'RangeError: chain of 70000 hits' },
      });
      expect(tab).toMatchObject({ icon: 'error-light', badgeText: '!' });
    } finally {
      vi.doUnmock('../../src/match/match.ts');
    }
  });

  test('where storage is full from the start: an error in the toolbar, nothing kept', async () => {
    const { platform, look } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
    platform.session.beforeWrite = () => Promise.reject(quotaError());
    await expect(look(TAB, BELL_COPY)).rejects.toThrow(/quota/);
    expect(kept(platform, TAB)).toBeUndefined();
    expect(tab).toMatchObject({ icon: 'error-light', badgeText: '!' });
    expect(tab.title).not.toBe('Stemma: looking');
  });

  test('where the verdict does not fit into storage: an error in the toolbar', async () => {
    const { platform, look } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
    platform.session.beforeWrite = async (_, value) => {
      if (JSON.stringify(value).length > 500) throw quotaError();
    };
    await look(TAB, BELL_COPY).catch(() => undefined);
    expect(tab).toMatchObject({ icon: 'error-light', badgeText: '!' });
    expect(tab.badge).toBeUndefined();
    expect(kept(platform, TAB)?.status).not.toBe('looking');
  });
});

describe('looks that a killed worker left', () => {
  test('are taken up where they stand at "looking", and nowhere else', async () => {
    const { platform } = worker;
    const page = { url: BELL_COPY, at: AT };
    const others: [number, TabState][] = [
      [2, { ...page, status: 'not-article', why: [] }],
      [3, { ...page, status: 'no-access' }],
      [4, { ...page, status: 'error', problem: { code: 'internal', detail: '' } }],
    ];
    platform.open(1, BELL_COPY, { read: readsBell });
    keep(platform, 1, { ...page, status: 'looking' });
    for (const [tabId, state] of others) {
      platform.open(tabId, BELL_COPY, { read: readsBell });
      keep(platform, tabId, state);
    }
    const { resumeLooks } = await restartWorker(platform);
    await resumeLooks();
    expect(kept(platform, 1)).toMatchObject({ status: 'checked', provenance: { kind: 'copy' } });
    expect(platform.tabs.get(1)?.icon).toBe('copy-light');
    for (const [tabId, state] of others) {
      expect(kept(platform, tabId)).toEqual(state);
      expect(platform.tabs.get(tabId)?.did).toEqual([]);
    }
  });

  test('are left to a look that has begun since', async () => {
    const { platform } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
    keep(platform, TAB, { url: FERRY_COPY, at: AT, status: 'looking' });
    const restarted = await restartWorker(platform);
    await Promise.all([restarted.look(TAB, BELL_COPY), restarted.resumeLooks()]);
    expect(tab.did.filter((did) => did === `run ${READ}`)).toHaveLength(1);
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
  });
});
