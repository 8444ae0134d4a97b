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
