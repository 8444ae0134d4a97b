// Articles for the engine's benchmarks: real news from ../shared where it is, else seeded nonsense.

import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { DocumentInput } from '../../src/archive/types.ts';
import { documentOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

export interface Corpus {
  documents: DocumentInput[];
  /** What it is, for the table's notes. */
  what: string;
}

const SHARED = new URL('../../../shared/bench/', import.meta.url);

/** A file of the shared test sets; undefined where it is not there. */
export function sharedFile(path: string): URL | undefined {
  const file = new URL(path, SHARED);
  return existsSync(file) ? file : undefined;
}

/** The lines of a JSONL file, gzipped or not, as whatever they hold. */
export async function* jsonLines(file: URL): AsyncGenerator {
  const bytes = createReadStream(file);
  const input = file.pathname.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  for await (const line of createInterface({ input })) if (line !== '') yield JSON.parse(line);
}

/** A body as the sets give it: paragraphs with blank lines between them. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}

interface Line {
  id: string;
  url: string;
  title: string;
  text: string;
}

function isLine(value: unknown): value is Line {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return ['id', 'url', 'title', 'text'].every((name) => typeof fields[name] === 'string');
}

/** Up to `count` articles of at least `leastWords` words. */
export async function newsCorpus(count: number, leastWords = 100): Promise<Corpus> {
  const file = sharedFile('news/articles.jsonl.gz');
  if (file === undefined) {
    return {
      documents: nonsense(count, 1),
      what: `${count} texts of seeded nonsense (../shared/bench/news is not there)`,
    };
  }
  const documents: DocumentInput[] = [];
  for await (const line of jsonLines(file)) {
    if (!isLine(line) || line.text.split(/\s+/).length < leastWords) continue;
    const { id, url, title, text } = line;
    documents.push(documentOf({ id, url, title, paragraphs: paragraphsOf(text) }));
    if (documents.length === count) break;
  }
  return { documents, what: `${documents.length} real news articles (../shared/bench/news)` };
}

/** Texts of seeded nonsense of 420 words, to fill an archive with. */
export function nonsense(count: number, seed: number): DocumentInput[] {
  return Array.from({ length: count }, (_, i) =>
    documentOf({ id: `n${seed + i}`, paragraphs: randomParagraphs(420, seed + i) }),
  );
}
