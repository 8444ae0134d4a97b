// Edits of a text as editors make them, from a seed.

import { randomNumbers, randomWords } from './random-text.ts';

/** Changes about `share` of the words, each to another one. */
export function changeWords(paragraphs: readonly string[], share: number, seed: number): string[] {
  const next = randomNumbers(seed);
  const others = randomWords(4096, seed + 1);
  return paragraphs.map((paragraph) =>
    paragraph
      .split(' ')
      .map((word) => (next() < share ? (others[Math.floor(next() * others.length)] ?? word) : word))
      .join(' '),
  );
}

/** The first words up to `share` of the text. */
export function firstPart(paragraphs: readonly string[], share: number): string[] {
  const words = paragraphs.join(' ').split(' ');
  return [words.slice(0, Math.ceil(words.length * share)).join(' ')];
}

/** `count` words in a row from somewhere in the text. */
export function quoteOf(paragraphs: readonly string[], count: number, seed: number): string {
  const words = paragraphs.join(' ').split(/\s+/);
  const from = Math.floor(randomNumbers(seed)() * Math.max(1, words.length - count));
  return words.slice(from, from + count).join(' ');
}

/** Rewrites about `share` of the sentences whole, each to other words of the same number. */
export function rewriteSentences(
  paragraphs: readonly string[],
  share: number,
  seed: number,
): string[] {
  const next = randomNumbers(seed);
  return paragraphs.map((paragraph, i) =>
    paragraph
      .split(/(?<=[.!?…]["”’]?)\s+/u)
      .map((sentence, j) =>
        next() < share
          ? `${randomWords(sentence.split(' ').length, seed + i * 131 + j).join(' ')}.`
          : sentence,
      )
      .join(' '),
  );
}

/** What an outlet puts around every story: the same 60 words before and 90 after. */
export function withBoilerplate(paragraphs: readonly string[]): string[] {
  return [randomWords(60, 4001).join(' '), ...paragraphs, randomWords(90, 4002).join(' ')];
}

const LOOKALIKES: Record<string, string> = {
  e: 'c',
  l: '1',
  i: 'l',
  o: '0',
  m: 'rn',
  n: 'u',
  h: 'b',
  a: 'o',
  t: 'f',
  s: '5',
};

/** A scan that misreads one character in about `share` of the words. */
export function misread(paragraphs: readonly string[], share: number, seed: number): string[] {
  const next = randomNumbers(seed);
  return paragraphs.map((paragraph) =>
    paragraph
      .split(' ')
      .map((word) => {
        if (next() >= share || word === '') return word;
        const at = Math.floor(next() * word.length);
        const letter = word[at] ?? '';
        return word.slice(0, at) + (LOOKALIKES[letter.toLowerCase()] ?? '.') + word.slice(at + 1);
      })
      .join(' '),
  );
}

/** The same paragraphs in another order. */
export function reordered(paragraphs: readonly string[], seed: number): string[] {
  const next = randomNumbers(seed);
  return paragraphs
    .map((paragraph) => ({ paragraph, at: next() }))
    .toSorted((x, y) => x.at - y.at)
    .map(({ paragraph }) => paragraph);
}
