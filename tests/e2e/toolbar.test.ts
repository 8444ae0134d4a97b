// The toolbar button: what it says in each state, and that a state stays with its tab and its page.

import { describe, expect, it } from 'vitest';
import type { VerdictKind } from '../../src/provenance/types.ts';
import { pause, until } from './harness/in-page.ts';
import { readTabState } from './harness/state.ts';
import { browserKit } from './harness/suite.ts';
import type { TabHandle, Toolbar } from './harness/types.ts';
import { pageWith, plainPage } from './pages.ts';

const unlisted = 'https://www.unlisted.example/';

/** Verdict, badge text, title. */
const says: [VerdictKind, RegExp, RegExp][] = [
  ['original', /^1st$/, /^Earliest copy Stemma knows$/],
  ['earliest', /^1st$/, /^Earliest copy Stemma knows$/],
  ['copy', /^=$/, /^Same text as \S/],
  ['edited', /^≠$/, /^(?:Edited from|Another version of the text in) \S/],
  ['changed', /^≠$/, /^Changed since \S/],
  ['excerpt', /^\d+$/, /^Shares \d+ passages? with \S/],
  ['contains', /^\d+$/, /^Shares \d+ passages? with \S/],
  ['passages', /^\d+$/, /^Shares \d+ passages? with \S/],
  ['no-match', /^$/, /^No earlier copy in your archives$/],
];

/** Waits until the page of the tab has been looked at to the end. */
async function settled(tab: TabHandle): Promise<Toolbar> {
  await until(
    async () => {
      const state = readTabState(await tab.state());
      return state && state.status !== 'looking' ? state : undefined;
    },
    15_000,
    () => `no answer for ${tab.page.url()}`,
  );
  return tab.waitForToolbar(({ text }) => text !== '…');
}

describe('the toolbar button', () => {
  const kit = browserKit();

  it.each(says)('says what it is: %s', async (verdict, text, title) => {
    const tab = await kit.open(pageWith(kit.newsstand, verdict).url);
    await settled(tab);
    // The state is kept before it is painted.
    await tab.waitForToolbar((shown) => text.test(shown.text) && title.test(shown.title));
    expect(readTabState(await tab.state())?.kind).toBe(verdict);
  });

  it.each([
    ['rewrites its address to itself', () => history.replaceState({}, '', location.href)],
    [
      'begins to leave and stays',
      () => {
        location.href = '/never-there';
        window.stop();
      },
    ],
  ])('keeps what it says of a page that %s', async (_, act) => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    await tab.waitForBadge();
    const before = await settled(tab);
    await tab.page.evaluate(act);
    await pause(1500);
    expect(await tab.toolbar()).toEqual(before);
    expect(readTabState(await tab.state())?.kind).toBe('copy');
    expect((await tab.badge())?.text).toMatch(/^Same text/);
  });

  it('says that a front page is not an article', async () => {
    const tab = await kit.open(plainPage(kit.newsstand).url);
    expect(await settled(tab)).toEqual({ text: '', title: 'Stemma: not an article' });
  });

  it('says that it is looking while it looks', async () => {
    const tab = await kit.open();
    // The page keeps its thread busy again and again, so that reading it takes a while.
    await tab.page.evaluateOnNewDocument(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const end = performance.now() + 3000;
        const timer = setInterval(() => {
          if (performance.now() > end) clearInterval(timer);
          const busyUntil = performance.now() + 400;
          while (performance.now() < busyUntil);
        }, 0);
      });
    });
    const { url } = pageWith(kit.newsstand, 'copy');
    const loading = tab.page.goto(url);
    const looking = await tab.waitForToolbar(({ text }) => text === '…');
    expect(looking.title).toBe('Stemma: looking');
    await loading;
    expect((await settled(tab)).text).toBe('=');
  });

  it('does not look at a site it was not given', async () => {
    const tab = await kit.open(unlisted);
    await pause(500);
    expect(await tab.state()).toBeUndefined();
    expect(await tab.toolbar()).toEqual({ text: '', title: 'Click to check this page' });
  });

  it('says another thing in each tab and each window', async () => {
    const copy = await kit.open(pageWith(kit.newsstand, 'copy').url);
    const original = await kit.open(pageWith(kit.newsstand, 'original').url);
    const elsewhere = await kit.open(pageWith(kit.newsstand, 'changed').url, { window: true });
    const plain = await kit.open(plainPage(kit.newsstand).url, { window: true });
    const texts = [];
    for (const tab of [copy, original, elsewhere, plain]) texts.push((await settled(tab)).text);
    expect(texts).toEqual(['=', '1st', '≠', '']);
  });

  it('keeps what it said when the worker is killed, and goes on after', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    const before = await settled(tab);
    const state = await tab.state();
    await kit.session.killWorker();
    expect(await kit.session.workerRuns()).toBe(false);
    expect(await tab.toolbar()).toEqual(before);
    expect(await tab.state()).toEqual(state);
    const second = await kit.open(pageWith(kit.newsstand, 'original').url);
    expect((await settled(second)).text).toBe('1st');
    expect(await tab.toolbar()).toEqual(before);
  });

  it('takes up a look that was cut off with the worker', async () => {
    const tab = await kit.open();
    await tab.page.evaluateOnNewDocument(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const end = performance.now() + 1500;
        const timer = setInterval(() => {
          if (performance.now() > end) clearInterval(timer);
          const busyUntil = performance.now() + 400;
          while (performance.now() < busyUntil);
        }, 0);
      });
    });
    const loading = tab.page.goto(pageWith(kit.newsstand, 'copy').url);
    await tab.waitForToolbar(({ text }) => text === '…');
    await kit.session.killWorker();
    await loading;
    // Anything that wakes the worker will do: here, a page in another tab.
    await kit.open(plainPage(kit.newsstand).url);
    expect((await settled(tab)).text).toBe('=');
  });

  it('forgets a page when the tab goes on to another', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    expect((await settled(tab)).text).toBe('=');
    await tab.goto(unlisted);
    await tab.waitForToolbar(({ text }) => text === '');
    expect(await tab.toolbar()).toEqual({ text: '', title: 'Click to check this page' });
    expect(await tab.state()).toBeUndefined();
    await tab.goto(plainPage(kit.newsstand).url);
    expect(await settled(tab)).toEqual({ text: '', title: 'Stemma: not an article' });
  });

  it('forgets a tab that was closed', async () => {
    const tab = await kit.session.open(pageWith(kit.newsstand, 'copy').url);
    await settled(tab);
    await tab.close();
    await until(
      async () => ((await tab.state()) === undefined ? true : undefined),
      5000,
      () => 'the state of a closed tab is still there',
    );
  });
});
