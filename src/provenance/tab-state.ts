// What is known of the page in one tab. Lives in session storage; the worker may die at any time.

import type { PageFacts, Provenance } from './types.ts';

/** Errors a reader can meet, by name; the words and the advice are in `_locales`. */
export type ErrorCode =
  | 'archive-unreadable'
  | 'page-unreadable'
  | 'page-too-large'
  | 'storage-full'
  | 'internal';

export interface StemmaProblem {
  code: ErrorCode;
  /** What and where, with numbers: `seed.stemma: checksum of bucket 3`. Shown as it is. */
  detail: string;
}

/** The tab's page, at the moment it was last looked at. */
export type TabState = {
  /** The page's URL without fragment. A state whose URL is not the tab's is not shown. */
  url: string;
  /** ISO 8601 */
  at: string;
} & (
  | { status: 'looking' }
  /** `why`: the reasons, e.g. `few-paragraphs`. */
  | { status: 'not-article'; why: string[] }
  | { status: 'no-access' }
  | { status: 'error'; problem: StemmaProblem }
  | {
      status: 'checked';
      page: PageFacts;
      provenance: Provenance;
      /** Archives that could not be searched; the rest was. */
      problems: StemmaProblem[];
    }
);
