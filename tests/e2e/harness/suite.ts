// What a test file needs of the outside: the newsstand, a browser with the demo build, tabs closed after.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { findBrowser, howToGet } from '../../../scripts/browsers.ts';
import { type Newsstand, startNewsstand } from '../../newsstand/server.ts';
import { launch } from './session.ts';
import type { BrowserKind, BrowserSession, ColorScheme, PopupHandle, TabHandle } from './types.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Texts the seed's pages are made of; they stand next to the project, never in it. */
export const seedsFolder = join(root, '..', 'shared', 'seeds');

export const kind: BrowserKind =
  process.env['STEMMA_E2E_BROWSER'] === 'firefox' ? 'firefox' : 'chrome';

export interface Kit {
  readonly session: BrowserSession;
  readonly newsstand: Newsstand;
  /** Opens a tab that is closed after the test. */
  open(url?: string, options?: { window?: boolean; timed?: boolean }): Promise<TabHandle>;
  /** Opens the popup on a tab; it is closed after the test. */
  popup(tab: TabHandle): Promise<PopupHandle>;
}

/**
 * Starts newsstand and browser before the tests of a `describe` and ends them after. Where the
 * browser is missing, each test is skipped with that reason.
 */
export function browserKit(
  options: {
    colorScheme?: ColorScheme;
    allowPermissions?: boolean;
    /** Answers the folder of another build than the demo. */
    extension?: () => string;
  } = {},
): Kit {
  const { extension = () => join(root, 'dist', `demo-${kind}`), ...launchOptions } = options;
  const missing = process.env['STEMMA_E2E_MISSING'] === kind;
  let session: BrowserSession | undefined;
  let newsstand: Newsstand | undefined;
  let tabs: TabHandle[] = [];
  let popups: PopupHandle[] = [];

  beforeAll(async () => {
    if (missing) return;
    newsstand = await startNewsstand({ seeds: seedsFolder });
    const executable = process.env['STEMMA_E2E_EXECUTABLE'] ?? findBrowser(kind)?.path;
    if (executable === undefined) throw new Error(howToGet(kind));
    session = await launch(kind, {
      executable,
      extensionDir: extension(),
      ports: newsstand,
      ...launchOptions,
    });
  });

  beforeEach((context) => {
    if (missing) context.skip(`${kind} is not installed`);
  });

  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await keepPictures(context.task.name, tabs, popups);
    const [closing, leaving] = [popups, tabs];
    popups = [];
    tabs = [];
    for (const popup of closing) await popup.close();
    // A test may have closed its tab itself.
    for (const tab of leaving) if (!tab.page.isClosed()) await tab.close();
  });

  afterAll(async () => {
    await session?.close();
    await newsstand?.close();
  });

  return {
    get session() {
      if (!session) throw new Error('the browser has not been started');
      return session;
    },
    get newsstand() {
      if (!newsstand) throw new Error('the newsstand has not been started');
      return newsstand;
    },
    async open(url, how) {
      const tab = await this.session.open(undefined, how);
      tabs.push(tab);
      if (url !== undefined) await tab.goto(url);
      return tab;
    },
    async popup(tab) {
      const popup = await this.session.openPopup(tab);
      popups.push(popup);
      return popup;
    },
  };
}

/** What the browser showed when a test failed, into `out/failed/`. */
async function keepPictures(test: string, tabs: TabHandle[], popups: PopupHandle[]): Promise<void> {
  const folder = join(root, 'out', 'failed');
  mkdirSync(folder, { recursive: true });
  const name = `${kind}-${test.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80)}`;
  try {
    for (const [at, popup] of popups.entries()) {
      if (await popup.isOpen()) await popup.screenshot(join(folder, `${name}-popup-${at}.png`));
    }
    for (const [at, tab] of tabs.entries()) {
      await tab.screenshot(join(folder, `${name}-tab-${at}.png`));
      console.log(`tab ${at}: ${tab.page.url()}`, await tab.toolbar(), await tab.state());
    }
  } catch (error) {
    // The test has failed already; its own error is the one to show.
    console.log('no picture:', error);
  }
}
