// How long one text takes against an archive in a file, what is read for it, and how both grow.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { FilePackBuilder } from '../../src/archive/node-pack.ts';
import { NodeFileSource } from '../../src/archive/node-source.ts';
import { Archive } from '../../src/archive/reader.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { fingerprint, type Profile } from '../../src/fingerprint/fingerprint.ts';
import { countWords, joinParagraphs, tokenise } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import { CountedSource } from './counted-source.ts';
import { figure, type Spread, spread } from './figures.ts';
import { newsCorpus, nonsense } from './news.ts';
import type { Bench } from './types.ts';

interface Size {
  documents: number;
  profile: Profile;
}

/** One archive, asked many times. */
interface Looked {
  what: string;
  warm: Spread;
  /** Processor time of a warm answer: on a busy machine it says more than the clock. */
  cpu: number;
  cold: Spread;
  early: Spread;
  reads: Spread;
  kilobytes: Spread;
}

const QUERIES = 200;
const COLD_QUERIES = 60;
/** Texts of seeded nonsense made at once: a million do not fit into memory together. */
const FILL_BATCH = 2000;

export async function buildPack(
  path: string,
  size: Size,
  real: readonly DocumentInput[],
): Promise<void> {
  const builder = new FilePackBuilder(path, {
    name: 'bench',
    builder: 'bench',
    created: '2026-01-01T00:00:00Z',
    profile: size.profile,
  });
  for (const document of real.slice(0, size.documents)) builder.add(document);
  for (let at = real.length; at < size.documents; at += FILL_BATCH) {
    const count = Math.min(FILL_BATCH, size.documents - at);
    for (const document of nonsense(count, 1_000_000 + at)) builder.add(document);
  }
  await builder.finish();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export async function look(
  path: string,
  what: string,
  queries: readonly DocumentInput[],
): Promise<Looked> {
  const file = await NodeFileSource.open(path);
  try {
    const source = new CountedSource(file);
    const archive = await Archive.open(source);
    // Compiled and cached as in a worker that has answered before.
    for (const { paragraphs } of queries.slice(0, 40)) await matchText({ paragraphs }, [archive]);
    const warm: number[] = [];
    const early: number[] = [];
    const reads: number[] = [];
    const kilobytes: number[] = [];
    const before = process.cpuUsage();
    for (const { paragraphs } of queries) {
      source.clear();
      warm.push(await timed(() => matchText({ paragraphs }, [archive])));
      reads.push(source.reads);
      kilobytes.push(source.bytes / 1024);
    }
    const { user, system } = process.cpuUsage(before);
    for (const { paragraphs } of queries) {
      const start = performance.now();
      const onEarly = () => early.push(performance.now() - start);
      await matchText({ paragraphs }, [archive], { onEarly });
    }
    const cold: number[] = [];
    for (const { paragraphs } of queries.slice(0, COLD_QUERIES)) {
      cold.push(
        await timed(async () =>
          matchText({ paragraphs }, [await Archive.open(new CountedSource(file))]),
        ),
      );
    }
    return {
      what,
      warm: spread(warm),
      cpu: (user + system) / 1000 / queries.length,
      cold: spread(cold),
      early: spread(early.length > 0 ? early : [Number.NaN]),
      reads: spread(reads),
      kilobytes: spread(kilobytes),
    };
  } finally {
    await file.close();
  }
}

/** Words to search with: the longest, which are seldom the common ones. */
function searchWords(text: string, count: number): string {
  const words = [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu))];
  return words
    .toSorted((x, y) => y.length - x.length)
    .slice(0, count)
    .join(' ');
}

function searched(documents: readonly DocumentInput[], queries: readonly DocumentInput[]): Spread {
  const index = new MiniSearch({ fields: ['text'] });
  for (const { id, paragraphs } of documents) index.add({ id, text: joinParagraphs(paragraphs) });
  return spread(
    queries.map(({ paragraphs }) => {
      const query = searchWords(joinParagraphs(paragraphs), 30);
      const start = performance.now();
      index.search(query);
      return performance.now() - start;
    }),
  );
}

/** Microseconds to cut one article into tokens and choose its fingerprints. */
function fingerprinting(documents: readonly DocumentInput[]) {
  const texts = documents.map(({ paragraphs }) => joinParagraphs(paragraphs));
  const rounds: number[] = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    for (const text of texts) fingerprint(tokenise(text), 'std');
    rounds.push((1000 * (performance.now() - start)) / texts.length);
  }
  const words = texts.reduce((sum, text) => sum + countWords(text), 0) / texts.length;
  return { microseconds: Math.min(...rounds), words };
}

/** As long as the articles that others measure with: 404 words in the mean. */
function isShort({ paragraphs }: DocumentInput): boolean {
  const words = countWords(joinParagraphs(paragraphs));
  return words >= 300 && words <= 500;
}

function cells({ p50, p95, max }: Spread): string[] {
  return [figure(p50), figure(p95), figure(max)];
}

export const run: Bench = async ({ quick, large, progress }) => {
  const { documents, what } = await newsCorpus(quick ? 500 : large ? 22_551 : 10_000);
  const step = Math.ceil(documents.length / QUERIES);
  const queries = documents.filter((_, i) => i % step === 0);
  const short = documents.filter(isShort).slice(0, QUERIES);
  const sizes: Size[] = [{ documents: documents.length, profile: 'std' }];
  if (large) {
    sizes.push({ documents: 100_000, profile: 'std' }, { documents: 1_000_000, profile: 'lite' });
  } else {
    sizes.push({ documents: documents.length, profile: 'lite' });
  }
  const speed = fingerprinting(documents.slice(0, 1000));
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  const looked: Looked[] = [];
  try {
    for (const size of sizes) {
      const name = `${size.documents.toLocaleString('en')} ${size.profile}`;
      progress(`building ${name}`);
      const path = join(folder, `${size.documents}-${size.profile}.stemma`);
      await buildPack(path, size, documents);
      looked.push(await look(path, name, queries));
      looked.push(await look(path, '  300 to 500 words', short));
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  progress('MiniSearch');
  const peer = searched(documents.slice(0, 10_000), queries);
  return {
    tables: [
      {
        title: 'One article against an archive in a file (ms)',
        columns: [
          '',
          'CPU',
          'warm p50',
          'p95',
          'max',
          'cold p50',
          'p95',
          'max',
          'early p50',
          'p95',
          'told',
        ],
        rows: [
          ...looked.map((each) => [
            each.what,
            figure(each.cpu),
            ...cells(each.warm),
            ...cells(each.cold),
            figure(each.early.p50),
            figure(each.early.p95),
            `${each.early.n} of ${each.warm.n}`,
          ]),
          [
            `MiniSearch, ${Math.min(10_000, documents.length).toLocaleString('en')}`,
            '',
            ...cells(peer),
          ],
        ],
        notes: [
          `${what}, the rest seeded nonsense; up to ${QUERIES} of them ask`,
          'Cold: the archive is opened as well. Early: until the first, strong answer, where there is one.',
        ],
      },
      {
        title: 'Read of the file for one answer',
        columns: ['', 'reads p50', 'p95', 'KB p50', 'p95'],
        rows: looked.map(({ what: name, reads, kilobytes }) => [
          name,
          figure(reads.p50),
          figure(reads.p95),
          figure(kilobytes.p50),
          figure(kilobytes.p95),
        ]),
      },
      {
        title: 'Fingerprints of one article',
        columns: ['words', 'µs'],
        rows: [[figure(speed.words), figure(speed.microseconds)]],
      },
    ],
    json: { documents: documents.length, looked, miniSearch: peer, fingerprinting: speed },
  };
};
