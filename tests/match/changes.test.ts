import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchText } from '../../src/match/match.ts';
import type { Change, Match } from '../../src/match/types.ts';
import { archiveOf, documentOf } from '../support/packs.ts';
import { randomParagraphs, randomWords } from '../support/random-text.ts';

const original = randomParagraphs(420, 1);
const words = original.join(' ').split(' ');
const source = documentOf({
  id: 'source',
  title: 'Quay reopens after storm',
  paragraphs: original,
});
const others = Array.from({ length: 10 }, (_, i) =>
  documentOf({ id: `other-${i}`, paragraphs: randomParagraphs(420, 100 + i) }),
);
const archive = await archiveOf([source, ...others]);

async function matchOf(paragraphs: string[], title?: string): Promise<Match> {
  const query = { paragraphs, ...(title === undefined ? {} : { title }) };
  const { matches } = await matchText(query, [archive]);
  const [match] = matches;
  if (match === undefined) throw new Error('the source was not found');
  return match;
}

const changesIn = async (changed: string[]): Promise<Change[]> =>
  (await matchOf([changed.join(' ')])).changes ?? [];

describe('changes', () => {
  it('are none in the same text', async () => {
    expect((await matchOf(original)).changes).toEqual([]);
  });

  it('hold the word that was exchanged, closely', async () => {
    let width = 0;
    let places = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: 400 }), async (at) => {
        const changes = await changesIn(words.with(at, 'Zzyzx'));
        expect(changes).toHaveLength(1);
        const [from = 0, to = 0] = changes[0]?.page ?? [];
        expect(from).toBeLessThanOrEqual(at);
        expect(to).toBeGreaterThan(at);
        expect(changes[0]?.archiveWords).toBe(to - from);
        width += to - from;
        places++;
      }),
    );
    expect(width / places).toBeLessThan(5);
  });

  it('count the words that were put in and taken out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 30, max: 380 }),
        fc.integer({ min: 1, max: 5 }),
        async (at, count) => {
          const less = await changesIn(words.toSpliced(at, count));
          expect(sum(less)).toBe(count);
          const longer = words.toSpliced(at, 0, ...randomWords(count, at));
          const { changes = [], added } = await matchOf([longer.join(' ')]);
          // From eight words in doubt on, it is told as an addition, and not twice.
          if (added.length === 0) expect(sum(changes)).toBe(-count);
          else {
            expect(changes).toEqual([]);
            expect(added).toEqual([[expect.toSatisfy((from) => from <= at), expect.any(Number)]]);
          }
        },
      ),
    );
  });

  it('say of which kind the words are that stand there', async () => {
    const kindsWith = async (...put: string[]) => {
      const changes = await changesIn(words.toSpliced(200, put.length, ...put));
      return changes.flatMap(({ kinds }) => kinds).toSorted();
    };
    expect(await kindsWith('zzyzx')).toEqual([]);
    expect(await kindsWith('1,204')).toEqual(['number']);
    expect(await kindsWith('Orlova')).toEqual(['name']);
    expect(await kindsWith('“zzyzx”')).toEqual(['quote']);
    const quoted = words.with(195, `“${words[195] ?? ''}`).with(205, `${words[205] ?? ''}”`);
    const [change] = await changesIn(quoted.with(200, 'zzyzx'));
    expect(change?.kinds).toEqual(['quote']);
  });

  it('are not told of a capital that only begins a sentence', async () => {
    const changed = words.with(199, `${words[199] ?? ''}.`).with(200, 'Zzyzx');
    const changes = await changesIn(changed);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.kinds).toEqual([]);
  });
});

/** Words fewer on the page than in the archived text, over all places. */
function sum(changes: readonly Change[]): number {
  return changes.reduce(
    (all, { page, archiveWords }) => all + archiveWords - (page[1] - page[0]),
    0,
  );
}

describe('the headline', () => {
  it('is compared where both are known', async () => {
    expect((await matchOf(original)).titleChanged).toBeUndefined();
    expect((await matchOf(original, 'Quay reopens after storm | Courier')).titleChanged).toBe(
      false,
    );
    expect((await matchOf(original, 'Storm closes quay')).titleChanged).toBe(true);
  });
});
