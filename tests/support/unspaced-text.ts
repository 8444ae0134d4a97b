// Seeded nonsense in scripts without spaces: words of a made-up lexicon, common ones often (Zipf).
//
// It is no language. What matters here holds: how many characters a word has, how unevenly words and
// so characters are used, and that nothing stands between them.

import { randomNumbers } from './random-text.ts';

interface Script {
  first: number;
  letters: number;
  /** Characters of a word, by chance. */
  lengths: readonly number[];
}

const SCRIPTS = {
  /** Chinese words have one to three characters, 1.6 on average. */
  han: { first: 0x4e00, letters: 2800, lengths: [1, 1, 1, 2, 2, 2, 2, 1, 3] },
  /** Hiragana with the longer words of Japanese. */
  kana: { first: 0x3042, letters: 70, lengths: [1, 2, 3, 3, 4] },
  /** Thai consonants; words of three to five. */
  thai: { first: 0x0e01, letters: 46, lengths: [3, 4, 4, 5] },
} satisfies Record<string, Script>;

export type ScriptName = keyof typeof SCRIPTS;

function wordOf({ first, letters, lengths }: Script, rank: number): string {
  const next = randomNumbers(rank * 2654435761);
  const length = lengths[Math.floor(next() * lengths.length)] ?? 1;
  let word = '';
  // Squared: some characters are far more common than others.
  for (let i = 0; i < length; i++) {
    word += String.fromCodePoint(first + Math.floor(next() ** 2 * letters));
  }
  return word;
}

/** `count` words without spaces between them, as a list of words. */
export function unspacedWords(script: ScriptName, count: number, seed: number): string[] {
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () =>
    wordOf(SCRIPTS[script], Math.floor(20_000 ** next()) + Math.floor(next() * 3)),
  );
}

/** Paragraphs of 60 words, each with a full stop. */
export function unspacedParagraphs(script: ScriptName, count: number, seed: number): string[] {
  const words = unspacedWords(script, count, seed);
  const paragraphs: string[] = [];
  for (let i = 0; i < words.length; i += 60) {
    paragraphs.push(`${words.slice(i, i + 60).join('')}。`);
  }
  return paragraphs;
}

/** Changes about `share` of the characters, each to another one of the text. */
export function changeCharacters(
  paragraphs: readonly string[],
  share: number,
  seed: number,
): string[] {
  const next = randomNumbers(seed);
  const others = Array.from(paragraphs.join(''));
  return paragraphs.map((paragraph) =>
    Array.from(paragraph, (character) =>
      next() < share ? (others[Math.floor(next() * others.length)] ?? character) : character,
    ).join(''),
  );
}

/** `count` characters in a row from somewhere in the text. */
export function characterQuote(paragraphs: readonly string[], count: number, seed: number): string {
  const characters = Array.from(paragraphs.join(''));
  const from = Math.floor(randomNumbers(seed)() * Math.max(1, characters.length - count));
  return characters.slice(from, from + count).join('');
}
