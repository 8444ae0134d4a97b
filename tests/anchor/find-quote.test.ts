// Quotations found again: to the letter, after small changes, among several places, or not at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../src/anchor/find-quote.ts';
import { squeeze, unsqueezed } from '../../src/anchor/squeezed.ts';

const story =
  'The harbour board met on Tuesday.\nThe ferries will stop for two weeks, said Ada Quill, who chairs the board. Nobody was asked, the crews answered.\nThe board meets again in May. The ferries will stop for two weeks, the notice says.';

describe('squeeze', () => {
  it('leads back to the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const squeezed = squeeze(text);
        expect(squeezed.at).toHaveLength(squeezed.text.length + 1);
        for (let i = 0; i < squeezed.text.length; i++) {
          const [start, end] = unsqueezed(squeezed, i, i + 1);
          expect(end - start).toBe(1);
          expect(squeeze(text.slice(start, end)).text).toBe(squeezed.text[i]);
        }
      }),
    );
  });

  it('passes over white space, soft hyphens and the form of quotation marks', () => {
    expect(squeeze(' the fer\u00adries\n “stop”, it’s said ').text).toBe(
      `theferries"stop",it'ssaid`,
    );
  });
});

function at(found: ReturnType<typeof findQuote>) {
  return found && story.slice(found.start, found.end);
}

describe('findQuote', () => {
  it('finds what is there to the letter', () => {
    const found = findQuote(story, { exact: 'Nobody was asked' });
    expect(at(found)).toBe('Nobody was asked');
    expect(found).toMatchObject({ similarity: 1, score: 1 });
  });

  it('passes over line ends and typographer’s signs', () => {
    expect(at(findQuote(story, { exact: 'Tuesday.   The   ferries' }))).toBe(
      'Tuesday.\nThe ferries',
    );
  });

  it('takes the place whose surroundings agree', () => {
    const exact = 'The ferries will stop for two weeks,';
    const first = findQuote(story, { exact, prefix: 'on Tuesday. ', suffix: ' said Ada' });
    const second = findQuote(story, { exact, prefix: 'again in May. ', suffix: ' the notice' });
    expect(first?.start).toBe(story.indexOf(exact));
    expect(second?.start).toBe(story.lastIndexOf(exact));
    expect(first?.score).toBe(1);
  });

  it('takes the nearer place where nothing else tells them apart', () => {
    const exact = 'The ferries will stop for two weeks,';
    const late = findQuote(story, { exact, start: story.length - 60 });
    expect(late?.start).toBe(story.lastIndexOf(exact));
  });

  it('finds what was changed a little, and says how much', () => {
    const found = findQuote(story, { exact: 'Nobody had been asked, the crews answered.' });
    expect(at(found)).toContain('asked, the crews');
    expect(found?.similarity).toBeGreaterThan(0.75);
    expect(found?.similarity).toBeLessThan(1);
  });

  it('says of other words that they are gone', () => {
    expect(
      findQuote(story, { exact: 'A bridge is to be built across the sound.' }),
    ).toBeUndefined();
    expect(findQuote(story, { exact: 'bridge' })).toBeUndefined();
    expect(findQuote('', { exact: 'bridge' })).toBeUndefined();
    expect(findQuote(story, { exact: ' \n' })).toBeUndefined();
  });

  it('finds a long quotation that was changed inside', () => {
    const words = Array.from({ length: 900 }, (_, i) => `word${(i * 7919) % 1000}`);
    const exact = words.join(' ');
    const text = `Before. ${[...words.slice(0, 400), 'new', ...words.slice(401)].join(' ')} After.`;
    const found = findQuote(text, { exact });
    expect(found && text.slice(found.start, found.end)).toBe(text.slice(8, -7));
    expect(found?.similarity).toBeGreaterThan(0.9);
  });

  it('finds any part of any text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % text.length, (b % text.length) + 1].toSorted((x, y) => x - y);
        const exact = text.slice(start, end);
        fc.pre(squeeze(exact).text !== '');
        const found = findQuote(text, { exact, start: start ?? 0 });
        expect(found?.similarity).toBe(1);
        expect(squeeze(text.slice(found?.start, found?.end)).text).toBe(squeeze(exact).text);
      }),
    );
  });
});
