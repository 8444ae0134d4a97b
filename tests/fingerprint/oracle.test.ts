import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedWords } from '../../src/fingerprint/normalise.ts';
import published from '../fixtures/norm-1.json' with { type: 'json' };
import { plainWords } from './norm-1-oracle.ts';

const oneOf = (characters: string) => fc.constantFrom(...Array.from(characters));

/** One character of many scripts, of what joins and separates, of what leaves no trace. */
const character = fc.oneof(
  { weight: 6, arbitrary: oneOf('aBcéßÅİﬁ') },
  { weight: 4, arbitrary: oneOf('019٣२９²½Ⅷ') },
  { weight: 5, arbitrary: oneOf('..,,  -–/&;\n') },
  {
    weight: 4,
    arbitrary: oneOf("'’\u00ad\u200b\u200d\u2060\ufeff\u200f\u0301\ufe0f"),
  },
  { weight: 4, arbitrary: oneOf('жЁйςΣאבّسलไทำ한ᄒ') },
  { weight: 3, arbitrary: oneOf('新聞カｶﾞがㄅ㎞㍿⑴') },
  { weight: 2, arbitrary: oneOf('😀𝐁𠀀𝟗👩🏽') },
  { weight: 1, arbitrary: fc.constantFrom('\ud800', '\udc00') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);

describe('norm-1 beside a plain second implementation', () => {
  it.each(published.vectors)('agrees on: $why', ({ text, words }) => {
    expect(plainWords(text)).toEqual(words);
  });

  it('agrees on mixtures of scripts', () => {
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
        const text = characters.join('');
        expect(normalisedWords(text)).toEqual(plainWords(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees on the characters of Unicode, between letters and digits', () => {
    const differing: string[] = [];
    for (let code = 0; code < 0x110000; code++) {
      const one = String.fromCodePoint(code);
      if (/[\p{Cn}\p{Co}]/u.test(one)) continue;
      // Ideographs and syllables fill whole blocks by one rule: every sixteenth stands for them.
      if (code % 16 !== 0 && /[\p{Unified_Ideograph}\uac00-\ud7a3]/u.test(one)) continue;
      const text = `x${one}1${one}2`;
      const [ours, theirs] = [normalisedWords(text).join(' '), plainWords(text).join(' ')];
      if (ours !== theirs) differing.push(`U+${code.toString(16)}: ${ours} / ${theirs}`);
    }
    expect(differing).toEqual([]);
  });

  it('lets what leaves no trace stand anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 40 }),
        fc.constantFrom('\u00ad', '\u200b', '\u2060', '’', '\u0301'),
        (characters, invisible) => {
          const whole = characters.filter((each) => !/[\ud800-\udfff]/.test(each));
          expect(normalisedWords(whole.join(invisible))).toEqual(normalisedWords(whole.join('')));
        },
      ),
    );
  });
});
