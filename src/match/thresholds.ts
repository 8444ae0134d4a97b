// Every number that decides what counts as a match, each with its reason. Measured on real news;
// docs/matching.md and docs/benchmarks.md tell how.

/** Documents per pack that are worth aligning; the true source was never below rank 8. */
export const MAX_CANDIDATES = 32;
/** Matches shown. */
export const MAX_MATCHES = 10;

/** Chaining of hits into passages. */
export const CHAIN = {
  /** Words between two hits that may still be one passage: a long sentence. */
  maxGap: 48,
  /** Words by which the two sides' gaps may differ: this, and a share of the gap. */
  drift: 3,
  driftPerGap: 0.35,
  /** Cost of a word that is not covered, and of a word of drift. */
  gapCost: 0.05,
  driftCost: 0.2,
  /** Shorter passages are left out: seven words are still a common phrase. */
  minWords: 7,
  /** A later passage that mostly repeats an accepted one, on either side, is a refrain. */
  maxOverlap: 0.5,
  /** Cost of a jump to another passage on about the same diagonal, and on another. */
  nearJump: 1.5,
  farJump: 4.5,
  /** Diagonals that differ by no more than this many words are about the same. */
  sameDiagonal: 60,
} as const;

/** Evidence in words, weighted by rarity: from where on a match is possible, reported, strong. */
export const EVIDENCE = { possible: 10, reported: 12, strong: 16 } as const;

/**
 * Words between two hits that sampling alone explains: any 8 shared words share a fingerprint, and
 * one changed word breaks the 9 words around it.
 */
export const MENDED_GAP = 12;
/** Words at either end of a text that no fingerprint may cover though they are shared, by profile. */
export const EDGE = { std: 4, lite: 12 } as const;

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

/** A run of page words without counterpart is told as new from this length on. */
export const ADDED_WORDS = 8;
/** An archived paragraph is told as dropped when no more than this share of it is on the page. */
export const DROPPED_SHARE = 0.3;

/** Weight of a fingerprint that stands in `df` documents: 1 for one, 0.25 for 64. */
export function rarity(documentFrequency: number): number {
  return 1 / (1 + 0.5 * Math.log2(Math.max(1, documentFrequency)));
}
