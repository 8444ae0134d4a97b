// "Show in page" on a page of 5,000 words, from the call to the frame in which the marks are painted.

import type { BrowserSession, TabHandle } from '../e2e/harness/types.ts';
import { pageWith } from '../e2e/pages.ts';
import type { Newsstand } from '../newsstand/server.ts';
import { figure, type Spread, spread } from './figures.ts';
import { inBrowsers } from './in-browsers.ts';
import { nonsense } from './news.ts';
import type { BenchOptions, BenchResult } from './types.ts';

const WORDS = 5000;
const WORDS_A_DOCUMENT = 420;

interface HighlightFigures {
  /** From the call until the page computes the colour of the first mark, to the frame. */
  painted: Spread;
  /** The same where the worker has to start first, and the page to be read again. */
  paintedCold: Spread;
  /** Reading the page alone, which is part of both. */
  read: Spread;
  words: number;
  marks: number;
}

const labels: [keyof HighlightFigures & ('painted' | 'paintedCold' | 'read'), string][] = [
  ['painted', 'from the call to the painted marks'],
  ['paintedCold', 'the same, worker starting, page read again'],
  ['read', 'reading the page, which is part of that'],
];

export async function run(options: BenchOptions): Promise<BenchResult> {
  const rounds = options.quick ? 3 : 25;
  const measured = await inBrowsers(options, (session, newsstand) =>
    measure(session, newsstand, rounds),
  );
  return {
    tables: [
      {
        title: 'Show in page (ms)',
        columns: ['', 'p50', 'p95', 'max', 'n'],
        rows: [...measured].flatMap(([browser, figures]) =>
          labels.map(([key, label]) => {
            const { p50, p95, max, n } = figures[key];
            return [`${browser}: ${label}`, ...[p50, p95, max].map(figure), String(n)];
          }),
        ),
        notes: [...measured].map(
          ([browser, { words, marks }]) =>
            `${browser}: ${words} words on the page, ${marks} marks; a fresh tab each time.`,
        ),
      },
    ],
    json: { millisecondsByBrowser: Object.fromEntries(measured) },
  };
}

async function measure(
  session: BrowserSession,
  newsstand: Newsstand,
  rounds: number,
): Promise<HighlightFigures> {
  const { url } = pageWith(newsstand, 'edited');
  const filling = nonsense(Math.ceil(WORDS / WORDS_A_DOCUMENT), 5).map(
    ({ paragraphs }) => paragraphs,
  );
  const painted: number[] = [];
  const cold: number[] = [];
  const read: number[] = [];
  let words = 0;
  let marks = 0;
  // The first one starts the worker and opens the archives: that is another benchmark.
  for (let round = -1; round < rounds; round += 1) {
    const tab = await session.open(url);
    await tab.waitForBadge();
    await tab.page.evaluate(lengthen, filling.flat());
    await session.inExtension(checkAgain, tab.id);
    await tab.page.bringToFront();
    words = wordsOf(await tab.state());
    if (words < WORDS) throw new Error(`the page has ${words} words`);
    const reading = await session.inExtension(timeReading, tab.id);
    const warm = await show(session, tab, url);
    await tab.page.keyboard.press('Escape');
    await tab.page.waitForFunction(() => CSS.highlights.size === 0);
    await session.killWorker();
    const afterStart = await show(session, tab, url);
    await tab.close();
    marks = warm.marks;
    if (round < 0) continue;
    painted.push(warm.took);
    cold.push(afterStart.took);
    read.push(reading);
  }
  return {
    painted: spread(painted),
    paintedCold: spread(cold),
    read: spread(read),
    words,
    marks,
  };
}

/** Milliseconds from the call to the painted marks, and how many marks there are. */
async function show(
  session: BrowserSession,
  tab: TabHandle,
  url: string,
): Promise<{ took: number; marks: number }> {
  const seen = tab.page.evaluate(firstPainted);
  const { began, marks } = await session.inExtension(timeShow, tab.id, url);
  return { took: (await seen) - began, marks };
}

function wordsOf(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('page' in state)) return 0;
  const { page } = state;
  const words: unknown =
    typeof page === 'object' && page !== null ? Reflect.get(page, 'words') : undefined;
  return typeof words === 'number' ? words : 0;
}

/** Runs in the page: puts paragraphs between those of the story. */
function lengthen(texts: string[]): void {
  const story = [...document.querySelectorAll('article p, main p')].filter(
    (one) => (one.textContent ?? '').length > 120,
  );
  const each = Math.ceil(texts.length / story.length);
  for (const [at, paragraph] of story.entries()) {
    const added = texts.slice(at * each, (at + 1) * each).map((text) => {
      const made = document.createElement('p');
      made.textContent = text;
      return made;
    });
    paragraph.after(...added);
  }
}

/** Runs in a page of the extension: the page has grown, and is looked at again. */
async function checkAgain(tabId: number): Promise<void> {
  await chrome.runtime.sendMessage({ call: 'tab/check', of: { tabId } });
}

async function timeReading(tabId: number): Promise<number> {
  const start = performance.now();
  await chrome.scripting.executeScript({ target: { tabId }, files: ['content/read.js'] });
  return performance.now() - start;
}

async function timeShow(tabId: number, url: string): Promise<{ began: number; marks: number }> {
  const start = performance.now();
  const answer: unknown = await chrome.runtime.sendMessage({
    call: 'tab/show',
    of: { tabId, url },
  });
  const marks = Number(/"marks":(\d+)/.exec(JSON.stringify(answer))?.[1] ?? 0);
  if (marks === 0) throw new Error(`nothing was marked: ${JSON.stringify(answer)}`);
  return { began: performance.timeOrigin + start, marks };
}

/** Runs in the page: when the first mark has its colour, at the end of a frame, since 1970. */
async function firstPainted(): Promise<number> {
  for (;;) {
    await new Promise(requestAnimationFrame);
    const [first] = CSS.highlights;
    if (first === undefined) continue;
    const [range] = first[1];
    const element = range?.startContainer.parentElement;
    if (element === null || element === undefined) continue;
    const style = getComputedStyle(element, `::highlight(${first[0]})`);
    if (style.backgroundColor === 'rgba(0, 0, 0, 0)') continue;
    await new Promise(requestAnimationFrame);
    return performance.timeOrigin + performance.now();
  }
}
