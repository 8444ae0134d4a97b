// A browser with the extension in it: tabs, toolbar, badge, popup, storage; for both browsers.

import type { Page } from 'puppeteer-core';
import {
  type FoundBadge,
  findBadge,
  insertedAfterDomContentLoaded,
  rememberInsertions,
} from './badge.ts';
import { launchChromium } from './chromium.ts';
import type { Driver } from './driver.ts';
import { launchFirefox } from './firefox.ts';
import { callOf, type Evaluate, run, until } from './in-page.ts';
import { popupHandle } from './popup.ts';
import type { BrowserKind, BrowserSession, LaunchOptions, TabHandle } from './types.ts';

/** Starts a browser with the extension loaded. Close it, also when a test has failed. */
export async function launch(kind: BrowserKind, options: LaunchOptions): Promise<BrowserSession> {
  const driver = await (kind === 'chrome' ? launchChromium(options) : launchFirefox(options));
  return sessionOf(driver);
}

function sessionOf(driver: Driver): BrowserSession {
  const inExtension: Evaluate = (expression) => driver.extensionPage.evaluate(expression);
  const tabIds = (): Promise<number[]> => run(inExtension, listTabs, []);
  return {
    kind: driver.kind,
    version: driver.version,
    origin: driver.origin,
    downloads: driver.downloads,
    closed: driver.closed,
    async open(url, { window = false, timed = false } = {}) {
      const before = new Set(await tabIds());
      const page = await driver.browser.newPage(window ? { type: 'window' } : {});
      const id = (await tabIds()).find((one) => !before.has(one));
      if (id === undefined) throw new Error('the new tab has no id');
      if (timed) await page.evaluateOnNewDocument(callOf(rememberInsertions, []));
      const tab = tabOf(inExtension, page, id);
      if (url !== undefined) await tab.goto(url);
      return tab;
    },
    async firstTab() {
      const [page] = await driver.browser.pages();
      const [id] = await tabIds();
      if (!page || id === undefined) throw new Error('the browser opened no tab');
      return tabOf(inExtension, page, id);
    },
    async openPopup(tab) {
      return popupHandle(await driver.openPopup(tab.page, tab.id));
    },
    choose: (how, name, tab) => driver.choose(how, name, tab.id),
    killWorker: () => driver.killWorker(),
    workerRuns: () => driver.workerRuns(),
    stored: (area) => run(inExtension, readStorage, [area]),
    inExtension: (of, ...args) => run(inExtension, of, args),
    release: () => driver.extensionPage.close(),
    close: () => driver.close(),
  };
}

function tabOf(inExtension: Evaluate, page: Page, id: number): TabHandle {
  /** In the extension's world on the page. Where the extension may not go, there is nothing of it. */
  const inTab: Evaluate = (expression) =>
    inExtension(`chrome.scripting
      .executeScript({ target: { tabId: ${id} }, func: () => ${expression} })
      .then(([one]) => one?.result ?? null, (error) => {
        if (/cannot access|missing host permission|cannot be scripted/i.test(error.message)) return null;
        throw error;
      })`);
  const readBadge = (): Promise<FoundBadge | null> => run(inTab, findBadge, []);
  const tab: TabHandle = {
    id,
    page,
    async goto(url) {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    async badge() {
      const found = await readBadge();
      if (!found) return undefined;
      const { path, points: _points, ...badge } = found;
      const after = await page.evaluate(callOf(insertedAfterDomContentLoaded, [path]));
      return typeof after === 'number' ? { ...badge, afterDomContentLoaded: after } : badge;
    },
    async waitForBadge(timeout = 10_000) {
      return until(
        () => tab.badge(),
        timeout,
        () => `no badge came on ${page.url()}`,
      );
    },
    async clickBadge(control) {
      const found = await readBadge();
      const point = found?.points.find((one) => one.name === control);
      if (!point) {
        const shown = found ? `it shows ${JSON.stringify(found.controls)}` : 'there is none';
        throw new Error(`no "${control}" on the badge: ${shown}`);
      }
      await page.bringToFront();
      await page.mouse.click(point.x, point.y);
    },
    toolbar: () => run(inExtension, readToolbar, [id]),
    async waitForToolbar(wanted, timeout = 10_000) {
      let last = await tab.toolbar();
      return until(
        async () => {
          last = await tab.toolbar();
          return wanted(last) ? last : undefined;
        },
        timeout,
        () => `the toolbar still says ${JSON.stringify(last)} on ${page.url()}`,
      );
    },
    async state() {
      const session = await run(inExtension, readStorage, ['session']);
      return session[`tab:${id}`];
    },
    async screenshot(path) {
      // A tab behind another one is never drawn, and waiting for it would hold up everything else.
      await page.bringToFront();
      await page.screenshot({ path: `${path.replace(/\.png$/, '')}.png` });
    },
    close: () => page.close(),
  };
  return tab;
}

async function listTabs(): Promise<number[]> {
  const tabs = await chrome.tabs.query({});
  return tabs.flatMap((tab) => tab.id ?? []);
}

async function readToolbar(tabId: number): Promise<{ text: string; title: string }> {
  const [text, title] = await Promise.all([
    chrome.action.getBadgeText({ tabId }),
    chrome.action.getTitle({ tabId }),
  ]);
  return { text, title };
}

function readStorage(area: 'session' | 'local'): Promise<Record<string, unknown>> {
  return chrome.storage[area].get(null);
}
