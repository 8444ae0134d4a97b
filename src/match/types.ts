// What matching answers: the shapes that `stemma match --json` prints and provenance reads.

import type { ArchiveError } from '../archive/errors.ts';
import type { ArchivedDocument, ArchiveInfo } from '../archive/types.ts';

/** How the page's text stands to an archived text. See docs/matching.md for the rules. */
export type Relation =
  | 'identical'
  | 'edited'
  | 'contains'
  | 'excerpt-of'
  | 'partial'
  | 'shares-quote';

/** How sure: by chained evidence, see `thresholds.ts`. */
export type Strength = 'possible' | 'reported' | 'strong';

export type Order = 'archive-earlier' | 'page-earlier' | 'unknown';

/** Why an order is what it is: which dates were compared, and which rule decided. */
export interface OrderReason {
  rule: 'dates-differ' | 'same-date' | 'no-page-date' | 'no-archive-date' | 'dates-overlap';
  pageDate?: string;
  archiveDate?: string;
}

/** Half-open ranges of word positions, as the normaliser counts words. */
export interface Passage {
  page: [number, number];
  archive: [number, number];
}

/** Which kinds of words stand at a changed place: read on the page, since archives hold no text. */
export type ChangeKind = 'number' | 'name' | 'quote';

/** A place inside a shared passage where the two texts differ. */
export interface Change {
  /**
   * Half-open range of words on the page; one of them at least is not in the archived text. Empty
   * where words were only taken out: they stood before this one.
   */
  page: [number, number];
  /** Words that the archived text has at this place. */
  archiveWords: number;
  /** What stands in the range: digits, names (capitalised inside a sentence), quoted words. */
  kinds: ChangeKind[];
}

export interface Match {
  archive: ArchiveInfo;
  document: ArchivedDocument;
  relation: Relation;
  strength: Strength;
  /** Chained evidence in words, see `chain.ts`. */
  evidence: number;
  /** Share of the page's words that stand in the archived text, boilerplate aside, 0 to 1. */
  pageShare: number;
  /** Share of the archived text's words that stand in the page, boilerplate aside, 0 to 1. */
  archiveShare: number;
  /** Estimated share of words changed inside the shared passages, 0 to 1. */
  editRate: number;
  order: Order;
  orderReason: OrderReason;
  passages: Passage[];
  /** Page ranges with no counterpart in the archived text. */
  added: [number, number][];
  /** Archived paragraphs (0-based) most of whose words are missing from the page. */
  droppedParagraphs: number[];
  /** For each of {@link droppedParagraphs}, the word on the page before which it stood. */
  droppedAt?: number[];
  /** Number of paragraphs the archived text has. */
  archiveParagraphs: number;
  /** Places inside the passages that were changed, in page order; not every one when there are many. Absent in answers kept before they were told. */
  changes?: Change[];
  /** Whether the headlines differ in words, site and agency names aside; absent where one is not known. */
  titleChanged?: boolean;
}

/** The page's own address, as an archive has it; its text may have changed beyond recognition. */
export interface SamePage {
  archive: ArchiveInfo;
  document: ArchivedDocument;
}

/** A story that is related without sharing text. */
export interface RelatedMatch {
  archive: ArchiveInfo;
  document: ArchivedDocument;
  /** Likeness by shared rare words, names and links, and by days between; 0 to about 1. */
  score: number;
  reasons: RelatedReason[];
}

/** One reason why a story is called related, in words of the page being read. */
export interface RelatedReason {
  kind: 'names' | 'terms' | 'links' | 'date' | 'quote';
  /** In English, for the command line. */
  detail: string;
  /** The names, words or addresses that both have, as the page writes them. */
  items?: string[];
  /** Days from the page's day to the story's: negative for earlier. */
  days?: number;
}

export interface MatchResult {
  /**
   * An answer from a few fingerprints, before the rest has been read: what it names is a strong
   * match, but shares, passages and changes are provisional, and there may be more matches.
   */
  early?: true;
  /** Words on the page, as the normaliser counts them. */
  words: number;
  /** Sorted: strongest evidence first. */
  matches: Match[];
  samePages: SamePage[];
  related: RelatedMatch[];
  searched: ArchiveInfo[];
  /** Archives that could not be read, each with what is wrong. */
  failed: ArchiveError[];
}
