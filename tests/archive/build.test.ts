// Building at the edges: little memory, files, degenerate texts, and lite within std.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FilePackBuilder } from '../../src/archive/node-pack.ts';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { verifyPack } from '../../src/archive/verify.ts';
import { type PackPart, PackWriter } from '../../src/archive/writer.ts';
import { fingerprint, keyOf } from '../../src/fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import { archiveOf, documentOf, packOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stemma-pack-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

const options = {
  name: 'Test pack',
  builder: 'stemma test',
  created: '2026-01-02T03:04:05Z',
  profile: 'std',
} as const;

const documents: DocumentInput[] = Array.from({ length: 70 }, (_, i) =>
  documentOf({
    id: `d${i}`,
    url: `https://one.example/${i}`,
    title: `Story ${i}`,
    ...(i % 3 === 0 ? { published: `2024-0${1 + (i % 9)}` } : {}),
    language: i % 2 === 0 ? 'en' : 'pt-BR',
    paragraphs: [...randomParagraphs(30, 500 + (i % 7)), ...randomParagraphs(150, i)],
  }),
);

describe('a pack built in little memory', () => {
  it('has the same bytes, however few rows are kept, and in a file', async () => {
    const { bytes } = await packOf(documents);
    for (const rowsInMemory of [1, 7, 500, 100_000]) {
      const writer = new PackWriter(options, { rowsInMemory });
      // One row at a time makes a run of every row: a few documents are enough.
      const some = rowsInMemory === 1 ? documents.slice(0, 2) : documents;
      for (const document of some) writer.add(document);
      const expected = rowsInMemory === 1 ? (await packOf(some)).bytes : bytes;
      expect((await writer.finish()).bytes, `${rowsInMemory} rows`).toEqual(expected);
    }
    const out = join(directory, 'x.stemma');
    const builder = new FilePackBuilder(out, options, { rowsInMemory: 300 });
    for (const document of documents) builder.add(document);
    const info = await builder.finish();
    expect(Buffer.compare(await readFile(out), bytes)).toBe(0);
    expect(info.bytes).toBe(bytes.length);
    expect(await readdir(directory)).toEqual(['x.stemma']);
    await verifyPack(await Archive.open(new MemorySource('x.stemma', bytes)));
  });

  it('leaves nothing when it is given up', async () => {
    const builder = new FilePackBuilder(join(directory, 'y.stemma'), options);
    for (const document of documents) builder.add(document);
    builder.abandon();
    expect((await readdir(directory)).filter((name) => name.includes('y.stemma'))).toEqual([]);
  });

  it('gives dates and languages back as they were, told by the row or not', async () => {
    const dates = ['2024', '2024-03', '2024-03-01', '2024-03-01T08:00:00+02:00', '1896-02-29'];
    const languages = ['en', 'pt-BR', 'EN', 'x', 'haw', undefined];
    const inputs = dates.flatMap((published, i) =>
      languages.map((language, j) =>
        documentOf({ id: `${i}-${j}`, published, ...(language === undefined ? {} : { language }) }),
      ),
    );
    const archive = await archiveOf(inputs);
    for (const [i, { paragraphs: _, ...facts }] of inputs.entries()) {
      expect(await archive.document(i)).toEqual({ ...facts, words: 0 });
    }
  });
});

describe('further sections of a pack', () => {
  it('stand beside the others, and are read whole and checked', async () => {
    const seen: [number, string, number][] = [];
    const part = (): PackPart => ({
      add: (index, { id }, { count }) => seen.push([index, id, count]),
      finish: (assembler, count) => assembler.whole('TEST', Uint8Array.of(count, 1, 2)),
    });
    const writer = new PackWriter(options, { parts: [part] });
    for (const document of documents.slice(0, 3)) writer.add(document);
    writer.add(documents[1] ?? documentOf({ id: 'none' }));
    const { bytes } = await writer.finish();
    expect(seen.map(([index, id]) => [index, id])).toEqual([
      [0, 'd0'],
      [1, 'd1'],
      [2, 'd2'],
    ]);
    const archive = await Archive.open(new MemorySource('x.stemma', bytes));
    expect(await archive.section('TEST')).toEqual(Uint8Array.of(3, 1, 2));
    expect(await archive.section('NONE')).toBeUndefined();
    const at = archive.header.allSections.find(({ name }) => name === 'TEST')?.offset ?? 0;
    bytes[at] = 9;
    await expect(archive.section('TEST')).rejects.toThrow('checksum of section TEST');
  });
});

describe('a degenerate text', () => {
  const word = 'harbour';
  it.each([
    ['no words', [], 0],
    ['no letters', ['…', '— * —'], 0],
    ['one word', [word], 1],
    ['a million words', randomParagraphs(1_000_000, 5, 1000), 1_000_000],
    [
      'one word a million times',
      [Array.from({ length: 1_000_000 }, () => word).join(' ')],
      1_000_000,
    ],
    ['a hundred thousand paragraphs', Array.from({ length: 100_000 }, () => word), 100_000],
  ])(
    'of %s goes in, comes out and hides no other',
    async (_, paragraphs, words) => {
      const other = randomParagraphs(200, 77);
      const inputs = [
        documentOf({ id: 'odd', url: 'https://one.example/odd', paragraphs }),
        documentOf({ id: 'other', paragraphs: other }),
      ];
      const { bytes } = await packOf(inputs);
      const archive = await Archive.open(new MemorySource('odd.stemma', bytes));
      await verifyPack(archive);
      expect((await archive.document(0)).words).toBe(words);
      expect((await archive.paragraphStarts(0)).length).toBe(paragraphs.length);
      const { matches } = await matchText({ paragraphs: other }, [archive]);
      expect(matches.map(({ document }) => document.id)).toEqual(['other']);
    },
    60_000,
  );

  it('of one word is counted once, whatever its length', async () => {
    const repeated = [Array.from({ length: 10_000 }, () => word).join(' ')];
    const archive = await archiveOf([documentOf({ id: 'odd', paragraphs: repeated })]);
    // Four places of the one key there is, of thousands of windows.
    expect(archive.header).toMatchObject({ keys: 1, postings: 4 });
  });
});

describe('lite', () => {
  it('is an exact part of std: the same keys at the same places, and no others', async () => {
    const [std, lite] = [await archiveOf(documents), await archiveOf(documents, 'lite')];
    let kept = 0;
    let all = 0;
    for (const { paragraphs } of documents) {
      const tokens = tokenise(joinParagraphs(paragraphs));
      const [whole, half] = [fingerprint(tokens, 'std'), fingerprint(tokens, 'lite')];
      const places = new Set(
        Array.from(
          whole.high,
          (high, i) => `${keyOf(high, whole.low[i] ?? 0)} ${whole.position[i]}`,
        ),
      );
      for (let i = 0; i < half.count; i++) {
        const key = keyOf(half.high[i] ?? 0, half.low[i] ?? 0);
        expect(places.has(`${key} ${half.position[i]}`)).toBe(true);
      }
      kept += half.count;
      all += whole.count;
      const inLite = await lite.postings(half.high, half.low);
      const inStd = await std.postings(half.high, half.low);
      expect(inLite).toEqual(inStd);
    }
    expect(kept / all).toBeGreaterThan(0.45);
    expect(kept / all).toBeLessThan(0.55);
  });
});
