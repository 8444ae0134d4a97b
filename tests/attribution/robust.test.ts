// Hostile and endless text: nothing throws, and what comes out is bounded.
import { describe, expect, it } from 'vitest';
import type { ArticleLink } from '../../src/article/types.ts';
import { attribute } from '../../src/attribution/attribute.ts';
import { randomNumbers } from '../support/random-text.ts';
import { readPassages } from './passages.ts';

const told = (value: string) => ({ language: { value, from: 'test' } });
const LIMIT = 200_000;

const pieces = [
  'said ',
  'Ana Teller ',
  'according to ',
  'A. ',
  '“',
  '" ',
  '”',
  'and ',
  ', ',
  'the ',
  'who ',
  '(',
  'Ana and ',
  'Ana said that. ',
  'the lawyer of ',
  'denied ',
  'one of ',
  "'s ",
  'Mr. ',
  'officials close to ',
  'сказал ',
  'по словам ',
  '«Ясный день» ',
  'мэр ',
  '\u200b',
  '\uE000',
  '𝒜',
  '\n',
];

describe('one thing again and again', () => {
  it.each(pieces)('%j', (piece) => {
    for (const language of ['en', 'ru']) {
      const text = piece.repeat(Math.floor(LIMIT / piece.length) - 1);
      const { sources } = attribute({ paragraphs: [text], links: [], ...told(language) });
      expect(sources.length).toBeLessThanOrEqual(60);
    }
  });
});

it('reads no more than its share of a million words', () => {
  const paragraph = 'Ana Teller said the lock was shut. '.repeat(30);
  const paragraphs = Array.from({ length: 5000 }, () => paragraph);
  const { sources } = attribute({ paragraphs, links: [], ...told('en') });
  expect(sources).toHaveLength(1);
  expect(sources[0]?.statements?.length).toBeLessThanOrEqual(40);
});

it('takes any mixture of words, signs and halves of letters', () => {
  const random = randomNumbers(20);
  const words = readPassages().flatMap(({ paragraphs }) => paragraphs.join(' ').split(' '));
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  const links: ArticleLink[] = [{ url: 'https://bay.example/a', text: 'said', kind: 'source' }];
  for (let round = 0; round < 400; round++) {
    const parts = Array.from({ length: 60 }, () =>
      random() < 0.25
        ? (pick(pieces) ?? '')
        : random() < 0.05
          ? String.fromCharCode(Math.floor(random() * 65_536))
          : `${pick(words) ?? ''} `,
    );
    const paragraphs = [parts.slice(0, 30).join(''), parts.slice(30).join('')];
    for (const language of ['en', 'ru']) {
      const { sources } = attribute({ paragraphs, links, ...told(language) });
      for (const { name, statements } of sources) {
        expect(name).not.toBe('');
        expect(statements?.length).toBeGreaterThan(0);
      }
    }
  }
});
