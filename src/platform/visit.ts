// A page opened from the library: found among the tabs or loaded, and spoken to once it is there.

import { browser } from './browser.ts';
import { pageOf } from './tabs.ts';

/** How long a page may take to load, in milliseconds. */
const LOADING_TIME = 30_000;

/** The tab shows a page that no script of ours may run in: another site, or a page of the browser. */
export class ClosedPageError extends Error {
  override readonly name = 'ClosedPageError';
}

export interface VisitedTab {
  id: number;
  /** Opened for this visit, so it may be closed again. */
  opened: boolean;
}

/** The tab that has a page open already, where the browser lets us see its address. */
async function tabAt(url: string): Promise<number | undefined> {
  const tabs = await browser.tabs.query({});
  return tabs.find((tab) => tab.url !== undefined && pageOf(tab.url) === pageOf(url))?.id;
}

/**
 * Opens a page, or takes the tab that has it open, and waits until it is loaded.
 * @param active whether it comes to the front
 * @throws where it did not load in time, or its tab was closed
 */
export async function visit(url: string, active: boolean): Promise<VisitedTab> {
  const known = await tabAt(url);
  if (known !== undefined) {
    if (active) {
      const { windowId } = await browser.tabs.update(known, { active: true });
      if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
    }
    await loaded(known);
    return { id: known, opened: false };
  }
  const { id } = await browser.tabs.create({ url, active });
  if (id === undefined) throw new Error('the new tab has no id');
  await loaded(id);
  return { id, opened: true };
}

function loaded(tabId: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (of: () => void): void => {
      clearTimeout(limit);
      browser.tabs.onUpdated.removeListener(changed);
      browser.tabs.onRemoved.removeListener(removed);
      of();
    };
    const look = async (): Promise<void> => {
      const { status, url } = await browser.tabs.get(tabId);
      // Before it sets out a new tab is at about:blank, and complete.
      if (status === 'complete' && url !== '' && url !== 'about:blank') end(resolve);
    };
    const changed = (id: number): void => {
      if (id === tabId) look().catch((cause: unknown) => end(() => reject(cause)));
    };
    const removed = (id: number): void => {
      if (id === tabId) end(() => reject(new Error('the tab was closed')));
    };
    const limit = setTimeout(() => {
      end(() => reject(new Error(`the page did not load within ${LOADING_TIME / 1000} seconds`)));
    }, LOADING_TIME);
    browser.tabs.onUpdated.addListener(changed);
    browser.tabs.onRemoved.addListener(removed);
    look().catch((cause: unknown) => end(() => reject(cause)));
  });
}

/** How long a loaded page may take to let scripts in: Firefox says "complete" of what comes before it. */
const ENTERING_TIME = 4000;
const PAUSE = 100;

/**
 * Where the tab has got to, and the HTTP status it got there with (0 where it is not told).
 * @throws {ClosedPageError} where the page cannot be read
 */
export async function landedAt(tabId: number): Promise<{ url: string; status: number }> {
  for (let waited = 0; ; waited += PAUSE) {
    try {
      const landed = await whereIn(tabId);
      if (/^https?:/.test(landed.url)) return landed;
    } catch (cause) {
      if (waited >= ENTERING_TIME) throw new ClosedPageError(`tab ${tabId}: ${String(cause)}`);
    }
    if (waited >= ENTERING_TIME) throw new ClosedPageError(`tab ${tabId} shows no web page`);
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE);
    });
  }
}

async function whereIn(tabId: number): Promise<{ url: string; status: number }> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => {
      const [entry] = performance.getEntriesByType('navigation');
      const status: unknown = entry && Reflect.get(entry, 'responseStatus');
      const { readyState } = document;
      const isThere = readyState === 'complete';
      return {
        url: isThere ? location.href : '',
        status: typeof status === 'number' ? status : 0,
      };
    },
  });
  const result: unknown = answer?.result;
  if (
    typeof result !== 'object' ||
    result === null ||
    !('url' in result) ||
    !('status' in result)
  ) {
    throw new Error('the page does not say where it is');
  }
  return { url: String(result.url), status: Number(result.status) };
}

/**
 * Styles a highlight by name; the page cannot list the style. Of the origin AUTHOR: Chromium paints no
 * colours of `::highlight()` that come from a user's sheet.
 */
export async function styleHighlight(tabId: number, name: string): Promise<void> {
  await browser.scripting.insertCSS({
    target: { tabId },
    css: `::highlight(${name}) { background-color: #ffe08a; color: #1f2328; }`,
    origin: 'AUTHOR',
  });
}

/** Says something to a script of ours in the tab, and gives its answer. */
export async function ask(tabId: number, message: { call: string; of: unknown }): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { frameId: 0 });
}

export async function closeTab(tabId: number): Promise<void> {
  await browser.tabs.remove(tabId);
}
