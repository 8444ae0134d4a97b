// Tabs that load, change their address or close: what is forgotten, and what is not.

import { beforeEach, describe, expect, test } from 'vitest';
import type { TabState } from '../../src/provenance/tab-state.ts';
import {
  BELL,
  BELL_COPY,
  FERRY_COPY,
  gate,
  keep,
  kept,
  readingOf,
  readsBell,
  restartWorker,
  settle,
  startWorker,
} from './worker.ts';

const TAB = 7;
const NOT_ARTICLE: TabState = {
  url: BELL_COPY,
  at: '2026-01-02T03:04:05.000Z',
  status: 'not-article',
  why: ['few-paragraphs'],
};

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeEach(async () => {
  worker = await startWorker();
});

/** A tab whose look waits for its reader. */
async function underWay() {
  const { platform, look } = worker;
  const reading = gate<unknown>();
  const tab = platform.open(TAB, BELL_COPY, { read: () => reading.promise });
  const looked = look(TAB, BELL_COPY);
  await settle();
  expect(kept(platform, TAB)?.status).toBe('looking');
  const finish = async () => {
    reading.open(readingOf(BELL_COPY, BELL));
    await looked;
  };
  return { tab, finish };
}

describe('a look under way', () => {
  test('is abandoned by another address', async () => {
    const { platform, tabChanged } = worker;
    const { tab, finish } = await underWay();
    await tabChanged(TAB, { status: 'loading', url: FERRY_COPY });
    expect(kept(platform, TAB)).toBeUndefined();
    expect(tab).toMatchObject({ icon: 'no-access-light', badgeText: '' });
    // Even where the reader has answered of the page it was asked of.
    await finish();
    expect(kept(platform, TAB)).toBeUndefined();
    expect(tab.icon).toBe('no-access-light');
    expect(tab.badge).toBeUndefined();
  });

  test('is abandoned when the tab closes', async () => {
    const { platform, tabClosed } = worker;
    const { finish } = await underWay();
    platform.tabs.delete(TAB);
    await tabClosed(TAB);
    await finish();
    expect(kept(platform, TAB)).toBeUndefined();
  });

  test('is not painted any more once abandoned while it was being kept', async () => {
    const { platform, look, tabChanged } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
    const writing = gate();
    platform.session.beforeWrite = () => writing.promise;
    const looked = look(TAB, BELL_COPY);
    await tabChanged(TAB, { url: FERRY_COPY });
    writing.open();
    await looked;
    expect(tab.did.filter((did) => did.startsWith('icon'))).toEqual(['icon no-access-light']);
  });

  test.each([
    ['"loading" alone', { status: 'loading' }],
    ['a jump to a fragment', { url: `${BELL_COPY}#comments` }],
    ['the same address again', { url: BELL_COPY, status: 'loading' }],
    ['"complete" of the same page', { status: 'complete' }],
    ['a change of something else', {}],
  ])('goes on through %s', async (_, change) => {
    const { platform, tabChanged } = worker;
    const { tab, finish } = await underWay();
    await tabChanged(TAB, change);
    expect(kept(platform, TAB)?.status).toBe('looking');
    await finish();
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
    expect(tab.icon).toBe('copy-light');
  });

  test('that a click began goes on through "complete" of the page that is still loading', async () => {
    const { platform, look, tabChanged } = worker;
    const reading = gate<unknown>();
    const tab = platform.open(TAB, BELL_COPY, { read: () => reading.promise, watched: false });
    const looked = look(TAB, BELL_COPY);
    await settle();
    await tabChanged(TAB, { status: 'complete' });
    reading.open(readingOf(BELL_COPY, BELL));
    await looked;
    expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
    expect(tab.icon).toBe('copy-light');
  });
});

