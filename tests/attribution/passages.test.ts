// The marked passages: what is found in them is what people marked, and hardly anything else.
import { describe, expect, it } from 'vitest';
import { joinParagraphs, normalisedWords } from '../../src/fingerprint/normalise.ts';
import { newsstandPassages } from './newsstand.ts';
import { count, type Passage, rates, readPassages, sourcesOf } from './passages.ts';

const passages = readPassages();
function of(half: Passage['half'] | undefined): Passage[] {
  return half === undefined ? passages : passages.filter((each) => each.half === half);
}

describe('the marked passages', () => {
  it('are enough, of many styles and two languages, and are quoted rightly by their marks', () => {
    expect(passages.length).toBeGreaterThanOrEqual(60);
    expect(new Set(passages.map(({ style }) => style)).size).toBeGreaterThanOrEqual(8);
    for (const { id, paragraphs, quotes } of passages) {
      for (const { begins } of quotes) {
        expect(
          paragraphs.some((text) => text.includes(begins)),
          `${id}: ${begins}`,
        ).toBe(true);
      }
    }
  });

  it.each([
    ['all', undefined, 0.95, 0.8],
    ['developed on', 'developed on', 0.95, 0.8],
    ['held out', 'held out', 0.95, 0.8],
    // Never looked into: what a story of which nobody has thought gets.
    ['unseen', 'unseen', 0.9, 0.8],
  ] as const)('%s: few sources are made up, few are missed', (_, half, precision, recall) => {
    const counts = of(half).map(count);
    const found = rates(counts);
    const told = counts.flatMap(({ extra, missed }) => [...extra, ...missed]).join('; ');
    expect(found.precision, told).toBeGreaterThanOrEqual(precision);
    expect(found.recall, told).toBeGreaterThanOrEqual(recall);
  });

  it('stories of the newsstand: few sources are made up, few are missed', () => {
    const counts = newsstandPassages().map(count);
    const found = rates(counts);
    const told = counts.flatMap(({ extra, missed }) => [...extra, ...missed]).join('; ');
    expect(found.precision, told).toBeGreaterThanOrEqual(0.95);
    expect(found.recall, told).toBeGreaterThanOrEqual(0.8);
  });

  it('give quotations to those who speak them', () => {
    const counts = passages.map(count);
    const quotes = counts.reduce((sum, each) => sum + each.quotes, 0);
    const right = counts.reduce((sum, { quotesRight }) => sum + quotesRight, 0);
    expect(right / quotes).toBeGreaterThan(0.9);
  });
});

describe('every statement', () => {
  it('stands at words that hold its verb, as the normaliser counts them', () => {
    for (const passage of passages) {
      const words = normalisedWords(joinParagraphs(passage.paragraphs));
      for (const { statements = [] } of sourcesOf(passage)) {
        for (const { at, cue, inferred, quote } of statements) {
          const [from, to] = at;
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(words.length);
          const sentence = words.slice(from, to).join(' ');
          // A quotation that goes on alone has the verb of the one before.
          const alone = inferred === true && quote !== undefined;
          const [verb = ''] = normalisedWords(cue.replace(/^(?:по|со|quoted) /, ''));
          if (!alone) expect(sentence, `${passage.id}: ${cue}`).toContain(verb);
        }
      }
    }
  });
});
