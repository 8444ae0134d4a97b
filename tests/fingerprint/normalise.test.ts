import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countWords,
  joinParagraphs,
  NORMALISER_ID,
  normalisedWords,
  paragraphStarts,
  tokenise,
} from '../../src/fingerprint/normalise.ts';
import published from '../fixtures/norm-1.json' with { type: 'json' };

describe('norm-1', () => {
  it('is what the vectors are published for', () => {
    expect(published.normaliser).toBe(NORMALISER_ID);
  });

  it.each(published.vectors)('$why', ({ text, words }) => {
    expect(normalisedWords(text)).toEqual(words);
  });

  it('takes half a surrogate pair for a separator', () => {
    expect(normalisedWords('a\ud800b \udc00')).toEqual(['a', 'b']);
  });

  it('spells composed and decomposed Hangul alike', () => {
    const text = '한국어 신문';
    expect(normalisedWords(text.normalize('NFD'))).toEqual(normalisedWords(text));
    expect(normalisedWords(text)).toHaveLength(2);
  });

  it('counts the words it gives, and leads each back to its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const words = normalisedWords(text);
        const tokens = tokenise(text);
        expect(countWords(text)).toBe(words.length);
        expect(tokens.count).toBe(words.length);
        for (const [i, word] of words.entries()) {
          const slice = text.slice(tokens.start[i], tokens.end[i]);
          expect(normalisedWords(slice)).toEqual([word]);
        }
      }),
    );
  });

  it('does not care how a text is composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(normalisedWords(text.normalize('NFD'))).toEqual(
          normalisedWords(text.normalize('NFC')),
        );
      }),
    );
  });

  it('gives equal words equal hashes and others other ones', () => {
    const tokens = tokenise('Café cafe CAFÉ coffee');
    expect(tokens.a[0]).toBe(tokens.a[1]);
    expect(tokens.b[0]).toBe(tokens.b[2]);
    expect(tokens.a[0]).not.toBe(tokens.a[3]);
  });
});

describe('paragraphStarts', () => {
  it('counts the words before each paragraph', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 12 }), (paragraphs) => {
        const starts = paragraphStarts(paragraphs, tokenise(joinParagraphs(paragraphs)));
        let words = 0;
        for (const [i, paragraph] of paragraphs.entries()) {
          expect(starts[i]).toBe(words);
          words += countWords(paragraph);
        }
      }),
    );
  });
});