describe('what is known of a page', () => {
  test.each([
    ['"loading" alone', { status: 'loading' }],
    ['a jump to a fragment', { url: `${BELL_COPY}#comments` }],
    ['the same address again', { status: 'loading', url: BELL_COPY }],
    ['"complete" of the same page', { status: 'complete' }],
  ])('stays through %s, and nothing is repainted', async (_, change) => {
    const { platform, tabChanged } = worker;
    const tab = platform.open(TAB, `${BELL_COPY}#comments`);
    keep(platform, TAB, NOT_ARTICLE);
    await tabChanged(TAB, change);
    expect(kept(platform, TAB)).toEqual(NOT_ARTICLE);
    expect(tab.did.filter((did) => did !== 'tell page/which')).toEqual([]);
  });

  test('stays through "loading" whatever the document answers: it may lead to a download', async () => {
    const { platform, tabChanged } = worker;
    platform.open(TAB, BELL_COPY, { watched: false });
    keep(platform, TAB, NOT_ARTICLE);
    await tabChanged(TAB, { status: 'loading' });
    expect(kept(platform, TAB)).toEqual(NOT_ARTICLE);
  });

  test('goes with another address, and the page is asked to look again', async () => {
    const { platform, tabChanged } = worker;
    const tab = platform.open(TAB, FERRY_COPY);
    keep(platform, TAB, NOT_ARTICLE);
    await tabChanged(TAB, { url: `${FERRY_COPY}#top` });
    expect(kept(platform, TAB)).toBeUndefined();
    expect(tab.did).toEqual(['icon no-access-light', 'tell page/look-again']);
  });

  test.each([
    ['another page', { url: FERRY_COPY }],
    ['nothing', { watched: false }],
  ])('goes at "complete" where the document answers %s', async (_, fields) => {
    const { platform, tabChanged } = worker;
    const tab = platform.open(TAB, BELL_COPY, fields);
    keep(platform, TAB, NOT_ARTICLE);
    await tabChanged(TAB, { status: 'complete' });
    expect(kept(platform, TAB)).toBeUndefined();
    expect(tab.icon).toBe('no-access-light');
  });

  test('stays at "complete" where it is that there is no access', async () => {
    const { platform, tabChanged } = worker;
    const { url, at } = NOT_ARTICLE;
    platform.open(TAB, FERRY_COPY, { watched: false, scriptable: false });
    keep(platform, TAB, { url, at, status: 'no-access' });
    await tabChanged(TAB, { status: 'complete' });
    expect(kept(platform, TAB)?.status).toBe('no-access');
  });

  test('goes with its tab and leaves other tabs alone', async () => {
    const { platform, tabClosed, tabChanged } = worker;
    platform.open(8, BELL_COPY);
    platform.open(9, FERRY_COPY);
    for (const tabId of [TAB, 8, 9]) keep(platform, tabId, NOT_ARTICLE);
    await tabClosed(TAB);
    await tabChanged(9, { url: FERRY_COPY });
    expect([TAB, 8, 9].map((tabId) => kept(platform, tabId)?.status)).toEqual([
      undefined,
      'not-article',
      undefined,
    ]);
  });
});

test('a worker woken by a navigation, hearing everything at once, ends with the new page', async () => {
  const { platform } = worker;
  const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
  keep(platform, TAB, { ...NOT_ARTICLE, url: FERRY_COPY });
  const { answer, tabChanged, resumeLooks } = await restartWorker(platform);
  const looked = () => {
    const of = { page: BELL_COPY, articleLike: true, why: [], dark: false };
    const message = { call: 'page/looked', of } as const;
    return answer({ from: 'page', tabId: TAB, url: BELL_COPY, message });
  };
  const again: Promise<unknown>[] = [];
  platform.lookAgain = () => again.push(looked());
  await Promise.all([
    resumeLooks(),
    tabChanged(TAB, { status: 'loading', url: BELL_COPY }),
    looked(),
    tabChanged(TAB, { status: 'complete' }),
  ]);
  await Promise.all(again);
  expect(kept(platform, TAB)).toMatchObject({ url: BELL_COPY, status: 'checked' });
  expect(tab).toMatchObject({ icon: 'copy-light', badge: { page: BELL_COPY } });
});

test('a load whose page announces itself meanwhile is looked at once, and not asked again', async () => {
  const { platform, tabChanged, look } = worker;
  const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
  let asked = 0;
  platform.lookAgain = () => asked++;
  // The browser tells of the new address; before that is dealt with, the page speaks.
  const changed = tabChanged(TAB, { status: 'loading', url: BELL_COPY });
  const looked = look(TAB, BELL_COPY);
  await Promise.all([changed, looked]);
  await settle();
  expect(asked).toBe(0);
  expect(kept(platform, TAB)?.status).toBe('checked');
  expect(tab.badge).toBeDefined();
});
