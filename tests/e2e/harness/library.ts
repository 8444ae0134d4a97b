// The library page in a tab, worked like the popup: by what is shown, by role and name, by mouse and keys.

import type { Page } from 'puppeteer-core';
import { summaryOf } from '../../../src/citation/summary.ts';
import type { Citation } from '../../../src/citation/types.ts';
import { until } from './in-page.ts';
import { popupHandle } from './popup.ts';
import type { BrowserSession, PopupHandle, TabHandle } from './types.ts';

export interface LibraryHandle extends PopupHandle {
  readonly tab: TabHandle;
}

const PATH = '/src/library/index.html';

/** A page of the extension as a surface that is read and pressed. */
export function pageHandle(page: Page): PopupHandle {
  return popupHandle({
    pressedAt: Date.now(),
    evaluate: (expression) => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    async press(key, shift) {
      if (shift) await page.keyboard.down('Shift');
      await page.keyboard.press(key);
      if (shift) await page.keyboard.up('Shift');
    },
    async screenshot(path) {
      await page.bringToFront();
      await page.screenshot({ path: `${path.replace(/\.png$/, '')}.png` });
    },
    isOpen: async () => !page.isClosed(),
    close: () => page.close(),
  });
}

/** Opens the library page in a tab of its own. */
export async function openLibrary(
  session: BrowserSession,
  tab: TabHandle,
  hash = '#saved',
): Promise<LibraryHandle> {
  // In Firefox the load event of an extension's page never arrives; the page does.
  tab.page.goto(`${session.origin}${PATH}${hash}`).catch(() => undefined);
  await until(
    async () =>
      (await tab.page
        .evaluate('document.querySelector("main[data-panel] > *") !== null')
        .catch(() => false)) === true
        ? true
        : undefined,
    10_000,
    () => 'the library page did not open',
  );
  await tab.page.bringToFront();
  return { ...pageHandle(tab.page), tab };
}

/** Puts citations into the extension's database, as if they had been saved. Open the library before. */
export async function putCitations(
  session: BrowserSession,
  citations: readonly Citation[],
): Promise<void> {
  for (let at = 0; at < citations.length; at += 500) {
    const part = citations.slice(at, at + 500);
    await session.inExtension(
      put,
      part.map((citation) => ({ id: citation.id, citation, requests: [] })),
      part.map(summaryOf),
    );
  }
}

/** Runs in a page of the extension. */
function put(rows: unknown[], summaries: unknown[]): Promise<null> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('stemma');
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const db = opening.result;
      const transaction = db.transaction(['citations', 'summaries'], 'readwrite');
      for (const row of rows) transaction.objectStore('citations').put(row);
      for (const summary of summaries) transaction.objectStore('summaries').put(summary);
      transaction.addEventListener('error', () => reject(transaction.error));
      transaction.addEventListener('complete', () => {
        db.close();
        resolve(null);
      });
    });
  });
}

/** What the library lists, as its own database has it. */
export function savedSummaries(session: BrowserSession): Promise<{ title: string; url: string }[]> {
  return session.inExtension(readSummaries);
}

/** Runs in a page of the extension. */
function readSummaries(): Promise<{ title: string; url: string }[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('stemma');
    opening.addEventListener('error', () => reject(opening.error));
    opening.addEventListener('success', () => {
      const db = opening.result;
      const all = db.transaction('summaries').objectStore('summaries').getAll();
      all.addEventListener('error', () => reject(all.error));
      all.addEventListener('success', () => {
        db.close();
        resolve(all.result.map(({ title, url }) => ({ title, url })));
      });
    });
  });
}
