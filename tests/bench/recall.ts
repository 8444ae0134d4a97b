// What is found of edited, cut and quoted texts, and what is found wrongly, beside the usual choices.

import MiniSearch from 'minisearch';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { joinParagraphs, normalisedWords } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import { changeWords, firstPart, quoteOf } from '../support/edits.ts';
import { packOf } from '../support/packs.ts';
import { figure } from './figures.ts';
import { MinHashIndex } from './minhash.ts';
import { newsCorpus } from './news.ts';
import type { Bench } from './types.ts';

/** A way of finding: the id of the best match, if it would be reported. */
interface Finder {
  name: string;
  find(paragraphs: string[]): Promise<string | undefined>;
}

async function stemma(documents: DocumentInput[], profile: 'std' | 'lite'): Promise<Finder> {
  const { bytes } = await packOf(documents, profile);
  const archive = await Archive.open(new MemorySource('bench.stemma', bytes));
  return {
    name: `Stemma ${profile}`,
    async find(paragraphs) {
      const { matches } = await matchText({ paragraphs }, [archive]);
      const [best] = matches.filter(({ strength }) => strength !== 'possible');
      return best?.document.id;
    },
  };
}

function minhash(documents: DocumentInput[], bands: number, rows: number, least: number): Finder {
  const index = new MinHashIndex(bands, rows);
  for (const { id, paragraphs } of documents) {
    index.add(id, normalisedWords(joinParagraphs(paragraphs)));
  }
  return {
    name: `MinHash-${bands * rows} b${bands}r${rows}, J >= ${least}`,
    find: (paragraphs) =>
      Promise.resolve(index.best(normalisedWords(joinParagraphs(paragraphs)), least)),
  };
}

function miniSearch(documents: DocumentInput[]): Finder {
  const index = new MiniSearch({ fields: ['text'] });
  const frequency = new Map<string, number>();
  for (const { id, paragraphs } of documents) {
    const text = joinParagraphs(paragraphs);
    index.add({ id, text });
    for (const word of new Set(normalisedWords(text))) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  return {
    name: 'MiniSearch, 30 rarest, score >= 60',
    find(paragraphs) {
      const words = [...new Set(normalisedWords(joinParagraphs(paragraphs)))]
        .filter((word) => frequency.has(word))
        .toSorted((x, y) => (frequency.get(x) ?? 0) - (frequency.get(y) ?? 0))
        .slice(0, 30);
      const [best] = index.search(words.join(' '));
      return Promise.resolve(best !== undefined && best.score >= 60 ? String(best.id) : undefined);
    },
  };
}

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
  'ed 10 %': ({ paragraphs }, _, seed) => changeWords(paragraphs, 0.1, seed),
  'ed 20 %': ({ paragraphs }, _, seed) => changeWords(paragraphs, 0.2, seed),
  'ed 40 %': ({ paragraphs }, _, seed) => changeWords(paragraphs, 0.4, seed),
  'first 30 %': ({ paragraphs }) => firstPart(paragraphs, 0.3),
  reordered: ({ paragraphs }) => paragraphs.toReversed(),
  'quote 60': quoted(60),
  'quote 25': quoted(25),
  'quote 15': quoted(15),
};

export const run: Bench = async ({ quick, progress }) => {
  const { documents, what } = await newsCorpus(quick ? 800 : 10_000);
  // Every tenth text is not archived: it stands around the quotes, and must find nothing itself.
  const archived = documents.filter((_, i) => i % 10 !== 0);
  const outside = documents.filter((_, i) => i % 10 === 0);
  const asked = archived.filter(
    (_, i) => i % Math.ceil(archived.length / (quick ? 60 : 300)) === 0,
  );
  progress(`${what}, ${asked.length} queries`);
  const finders = [
    await stemma(archived, 'std'),
    await stemma(archived, 'lite'),
    minhash(archived, 64, 2, 0.08),
    minhash(archived, 32, 4, 0.3),
    miniSearch(archived),
  ];
  const recall: Record<string, Record<string, number>> = {};
  for (const finder of finders) {
    progress(finder.name);
    const of: Record<string, number> = {};
    for (const [edit, change] of Object.entries(EDITS)) {
      let found = 0;
      for (const [i, text] of asked.entries()) {
        const host = outside[i % outside.length] ?? text;
        if ((await finder.find(change(text, host, i + 1))) === text.id) found++;
      }
      of[edit] = (100 * found) / asked.length;
    }
    let wrong = 0;
    for (const { paragraphs } of outside) {
      if ((await finder.find(paragraphs)) !== undefined) wrong++;
    }
    of['found outside'] = (100 * wrong) / outside.length;
    recall[finder.name] = of;
  }
  const columns = [...Object.keys(EDITS), 'found outside'];
  return {
    tables: [
      {
        title: 'Recall at 1 (%), and texts outside of the archive for which something is found (%)',
        columns: ['', ...columns],
        rows: Object.entries(recall).map(([name, of]) => [
          name,
          ...columns.map((column) => figure(of[column] ?? 0)),
        ]),
        notes: [
          what,
          'Texts outside of the archive are no proven negatives: the set holds real copies and quotes.',
        ],
      },
    ],
    json: { archived: archived.length, asked: asked.length, outside: outside.length, recall },
  };
};
