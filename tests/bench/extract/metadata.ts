// Titles, authors and days of publication as pages state them, beside other extractors.

import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { titleKey } from '../../../src/article/headline.ts';
import { readMetadata } from '../../../src/article/metadata.ts';
import { decodeText } from '../../../src/ingest/text.ts';
import type { BenchOptions, BenchResult } from '../types.ts';
import { type Half, halfOf, type WcxbPage, wcxbHtml, wcxbPages } from './wcxb.ts';

/** What a reader says of a page; empty where it says nothing. */
export interface Said {
  title: string;
  author: string;
  published: string;
}

export type Field = keyof Said;
const fields: Field[] = ['title', 'author', 'published'];

/** Right, wrong or absent where the set has a label; `unlabelled` where it has none. */
export type Outcome = 'right' | 'wrong' | 'absent' | 'unlabelled-given' | 'unlabelled';

const credential =
  /^(?:[A-Z]{2,7}\b.*|Ph\.?\s?D\.?|M\.?\s?[DSA]\.?|[BM]\.?(?:A|Sc|S)\.?|Jr\.?|Sr\.?|Dietitian)$/;

/** The people of a label such as `A B, MD and C D`: titles behind a comma are not people. */
function peopleOf(label: string): string[] {
  return label
    .split(/\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+/)
    .filter((part, at) => part !== '' && (at === 0 || !credential.test(part)));
}

/** Every author contained, after NFKC, lower case, punctuation to space. */
function authorsContained(label: string, said: string): boolean {
  const key = ` ${titleKey(said)} `;
  const holds = (name: string): boolean => key.includes(` ${titleKey(name)} `);
  return holds(label) || peopleOf(label).every(holds);
}

export function judge(field: Field, label: string, said: string): Outcome {
  const given = titleKey(said) !== '';
  if (label.trim() === '') return given ? 'unlabelled-given' : 'unlabelled';
  if (!given) return 'absent';
  if (field === 'title') return titleKey(label) === titleKey(said) ? 'right' : 'wrong';
  if (field === 'author') return authorsContained(label, said) ? 'right' : 'wrong';
  return said.slice(0, 10) === label.slice(0, 10) ? 'right' : 'wrong';
}

export function labelOf(page: WcxbPage, field: Field): string {
  const labels = { title: page.title, author: page.author, published: page.publish_date };
  return labels[field];
}

export function pageText(page: WcxbPage): string {
  return decodeText(wcxbHtml(page), 'utf-8');
}

/** What Stemma says of a page. */
export function stemmaSays(html: string, url: string): Said {
  const facts = readMetadata(parseHTML(html).document, url);
  return {
    title: facts.title?.value ?? '',
    // Photographers and editors are no authors.
    author: facts.byline
      .flatMap(({ value, role }) => (role === undefined ? [value] : []))
      .join(', '),
    published: facts.published?.value ?? '',
  };
}

/** The calendar day of a stated time, as stated. */
function dayOf(text: string | null | undefined): string {
  if (!text) return '';
  const iso = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  if (iso !== undefined) return iso;
  const time = Date.parse(`${text} UTC`);
  return Number.isNaN(time) ? text : new Date(time).toISOString().slice(0, 10);
}

function readabilitySays(html: string): Said {
  const read = new Readability(parseHTML(html).document).parse();
  return {
    title: read?.title ?? '',
    author: read?.byline ?? '',
    published: dayOf(read?.publishedTime),
  };
}

async function defuddleSays(html: string, url: string): Promise<Said> {
  const read = await Defuddle(parseHTML(html).document, url, { useAsync: false });
  return { title: read.title, author: read.author, published: dayOf(read.published) };
}

type Reader = (html: string, url: string) => Said | Promise<Said>;
const readers: [name: string, read: Reader][] = [
  ['Stemma', stemmaSays],
  ['Readability', readabilitySays],
  ['Defuddle', defuddleSays],
];

type Tally = Record<Outcome, number>;
const emptyTally = (): Tally => ({
  right: 0,
  wrong: 0,
  absent: 0,
  'unlabelled-given': 0,
  unlabelled: 0,
});

interface Row {
  name: string;
  half: Half;
  field: Field;
  /** Share of the labelled that is right, 0 to 1. */
  right: number;
  /** Share of those given, among the labelled, that is right. */
  precision: number;
  tally: Tally;
}

function toRow(name: string, half: Half, field: Field, tally: Tally): Row {
  const given = tally.right + tally.wrong;
  return {
    name,
    half,
    field,
    tally,
    right: tally.right / Math.max(1, given + tally.absent),
    precision: tally.right / Math.max(1, given),
  };
}

/** Runs all readers over the articles of the set. */
export async function metadata({ quick, progress }: BenchOptions): Promise<BenchResult> {
  const all = wcxbPages();
  if (all === undefined) {
    progress('metadata skipped: ../shared/bench/pages-wcxb is not there');
    return { tables: [], json: {} };
  }
  const articles = all.filter(({ type }) => type === 'article');
  const pages = quick ? articles.slice(0, 20) : articles;
  progress(`metadata of ${pages.length} articles of pages-wcxb`);
  const tallies = new Map<string, Tally>();
  const failed = new Map<string, number>();
  for (const page of pages) {
    const html = pageText(page);
    for (const [name, read] of readers) {
      let said: Said = { title: '', author: '', published: '' };
      try {
        said = await read(html, page.url);
      } catch {
        // A reader that stops says nothing of the page; how often is told beside the figures.
        failed.set(name, (failed.get(name) ?? 0) + 1);
      }
      for (const field of fields) {
        const key = `${name}|${halfOf(page.url)}|${field}`;
        const tally = tallies.get(key) ?? emptyTally();
        tally[judge(field, labelOf(page, field), said[field])] += 1;
        tallies.set(key, tally);
      }
    }
  }
  const halves: Half[] = ['development', 'held out'];
  const rows = readers.flatMap(([name]) =>
    halves.flatMap((half) =>
      fields.map((field) =>
        toRow(name, half, field, tallies.get(`${name}|${half}|${field}`) ?? emptyTally()),
      ),
    ),
  );
  const cell = (name: string, half: Half, field: Field): string => {
    const row = rows.find(
      (each) => each.name === name && each.half === half && each.field === field,
    );
    return `${row?.right.toFixed(3)} / ${row?.precision.toFixed(3)}`;
  };
  const stops = [...failed].map(([name, count]) => `${name} stopped with an error on ${count}.`);
  return {
    tables: [
      {
        title: 'Metadata: right of those labelled / right of those given',
        columns: ['', ...halves.flatMap((half) => fields.map((field) => `${field}, ${half}`))],
        rows: readers.map(([name]) => [
          name,
          ...halves.flatMap((half) => fields.map((field) => cell(name, half, field))),
        ]),
        notes: [`${pages.length} articles of pages-wcxb, split by domain. ${stops.join(' ')}`],
      },
    ],
    json: { pages: pages.length, rows },
  };
}
