// The library page with ten thousand citations: how soon it opens, and how soon it finds.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type MiniSearchIndex from 'minisearch';
import { type CitationSummary, summaryOf } from '../../src/citation/summary.ts';
import type { Citation } from '../../src/citation/types.ts';
import { openLibrary, putCitations } from '../e2e/harness/library.ts';
import type { BrowserSession } from '../e2e/harness/types.ts';
import { citationOf, quoteOf } from '../library/citations.ts';
import { randomParagraphs } from '../support/random-text.ts';
import { figure, type Spread, spread } from './figures.ts';
import { inBrowsers } from './in-browsers.ts';
import type { BenchOptions, BenchResult } from './types.ts';

const COUNT = 10_000;

interface LibraryFigures {
  /** From the navigation's start to the first rows painted. */
  open: Spread;
  /** The same, to the count of all: then everything is searched. */
  whole: Spread;
  /** From a key in the search field to the rows it leads to, painted. */
  type: Spread;
  /** Our filter alone, in the page, and MiniSearch over the same texts. */
  filter: Spread;
  miniSearch: Spread;
  /** Building MiniSearch's index, which each opening of the page would pay. */
  miniSearchIndex: number;
}

/** What people type, a key at a time. */
const TYPED = ['harbour', 'keeper of', 'n421', 'vote bridge'];

export async function run(options: BenchOptions): Promise<BenchResult> {
  const rounds = options.quick ? 3 : 15;
  const citations = makeCitations();
  const measured = await inBrowsers(options, (session) => measure(session, citations, rounds));
  const rows: [keyof Omit<LibraryFigures, 'miniSearchIndex'>, string][] = [
    ['open', 'page opens with its rows'],
    ['whole', 'everything is listed'],
    ['type', 'a key in the search, to rows painted'],
    ['filter', 'the filter alone'],
    ['miniSearch', 'MiniSearch, prefixes, AND'],
  ];
  return {
    tables: [
      {
        title: `The library page, ${COUNT} citations (ms)`,
        columns: ['', 'p50', 'p95', 'max', 'n'],
        rows: [...measured].flatMap(([browser, figures]) => [
          ...rows.map(([key, label]) => {
            const { p50, p95, max, n } = figures[key];
            return [`${browser}: ${label}`, ...[p50, p95, max].map(figure), String(n)];
          }),
          [`${browser}: building MiniSearch’s index`, figure(figures.miniSearchIndex), '', '', '1'],
        ]),
        notes: [
          'Notes of 60 words, a quote in every third. The filter finds parts of words; MiniSearch beginnings.',
        ],
      },
    ],
    json: { citations: COUNT, millisecondsByBrowser: Object.fromEntries(measured) },
  };
}

function makeCitations(): Citation[] {
  return Array.from({ length: COUNT }, (_, at) => {
    const [note = ''] = randomParagraphs(60, at + 1);
    return citationOf(`n${at}`, {
      note: at % 50 === 0 ? `${note} the keeper of the harbour, vote on a bridge` : note,
      tags: [['politics', 'labour', 'sea', 'courts'][at % 4] ?? 'sea'],
      quotes: at % 3 === 0 ? [quoteOf(note.slice(0, 120))] : [],
      savedAt: new Date(Date.UTC(2026, 0, 1) - at * 3_600_000).toISOString(),
    });
  });
}

async function measure(
  session: BrowserSession,
  citations: readonly Citation[],
  rounds: number,
): Promise<LibraryFigures> {
  // The first opening makes the database.
  const first = await session.open();
  await openLibrary(session, first);
  await putCitations(session, citations);
  await first.close();

  const samples = { open: [] as number[], whole: [] as number[], type: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const tab = await session.open();
    const page = await openLibrary(session, tab);
    await page.waitForText(/10,000/);
    samples.open.push(await page.evaluate(rowsPaintedAt));
    samples.whole.push(await page.evaluate(allListedAt));
    const words = TYPED[round % TYPED.length] ?? '';
    await page.evaluate(() => document.querySelector<HTMLElement>('.words')?.focus());
    for (let end = 1; end <= words.length; end += 1) {
      samples.type.push(await page.evaluate(typed, words.slice(0, end)));
    }
    await tab.close();
  }
  const tab = await session.open();
  const page = await openLibrary(session, tab);
  await tab.page.evaluate(`(() => { ${miniSearchSource()} })()`);
  const summaries = citations.map(summaryOf);
  for (let at = 0; at < summaries.length; at += 500) {
    await page.evaluate(give, summaries.slice(at, at + 500));
  }
  const alone = await page.evaluate(filterAlone, TYPED);
  await tab.close();
  return {
    open: spread(samples.open),
    whole: spread(samples.whole),
    type: spread(samples.type),
    filter: spread(alone.filter),
    miniSearch: spread(alone.miniSearch),
    miniSearchIndex: alone.index,
  };
}

function miniSearchSource(): string {
  const path = createRequire(import.meta.url).resolve('minisearch');
  const umd = path.replace(/dist\/.*$/, 'dist/umd/index.js');
  return readFileSync(umd, 'utf8');
}

declare global {
  var benchSummaries: CitationSummary[] | undefined;
  // Put into the page by `measure`.
  var MiniSearch: typeof MiniSearchIndex;
}

function give(more: CitationSummary[]): void {
  globalThis.benchSummaries = [...(globalThis.benchSummaries ?? []), ...more];
}

/** Runs in the page: when its first row had been painted, since it was asked for. */
function rowsPaintedAt(): number {
  return performance.getEntriesByName('saved: first rows')[0]?.startTime ?? Number.NaN;
}

/** Runs in the page: when everything was listed. */
function allListedAt(): number {
  return performance.getEntriesByName('saved: all rows')[0]?.startTime ?? Number.NaN;
}

/** Runs in the page: types into the search and waits for the frame that shows what it led to. */
function typed(words: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('.words');
  if (!input) throw new Error('no search field');
  const start = performance.now();
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    // The frame after the one in which the rows are drawn: they are on the screen then.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => resolve(performance.now() - start));
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  });
}

/** Runs in the page: ours as `select` does it, and MiniSearch over the same texts. */
function filterAlone(typedWords: string[]): {
  filter: number[];
  miniSearch: number[];
  index: number;
} {
  const all = globalThis.benchSummaries ?? [];
  const began = performance.now();
  const index = new globalThis.MiniSearch<CitationSummary>({ fields: ['text'] });
  index.addAll(all);
  const built = performance.now() - began;
  const filter: number[] = [];
  const miniSearch: number[] = [];
  for (const words of typedWords) {
    for (let end = 1; end <= words.length; end += 1) {
      const part = words.slice(0, end);
      const start = performance.now();
      const terms = part.split(' ').filter((term) => term !== '');
      all.filter(({ text }) => terms.every((term) => text.includes(term)));
      const between = performance.now();
      index.search(part, { prefix: true, combineWith: 'AND' });
      filter.push(between - start);
      miniSearch.push(performance.now() - between);
    }
  }
  return { filter, miniSearch, index: built };
}
