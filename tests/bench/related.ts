// Related coverage: reports of one event that editors put together, beside full-text search.

import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import * as v from 'valibot';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { PackWriter } from '../../src/archive/writer.ts';
import { siteHost } from '../../src/article/url.ts';
import { matchText } from '../../src/match/match.ts';
import { packParts } from '../../src/related/pack-parts.ts';
import { relatedCoverage } from '../../src/related/related.ts';
import { documentOf } from '../support/packs.ts';
import { figure, spread } from './figures.ts';
import { jsonLines, nonsense, paragraphsOf, sharedFile } from './news.ts';
import type { Bench } from './types.ts';

const line = v.object({
  id: v.string(),
  url: v.string(),
  title: v.exactOptional(v.string()),
  text: v.string(),
  published: v.exactOptional(v.string()),
  publisher: v.exactOptional(v.string()),
});
const groupList = v.array(v.object({ group: v.string(), ids: v.array(v.string()) }));

/** Stories told, and those that a search is given. */
const TOLD = 10;
/** Days on either side that count as the same event for the search with a window. */
const WINDOW_DAYS = 3;
/** Containment below which two reports share no text, as the set's README has it. */
const SHARED_TEXT = 0.1;

interface Scores {
  recall: number;
  reciprocal: number;
  asked: number;
}

class Tally {
  readonly #halves: [Scores, Scores] = [
    { recall: 0, reciprocal: 0, asked: 0 },
    { recall: 0, reciprocal: 0, asked: 0 },
  ];
  readonly ms: number[] = [];

  add(half: 0 | 1, told: readonly string[], wanted: ReadonlySet<string>, ms: number): void {
    const scores = this.#halves[half];
    scores.recall += told.filter((id) => wanted.has(id)).length / wanted.size;
    const first = told.findIndex((id) => wanted.has(id));
    scores.reciprocal += first < 0 ? 0 : 1 / (first + 1);
    scores.asked++;
    this.ms.push(ms);
  }

  figures(half?: 0 | 1) {
    const of = half === undefined ? this.#halves : [this.#halves[half]];
    const sum = (field: keyof Scores) => of.reduce((total, each) => total + each[field], 0);
    return {
      recallAt10: sum('recall') / sum('asked'),
      mrr: sum('reciprocal') / sum('asked'),
      asked: sum('asked'),
    };
  }
}

/** Development is done on one half of the groups; both are told. */
function halfOf(group: string): 0 | 1 {
  let hash = 7;
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash, 31) + group.charCodeAt(i);
  return (hash >>> 3) % 2 === 0 ? 0 : 1;
}

async function corpus(): Promise<DocumentInput[] | undefined> {
  const file = sharedFile('news/articles.jsonl.gz');
  if (file === undefined) return undefined;
  const documents: DocumentInput[] = [];
  for await (const parsed of jsonLines(file)) {
    const { id, url, title, text, published, publisher } = v.parse(line, parsed);
    documents.push(
      documentOf({
        id,
        url,
        paragraphs: paragraphsOf(text),
        ...(title === undefined ? {} : { title }),
        ...(published === undefined ? {} : { published }),
        ...(publisher === undefined ? {} : { publisher }),
      }),
    );
  }
  return documents;
}

async function packed(documents: readonly DocumentInput[], withRelated: boolean) {
  const writer = new PackWriter(
    { name: 'bench', builder: 'bench', created: '2026-01-01T00:00:00Z', profile: 'lite' },
    { parts: withRelated ? packParts : [] },
  );
  const start = performance.now();
  for (const document of documents) writer.add(document);
  const { bytes } = await writer.finish();
  return { bytes, ms: performance.now() - start };
}

function dayOf(published: string | undefined): number | undefined {
  return published?.length === 10 ? Date.parse(published) / 86_400_000 : undefined;
}

function fiveGrams({ paragraphs }: DocumentInput): Set<string> {
  const words =
    paragraphs
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')));
}

/** Containment of word 5-grams, the greater of both ways: the plain definition. */
function containment(x: DocumentInput, y: DocumentInput): number {
  const [one, other] = [fiveGrams(x), fiveGrams(y)];
  const both = [...one].filter((gram) => other.has(gram)).length;
  return both / Math.max(1, Math.min(one.size, other.size));
}

