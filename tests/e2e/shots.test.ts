// Every state of the popup in this browser: what has to hold in each, in each way of looking at it.

import { existsSync } from 'node:fs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, howToGet } from '../../scripts/browsers.ts';
import { openBrowser, serveGallery, take, VIEWS } from '../popup/shots.ts';
import { SHOWN } from '../popup/states.ts';
import { kind } from './harness/suite.ts';

/** States that hold everything there is to lay out; the others are looked at in one way each. */
const FULLEST = ['copy', 'copy-row-open', 'telling-open', 'many-relatives-open', 'related-open'];

const views = Object.keys(VIEWS).filter((view): view is keyof typeof VIEWS => view in VIEWS);

describe.each(['light', 'dark'] as const)('the popup in %s', (scheme) => {
  let browser: Browser | undefined;
  let gallery: Awaited<ReturnType<typeof serveGallery>> | undefined;
  let page: Page | undefined;
  const missing = process.env['STEMMA_E2E_MISSING'] === kind;

  beforeAll(async () => {
    if (missing) return;
    const executable = process.env['STEMMA_E2E_EXECUTABLE'] ?? findBrowser(kind)?.path;
    if (executable === undefined || !existsSync(executable)) throw new Error(howToGet(kind));
    gallery = await serveGallery();
    browser = await openBrowser(kind, executable, scheme);
    page = await browser.newPage();
    if (kind === 'chrome') {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    }
  });

  beforeEach((context) => {
    if (missing) context.skip(`${kind} is not installed`);
  });

  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  const looks = Object.entries(SHOWN).flatMap(([name, shown]) =>
    views
      .filter((view) => FULLEST.includes(name) || view === (scheme === 'light' ? '100' : '200'))
      .map((view) => ({ name, shown, view })),
  );

  it.each(looks)('holds: $name at $view', async ({ name, shown, view }) => {
    if (page === undefined || gallery === undefined) throw new Error('there is no browser');
    const { wrong } = await take(page, gallery.url, { name, shown, view, scheme });
    expect(wrong).toEqual([]);
  });
});
