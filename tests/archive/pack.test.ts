import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { verifyPack } from '../../src/archive/verify.ts';
import { fingerprint, keyOf } from '../../src/fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../../src/fingerprint/normalise.ts';
import { archiveOf, documentOf, packOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const optionalText = (key: string) =>
  fc.option(
    text.map((value) => ({ [key]: value })),
    { nil: {} },
  );
const documents = fc.uniqueArray(
  fc.record({
    id: name,
    facts: fc.tuple(
      ...[
        'title',
        'publisher',
        'published',
        'modified',
        'firstSeen',
        'language',
        'attribution',
      ].map(optionalText),
    ),
    authors: fc.array(text, { maxLength: 3 }),
    credits: fc.array(name, { maxLength: 2 }),
    names: fc.array(fc.tuple(text, fc.boolean()), { maxLength: 3 }),
    titles: fc.array(text, { maxLength: 2 }),
    seed: fc.integer(),
    words: fc.nat(300),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

function built(of: (typeof documents extends fc.Arbitrary<infer T> ? T : never)[number]) {
  const input: DocumentInput = {
    ...documentOf({ id: of.id }),
    ...Object.assign({}, ...of.facts),
    authors: of.authors,
    images: of.credits.map((credit) => ({ credit })),
    sources: of.names.map(([who, denies]) => ({
      name: who,
      kind: 'person' as const,
      ...(denies ? { denies: true } : {}),
    })),
    related: of.titles.map((title) => ({ title })),
    paragraphs: randomParagraphs(of.words, of.seed),
  };
  return input;
}

/** Every key of every document, the slow and plain way. */
function naivePostings(inputs: DocumentInput[]) {
  const found = new Map<number, Set<string>>();
  for (const [document, { paragraphs }] of inputs.entries()) {
    const prints = fingerprint(tokenise(joinParagraphs(paragraphs)), 'std');
    for (let i = 0; i < prints.count; i++) {
      const key = keyOf(prints.high[i] ?? 0, prints.low[i] ?? 0);
      const places = found.get(key) ?? new Set<string>();
      places.add(`${document}:${prints.position[i]}`);
      found.set(key, places);
    }
  }
  return found;
}

describe('a pack', () => {
  it('gives back the facts that went in', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (drawn) => {
        const inputs = drawn.map(built);
        const archive = await archiveOf(inputs);
        expect(archive.info.documents).toBe(inputs.length);
        for (const [i, { paragraphs, ...facts }] of inputs.entries()) {
          const words = tokenise(joinParagraphs(paragraphs)).count;
          expect(await archive.document(i)).toEqual({ ...facts, words });
        }
        await verifyPack(archive);
      }),
      { numRuns: 40 },
    );
  });

  it('finds every fingerprint where a plain search finds it', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (drawn) => {
        const inputs = drawn.map(built);
        const archive = await archiveOf(inputs);
        const naive = naivePostings(inputs);
        const keys = [...naive.keys()];
        const postings = await archive.postings(
          keys.map((key) => Math.floor(key / 256)),
          keys.map((key) => key % 256),
        );
        for (const [key, places] of naive) {
          const listed = postings.get(key);
          const found = listed?.documents.map(
            (document, i) => `${document}:${listed.positions[i]}`,
          );
          // Of a phrase repeated in one document only the first places are kept.
          expect([...places]).toEqual(expect.arrayContaining(found ?? []));
          expect(found?.length).toBeGreaterThan(0);
          if (places.size <= 4) expect(new Set(found)).toEqual(places);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same, byte for byte, from the same documents', async () => {
    const inputs = [1, 2, 3].map((seed) =>
      documentOf({ id: `d${seed}`, paragraphs: randomParagraphs(200, seed) }),
    );
    const [first, second] = await Promise.all([packOf(inputs), packOf(inputs)]);
    expect(first.bytes).toEqual(second.bytes);
    expect(first.info.sha256).toMatch(/^[0-9a-f]{64}$/);
    const archive = await Archive.open(new MemorySource('x.stemma', first.bytes));
    expect(archive.info).toEqual(first.info);
  });

  it('leaves duplicates out: one id, or one address with one text', async () => {
    const paragraphs = randomParagraphs(100, 9);
    const { info, duplicates } = await packOf([
      documentOf({ id: 'a', url: 'https://one.example/story', paragraphs }),
      documentOf({ id: 'a', paragraphs: randomParagraphs(100, 10) }),
      documentOf({ id: 'b', url: 'http://www.one.example/story?utm_source=x', paragraphs }),
      documentOf({ id: 'c', url: 'https://two.example/story', paragraphs }),
    ]);
    expect(info.documents).toBe(2);
    expect(duplicates).toBe(2);
  });

  it('keeps only the document frequency of phrases that are everywhere', async () => {
    const boilerplate = randomParagraphs(40, 77);
    const inputs = Array.from({ length: 30 }, (_, i) =>
      documentOf({ id: `d${i}`, paragraphs: [...boilerplate, ...randomParagraphs(80, i)] }),
    );
    const archive = await archiveOf(inputs);
    const prints = fingerprint(tokenise(joinParagraphs(boilerplate)), 'std');
    const postings = await archive.postings(prints.high, prints.low);
    expect(postings.size).toBeGreaterThan(5);
    for (const { documentFrequency, documents: listed } of postings.values()) {
      expect(documentFrequency).toBe(30);
      expect(listed).toEqual([]);
    }
    const row = await archive.row(0);
    expect(row.uncommon).toBeLessThan(row.fingerprints);
  });

  it('can be empty', async () => {
    const archive = await archiveOf([]);
    await verifyPack(archive);
    expect(archive.info.documents).toBe(0);
    expect((await archive.postings([1], [2])).size).toBe(0);
    await expect(archive.document(0)).rejects.toThrow('document 0 of 0');
  });
});
