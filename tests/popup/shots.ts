// The gallery in a real browser: a picture of each state, and what has to hold in each.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import type { BrowserKind } from '../../scripts/browsers.ts';
import { root } from '../../scripts/command.ts';
import { callOf, run } from '../e2e/harness/in-page.ts';
import { axeViolations } from '../e2e/harness/popup.ts';
import { check, watchShifts } from './holds.ts';
import type { Shown } from './states.ts';

export type Scheme = 'light' | 'dark';

/** How a state is looked at. At 200 % a popup has half the room, in CSS pixels. */
export const VIEWS = {
  '100': { width: 400, height: 600, scale: 1, query: '' },
  '200': { width: 400, height: 300, scale: 2, query: '' },
  rtl: { width: 400, height: 600, scale: 1, query: '&dir=rtl' },
  ru: { width: 400, height: 600, scale: 1, query: '&locale=ru' },
  panel: { width: 320, height: 720, scale: 1, query: '&panel' },
} as const;
export type ViewName = keyof typeof VIEWS;

/** The gallery, served to this machine alone. */
export async function serveGallery(): Promise<{ url: string; close(): Promise<void> }> {
  const server: ViteDevServer = await createServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    optimizeDeps: { include: ['preact', 'preact/hooks', 'preact/jsx-dev-runtime'] },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('the gallery has no port');
  return {
    url: `http://127.0.0.1:${address.port}/tests/popup/gallery.html`,
    close: () => server.close(),
  };
}

/** A browser without the extension, in one colour scheme. Close it. */
export async function openBrowser(
  kind: BrowserKind,
  executablePath: string,
  scheme: Scheme,
): Promise<Browser> {
  if (kind === 'chrome') {
    const args = ['--no-sandbox', '--hide-scrollbars', '--disable-background-networking'];
    return launch({ executablePath, headless: true, args });
  }
  return launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      'ui.useOverlayScrollbars': 1,
    },
  });
}

export interface Taken {
  /** What does not hold, in words; empty where all does. */
  wrong: string[];
}

/** Shows a state, looks at what has to hold, and takes a picture where a folder is given. */
export async function take(
  page: Page,
  gallery: string,
  of: { name: string; shown: Shown; view: ViewName; scheme: Scheme; folder?: string },
): Promise<Taken> {
  const { width, height, scale, query } = VIEWS[of.view];
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.goto(`${gallery}?state=${of.shown.state}${query}`, { waitUntil: 'load' });
  await page.waitForSelector('h1, .bar', { timeout: 10_000 });
  await page.evaluate(callOf(watchShifts, []));
  // Firefox finishes what is asked for after the first paint a little later than Chromium.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 120)));
  const evaluate = (expression: string): Promise<unknown> => page.evaluate(expression);
  const wrong: string[] = [];
  const shifts = await page.evaluate('globalThis.shifts ?? []');
  if (Array.isArray(shifts)) wrong.push(...shifts.map((shift) => `moved: ${String(shift)}`));
  for (const name of of.view === 'ru' ? [] : (of.shown.press ?? [])) {
    const pressed = await run(evaluate, pressNamed, [name.source]);
    if (!pressed) wrong.push(`no button ${String(name)}`);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
  }
  wrong.push(...(await run(evaluate, check, [])));
  for (const { id, nodes } of await axeViolations(evaluate)) {
    wrong.push(`axe ${id}: ${nodes[0] ?? ''}`);
  }
  if (of.folder !== undefined) {
    await mkdir(of.folder, { recursive: true });
    const file = `${of.name}-${of.scheme}-${of.view}.png`;
    await page.screenshot({ path: `${join(of.folder, file).slice(0, -4)}.png` });
  }
  return { wrong };
}

/** Runs in the page: presses the first button whose name matches. */
function pressNamed(pattern: string): boolean {
  const wanted = new RegExp(pattern);
  const button = [...document.querySelectorAll('button')].find((one) =>
    wanted.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
  );
  button?.focus();
  button?.click();
  return button !== undefined;
}
