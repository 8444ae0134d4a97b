// From shares to a relation: identical, edited, contains, excerpt, partial, shares a quote.

import { EVIDENCE, RELATION } from './thresholds.ts';
import type { Passage, Relation, Strength } from './types.ts';

export interface Measures {
  /** Covered share of the page's and of the archived text's words. */
  pageShare: number;
  archiveShare: number;
  /** Matched share of uncommon fingerprints, on the page and in the archived text. */
  pageMatched: number;
  archiveMatched: number;
  chains: readonly Passage[];
  /** Words outside of the first passage that are not boilerplate. */
  pageOver: number;
  archiveOver: number;
  /** A fingerprint of the page inside its passages has no counterpart: a word was changed. */
  changedInside: boolean;
}

/** How sure, by evidence; undefined where it is not worth a word. */
export function strengthOf(evidence: number): Strength | undefined {
  if (evidence >= EVIDENCE.strong) return 'strong';
  if (evidence >= EVIDENCE.reported) return 'reported';
  if (evidence >= EVIDENCE.possible) return 'possible';
  return undefined;
}

/**
 * Whether the two texts are the same but for a few words at their ends. One passage, in order,
 * nothing changed inside of it: 60 added words in a long story or two paragraphs that changed places
 * leave almost all fingerprints matched, and are not the same text.
 */
function isIdentical(measures: Measures): boolean {
  const [chain, another] = measures.chains;
  if (chain === undefined || another !== undefined || measures.changedInside) return false;
  const { pageOver: page, archiveOver: archive } = measures;
  // A sparse profile leaves longer ends out of sight: equal ones, with nothing that differs.
  const allMatched =
    page === archive && measures.pageMatched === 1 && measures.archiveMatched === 1;
  if (allMatched) return true;
  return (
    measures.pageMatched >= RELATION.identical &&
    measures.archiveMatched >= RELATION.identical &&
    Math.max(page, archive) <= RELATION.identicalEdge
  );
}

/** The relation by the rules in `thresholds.ts`. */
export function relationOf(measures: Measures): Relation {
  const { pageShare, archiveShare } = measures;
  if (isIdentical(measures)) return 'identical';
  if (archiveShare >= RELATION.whole && pageShare < RELATION.part) return 'contains';
  if (pageShare >= RELATION.whole && archiveShare < RELATION.part) return 'excerpt-of';
  if (pageShare >= RELATION.edited && archiveShare >= RELATION.edited) return 'edited';
  if (pageShare >= RELATION.partial || archiveShare >= RELATION.partial) return 'partial';
  return 'shares-quote';
}
