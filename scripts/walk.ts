// The demo without a display: goes from page to page and tells what badge, toolbar and popup say.

import { join } from 'node:path';
import { until } from '../tests/e2e/harness/in-page.ts';
import { readTabState, type TabSummary } from '../tests/e2e/harness/state.ts';
import type { BrowserSession, TabHandle } from '../tests/e2e/harness/types.ts';
import { UNLISTED_HOST } from '../tests/newsstand/hosts.ts';
import type { NewsstandPage } from '../tests/newsstand/types.ts';

/**
 * Visits every page and prints a block for each.
 *
 * @param out the folder for a picture of each page and of its popup
 * @returns what is not as the newsstand expects it, one line each
 */
export async function walk(
  session: BrowserSession,
  pages: readonly NewsstandPage[],
  out: string,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [at, page] of pages.entries()) {
    const name = join(out, `${String(at + 1).padStart(2, '0')}-${slug(page)}`);
    try {
      const trouble = await visit(session, page, name);
      if (trouble !== undefined) wrong.push(`${page.url}: ${trouble}`);
    } catch (error) {
      wrong.push(`${page.url}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return wrong;
}

async function visit(
  session: BrowserSession,
  page: NewsstandPage,
  name: string,
): Promise<string | undefined> {
  const tab = await session.open(page.url);
  try {
    // A site that Stemma was not given is looked at when its button is pressed.
    const given = new URL(page.url).host !== UNLISTED_HOST;
    if (given) await settled(tab);
    const popup = await session.openPopup(tab);
    const summary = await settled(tab);
    const toolbar = await tab.waitForToolbar(({ text }) => text !== '…');
    const text = await popup.waitForText(/^(?!Looking)\S/);
    await popup.screenshot(`${name}-popup.png`);
    await popup.close();
    const badge = await tab.badge();
    await tab.screenshot(`${name}-page.png`);
    console.log(`\n${page.title} — ${page.outlet}`);
    console.log(entry('address', page.url));
    console.log(entry('badge', badge?.text ?? 'none'));
    console.log(entry('toolbar', [toolbar.text, toolbar.title].filter(Boolean).join(' · ')));
    console.log(entry('popup', text));
    return differs(page, summary);
  } finally {
    await tab.close();
  }
}

/** What is known of the tab once it has been looked at, or why that will not be. */
async function settled(tab: TabHandle): Promise<TabSummary> {
  return until(
    async () => {
      const summary = readTabState(await tab.state());
      return summary && summary.status !== 'looking' ? summary : undefined;
    },
    15_000,
    () => 'Stemma did not come to an answer',
  );
}

function differs({ expect }: NewsstandPage, { status, kind }: TabSummary): string | undefined {
  if (!expect.isArticle) {
    return status === 'not-article' ? undefined : `expected no article, found ${kind ?? status}`;
  }
  const found = kind ?? status;
  return expect.verdict === undefined || found === expect.verdict
    ? undefined
    : `expected ${expect.verdict}, found ${found}`;
}

function entry(label: string, text: string): string {
  const [first = '', ...more] = text.split('\n');
  const indent = ' '.repeat(11);
  return [`  ${label.padEnd(9)}${first}`, ...more.map((line) => `${indent}${line}`)].join('\n');
}

function slug({ outlet, url, expect }: NewsstandPage): string {
  const last = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? 'front';
  return [outlet, expect.verdict ?? 'page', last]
    .map((part) => part.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-'))
    .join('-')
    .slice(0, 80);
}
