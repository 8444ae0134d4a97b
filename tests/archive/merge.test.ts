import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySink } from '../../src/archive/assemble.ts';
import {
  type CollectionManifest,
  openCollection,
  wantsMerge,
} from '../../src/archive/collection.ts';
import { mergePacks } from '../../src/archive/merge.ts';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { MemorySpill } from '../../src/archive/spill.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { verifyPack } from '../../src/archive/verify.ts';
import { PackWriter } from '../../src/archive/writer.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import { documentOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

const facts = { name: 'Merged', builder: 'stemma test', created: '2026-01-02T03:04:05Z' };

async function packed(documents: DocumentInput[], keyBits = 40) {
  const writer = new PackWriter({ ...facts, profile: 'std' }, { leastKeyBits: keyBits });
  for (const document of documents) writer.add(document);
  return writer.finish();
}

const opened = (bytes: Uint8Array, withdrawn: Iterable<number> = []) =>
  Archive.open(new MemorySource('part.stemma', bytes), { withdrawn: new Set(withdrawn) });

async function merged(inputs: Archive[]) {
  const sink = new MemorySink();
  await mergePacks(inputs, facts, { sink, spill: new MemorySpill() });
  return sink.finish();
}

const story = (i: number) =>
  documentOf({
    id: `d${i}`,
    url: `https://one.example/${i}`,
    title: `Story ${i}`,
    published: '2024-05-06',
    paragraphs: randomParagraphs(120, i),
  });

const of = (packs: CollectionManifest['packs']): CollectionManifest => ({
  format: 'stemma-collection-1',
  name: 'x',
  packs,
});

describe('merging packs', () => {
  it('gives the bytes of a pack that was built from the documents that stay', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(6), { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.boolean()),
        async (sizes, keep) => {
          const inputs: Archive[] = [];
          const kept: DocumentInput[] = [];
          let next = 0;
          for (const size of sizes) {
            const documents = Array.from({ length: size }, () => story(next++));
            const stays = documents.map(() => keep.next().value);
            kept.push(...documents.filter((_, i) => stays[i]));
            const gone = documents.flatMap((_, i) => (stays[i] ? [] : [i]));
            inputs.push(await opened((await packed(documents)).bytes, gone));
          }
          expect(await merged(inputs)).toEqual((await packed(kept)).bytes);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps what one input had dropped unlisted, and its rows true', async () => {
    const boilerplate = randomParagraphs(40, 77);
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...story(i),
      paragraphs: [...boilerplate, ...randomParagraphs(60, i)],
    }));
    const few = [{ ...story(100), paragraphs: [...boilerplate, ...randomParagraphs(60, 100)] }];
    const [first, second] = [await packed(many), await packed(few)];
    // Of the thirty only three stay: still nobody knows in which of them the phrases are.
    const gone = Array.from({ length: 27 }, (_, i) => i);
    const bytes = await merged([await opened(first.bytes, gone), await opened(second.bytes)]);
    const archive = await opened(bytes);
    await verifyPack(archive);
    expect(archive.info.documents).toBe(4);
    const prints = fingerprint(tokenise(joinParagraphs(boilerplate)), 'std');
    const postings = await archive.postings(prints.high, prints.low);
    expect(postings.size).toBeGreaterThan(5);
    for (const { documentFrequency, documents } of postings.values()) {
      expect(documents).toEqual([]);
      expect(documentFrequency).toBeGreaterThan(archive.header.documentFrequencyCut);
    }
  });

  it('keeps as many bits of a key as the input with the fewest', async () => {
    const [wide, narrow] = [await packed([story(1)], 40), await packed([story(2)], 33)];
    const archive = await opened(
      await merged([await opened(wide.bytes), await opened(narrow.bytes)]),
    );
    expect(archive.header.keyBits).toBe(33);
    for (const i of [1, 2]) {
      const { matches } = await matchText({ paragraphs: story(i).paragraphs }, [archive]);
      expect(matches.map(({ document }) => document.id)).toEqual([`d${i}`]);
    }
  });

  it('refuses packs of two profiles, and none', async () => {
    const writer = new PackWriter({ ...facts, profile: 'lite' });
    const lite = await opened((await writer.finish()).bytes);
    const std = await opened((await packed([])).bytes);
    await expect(merged([std, lite])).rejects.toThrow('part.stemma is lite');
    await expect(merged([])).rejects.toThrow('no packs to merge');
  });
});

describe('a collection', () => {
  it('answers from all of its packs, without what was withdrawn', async () => {
    const [base, segment] = [await packed([story(1), story(2)]), await packed([story(3)])];
    const manifest = {
      format: 'stemma-collection-1' as const,
      name: 'Ours',
      packs: [
        { file: 'base.stemma', sha256: base.info.sha256, withdrawn: [0] },
        { file: 'new.stemma', sha256: segment.info.sha256, withdrawn: [] },
        { file: 'other.stemma', sha256: base.info.sha256, withdrawn: [] },
        { file: 'short.stemma', sha256: base.info.sha256, withdrawn: [2] },
      ],
    };
    const files: Record<string, Uint8Array> = {
      'base.stemma': base.bytes,
      'new.stemma': segment.bytes,
      'other.stemma': segment.bytes,
      'short.stemma': base.bytes,
    };
    const { archives, failed } = await openCollection(manifest, (file) =>
      Promise.resolve(new MemorySource(file, files[file] ?? new Uint8Array())),
    );
    const found = async (i: number) => {
      const { paragraphs, url } = story(i);
      const { matches, samePages } = await matchText(
        { paragraphs, ...(url === undefined ? {} : { url }) },
        archives,
      );
      return [...matches, ...samePages].map(({ document }) => document.id);
    };
    expect([await found(1), await found(2), await found(3)]).toEqual([
      [],
      ['d2', 'd2'],
      ['d3', 'd3'],
    ]);
    expect(failed.map(({ message }) => message)).toEqual([
      expect.stringContaining('other.stemma: is pack'),
      'short.stemma: document 2 is withdrawn of 2',
    ]);
  });

  it('wants to be merged when it has many parts or many holes', () => {
    const pack = { file: 'a.stemma', sha256: 'a'.repeat(64), withdrawn: [] };
    expect(wantsMerge(of(Array.from({ length: 9 }, () => pack)), 100)).toBe(false);
    expect(wantsMerge(of(Array.from({ length: 10 }, () => pack)), 100)).toBe(true);
    expect(wantsMerge(of([{ ...pack, withdrawn: [1, 2, 3] }]), 10)).toBe(true);
  });
});
