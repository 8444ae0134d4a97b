// Reading pages: how much of the story is read and nothing else, beside other extractors; and how long it takes.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { root } from '../../scripts/command.ts';
import type { Article } from '../../src/article/types.ts';
import { readHtml } from '../../src/ingest/html.ts';
import { seedPages } from '../newsstand/seed-pages.ts';
import { buildSite } from '../newsstand/site.ts';
import { developedHalf } from './extract/halves.ts';
import { metadata } from './extract/metadata.ts';
import { reading } from './extract/reading.ts';
import { speed } from './extract/speed.ts';
import { figure, spread } from './figures.ts';
import type { BenchOptions, BenchResult } from './types.ts';

/** https://github.com/scrapinghub/article-extraction-benchmark, kept beside the project. */
const pagesFolder = join(root, '..', 'shared', 'bench', 'extraction-aeb');

interface Page {
  id: string;
  url: string;
  html: Uint8Array;
  /** The body as people marked it; absent where only the time is of interest. */
  truth?: string;
}

/** Bodies by page, as the benchmark writes them. */
const bodies = v.record(
  v.string(),
  v.object({ articleBody: v.optional(v.string(), ''), url: v.optional(v.string()) }),
);
/** Some files say beside the bodies which version wrote them. */
const bodiesFile = v.union([
  v.pipe(
    v.object({ output: bodies, version: v.string() }),
    v.transform(({ output }) => output),
  ),
  bodies,
]);

export async function run(options: BenchOptions): Promise<BenchResult> {
  const read = bodyAndTime(options);
  const pages = await reading(options);
  const facts = await metadata(options);
  const time = await speed(options);
  return {
    tables: [...read.tables, ...pages.tables, ...facts.tables, ...time.tables],
    json: { ...read.json, reading: pages.json, metadata: facts.json, speed: time.json },
  };
}

function bodyAndTime({ quick, progress }: BenchOptions): BenchResult {
  const real = existsSync(pagesFolder);
  const all = real ? benchmarkPages() : newsstandPages();
  const pages = quick ? all.slice(0, 10) : all;
  const what = real
    ? `${pages.length} pages of the article extraction benchmark`
    : `${pages.length} pages of the newsstand: ../shared/bench is not there`;
  progress(what);

  const times: number[] = [];
  const ours = new Map<string, string>();
  for (const { id, url, html } of pages) {
    const start = performance.now();
    const read = readHtml(html, id, { url });
    times.push(performance.now() - start);
    ours.set(id, 'problem' in read ? '' : withEmbeds(read.article));
  }
  const time = spread(times);
  const quality = real ? compare(pages, ours) : [];
  return {
    tables: [
      {
        title: 'Reading a page, parsing included, in Node (ms)',
        columns: ['', 'p50', 'p95', 'max', 'n'],
        rows: [['readHtml', figure(time.p50), figure(time.p95), figure(time.max), String(time.n)]],
        notes: [what],
      },
      ...(quality.length > 0
        ? [
            {
              title: 'The body, against people’s marking (4-grams of words)',
              columns: ['', 'precision', 'recall', 'F1'],
              rows: quality.map(({ name, precision, recall, f1 }) => [
                name,
                precision.toFixed(3),
                recall.toFixed(3),
                f1.toFixed(3),
              ]),
              notes: [
                what,
                'Means over pages; F1 of the two means, as the benchmark scores.',
                'Stemma keeps embedded posts apart from the body; here they count, as in the marking.',
              ],
            },
          ]
        : []),
    ],
    json: { pages: pages.length, source: real ? 'benchmark' : 'newsstand', readMs: time, quality },
  };
}

/** The body with embedded posts where they stood: those who marked the pages took them for body. */
function withEmbeds({ paragraphs, apart = [] }: Article): string {
  const embeds = apart.filter(({ kind }) => kind === 'embed');
  const at = (place: number): string[] =>
    embeds.flatMap(({ text, before }) => (before === place ? text : []));
  return [
    ...paragraphs.flatMap((text, place) => [...at(place), text]),
    ...at(paragraphs.length),
  ].join('\n\n');
}

function benchmarkPages(): Page[] {
  const truth = readBodies('ground-truth.json');
  return readdirSync(join(pagesFolder, 'html'))
    .filter((name) => name.endsWith('.html.gz'))
    .toSorted()
    .flatMap((name) => {
      const id = name.slice(0, -'.html.gz'.length);
      const known = truth[id];
      if (!known) return [];
      return {
        id,
        url: known.url ?? '',
        html: gunzipSync(readFileSync(join(pagesFolder, 'html', name))),
        truth: known.articleBody,
      };
    });
}

function newsstandPages(): Page[] {
  const site = buildSite(seedPages(join(root, '..', 'shared', 'seeds')));
  return site.pages
    .filter(({ expect }) => expect.isArticle)
    .flatMap(({ url }) => {
      const body = site.resources.get(url)?.body;
      return typeof body === 'string' ? { id: url, url, html: Buffer.from(body) } : [];
    });
}

function readBodies(name: string): v.InferOutput<typeof bodies> {
  const bytes = readFileSync(join(pagesFolder, name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return v.parse(bodiesFile, JSON.parse(text));
}

interface Quality {
  name: string;
  precision: number;
  recall: number;
  f1: number;
}

/** Our bodies and those of other extractors, by the benchmark's own measure. */
function compare(pages: readonly Page[], ours: ReadonlyMap<string, string>): Quality[] {
  const others = readdirSync(pagesFolder)
    .filter((name) => /^reference-.*\.json\.gz$/.test(name))
    .toSorted();
  return [
    score('Stemma', pages, (id) => ours.get(id) ?? ''),
    ...(['development', 'held out'] as const).map((half) =>
      score(
        `Stemma, ${half}`,
        pages.filter(({ url }) => developedHalf(url) === half),
        (id) => ours.get(id) ?? '',
      ),
    ),
    ...others.map((file) => {
      const read = readBodies(file);
      const name = file.replace(/^reference-|\.json\.gz$/g, '');
      return score(name, pages, (id) => read[id]?.articleBody ?? '');
    }),
  ];
}

function score(name: string, pages: readonly Page[], bodyOf: (id: string) => string): Quality {
  let precisions = 0;
  let recalls = 0;
  for (const { id, truth = '' } of pages) {
    const wanted = shingles(truth);
    const found = shingles(bodyOf(id));
    let shared = 0;
    for (const [shingle, count] of found) shared += Math.min(count, wanted.get(shingle) ?? 0);
    precisions += ratio(shared, sizeOf(found));
    recalls += ratio(shared, sizeOf(wanted));
  }
  const precision = precisions / pages.length;
  const recall = recalls / pages.length;
  return { name, precision, recall, f1: ratio(2 * precision * recall, precision + recall) };
}

/** Nothing of nothing is all of it, as the benchmark has it. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function sizeOf(bag: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of bag.values()) size += count;
  return size;
}

/** The multiset of a text's runs of four words; a shorter text is one run. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const bag = new Map<string, number>();
  if (words.length === 0) return bag;
  for (let at = 0; at <= Math.max(0, words.length - 4); at += 1) {
    const shingle = words.slice(at, at + 4).join(' ');
    bag.set(shingle, (bag.get(shingle) ?? 0) + 1);
  }
  return bag;
}
