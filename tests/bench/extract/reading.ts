// Body and detection on blogs, news and other pages, both halves, beside other extractors.

import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { firstLook } from '../../../src/article/detect.ts';
import { readHtml } from '../../../src/ingest/html.ts';
import { parsePage } from '../../../src/ingest/page-tree.ts';
import { decodeText } from '../../../src/ingest/text.ts';
import type { BenchOptions, BenchResult } from '../types.ts';
import { type DevelopedHalf, developedHalf } from './halves.ts';
import { type WcxbPage, wcxbHtml, wcxbPages } from './wcxb.ts';

type Extractor = 'Stemma' | 'Readability' | 'Defuddle';
const extractors: Extractor[] = ['Stemma', 'Readability', 'Defuddle'];
const halves: DevelopedHalf[] = ['development', 'held out'];

/** The multiset of a text's words. */
function wordsOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []) {
    bag.set(word, (bag.get(word) ?? 0) + 1);
  }
  return bag;
}

const sizeOf = (bag: ReadonlyMap<string, number>): number =>
  [...bag.values()].reduce((sum, count) => sum + count, 0);

/** F1 of the words of two texts, 0 to 1. */
export function wordF1(found: string, wanted: string): number {
  const [left, right] = [wordsOf(found), wordsOf(wanted)];
  let shared = 0;
  for (const [word, count] of left) shared += Math.min(count, right.get(word) ?? 0);
  const size = sizeOf(left) + sizeOf(right);
  return size === 0 ? 1 : (2 * shared) / size;
}

async function bodies(page: WcxbPage): Promise<Record<Extractor, string>> {
  const html = decodeText(wcxbHtml(page));
  let readability = '';
  let defuddle = '';
  try {
    readability = new Readability(parsePage(html)).parse()?.textContent ?? '';
  } catch {
    // One that stops has read nothing.
  }
  try {
    const { content } = await Defuddle(parsePage(html), page.url, { useAsync: false });
    defuddle =
      parsePage(`<html><head></head><body>${content}</body></html>`).body.textContent ?? '';
  } catch {
    // The same.
  }
  const read = readHtml(wcxbHtml(page), page.id, { url: page.url });
  const stemma = 'problem' in read ? '' : read.article.paragraphs.join('\n');
  return { Stemma: stemma, Readability: readability, Defuddle: defuddle };
}

interface Verdict {
  half: DevelopedHalf;
  article: boolean;
  first: boolean;
  second: boolean;
  readerable: boolean;
}

/** A share as the tables print it. */
function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

export async function reading({ quick, progress }: BenchOptions): Promise<BenchResult> {
  const all = wcxbPages();
  if (all === undefined) {
    progress('body and detection skipped: ../shared/bench/pages-wcxb is not there');
    return { tables: [], json: {} };
  }
  const pages = quick ? all.slice(0, 30) : all;
  progress(`body and detection of ${pages.length} pages of pages-wcxb`);
  const verdicts: Verdict[] = [];
  const scores: { half: DevelopedHalf; by: Record<Extractor, number> }[] = [];
  for (const page of pages) {
    const half = developedHalf(page.url);
    const document = parsePage(decodeText(wcxbHtml(page)));
    const read = readHtml(wcxbHtml(page), page.id, { url: page.url });
    verdicts.push({
      half,
      article: page.type === 'article',
      first: firstLook(document, page.url).articleLike,
      second: !('problem' in read) && read.isArticle,
      readerable: isProbablyReaderable(document),
    });
    if (page.type !== 'article') continue;
    const texts = await bodies(page);
    const by = { Stemma: 0, Readability: 0, Defuddle: 0 };
    for (const name of extractors) by[name] = wordF1(texts[name], page.main_content);
    scores.push({ half, by });
  }
  const mean = (name: Extractor, half: DevelopedHalf): number => {
    const own = scores.filter((score) => score.half === half);
    return own.reduce((sum, { by }) => sum + by[name], 0) / Math.max(1, own.length);
  };
  const rates = (half: DevelopedHalf, said: (verdict: Verdict) => boolean): string => {
    const own = verdicts.filter((verdict) => verdict.half === half);
    const [yes, no] = [own.filter(({ article }) => article), own.filter(({ article }) => !article)];
    return `${share(yes.filter(said).length, yes.length)} / ${share(no.filter(said).length, no.length)}`;
  };
  const looks: [string, (verdict: Verdict) => boolean][] = [
    ['Stemma, first look', ({ first }) => first],
    ['Stemma, both looks', ({ first, second }) => first && second],
    ['isProbablyReaderable', ({ readerable }) => readerable],
  ];
  const notes = [`${pages.length} pages of pages-wcxb, split by domain.`];
  return {
    tables: [
      {
        title: 'The body, word F1 a page, mean over articles',
        columns: ['', ...halves],
        rows: extractors.map((name) => [
          name,
          ...halves.map((half) => mean(name, half).toFixed(3)),
        ]),
        notes,
      },
      {
        title: 'Is it an article: true / false positive rate',
        columns: ['', ...halves],
        rows: looks.map(([name, said]) => [name, ...halves.map((half) => rates(half, said))]),
        notes,
      },
    ],
    json: {
      bodyF1: Object.fromEntries(
        extractors.map((name) => [name, halves.map((half) => mean(name, half))]),
      ),
      detection: Object.fromEntries(
        looks.map(([name, said]) => [name, halves.map((half) => rates(half, said))]),
      ),
    },
  };
}
