// What is taken from a story: words without their endings, names, addresses; nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParagraphs } from '../../src/fingerprint/normalise.ts';
import { type Feature, storyFeatures } from '../../src/related/features.ts';
import { readCommon, slotOf, WordCounts } from '../../src/related/word-counts.ts';

const keyOf = ({ high, low }: Feature) => high * 256 + low;

/** Key of the one word of a text. */
function word(text: string): number {
  const [first, ...more] = storyFeatures({ paragraphs: [text] });
  if (first === undefined || more.length > 0) throw new Error(`${text} is not one feature`);
  return keyOf(first);
}

describe('the features of a story', () => {
  it.each([
    ['ferries', 'ferry'],
    ['Ferry’s', 'ferry'],
    ['quays', 'QUAY'],
    ['café', 'cafe'],
    ['выборов', 'выборами'],
  ])('are the same for %s and %s', (one, other) => expect(word(one)).toBe(word(other)));

  it.each([
    ['glass', 'glas'],
    ['status', 'statu'],
    ['bus', 'bu'],
    ['5.2', '52'],
    ['море', 'моря'],
  ])('differ for %s and %s', (one, other) => expect(word(one)).not.toBe(word(other)));

  it('are names where they are capitalised within a sentence', () => {
    const text = 'Yesterday the board met Ada Quill. Then it rained.';
    const names = storyFeatures({ paragraphs: [text] })
      .filter(({ kind }) => kind === 'name')
      .map(({ at }) => text.slice(at.start, at.end));
    expect(names).toEqual(['Ada', 'Quill', 'Ada Quill']);
  });

  it('are no names in a headline, where all words are capitalised', () => {
    const features = storyFeatures({ title: 'Board Meets Again', paragraphs: ['it met'] });
    expect(features.filter(({ kind, length }) => kind === 'name' && length === 1)).toEqual([]);
  });

  it('are addresses of links, tracking and fragment aside, but no front pages', () => {
    const links = [
      'https://www.harbour.example/report?utm_source=x#top',
      'https://harbour.example/',
    ];
    const features = storyFeatures({ paragraphs: [], links });
    expect(features.map(({ kind, address }) => [kind, address])).toEqual([
      ['link', 'harbour.example/report'],
    ]);
  });

  it('are pairs of characters in scripts without spaces', () => {
    expect(storyFeatures({ paragraphs: ['地震発生'] })).toHaveLength(3);
  });

  it('stand where they say, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (paragraphs) => {
        const text = joinParagraphs(paragraphs);
        const features = storyFeatures({ paragraphs });
        expect(new Set(features.map(keyOf)).size).toBe(features.length);
        for (const { at, frequency } of features) {
          expect(at.end).toBeGreaterThan(at.start);
          expect(at.end).toBeLessThanOrEqual(text.length);
          expect(frequency).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});

describe('word counts', () => {
  it('tell the common words of a pack within 5 %', () => {
    const counts = new WordCounts();
    for (let i = 0; i < 1000; i++) {
      counts.add(0xabc00000);
      if (i % 100 === 0) counts.add(0x12300000);
      if (i % 500 === 0) counts.add(0xffffffff);
    }
    const common = readCommon(counts.common(1000));
    expect([...common.keys()]).toEqual([slotOf(0x12300000), slotOf(0xabc00000)]);
    expect(Math.abs((common.get(slotOf(0xabc00000)) ?? 0) / 1000 - 1)).toBeLessThan(0.05);
  });
});
