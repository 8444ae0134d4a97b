// How fast packs are built and how large they are, beside a full-text index of the same texts.

import MiniSearch from 'minisearch';
import type { DocumentInput } from '../../src/archive/types.ts';
import { PackWriter } from '../../src/archive/writer.ts';
import { countWords, joinParagraphs } from '../../src/fingerprint/normalise.ts';
import { figure } from './figures.ts';
import { newsCorpus } from './news.ts';
import type { Bench } from './types.ts';

interface Built {
  what: string;
  documentsPerSecond: number;
  bytesPerDocument: number;
}

async function buildPack(documents: DocumentInput[], profile: 'std' | 'lite'): Promise<Built> {
  const start = performance.now();
  const writer = new PackWriter({
    name: 'bench',
    builder: 'bench',
    created: '2026-01-01T00:00:00Z',
    profile,
  });
  for (const document of documents) writer.add(document);
  const { bytes, info } = await writer.finish();
  const seconds = (performance.now() - start) / 1000;
  return {
    what: `Stemma ${profile}`,
    documentsPerSecond: info.documents / seconds,
    bytesPerDocument: bytes.length / info.documents,
  };
}

function buildIndex(documents: DocumentInput[]): Built {
  const start = performance.now();
  const index = new MiniSearch({ fields: ['text'] });
  for (const { id, paragraphs } of documents) index.add({ id, text: joinParagraphs(paragraphs) });
  const bytes = Buffer.byteLength(JSON.stringify(index));
  const seconds = (performance.now() - start) / 1000;
  return {
    what: 'MiniSearch',
    documentsPerSecond: documents.length / seconds,
    bytesPerDocument: bytes / documents.length,
  };
}

export const run: Bench = async ({ quick, progress }) => {
  const { documents, what } = await newsCorpus(quick ? 500 : 5000);
  const words = documents.reduce(
    (sum, { paragraphs }) => sum + countWords(joinParagraphs(paragraphs)),
    0,
  );
  progress(what);
  const built = [
    await buildPack(documents, 'std'),
    await buildPack(documents, 'lite'),
    buildIndex(documents),
  ];
  const peer = built.at(-1)?.documentsPerSecond ?? 1;
  return {
    tables: [
      {
        title: 'Building an archive',
        columns: ['', 'documents/s', 'ratio', 'bytes/document'],
        rows: built.map((each) => [
          each.what,
          figure(each.documentsPerSecond),
          figure(each.documentsPerSecond / peer),
          figure(each.bytesPerDocument),
        ]),
        notes: [what, `${figure(words / documents.length)} words a document; ratio to MiniSearch`],
      },
    ],
    json: { documents: documents.length, words, built },
  };
};
