// What Stemma says of a page: a verdict, what it rests on, and the page's relatives in time.

import type { ArchivedDocument } from '../archive/types.ts';
import type { ArticleFacts, RelatedPointer } from '../article/types.ts';
import type { StoredFingerprints } from '../citation/types.ts';
import type { Match, RelatedReason } from '../match/types.ts';
import type { LookAlike } from './look-alike.ts';

/** One archived relative of the page, ready to be shown. */
export interface Relative {
  match: Match;
  /** The archived document stands at this page's own address. */
  samePage: boolean;
  /** Whole days from the archived document's publication to the page's; absent where unknown. */
  daysBefore?: number;
  /** The outlet's name as shown: publisher, else the host of its URL. */
  outlet: string;
  /** Opening words of each shared passage, taken from the page; at most 240 characters each. */
  passageTexts: string[];
  /** Words in all shared passages, counted on the page. */
  sharedWords: number;
  /** Words on the page that the archived text does not have. */
  addedWords: number;
}

/**
 * The kinds of verdict, from the reader's side.
 *
 * `original`  this page is the archived original, unchanged, and nothing earlier is known
 * `earliest`  relatives are known and all of them are later than this page
 * `copy`      same text as an archived story elsewhere
 * `edited`    most of the text of an archived story, changed
 * `changed`   this very page is archived, with another text
 * `excerpt`   a shortened copy
 * `contains`  the whole archived story and more
 * `passages`  shares passages or a quote
 * `related`   no shared text, but related coverage is known
 * `no-match`  nothing in the archives
 */
export type VerdictKind =
  | 'original'
  | 'earliest'
  | 'copy'
  | 'edited'
  | 'changed'
  | 'excerpt'
  | 'contains'
  | 'passages'
  | 'related'
  | 'no-match';

export interface RelatedCoverage extends RelatedPointer {
  outlet?: string;
  published?: string;
  /** The relative whose own page points to it. */
  pointedToBy?: string;
  /** Why it was found related, in words of the page being read; strongest first. */
  reasons?: RelatedReason[];
  /** For what was found: 0 to about 1. */
  score?: number;
  /** For what was found: the archive and its document, to remember what a person says of it. */
  of?: { archive: string; id: string };
}

export interface Provenance {
  kind: VerdictKind;
  /** The relative the verdict speaks of; absent for `related` and `no-match`. */
  main?: Relative;
  /** The archived document with the earliest known publication, when any is dated. */
  earliest?: { document: ArchivedDocument; outlet: string; archive: string };
  /** All relatives, earliest first; those without a date last. */
  relatives: Relative[];
  related: RelatedCoverage[];
  searched: {
    archives: { name: string; documents: number; created: string; sha256?: string }[];
    documents: number;
  };
  /** Words on the page. */
  words: number;
  /** The archived outlet that the page's host resembles without being it. */
  lookAlike?: LookAlike;
}

/** The page's facts as kept with the tab: the article without its text and links. */
export interface PageFacts extends Omit<ArticleFacts, 'links'> {
  words: number;
  /** Lower-case hex SHA-256 of the normalised text. */
  textSha256: string;
  /** Of the whole text, for a citation of it. */
  fingerprints?: StoredFingerprints;
}
