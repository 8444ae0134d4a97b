// What is found of edited, cut and quoted texts, and what is found wrongly, beside the usual choices.

import type { DocumentInput } from '../../src/archive/types.ts';
import { countWords } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import {
  changeWords,
  firstPart,
  misread,
  quoteOf,
  reordered,
  rewriteSentences,
  withBoilerplate,
} from '../support/edits.ts';
import { figure } from './figures.ts';
import { type Finder, minhash, miniSearch, type StemmaFinder, simhash, stemma } from './finders.ts';
import { newsCorpus, nonsense } from './news.ts';
import type { Bench, Table } from './types.ts';

/** @param host a text from outside of the archive for which nothing is found */
type Edit = (text: DocumentInput, host: DocumentInput, seed: number) => string[];

const cut = (paragraphs: string[], quote: string) => {
  const middle = Math.floor(paragraphs.length / 2);
  return [...paragraphs.slice(0, middle), quote, ...paragraphs.slice(middle)];
};
const quoted =
  (words: number): Edit =>
  (text, host, seed) =>
    cut(host.paragraphs, quoteOf(text.paragraphs, words, seed));

const EDITS: Record<string, Edit> = {
  exact: ({ paragraphs }) => paragraphs,
  '10 %': ({ paragraphs }, _, seed) => changeWords(paragraphs, 0.1, seed),
  '20 %': ({ paragraphs }, _, seed) => changeWords(paragraphs, 0.2, seed),
  '40 %': ({ paragraphs }, _, seed) => changeWords(paragraphs, 0.4, seed),
  'sentences 50 %': ({ paragraphs }, _, seed) => rewriteSentences(paragraphs, 0.5, seed),
  'first 30 %': ({ paragraphs }) => firstPart(paragraphs, 0.3),
  boilerplate: ({ paragraphs }) => withBoilerplate(paragraphs),
  'OCR 5 %': ({ paragraphs }, _, seed) => misread(paragraphs, 0.05, seed),
  reordered: ({ paragraphs }, _, seed) => reordered(paragraphs, seed),
  'quote 60': quoted(60),
  'quote 40': quoted(40),
  'quote 25': quoted(25),
  'quote 15': quoted(15),
};

/** Shares of queries whose source comes first, and whose source is among what is told, in %. */
interface Recall {
  first: number;
  told: number;
}

async function recallOf(
  finder: Finder,
  edit: Edit,
  asked: readonly DocumentInput[],
  hosts: readonly DocumentInput[],
): Promise<Recall> {
  let first = 0;
  let told = 0;
  for (const [i, text] of asked.entries()) {
    const ids = await finder.find(edit(text, hosts[i % hosts.length] ?? text, i + 1));
    if (ids[0] === text.id) first++;
    if (ids.includes(text.id)) told++;
  }
  return { first: (100 * first) / asked.length, told: (100 * told) / asked.length };
}

/** Texts for which nothing is found, not even possibly: what is quoted in them is all they share. */
async function withoutMatch(
  { archive }: StemmaFinder,
  documents: readonly DocumentInput[],
  count: number,
): Promise<DocumentInput[]> {
  const found: DocumentInput[] = [];
  for (const document of documents) {
    const { matches } = await matchText({ paragraphs: document.paragraphs }, [archive]);
    if (matches.length === 0) found.push(document);
    if (found.length === count) break;
  }
  return found;
}

/** How much of a verbatim quotation its passages hold, and how much of them is the quotation, in %. */
async function passageAccuracy(
  { archive }: StemmaFinder,
  asked: readonly DocumentInput[],
  hosts: readonly DocumentInput[],
  words: number,
): Promise<{ precision: number; recall: number }> {
  let shared = 0;
  let covered = 0;
  let right = 0;
  for (const [i, text] of asked.entries()) {
    const host = hosts[i % hosts.length];
    const quote = quoteOf(text.paragraphs, words, i + 1);
    const length = countWords(quote);
    if (host === undefined || length < 60) continue;
    const before = host.paragraphs.slice(0, Math.floor(host.paragraphs.length / 2));
    const from = countWords(before.join('\n\n'));
    const { matches } = await matchText({ paragraphs: cut(host.paragraphs, quote) }, [archive]);
    const match = matches.find(({ document }) => document.id === text.id);
    shared += length;
    for (const { page } of match?.passages ?? []) {
      covered += page[1] - page[0];
      right += Math.max(0, Math.min(page[1], from + length) - Math.max(page[0], from));
    }
  }
  return { precision: (100 * right) / covered, recall: (100 * right) / shared };
}

export const run: Bench = async ({ quick, large, progress }) => {
  const { documents, what } = await newsCorpus(quick ? 800 : large ? 22_551 : 10_000);
  // Every tenth text is not archived.
  const outside = documents.filter((_, i) => i % 10 === 0);
  const real = documents.filter((_, i) => i % 10 !== 0);
  const archived = large ? [...real, ...nonsense(100_000 - real.length, 1_000_000)] : real;
  // Only every other text asks: whoever tunes a threshold can do it on the rest.
  const held = real.filter((_, i) => i % 2 === 1);
  const step = Math.ceil(held.length / (quick ? 60 : 300));
  const asked = held.filter((_, i) => i % step === 0);
  progress(`${what}, ${archived.length} archived, ${asked.length} queries`);
  const std = await stemma(archived, 'std');
  const hosts = await withoutMatch(std, outside, quick ? 30 : 300);
  const finders: Finder[] = [std, await stemma(archived, 'lite')];
  if (!large) {
    progress('indexes of the usual choices');
    finders.push(
      minhash(archived, 64, 2, 0.08),
      minhash(archived, 32, 4, 0.3),
      simhash(archived),
      miniSearch(archived),
    );
  }
  const recall: Record<string, Record<string, Recall>> = {};
  for (const finder of finders) {
    progress(finder.name);
    const of: Record<string, Recall> = {};
    for (const [edit, change] of Object.entries(EDITS)) {
      of[edit] = await recallOf(finder, change, asked, hosts);
    }
    recall[finder.name] = of;
  }
  const accuracy = {
    60: await passageAccuracy(std, asked, hosts, 60),
    150: await passageAccuracy(std, asked, hosts, 150),
  };
  const tables = [
    recallTable('Source comes first (%)', recall, ({ first }) => first, [
      `${what}; ${archived.length} archived, ${asked.length} queries, ${hosts.length} hosts of quotes`,
    ]),
    recallTable('Source is among what is told (%)', recall, ({ told }) => told),
    {
      title: 'Passages of a verbatim quotation, in words (%)',
      columns: ['words quoted', 'precision', 'recall'],
      rows: Object.entries(accuracy).map(([words, { precision, recall: found }]) => [
        words,
        figure(precision),
        figure(found),
      ]),
    },
  ];
  return { tables, json: { archived: archived.length, asked: asked.length, recall, accuracy } };
};

function recallTable(
  title: string,
  recall: Record<string, Record<string, Recall>>,
  value: (recall: Recall) => number,
  notes: string[] = [],
): Table {
  const columns = Object.keys(EDITS);
  return {
    title,
    columns: ['', ...columns],
    rows: Object.entries(recall).map(([name, of]) => [
      name,
      ...columns.map((column) => {
        const at = of[column];
        return at === undefined ? '' : figure(value(at));
      }),
    ]),
    notes,
  };
}
