// Starts the worker afresh over a browser in memory, with a small pack of invented stories.

import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import type { Reading } from '../../src/article/reading.ts';
import type { Article } from '../../src/article/types.ts';
import type { TabState } from '../../src/provenance/tab-state.ts';
import { documentOf, packOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';
import { FakePlatform } from './fake-platform.ts';

/** The browser that the worker under test runs in. */
let current = new FakePlatform();

vi.mock('../../src/platform/browser.ts', () => ({
  get browser() {
    return current.browser;
  },
}));
vi.mock('../../src/platform/packaged.ts', () => ({
  packagedBytes: (path: string) => current.packagedBytes(path),
}));
vi.mock('../../src/platform/citations.ts', () => ({
  saveCitation: (citation: Parameters<FakePlatform['saveCitation']>[0]) =>
    current.saveCitation(citation),
  removeCitation: (id: string) => current.removeCitation(id),
}));

export const PACK = 'archives/test.stemma';
export const OTHER_PACK = 'archives/other.stemma';

/** Two archived stories, and the texts they were made of. */
export const BELL = randomParagraphs(420, 1);
export const FERRY = randomParagraphs(420, 2);
export const BELL_URL = 'https://gazette.example/2024/bell';
const bell = documentOf({
  id: 'bell',
  url: BELL_URL,
  title: 'The bell is back',
  publisher: 'Hill Gazette',
  published: '2024-05-07',
  paragraphs: BELL,
});
const ferry = documentOf({
  id: 'ferry',
  url: 'https://courier.example/ferry',
  title: 'No ferry on Sunday',
  publisher: 'Bay Courier',
  published: '2024-05-02',
  paragraphs: FERRY,
});
export const { bytes: BELL_PACK } = await packOf([bell]);
export const { bytes: FERRY_PACK } = await packOf([ferry]);

/** Pages that stand in the archive's stories' text, elsewhere and two days later. */
export const BELL_COPY = 'https://mirror.example/bell';
export const FERRY_COPY = 'https://mirror.example/ferry';

/** What the reader answers of a page. */
export function readingOf(
  url: string,
  paragraphs: string[],
  fields: Partial<Article> = {},
): Reading {
  const published = { value: '2024-05-09', from: 'json-ld datePublished' };
  const lists = { byline: [], images: [], sources: [], links: [], related: [] };
  return {
    isArticle: true,
    why: ['running-text'],
    article: { url, published, paragraphs, ...lists, ...fields },
  };
}

/** A page that holds the bell's story. */
export const readsBell = async (): Promise<unknown> => readingOf(BELL_COPY, BELL);
export const readsFerry = async (): Promise<unknown> => readingOf(FERRY_COPY, FERRY);

const nothing = (): void => {};

/** A promise that ends when the test says so. */
export function gate<T = void>(): {
  promise: Promise<T>;
  open: (value: T) => void;
  fail: (cause: unknown) => void;
} {
  let open: (value: T) => void = nothing;
  let fail: (cause: unknown) => void = nothing;
  const promise = new Promise<T>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { promise, open, fail };
}

/** Lets everything go on that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 200; i++) await Promise.resolve();
}

/** A new browser, and a worker that has just started in it. */
export async function startWorker(archives: string[] = [PACK]) {
  const platform = new FakePlatform();
  platform.files.set(PACK, BELL_PACK);
  platform.files.set(OTHER_PACK, FERRY_PACK);
  return { platform, ...(await restartWorker(platform, archives)) };
}

/** A worker with nothing in memory, in a browser that has kept what it had. */
export async function restartWorker(platform: FakePlatform, archives: string[] = [PACK]) {
  current = platform;
  vi.stubGlobal(
    '__STEMMA_ARCHIVES__',
    archives.map((file) => ({ file, name: file })),
  );
  vi.resetModules();
  const [looks, navigation, calls, sites, states, menus] = await Promise.all([
    import('../../background/look.ts'),
    import('../../background/navigation.ts'),
    import('../../background/calls.ts'),
    import('../../background/sites.ts'),
    import('../../src/platform/tab-state.ts'),
    import('../../background/menus.ts'),
  ]);
  return {
    look: looks.look,
    resumeLooks: async () => looks.resumeLooks(await states.allTabStates()),
    tabChanged: navigation.tabChanged,
    tabClosed: navigation.tabClosed,
    answer: calls.answer,
    syncSites: sites.syncSites,
    act: menus.act,
  };
}

/** What is kept of a tab. Stored states are the worker's own, so their shape is taken as it is. */
export function kept(platform: FakePlatform, tabId: number): Partial<TabState> | undefined {
  const state = platform.session.items.get(`tab:${tabId}`);
  return typeof state === 'object' && state !== null ? state : undefined;
}

/** Keeps a state as an earlier worker would have. */
export function keep(platform: FakePlatform, tabId: number, state: TabState): void {
  platform.session.items.set(`tab:${tabId}`, state);
}

/** How the browser words a full storage. */
export function quotaError(): Error {
  return new DOMException('QUOTA_BYTES quota exceeded', 'QuotaExceededError');
}
