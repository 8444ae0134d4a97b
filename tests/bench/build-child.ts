// Builds one archive and tells time, size and peak memory: run by the build benchmark.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import MiniSearch from 'minisearch';
import { FilePackBuilder } from '../../src/archive/node-pack.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { joinParagraphs } from '../../src/fingerprint/normalise.ts';
import { documentOf } from '../support/packs.ts';
import { randomNumbers, randomWords } from '../support/random-text.ts';
import { type BuildTask, type Built, parseTask } from './build-task.ts';
import { jsonLines, paragraphsOf, sharedFile } from './news.ts';

const WORDS = 420;
const BATCH = 100;

/** The first 420 words of a text, in its paragraphs; undefined for a shorter one. */
function cut(text: string): string[] | undefined {
  const paragraphs: string[] = [];
  let left = WORDS;
  for (const paragraph of paragraphsOf(text)) {
    const words = paragraph.split(/\s+/).filter(Boolean).slice(0, left);
    left -= words.length;
    paragraphs.push(words.join(' '));
    if (left === 0) return paragraphs;
  }
  return undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';

async function* news(count: number): AsyncGenerator<DocumentInput> {
  const file = sharedFile('news/articles.jsonl.gz');
  let given = 0;
  if (file === undefined) throw new Error('../shared/bench/news is not there');
  for await (const line of jsonLines(file)) {
    const fields: Record<string, unknown> =
      typeof line === 'object' && line !== null ? { ...line } : {};
    const { id, url, title, text, published, publisher } = fields;
    if (![id, url, title, text].every(isText) || !isText(id) || !isText(text)) continue;
    const paragraphs = cut(text);
    if (paragraphs === undefined) continue;
    yield documentOf({
      id,
      ...(isText(url) ? { url } : {}),
      ...(isText(title) ? { title } : {}),
      ...(isText(published) ? { published } : {}),
      ...(isText(publisher) ? { publisher } : {}),
      language: 'en',
      paragraphs,
    });
    if (++given === count) return;
  }
}

/** Words of a Zipf-like list: quick to make, so that a million texts are. */
function* nonsense(count: number): Generator<DocumentInput> {
  const vocabulary = randomWords(65_536, 7);
  const next = randomNumbers(11);
  const words = (length: number) =>
    Array.from({ length }, () => vocabulary[Math.floor(next() * 65_536)] ?? '');
  for (let i = 0; i < count; i++) {
    const body = words(WORDS);
    const title = words(9).join(' ');
    const outlet = i % 40;
    yield documentOf({
      id: `${i.toString(16).padStart(8, '0')}${Math.floor(next() * 2 ** 32).toString(16)}`,
      url: `https://outlet-${outlet}.example/2024/05/${title.replaceAll(' ', '-')}`,
      title,
      publisher: `Outlet ${outlet}`,
      published: `2024-05-${String(1 + (i % 28)).padStart(2, '0')}`,
      language: 'en',
      paragraphs: Array.from({ length: 12 }, (_, p) => body.slice(p * 35, p * 35 + 35).join(' ')),
    });
  }
}

/** Takes documents and tells the bytes it made of them. */
interface Builder {
  add(document: DocumentInput): unknown;
  finish(): Promise<number>;
}

function packBuilder(profile: 'std' | 'lite', directory: string): Builder {
  const builder = new FilePackBuilder(join(directory, 'bench.stemma'), {
    name: 'bench',
    builder: 'bench',
    created: '2026-01-01T00:00:00Z',
    profile,
  });
  return {
    add: (document) => builder.add(document),
    finish: async () => (await builder.finish()).bytes,
  };
}

function indexBuilder(): Builder {
  const index = new MiniSearch({ fields: ['text'], storeFields: ['url', 'title'] });
  return {
    add: ({ id, url, title, paragraphs }) =>
      index.add({ id, url, title, text: joinParagraphs(paragraphs) }),
    finish: () => Promise.resolve(Buffer.byteLength(JSON.stringify(index))),
  };
}

async function build(task: BuildTask): Promise<Built> {
  const directory = await mkdtemp(join(tmpdir(), 'stemma-bench-'));
  try {
    const { what } = task;
    const builder = what === 'MiniSearch' ? indexBuilder() : packBuilder(what, directory);
    let milliseconds = 0;
    let cpuMicroseconds = 0;
    let documents = 0;
    const timed = async <T>(work: () => T): Promise<Awaited<T>> => {
      const start = performance.now();
      const before = process.cpuUsage();
      const result = await work();
      const { user, system } = process.cpuUsage(before);
      cpuMicroseconds += user + system;
      milliseconds += performance.now() - start;
      return result;
    };
    const batch: DocumentInput[] = [];
    const addAll = () => {
      for (const document of batch) builder.add(document);
    };
    const texts = task.texts === 'news' ? news(task.documents) : nonsense(task.documents);
    for await (const document of texts) {
      documents++;
      // In batches, so that looking at the clock costs nothing.
      if (batch.push(document) < BATCH) continue;
      await timed(addAll);
      batch.length = 0;
    }
    await timed(addAll);
    const bytes = await timed(() => builder.finish());
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    const seconds = milliseconds / 1000;
    return { ...task, documents, seconds, cpuSeconds: cpuMicroseconds / 1e6, bytes, peakBytes };
  } finally {
    await rm(directory, { recursive: true });
  }
}

console.log(JSON.stringify(await build(parseTask(process.argv[2]))));
