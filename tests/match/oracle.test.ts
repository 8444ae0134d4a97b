import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchText } from '../../src/match/match.ts';
import { archiveOf, documentOf } from '../support/packs.ts';
import { randomWords } from '../support/random-text.ts';

/**
 * The plain way: a word is shared where one of the five-word runs around it stands in both texts.
 * Slow, exact, and knows nothing of sampling or chaining.
 */
function sharedWords(words: readonly string[], others: readonly string[]): Uint8Array {
  const runs = new Set<string>();
  for (let i = 0; i + 5 <= others.length; i++) runs.add(others.slice(i, i + 5).join(' '));
  const shared = new Uint8Array(words.length);
  for (let i = 0; i + 5 <= words.length; i++) {
    if (runs.has(words.slice(i, i + 5).join(' '))) shared.fill(1, i, i + 5);
  }
  return shared;
}

function share(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0) / flags.length;
}

const source = randomWords(600, 1);
const archive = await archiveOf([
  documentOf({ id: 'source', paragraphs: [source.join(' ')] }),
  ...Array.from({ length: 20 }, (_, i) =>
    documentOf({ id: `other-${i}`, paragraphs: [randomWords(400, 100 + i).join(' ')] }),
  ),
]);

/** A page of pieces of the source, in order or not, and of other words between them. */
const page = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 540 }),
      kept: fc.integer({ min: 30, max: 60 }),
      other: fc.integer({ min: 15, max: 70 }),
      seed: fc.integer({ min: 1000, max: 1_000_000 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) =>
    pieces.flatMap(({ from, kept, other, seed }) => [
      ...source.slice(from, from + kept),
      ...randomWords(other, seed),
    ]),
  );

describe('matching beside an exact comparison of all five-word runs', () => {
  it('finds what is shared, and where', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (words) => {
        const { matches } = await matchText({ paragraphs: [words.join(' ')] }, [archive]);
        const match = matches.find(({ document }) => document.id === 'source');
        expect(match).toBeDefined();
        const truth = sharedWords(words, source);
        const told = new Uint8Array(words.length);
        for (const { page: range } of match?.passages ?? []) {
          told.fill(1, ...range);
          // A passage begins and ends with shared words.
          expect(truth[range[0]]).toBe(1);
          expect(truth[range[1] - 1]).toBe(1);
        }
        let missed = 0;
        for (let i = 0; i < words.length; i++) if (truth[i] === 1 && told[i] === 0) missed++;
        // No more than the four words at each end of a piece that no fingerprint may cover, unless
        // the page repeats a piece: repeated words count once.
        const pieces = Math.ceil(words.length / 45);
        if (new Set(words).size > words.length * 0.6) {
          expect(missed).toBeLessThanOrEqual(pieces * 8 + repeated(words));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says shares near the exact ones, both ways, where nothing is repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 60, max: 400 }),
        fc.integer({ min: 15, max: 400 }),
        async (from, kept, other) => {
          const words = [...source.slice(from, from + kept), ...randomWords(other, from + 5000)];
          const { matches } = await matchText({ paragraphs: [words.join(' ')] }, [archive]);
          const match = matches.find(({ document }) => document.id === 'source');
          const slack = 9;
          const exact = share(sharedWords(words, source));
          const exactThere = share(sharedWords(source, words));
          expect(Math.abs((match?.pageShare ?? 0) - exact) * words.length).toBeLessThan(slack);
          expect(Math.abs((match?.archiveShare ?? 0) - exactThere) * source.length).toBeLessThan(
            slack,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('calls no rearranged, longer or changed text identical', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 40, max: 300 }),
        fc.integer({ min: 40, max: 250 }),
        fc.constantFrom('moved', 'added', 'dropped', 'changed'),
        async (at, length, kind) => {
          const words = {
            moved: [
              ...source.slice(0, at),
              ...source.slice(at + length),
              ...source.slice(at, at + length),
            ],
            added: source.toSpliced(at, 0, ...randomWords(60, at)),
            dropped: source.toSpliced(at, length),
            changed: source.toSpliced(at, 3, 'zyx', 'zyy', 'zyz'),
          }[kind];
          const { matches } = await matchText({ paragraphs: [words.join(' ')] }, [archive]);
          expect(matches[0]?.document.id).toBe('source');
          expect(matches[0]?.relation).not.toBe('identical');
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Words of a page in five-word runs that it has before: they count for one place only. */
function repeated(words: readonly string[]): number {
  const seen = new Set<string>();
  const again = new Uint8Array(words.length);
  for (let i = 0; i + 5 <= words.length; i++) {
    const run = words.slice(i, i + 5).join(' ');
    if (seen.has(run)) again.fill(1, i, i + 5);
    seen.add(run);
  }
  return again.reduce((sum, flag) => sum + flag, 0);
}
