// `npm start`: the demo. Builds, finds a browser, opens the newsstand in it with Stemma loaded.

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../tests/e2e/harness/session.ts';
import type { BrowserSession } from '../tests/e2e/harness/types.ts';
import { HOSTILE_HOST } from '../tests/newsstand/hosts.ts';
import { type Newsstand, type NewsstandPage, startNewsstand } from '../tests/newsstand/server.ts';
import { ensureBrowsers, type FoundBrowser, findBrowser, howToGet } from './browsers.ts';
import { root, run } from './command.ts';
import { walk } from './walk.ts';

/** The seed: a story of the real world, outside of the project. The newsstand does without. */
const seeds = join(root, '..', 'shared', 'seeds');

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function chooseBrowser(): FoundBrowser {
  const browser = findBrowser() ?? ensureBrowsers(['chrome'])[0];
  if (!browser) throw new Error(howToGet(undefined));
  return browser;
}

/** Opens the front page and stays until the browser is closed or Ctrl-C is pressed. */
async function stay(session: BrowserSession, newsstand: Newsstand): Promise<void> {
  const tab = await session.firstTab();
  await tab.goto(newsstand.frontPage);
  await tab.page.bringToFront();
  await session.release();
  console.log(`\nOpen: ${newsstand.frontPage}`);
  console.log(
    'Its stories say what Stemma should make of them. Open some, look beside the headline,',
  );
  console.log('and press the toolbar button. Ctrl-C or closing the browser ends it.\n');
  for (const { url, expect } of newsstand.pages.filter((page) => page.expect.isArticle)) {
    console.log(`  ${(expect.verdict ?? 'any').padEnd(9)} ${url}`);
  }
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await Promise.race([session.closed, interrupted]);
}

/** Whether a page is made from the seed: at its own address, or in its newsstand versions. */
function isSeed({ url }: NewsstandPage): boolean {
  return !new URL(url).host.endsWith('.example') || /2021|nine-nights/.test(url);
}

/** The stories, the seed's first, and one front page. Hostile pages are for the tests. */
function worthAVisit(pages: readonly NewsstandPage[]): NewsstandPage[] {
  const front = pages.find(({ expect }) => !expect.isArticle);
  const stories = pages.filter(
    ({ url, expect }) => expect.isArticle && new URL(url).host !== HOSTILE_HOST,
  );
  return [
    ...stories.filter(isSeed),
    ...(front ? [front] : []),
    ...stories.filter((page) => !isSeed(page)),
  ];
}

async function main(): Promise<number> {
  const browser = chooseBrowser();
  const mode = `demo-${browser.kind}`;
  if ((await run('tsx', ['scripts/build/index.ts', mode])) !== 0) {
    throw new Error(`The build of dist/${mode} failed; see above.`);
  }
  const headless = !hasDisplay();
  console.log(
    `${browser.name} ${browser.version} (${browser.path})${headless ? ', without a display' : ''}`,
  );
  const newsstand = await startNewsstand(existsSync(seeds) ? { seeds } : {});
  let session: BrowserSession | undefined;
  try {
    session = await launch(browser.kind, {
      executable: browser.path,
      extensionDir: join(root, 'dist', mode),
      ports: newsstand,
      headless,
    });
    if (!headless) {
      await stay(session, newsstand);
      return 0;
    }
    const out = join(root, 'out', 'pictures');
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const wrong = await walk(session, worthAVisit(newsstand.pages), out);
    console.log(`\nPictures of pages and popups are in ${out}`);
    for (const trouble of wrong) console.error(`wrong: ${trouble}`);
    return wrong.length > 0 ? 1 : 0;
  } finally {
    await session?.close();
    await newsstand.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
