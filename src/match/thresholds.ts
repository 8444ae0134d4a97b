// Every number that decides what counts as a match, each with its reason. Measured on real news;
// docs/matching.md and docs/benchmarks.md tell how.

import type { Profile } from '../fingerprint/fingerprint.ts';

/** Documents per pack that are worth aligning; the true source was never below rank 8. */
export const MAX_CANDIDATES = 48;
/** Matches shown. */
export const MAX_MATCHES = 10;
/**
 * Bounds on the work that one hostile text can cause: occurrences of one phrase on the page, hits and
 * passages of one document. A story of 10,000 words has some 4,000 hits.
 */
export const MAX_REPEATS = 8;
export const MAX_HITS = 32_768;
export const MAX_CHAINS = 256;
/** Keys asked for at once: abandoning a look takes effect between two such batches. */
export const KEYS_AT_ONCE = 4096;
/** Fingerprints, spread over the text, from which an early answer is tried. */
export const EARLY_PRINTS = 48;

/** Chaining of hits into passages, and what counts as covered, in tokens of one kind. */
export interface Rules {
  /** Tokens between two hits that may still be one passage: a long sentence. */
  maxGap: number;
  /** Tokens by which the two sides' gaps may differ: this, and a share of the gap. */
  drift: number;
  driftPerGap: number;
  /** Cost of a token that is not covered, and of one of drift. */
  gapCost: number;
  driftCost: number;
  /** Shorter passages are left out: seven words are still a common phrase. */
  minWords: number;
  /** A later passage that mostly repeats an accepted one, on either side, is a refrain. */
  maxOverlap: number;
  /** Cost of a jump to another passage on about the same diagonal, and on another. */
  nearJump: number;
  farJump: number;
  /** Diagonals that differ by no more than this many tokens are about the same. */
  sameDiagonal: number;
  /** Words of evidence that one token is worth. */
  worth: number;
  /**
   * Tokens between two hits that sampling alone explains: any 8 shared words share a fingerprint, and
   * one changed word breaks the 9 words around it.
   */
  mendedGap: number;
  /** Tokens at either end of a text that no fingerprint may cover though they are shared. */
  edge: Record<Profile, number>;
  /** A run of page tokens without counterpart is told as new from this length on. */
  added: number;
  /** A run of tokens that stand in very many documents is boilerplate from this length on. */
  boilerplate: number;
}

export const WORD_RULES: Rules = {
  maxGap: 48,
  drift: 3,
  driftPerGap: 0.35,
  gapCost: 0.05,
  driftCost: 0.2,
  minWords: 7,
  maxOverlap: 0.5,
  nearJump: 1.5,
  farJump: 4.5,
  sameDiagonal: 60,
  worth: 1,
  mendedGap: 12,
  edge: { std: 4, lite: 12 },
  added: 8,
  boilerplate: 12,
};

/**
 * Han, Kana, Thai: a token is a character. Five Han characters are worth three words (a Chinese word
 * has 1.6 on average), so lengths double and costs halve. Any 15 shared characters share a
 * fingerprint; one changed character breaks the 19 around it.
 */
export const CHARACTER_RULES: Rules = {
  ...WORD_RULES,
  maxGap: 96,
  drift: 6,
  gapCost: 0.025,
  driftCost: 0.1,
  minWords: 14,
  sameDiagonal: 120,
  worth: 0.6,
  mendedGap: 24,
  edge: { std: 6, lite: 20 },
  added: 16,
  boilerplate: 24,
};

/** Thai, Lao, Khmer and Myanmar spell their words: four characters are worth one word. */
export const ALPHABETIC_WORTH = 0.25;

/** Evidence in words, weighted by rarity: from where on a match is possible, reported, strong. */
export const EVIDENCE = { possible: 10, reported: 12, strong: 16 } as const;

/** Relations, from shares of words (both ways) and of uncommon fingerprints. */
export const RELATION = {
  /** Share of uncommon fingerprints, both ways, for `identical`. */
  identical: 0.97,
  /** Words at the ends of either text that `identical` may leave uncovered: a tag line, a place. */
  identicalEdge: 12,
  whole: 0.8,
  part: 0.7,
  edited: 0.4,
  partial: 0.2,
} as const;

/** An archived paragraph is told as dropped when no more than this share of it is on the page. */
export const DROPPED_SHARE = 0.3;

/** Weight of a fingerprint that stands in `df` documents: 1 for one, 0.25 for 64. */
export function rarity(documentFrequency: number): number {
  return 1 / (1 + 0.5 * Math.log2(Math.max(1, documentFrequency)));
}

/** Places told per match where words were changed; a heavily edited text is told by its rate. */
export const MAX_CHANGES = 64;