export const run: Bench = async ({ quick, progress }) => {
  const documents = await corpus();
  const groupFile = sharedFile('news/same-event-groups.json');
  if (documents === undefined || groupFile === undefined) {
    return { tables: [], json: { skipped: '../shared/bench/news is not there' } };
  }
  const groups = v.parse(groupList, JSON.parse(readFileSync(groupFile, 'utf8')));
  const asked = quick ? groups.slice(0, 60) : groups;
  const byId = new Map(documents.map((document) => [document.id, document]));

  progress(`packing ${documents.length} articles`);
  const plain = await packed(documents, false);
  const { bytes, ms } = await packed(documents, true);
  const archive = await Archive.open(new MemorySource('bench.stemma', bytes));

  progress('indexing for full-text search');
  const index = new MiniSearch({
    fields: ['title', 'text'],
    searchOptions: { boost: { title: 2 } },
  });
  const indexing = performance.now();
  for (const { id, title = '', paragraphs } of documents) {
    index.add({ id, title, text: paragraphs.join(' ') });
  }
  const indexMs = performance.now() - indexing;

  progress(`asking for the others of ${asked.length} groups`);
  const ours = new Tally();
  const search = new Tally();
  const windowed = new Tally();
  let copies = 0;
  let pairs = 0;
  for (const { group, ids } of asked) {
    const half = halfOf(group);
    for (const id of ids) {
      const document = byId.get(id);
      if (document === undefined) continue;
      const wanted = new Set(ids.filter((other) => other !== id));
      const self = { archive: archive.info, document: { id } };
      let start = performance.now();
      const { related } = await relatedCoverage(document, [archive], { exclude: [self] });
      ours.add(
        half,
        related.map((each) => each.document.id),
        wanted,
        performance.now() - start,
      );

      const words = `${document.title ?? ''} ${document.paragraphs.join(' ')}`;
      const query = [...new Set(words.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu))]
        .slice(0, 60)
        .join(' ');
      start = performance.now();
      const hits = index.search(query).filter((hit) => hit.id !== id);
      const took = performance.now() - start;
      search.add(
        half,
        hits.slice(0, TOLD).map((hit) => String(hit.id)),
        wanted,
        took,
      );
      const day = dayOf(document.published);
      const near = hits.filter((hit) => {
        const other = dayOf(byId.get(String(hit.id))?.published);
        return day === undefined || other === undefined || Math.abs(day - other) <= WINDOW_DAYS;
      });
      windowed.add(
        half,
        near.slice(0, TOLD).map((hit) => String(hit.id)),
        wanted,
        took,
      );
    }
    const [first, second] = ids.map((id) => byId.get(id));
    if (first === undefined || second === undefined) continue;
    if (containment(first, second) >= SHARED_TEXT) continue;
    pairs++;
    const { matches } = await matchText({ paragraphs: first.paragraphs }, [archive]);
    const copy = matches.find(({ document }) => document.id === second.id);
    if (copy !== undefined && copy.relation !== 'shares-quote' && copy.relation !== 'partial') {
      copies++;
      progress(`called ${copy.relation}: ${first.id} and ${second.id}`);
    }
  }

  const large = quick ? 5000 : 100_000;
  progress(`timing over ${large} documents`);
  const fill = nonsense(Math.max(0, large - documents.length), 20_260_101).map((document, i) => ({
    ...document,
    published: new Date(Date.UTC(2012, 0, 1 + (i % 2400))).toISOString().slice(0, 10),
  }));
  const big = await packed([...documents.slice(0, large), ...fill], true);
  const source = new MemorySource('big.stemma', big.bytes);
  const warm: number[] = [];
  const cold: number[] = [];
  const opened = await Archive.open(source);
  for (const { ids } of asked.slice(0, 100)) {
    const document = byId.get(ids[0] ?? '');
    if (document === undefined) continue;
    let start = performance.now();
    await relatedCoverage(document, [opened]);
    warm.push(performance.now() - start);
    start = performance.now();
    await relatedCoverage(document, [await Archive.open(source)]);
    cold.push(performance.now() - start);
  }

  const rows = {
    Stemma: ours,
    'BM25 (MiniSearch), 60 words': search,
    'the same within three days': windowed,
  };
  const outlets = new Set(documents.map(({ url }) => url && siteHost(url))).size;
  return {
    tables: [
      {
        title: 'The other reports of an event, as editors grouped them',
        columns: ['', 'recall at 10', 'MRR', 'one half', 'the other', 'ms p50', 'ms p95'],
        rows: Object.entries(rows).map(([name, tally]) => {
          const { recallAt10, mrr } = tally.figures();
          const half = (which: 0 | 1) => {
            const figures = tally.figures(which);
            return `${figures.recallAt10.toFixed(3)} / ${figures.mrr.toFixed(3)}`;
          };
          const { p50, p95 } = spread(tally.ms);
          return [
            name,
            recallAt10.toFixed(3),
            mrr.toFixed(3),
            half(0),
            half(1),
            figure(p50),
            figure(p95),
          ];
        }),
        notes: [
          `${documents.length} articles of ${outlets} sites, ${asked.length} groups, each member asks for the others; an unjudged hit counts as wrong`,
          `${pairs} pairs of a group share no text; ${copies} of them were called a copy`,
        ],
      },
      {
        title: `Over ${large} documents, in memory (ms)`,
        columns: ['', 'p50', 'p95', 'max'],
        rows: Object.entries({ warm: spread(warm), 'just opened': spread(cold) }).map(
          ([name, { p50, p95, max }]) => [name, figure(p50), figure(p95), figure(max)],
        ),
      },
      {
        title: 'What it costs a pack',
        columns: ['', 'documents a second', 'bytes a document'],
        rows: [
          [
            'lite, without',
            figure(documents.length / (plain.ms / 1000)),
            figure(plain.bytes.length / documents.length),
          ],
          [
            'lite, with related coverage',
            figure(documents.length / (ms / 1000)),
            figure(bytes.length / documents.length),
          ],
          ['MiniSearch', figure(documents.length / (indexMs / 1000)), '-'],
        ],
      },
    ],
    json: {
      documents: documents.length,
      groups: asked.length,
      stemma: { ...ours.figures(), ms: spread(ours.ms) },
      bm25: { ...search.figures(), ms: spread(search.ms) },
      bm25Within3Days: windowed.figures(),
      pairsWithoutSharedText: pairs,
      calledCopies: copies,
      msWarm: spread(warm),
      msCold: spread(cold),
      bytesADocument: bytes.length / documents.length,
      bytesADocumentWithout: plain.bytes.length / documents.length,
    },
  };
};
