// How long one text takes against an archive in memory, beside a full-text search of the same.

import MiniSearch from 'minisearch';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { joinParagraphs } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import { packOf } from '../support/packs.ts';
import { figure, spread } from './figures.ts';
import { newsCorpus } from './news.ts';
import type { Bench } from './types.ts';

/** Words to search with: the longest, which are seldom the common ones. */
function searchWords(text: string, count: number): string {
  const words = [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu))];
  return words
    .toSorted((x, y) => y.length - x.length)
    .slice(0, count)
    .join(' ');
}

export const run: Bench = async ({ quick, progress }) => {
  const { documents, what } = await newsCorpus(quick ? 500 : 5000);
  const queries = documents.filter((_, i) => i % Math.ceil(documents.length / 200) === 0);
  progress(`${what}, ${queries.length} queries`);
  const { bytes } = await packOf(documents);
  const archive = await Archive.open(new MemorySource('bench.stemma', bytes));
  const index = new MiniSearch({ fields: ['text'] });
  for (const { id, paragraphs } of documents) index.add({ id, text: joinParagraphs(paragraphs) });

  const ours: number[] = [];
  const theirs: number[] = [];
  for (const { paragraphs } of queries) {
    let start = performance.now();
    await matchText({ paragraphs }, [archive]);
    ours.push(performance.now() - start);
    const query = searchWords(joinParagraphs(paragraphs), 30);
    start = performance.now();
    index.search(query);
    theirs.push(performance.now() - start);
  }
  const cold: number[] = [];
  for (const { paragraphs } of queries.slice(0, 50)) {
    const start = performance.now();
    await matchText({ paragraphs }, [await Archive.open(new MemorySource('bench.stemma', bytes))]);
    cold.push(performance.now() - start);
  }
  const rows = {
    'Stemma, warm': spread(ours),
    'Stemma, just opened': spread(cold),
    'MiniSearch, 30 words': spread(theirs),
  };
  const peer = rows['MiniSearch, 30 words'].p50;
  return {
    tables: [
      {
        title: 'One article against the archive, in memory (ms)',
        columns: ['', 'p50', 'p95', 'max', 'ratio'],
        rows: Object.entries(rows).map(([name, { p50, p95, max }]) => [
          name,
          figure(p50),
          figure(p95),
          figure(max),
          figure(p50 / peer),
        ]),
        notes: [what, 'Stemma aligns the texts; a search only ranks them. Ratio of medians.'],
      },
    ],
    json: { documents: documents.length, ...rows },
  };
};
