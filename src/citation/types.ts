// A saved citation: a CSL-JSON item and the evidence it was saved with.

import type { Order, Relation, Strength } from '../match/types.ts';

/** A CSL date: parts as far as known, e.g. `[[2021, 2, 5]]`. */
export interface CslDate {
  'date-parts': [number[]];
}

export type CslName = { literal: string } | { family: string; given?: string };

/** The CSL-JSON fields that Stemma writes (https://docs.citationstyles.org, schema 1.0.2). */
export interface CslItem {
  id: string;
  type: 'article-newspaper' | 'webpage';
  title?: string;
  author?: CslName[];
  'container-title'?: string;
  publisher?: string;
  issued?: CslDate;
  accessed: CslDate;
  URL: string;
  language?: string;
  note?: string;
}

/** What was known when the citation was saved. */
export interface CitationEvidence {
  /** The page as read. */
  pageUrl: string;
  canonicalUrl?: string;
  /** ISO 8601 with zone. */
  accessed: string;
  published?: string;
  modified?: string;
  /** Field name to the place it was read from. */
  readFrom: Record<string, string>;
  textSha256: string;
  words: number;
  /** The relative the verdict spoke of, if there was one. */
  match?: {
    archive: string;
    archiveSha256: string;
    url?: string;
    title?: string;
    publisher?: string;
    published?: string;
    relation: Relation;
    strength: Strength;
    order: Order;
    pageShare: number;
    archiveShare: number;
  };
  searched: { name: string; documents: number }[];
}

export interface Citation {
  /** Version of this record's shape, for migrations. */
  version: 1;
  id: string;
  /** ISO 8601 */
  savedAt: string;
  /** Canonical URL if there is one, else the page's: what makes a second save the same one. */
  key: string;
  item: CslItem;
  evidence: CitationEvidence;
}
