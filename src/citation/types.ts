// A saved citation, version 2: what was read, what it rests on, and what the person made of it.

import type { Order, Relation, Strength } from '../match/types.ts';
import type { VerdictKind } from '../provenance/types.ts';
import type { CslItem } from './csl.ts';

export type { CitedType, CslDate, CslItem, CslName } from './csl.ts';

/** The version of the record that this code writes. Earlier ones are read too, see `migrate.ts`. */
export const CITATION_VERSION = 2;

/** How exactly a moment is known; an ISO 8601 string of that length carries it. */
export type DatePrecision = 'year' | 'month' | 'day' | 'time';

/** A date that the page states. */
export interface StatedDate {
  /** ISO 8601 with the precision known. */
  value: string;
  precision: DatePrecision;
}

/** The `std` fingerprints of the text, compact: see `fingerprints.ts`. */
export interface StoredFingerprints {
  profile: 'std';
  /** `norm-1` */
  normaliser: string;
  /** Fingerprints kept, from the text's beginning. */
  count: number;
  /** Fingerprints that the whole text has. */
  of: number;
  /** Base64 of the 40-bit keys, 5 bytes each. */
  keys: string;
  /** Base64 of the positions: a LEB128 number each, twice the distance to the one before, odd for a shingle of characters. */
  positions: string;
}

/** An archived text beside this one, as it was known at the time. */
export interface KnownText {
  archive: string;
  archiveSha256?: string;
  url?: string;
  title?: string;
  publisher?: string;
  published?: string;
  relation?: Relation;
  strength?: Strength;
  order?: Order;
  pageShare?: number;
  archiveShare?: number;
}

/** The relative the verdict spoke of: everything that was measured of it. */
export interface MatchedText extends KnownText {
  archiveSha256: string;
  relation: Relation;
  strength: Strength;
  order: Order;
  pageShare: number;
  archiveShare: number;
}

export interface SearchedArchive {
  name: string;
  documents: number;
  /** The pack's identity, its version: absent in records of Stemma 0.1. */
  sha256?: string;
  /** When the pack was built: ISO 8601. */
  created?: string;
}

/** What was known when the citation was saved. Never changed afterwards. */
export interface CitationEvidence {
  /** The page as read. */
  pageUrl: string;
  canonicalUrl?: string;
  /** A copy kept by a web archive, with the day of its capture where known. */
  archived?: { url: string; date?: string };
  /** ISO 8601 with zone. */
  accessed: string;
  /** The headline as read. */
  title?: string;
  published?: StatedDate;
  modified?: StatedDate;
  /** Field name to the place it was read from: `json-ld headline`, `meta author`. */
  readFrom: Record<string, string>;
  /** Lower-case hex SHA-256 of the normalised text. */
  textSha256: string;
  words: number;
  fingerprints?: StoredFingerprints;
  verdict?: VerdictKind;
  /** The relative the verdict spoke of, if there was one. */
  match?: MatchedText;
  /** The earliest known text, where one was known. */
  earliest?: KnownText;
  searched: SearchedArchive[];
}

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** https://www.w3.org/TR/annotation-model/#text-position-selector */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  /** Code points of the story's text, its paragraphs joined by an empty line; half-open. */
  start: number;
  end: number;
}

/** A passage that the person selected. */
export interface Quote {
  id: string;
  /** ISO 8601 */
  created: string;
  quote: TextQuoteSelector;
  position?: TextPositionSelector;
  /** The person's own words on it. */
  note?: string;
}

/**
 * What the person changed of the item, by field; `null` takes a field away. The item as read stays
 * beside it: `citedItem` in `edits.ts` lays one over the other.
 */
export type ItemEdits = Readonly<Record<string, unknown>>;

/** Where an item came in that was not read from a page. */
export interface ImportOrigin {
  format: 'csl-json' | 'bibtex' | 'ris' | 'stemma';
  /** ISO 8601 */
  at: string;
  /** The file's name. */
  source?: string;
  /** The key that the item had there. */
  label?: string;
}

export interface Citation {
  version: typeof CITATION_VERSION;
  id: string;
  /** ISO 8601 with zone. */
  savedAt: string;
  /** When it was last changed: ISO 8601. */
  updatedAt: string;
  /** Counts writes, from 1: who writes over a later revision than they read, reads again. */
  revision: number;
  /** `addressKey` of the cited address: what makes a second save the same one. `item:ID` without address. */
  key: string;
  /** As read or imported; the person's changes are in {@link edits}. */
  item: CslItem;
  edits: ItemEdits;
  /** Absent for an imported item, which proves nothing. */
  evidence?: CitationEvidence;
  imported?: ImportOrigin;
  quotes: Quote[];
  tags: string[];
  /** Names of the person's collections. */
  collections: string[];
  /** The person's own note; that on the match is `item.note`. */
  note: string;
  /** Citations that were merged into this one, whole, as they stood. */
  merged?: Citation[];
  /** The title in the reader's language, for `trans-title`. */
  translatedTitle?: string;
}
