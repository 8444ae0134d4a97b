// Calls to the worker: what each does, and that a failure is a named problem.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Argument } from '../../src/messages/calls.ts';
import type { Incoming, PageMessage, PopupMessage } from '../../src/messages/validate.ts';
import {
  BELL_COPY,
  FERRY_COPY,
  gate,
  kept,
  quotaError,
  readsBell,
  settle,
  startWorker,
} from './worker.ts';

const TAB = 7;
const DONE = { ok: true, value: null };

const fromPage = (url: string, message: PageMessage): Incoming => ({
  from: 'page',
  tabId: TAB,
  url,
  message,
});
const looked = (of: Partial<Argument<'page/looked'>> = {}, url = BELL_COPY): Incoming =>
  fromPage(url, {
    call: 'page/looked',
    of: { page: BELL_COPY, articleLike: true, why: [], dark: false, ...of },
  });
const fromPopup = (message: PopupMessage): Incoming => ({ from: 'popup', message });
const save = (of: Omit<Argument<'citation/save'>, 'request'>): Incoming =>
  fromPopup({ call: 'citation/save', of: { ...of, request: 'r1' } });

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeEach(async () => {
  worker = await startWorker();
});

describe('page/looked', () => {
  test('of what looks like an article: reads it', async () => {
    const { platform, answer } = worker;
    platform.open(TAB, BELL_COPY, { read: readsBell });
    // The page's script says where a single-page site has got to; the sender's URL may be old.
    const message = looked({ page: `${BELL_COPY}#top` }, 'https://mirror.example/');
    expect(await answer(message)).toEqual(DONE);
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
  });

  test('of something else: not an article, with the reasons, and nothing is run', async () => {
    const { platform, answer } = worker;
    const tab = platform.open(TAB, BELL_COPY);
    const of = { page: `${BELL_COPY}#top`, articleLike: false, why: ['front-page'] };
    expect(await answer(looked(of, 'https://mirror.example/'))).toEqual(DONE);
    expect(kept(platform, TAB)).toMatchObject({
      url: BELL_COPY,
      status: 'not-article',
      why: ['front-page'],
    });
    expect(tab).toMatchObject({ icon: 'not-article-light', badgeText: '' });
    expect(tab.did.filter((did) => did.startsWith('run'))).toEqual([]);
  });

  test('of something else ends a look at the page before', async () => {
    const { platform, answer, look } = worker;
    const reading = gate<unknown>();
    const tab = platform.open(TAB, BELL_COPY, { read: () => reading.promise });
    const slow = look(TAB, BELL_COPY);
    await settle();
    await answer(looked({ articleLike: false, why: ['front-page'] }));
    reading.open(await readsBell());
    await slow;
    expect(kept(platform, TAB)?.status).toBe('not-article');
    expect(tab.icon).toBe('not-article-light');
  });

  test('tells the theme, which the icons follow', async () => {
    const { platform, answer } = worker;
    const tab = platform.open(TAB, BELL_COPY);
    await answer(looked({ articleLike: false, dark: true }));
    expect(tab.icon).toBe('not-article-dark');
    expect(platform.defaultIcon).toBe('no-access-dark');
    platform.defaultIcon = undefined;
    await answer(looked({ articleLike: false, dark: true }));
    expect(platform.defaultIcon).toBeUndefined();
  });

  test('answers a problem with the name of the call where storage is full', async () => {
    const { platform, answer } = worker;
    platform.open(TAB, BELL_COPY, { read: readsBell });
    platform.session.beforeWrite = () => Promise.reject(quotaError());
    expect(await answer(looked())).toEqual({
      ok: false,
      problem: {
        code: 'storage-full',
        detail: 'page/looked: QuotaExceededError: QUOTA_BYTES quota exceeded',
      },
    });
  });
});

describe('tab/check', () => {
  test('looks at the address that the tab is at', async () => {
    const { platform, answer } = worker;
    platform.open(TAB, `${BELL_COPY}#top`, { read: readsBell, watched: false });
    expect(await answer(fromPopup({ call: 'tab/check', of: { tabId: TAB } }))).toEqual(DONE);
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
  });

  test('names a page that could not be read without its fragment', async () => {
    const { platform, answer } = worker;
    platform.open(TAB, `${BELL_COPY}#top`);
    await answer(fromPopup({ call: 'tab/check', of: { tabId: TAB } }));
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'error' });
  });

  test('of a tab that was closed is a problem', async () => {
    expect(await worker.answer(fromPopup({ call: 'tab/check', of: { tabId: 99 } }))).toEqual({
      ok: false,
      problem: { code: 'internal', detail: 'tab/check: Error: No tab with id: 99.' },
    });
  });
});

const badges = () => [0, 1, 2, 3].map((tabId) => worker.platform.tabs.get(tabId)?.badge?.state);

