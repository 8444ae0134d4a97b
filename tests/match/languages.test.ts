import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/reader.ts';
import { matchText } from '../../src/match/match.ts';
import { archiveOf, documentOf } from '../support/packs.ts';
import {
  changeCharacters,
  characterQuote,
  type ScriptName,
  unspacedParagraphs,
} from '../support/unspaced-text.ts';

/** Characters that make about 25 words of each script. */
const QUOTES: Record<ScriptName, number> = { han: 40, kana: 65, thai: 100 };

async function archived(script: ScriptName): Promise<{ text: string[]; archive: Archive }> {
  const text = unspacedParagraphs(script, 420, 1);
  const others = Array.from({ length: 40 }, (_, i) =>
    documentOf({ id: `other-${i}`, paragraphs: unspacedParagraphs(script, 420, 100 + i) }),
  );
  return {
    text,
    archive: await archiveOf([documentOf({ id: 'source', paragraphs: text }), ...others]),
  };
}

describe.each(['han', 'kana', 'thai'] as const)('%s, a token a character', async (script) => {
  const { text, archive } = await archived(script);
  const matchOf = async (paragraphs: string[]) => {
    const { matches } = await matchText({ paragraphs }, [archive]);
    return matches.filter(({ strength }) => strength !== 'possible');
  };

  it('knows the same text', async () => {
    expect((await matchOf(text))[0]).toMatchObject({
      relation: 'identical',
      document: { id: 'source' },
      editRate: 0,
      changes: [],
    });
  });

  it('finds one of which a tenth of the characters is changed, and says how much', async () => {
    const [match] = await matchOf(changeCharacters(text, 0.1, 2));
    expect(match).toMatchObject({ relation: 'edited', document: { id: 'source' } });
    expect(match?.editRate).toBeGreaterThan(0.04);
    expect(match?.editRate).toBeLessThan(0.2);
  });

  it('finds a quotation of some 25 words in another text', async () => {
    const quote = characterQuote(text, QUOTES[script], 3);
    const page = [
      ...unspacedParagraphs(script, 150, 4),
      quote,
      ...unspacedParagraphs(script, 150, 5),
    ];
    expect((await matchOf(page)).map(({ document }) => document.id)).toEqual(['source']);
  });

  it('does not report a common phrase of five words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 10_000 }), async (seed) => {
        const phrase = characterQuote(text, Math.round(QUOTES[script] / 5), seed);
        const page = [unspacedParagraphs(script, 60, seed + 50_000)[0] ?? '', phrase];
        expect(await matchOf(page)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('finds nothing in other texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1000, max: 100_000 }), async (seed) => {
        expect(await matchOf(unspacedParagraphs(script, 400, seed))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
