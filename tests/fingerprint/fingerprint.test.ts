import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, keyOf } from '../../src/fingerprint/fingerprint.ts';
import { tokenise } from '../../src/fingerprint/normalise.ts';
import { randomWords } from '../support/random-text.ts';

const keysOf = (text: string, profile: 'std' | 'lite' = 'std') => {
  const prints = fingerprint(tokenise(text), profile);
  return Array.from({ length: prints.count }, (_, i) =>
    keyOf(prints.high[i] ?? 0, prints.low[i] ?? 0),
  );
};

/** Every fingerprint with its place. */
const listOf = (text: string, profile: 'std' | 'lite') => {
  const { count, high, low, position, span } = fingerprint(tokenise(text), profile);
  return Array.from(
    { length: count },
    (_, i) => `${keyOf(high[i] ?? 0, low[i] ?? 0)} ${position[i]} ${span[i]}`,
  );
};

describe('fingerprint', () => {
  it('keeps about 0.40 fingerprints a word, lite half of them', () => {
    const text = randomWords(20_000, 1).join(' ');
    expect(keysOf(text).length / 20_000).toBeGreaterThan(0.37);
    expect(keysOf(text).length / 20_000).toBeLessThan(0.43);
    expect(keysOf(text, 'lite').length / keysOf(text).length).toBeCloseTo(0.5, 1);
  });

  it('takes lite from std, fingerprint by fingerprint, in text of any script', () => {
    const token = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('river', 'ёлка', 'صحيفة', '한국', '5.2', 'U.S.') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('新聞記者昨日從市政府獲悉橋梁', 'ไทยรัฐออนไลน์', 'コーヒー豆'),
      },
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 200 }), (tokens) => {
        const text = tokens.join(' ');
        const std = listOf(text, 'std');
        const kept = new Set(listOf(text, 'lite'));
        expect(std.filter((print) => kept.has(print))).toEqual([...kept]);
      }),
      { numRuns: 300 },
    );
  });

  it('shares a fingerprint between any texts with eight words in common', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(40), fc.nat(40), (seed, before, after) => {
        const shared = randomWords(8, seed).join(' ');
        const page = [...randomWords(before, seed + 1), shared, ...randomWords(after, seed + 2)];
        const other = [...randomWords(after, seed + 3), shared, ...randomWords(before, seed + 4)];
        const keys = new Set(keysOf(other.join(' ')));
        expect(keysOf(page.join(' ')).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('takes only shingles that an edit does not touch from the same places', () => {
    const words = randomWords(200, 5);
    const edited = words.with(100, 'somethingelse');
    const before = fingerprint(tokenise(words.join(' ')), 'std');
    const after = new Set(keysOf(edited.join(' ')));
    for (let i = 0; i < before.count; i++) {
      const at = before.position[i] ?? 0;
      if (at <= 95 || at > 100) {
        expect(after).toContain(keyOf(before.high[i] ?? 0, before.low[i] ?? 0));
      }
    }
  });

  it('gives a text of fewer than five words none', () => {
    expect(keysOf('only four words here')).toEqual([]);
    expect(keysOf('')).toEqual([]);
  });

  it('takes ten characters of a script without spaces, also inside another text', () => {
    const han = '记者昨日从市政府新闻发布会上获悉新的桥梁将于明年春天开工建设';
    const keys = new Set(keysOf(han));
    expect(keys.size).toBeGreaterThan(3);
    const quoted = keysOf(`The mayor was quoted by the city paper: “${han}” he had said there.`);
    expect(quoted.filter((key) => keys.has(key)).length).toBe(keys.size);
    const prints = fingerprint(tokenise(han), 'std');
    expect(new Set(prints.span)).toEqual(new Set([10]));
  });
});