/** Three tabs of one site and one of another, each with a badge. */
async function fourTabs() {
  const { platform, look } = worker;
  const urls = [BELL_COPY, 'https://www.mirror.example/b', 'https://m.mirror.example/c'];
  urls.push('https://other.example/bell');
  for (const [i, url] of urls.entries()) {
    const { article, ...rest } = Object(await readsBell());
    platform.open(i, url, { read: async () => ({ ...rest, article: { ...article, url } }) });
    await look(i, url);
  }
  expect(badges()).toEqual(['copy', 'copy', 'copy', 'copy']);
}
describe('badges', () => {
  test('put away for a site go from all of its open tabs, and stay away', async () => {
    const { platform, answer, look } = worker;
    await fourTabs();
    const message = { call: 'badge/dismissed', of: { scope: 'site' } } as const;
    const elsewhere = platform.tabs.get(3)?.did.length;
    expect(await answer(fromPage(BELL_COPY, message))).toEqual(DONE);
    expect(badges()).toEqual([undefined, undefined, undefined, 'copy']);
    expect(platform.tabs.get(3)?.did).toHaveLength(elsewhere ?? 0);
    await look(0, BELL_COPY);
    expect(badges()[0]).toBeUndefined();
    // What is known of the page is not less for it.
    expect(kept(platform, 0)).toMatchObject({ status: 'checked' });
    expect(platform.tabs.get(0)?.icon).toBe('copy-light');
  });

  test('put away for a page change nothing else', async () => {
    const { platform, answer } = worker;
    await fourTabs();
    const message = { call: 'badge/dismissed', of: { scope: 'page' } } as const;
    expect(await answer(fromPage(BELL_COPY, message))).toEqual(DONE);
    expect(badges()).toEqual(['copy', 'copy', 'copy', 'copy']);
    expect(platform.local.items.has('badges-off')).toBe(false);
  });

  test('switched off and on again for a host', async () => {
    const { answer } = worker;
    await fourTabs();
    const set = (on: boolean) =>
      answer(fromPopup({ call: 'badges/set', of: { host: 'mirror.example', on } }));
    expect(await set(false)).toEqual(DONE);
    expect(badges()).toEqual([undefined, undefined, undefined, 'copy']);
    expect(await set(true)).toEqual(DONE);
    expect(badges()).toEqual(['copy', 'copy', 'copy', 'copy']);
  });
});

/** A tab whose page was looked at and is kept. */
async function checked() {
  const { platform, look } = worker;
  platform.open(TAB, BELL_COPY, { read: readsBell });
  await look(TAB, BELL_COPY);
}

describe('citation/save', () => {
  test('saves the page that is kept, with its match, and answers what was saved', async () => {
    const { platform, answer } = worker;
    await checked();
    const result = await answer(save({ tabId: TAB, url: BELL_COPY }));
    const [citation] = platform.citations.values();
    expect(result).toEqual({ ok: true, value: { citation, isNew: true, alike: [] } });
    expect(citation).toMatchObject({
      item: { URL: BELL_COPY },
      evidence: {
        pageUrl: BELL_COPY,
        words: 420,
        match: { publisher: 'Hill Gazette', relation: 'identical', order: 'archive-earlier' },
        searched: [{ name: 'Test pack', documents: 1 }],
      },
    });
    expect(citation?.evidence?.accessed).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    const age = Date.now() - Date.parse(citation?.evidence?.accessed ?? '');
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60_000);
  });

  test.each([
    [210, '-03:30'],
    [0, '+00:00'],
    [-345, '+05:45'],
  ])('gives the moment in a zone %i minutes behind UTC as %s', async (minutes, zone) => {
    const { platform, answer } = worker;
    await checked();
    const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(minutes);
    try {
      await answer(save({ tabId: TAB, url: BELL_COPY }));
    } finally {
      offset.mockRestore();
    }
    const [citation] = platform.citations.values();
    const accessed = citation?.evidence?.accessed ?? '';
    expect(accessed.slice(-6)).toBe(zone);
    expect(Math.abs(Date.now() - Date.parse(accessed))).toBeLessThan(60_000);
  });

  test('answers only once the citation is on disk', async () => {
    const { platform, answer } = worker;
    await checked();
    const disk = gate();
    platform.beforeSave = () => disk.promise;
    let answered = false;
    const answering = answer(save({ tabId: TAB, url: BELL_COPY })).then((result) => {
      answered = true;
      return result;
    });
    await settle();
    expect(answered).toBe(false);
    disk.open();
    expect(await answering).toMatchObject({ ok: true });
    expect(platform.citations.size).toBe(1);
  });

  test('refuses another page than the one that is kept', async () => {
    const { platform, answer } = worker;
    await checked();
    for (const of of [
      { tabId: TAB, url: FERRY_COPY },
      { tabId: TAB, url: '' },
      { tabId: 99, url: BELL_COPY },
    ]) {
      expect(await answer(save(of))).toMatchObject({ ok: false, problem: { code: 'internal' } });
    }
    expect(platform.citations.size).toBe(0);
  });

  test('refuses a page that was not read', async () => {
    const { platform, answer } = worker;
    platform.open(TAB, BELL_COPY);
    await answer(looked({ articleLike: false }));
    expect(await answer(save({ tabId: TAB, url: BELL_COPY }))).toMatchObject({ ok: false });
    expect(platform.citations.size).toBe(0);
  });

  test.each([
    ['storage-full', quotaError()],
    ['internal', new DOMException('The database was closed', 'InvalidStateError')],
  ])('answers %s where the disk refuses so', async (code, cause) => {
    const { platform, answer } = worker;
    await checked();
    platform.beforeSave = () => Promise.reject(cause);
    expect(await answer(save({ tabId: TAB, url: BELL_COPY }))).toMatchObject({
      ok: false,
      problem: { code, detail: expect.stringContaining(cause.message) },
    });
  });

  test('can be taken back', async () => {
    const { platform, answer } = worker;
    await checked();
    await answer(save({ tabId: TAB, url: BELL_COPY }));
    const [id = ''] = platform.citations.keys();
    expect(await answer(fromPopup({ call: 'citation/remove', of: { id } }))).toEqual(DONE);
    expect(platform.citations.size).toBe(0);
  });
});
