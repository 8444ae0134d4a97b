// Who says what: precision and recall on marked passages, beside a library's tags, and what it costs.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise/three';
import { root } from '../../scripts/command.ts';
import type { CitedSource } from '../../src/article/types.ts';
import { attribute } from '../../src/attribution/attribute.ts';
import { readSavedArticle } from '../../src/ingest/saved-article.ts';
import { newsstandPassages } from '../attribution/newsstand.ts';
import {
  type Count,
  countSources,
  type Passage,
  rates,
  readPassages,
  sourcesOf,
} from '../attribution/passages.ts';
import { figure, spread } from './figures.ts';
import { newsCorpus } from './news.ts';
import type { BenchOptions, BenchResult, Table } from './types.ts';

/** Real stories timed; their sources are nobody's marks. */
const stories = 300;

interface Row {
  passages: string;
  n: number;
  marked: number;
  precision: number;
  recall: number;
  quotesRight: number;
  quotes: number;
}

function row(passages: string, counts: readonly Count[]): Row {
  const { precision, recall, marked } = rates(counts);
  const sum = (of: (each: Count) => number) => counts.reduce((total, each) => total + of(each), 0);
  return {
    passages,
    n: counts.length,
    marked,
    precision,
    recall,
    quotesRight: sum(({ quotesRight }) => quotesRight),
    quotes: sum(({ quotes }) => quotes),
  };
}

const lower = (list: readonly string[]): string[] => list.map((name) => name.toLowerCase());

/** The library's word on names of which nothing but the name is told. */
function withTags({ paragraphs }: Passage, found: CitedSource[]): CitedSource[] {
  const read = nlp(paragraphs.join('\n\n'));
  const people = lower(read.people().out('array'));
  const bodies = lower(read.organizations().out('array'));
  const places = lower(read.places().out('array'));
  return found.flatMap((source) => {
    const has = (list: string[]) => list.some((name) => name.includes(source.name.toLowerCase()));
    if (source.role !== undefined || !/^\p{Lu}/u.test(source.name)) return source;
    if (has(people) && !has(bodies)) return { ...source, kind: 'person' as const };
    if (has(bodies) && !has(people)) return { ...source, kind: 'organisation' as const };
    return has(places) && !has(people) ? [] : source;
  });
}

/** Persons and organisations that the library alone tags as what they are marked. */
function tagged(passages: readonly Passage[]): { right: number; marked: number } {
  let right = 0;
  let marked = 0;
  for (const { paragraphs, sources } of passages) {
    const read = nlp(paragraphs.join('\n\n'));
    const tags: Record<string, string[]> = {
      person: read.people().out('array'),
      organisation: read.organizations().out('array'),
    };
    for (const { name, kind } of sources) {
      const list = tags[kind];
      if (list === undefined || !/^\p{Lu}/u.test(name)) continue;
      marked++;
      if (list.some((each) => each.toLowerCase().includes(name.toLowerCase()))) right++;
    }
  }
  return { right, marked };
}

/** The saved story that lies beside the project, with the four that its text rests on. */
function seedFound(): string[] | undefined {
  const folder = join(root, '..', 'shared', 'seeds');
  const file = existsSync(folder)
    ? readdirSync(folder).find((name) => name.endsWith('.txt'))
    : undefined;
  if (file === undefined) return undefined;
  const read = readSavedArticle(readFileSync(join(folder, file), 'utf8'), file);
  return 'article' in read
    ? attribute(read.article).sources.map(({ name, denies }) => name + (denies ? ' (denies)' : ''))
    : [];
}

function quality(title: string, of: readonly Row[], notes: string[] = []): Table {
  return {
    title,
    columns: ['', 'passages', 'sources', 'precision', 'recall', 'quotations'],
    rows: of.map((each) => [
      each.passages,
      String(each.n),
      String(each.marked),
      each.precision.toFixed(3),
      each.recall.toFixed(3),
      each.quotes === 0 ? '' : `${each.quotesRight}/${each.quotes}`,
    ]),
    notes,
  };
}

const mean = (of: readonly number[]): number =>
  of.reduce((sum, each) => sum + each, 0) / Math.max(1, of.length);

function time(of: () => unknown): number {
  const start = performance.now();
  of();
  return performance.now() - start;
}

export async function run({ quick, progress }: BenchOptions): Promise<BenchResult> {
  const passages = readPassages();
  const halves = ['developed on', 'held out', 'unseen'] as const;
  const languages = ['en', 'ru'];
  const groups: [string, Passage[]][] = [
    ['all', passages],
    ...halves.flatMap((half) =>
      languages.map((language): [string, Passage[]] => [
        `${half}, ${language}`,
        passages.filter((each) => each.half === half && each.language === language),
      ]),
    ),
    ['newsstand', newsstandPassages()],
  ];
  const rows = groups.map(([name, of]) =>
    row(
      name,
      of.map((each) => countSources(each, sourcesOf(each))),
    ),
  );
  const english = passages.filter(({ language }) => language === 'en');
  const tags = tagged(english);
  const rules = row(
    'our rules',
    english.map((each) => countSources(each, sourcesOf(each))),
  );
  const both = row(
    'with compromise',
    english.map((each) => countSources(each, withTags(each, sourcesOf(each)))),
  );

  const { documents: news, what } = await newsCorpus(quick ? 20 : stories);
  progress(what);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const { paragraphs } of news) {
    const language = { value: 'en', from: 'bench' };
    ours.push(time(() => attribute({ paragraphs, links: [], language })));
    theirs.push(time(() => nlp(paragraphs.join('\n\n')).people().out('array')));
  }
  const [us, them] = [spread(ours), spread(theirs)];
  const seed = seedFound();

  return {
    tables: [
      quality('Cited sources, against hand marks', rows, [
        seed === undefined
          ? 'the seed: ../shared/seeds is not there'
          : `the seed: ${seed.join(', ')}`,
      ]),
      quality(
        'What a library adds, on the English passages',
        [rules, both],
        [
          `compromise alone tags ${tags.right} of ${tags.marked} named sources as what they are; it tells nobody who says what`,
        ],
      ),
      {
        title: 'Time for one real story, in Node (ms)',
        columns: ['', 'p50', 'p95', 'mean', 'ratio', 'n'],
        rows: [
          ['our rules', us, mean(ours)] as const,
          ['compromise, people alone', them, mean(theirs)] as const,
        ].map(([name, { p50, p95, n }, average]) => [
          name,
          figure(p50),
          figure(p95),
          figure(average),
          (average / mean(ours)).toFixed(1),
          String(n),
        ]),
        notes: [what],
      },
    ],
    json: { quality: rows, library: { rules, both, tags }, msRules: us, msCompromise: them, seed },
  };
}
