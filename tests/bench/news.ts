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

const NEWS = new URL('../../../shared/bench/news/articles.jsonl.gz', import.meta.url);

interface Line {
  id: string;
  url: string;
  text: string;
}

function isLine(value: unknown): value is Line {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'id' in value &&
    typeof value.id === 'string' &&
    'url' in value &&
    typeof value.url === 'string'
  );
}

/** Up to `count` articles of at least 100 words. */
export async function newsCorpus(count: number): Promise<Corpus> {
  if (!existsSync(NEWS)) {
    return {
      documents: Array.from({ length: count }, (_, i) =>
        documentOf({ id: `n${i}`, paragraphs: randomParagraphs(420, i + 1) }),
      ),
      what: `${count} texts of seeded nonsense (../shared/bench/news is not there)`,
    };
  }
  const documents: DocumentInput[] = [];
  const lines = createInterface({ input: createReadStream(NEWS).pipe(createGunzip()) });
  for await (const line of lines) {
    const parsed: unknown = JSON.parse(line);
    if (!isLine(parsed)) continue;
    const paragraphs = parsed.text.split(/\n\s*\n/).filter((paragraph) => paragraph !== '');
    if (parsed.text.split(/\s+/).length < 100) continue;
    documents.push(documentOf({ id: parsed.id, url: parsed.url, paragraphs }));
    if (documents.length === count) break;
  }
  lines.close();
  return { documents, what: `${documents.length} real news articles (../shared/bench/news)` };
}
