// Is this page one news story? A cheap first look at the live page, which every page pays.

import { type Marks, readMarks } from './detect/marks.ts';
import { reasonsOf } from './detect/reasons-of.ts';
import { firstThreshold, firstWeights, unfilledThreshold, weigh } from './detect/weights.ts';
import type { Reason } from './reasons.ts';

export interface Look {
  articleLike: boolean;
  why: Reason[];
  /** The marks that the verdict rests on, for the second look. */
  marks: Marks;
}

/** Whether this is an HTML page at all; a picture, a feed or an empty file is none. */
export function hasBody(document: Document): boolean {
  return document.documentElement?.tagName?.toLowerCase() === 'html' && document.body !== null;
}

/**
 * A first look at a live page, under two milliseconds: no copy of the page, no layout, nothing
 * changed. Errs towards yes: a false yes costs one injection of the reader, which looks again.
 *
 * @param url the page's address
 */
export function firstLook(document: Document, url: string): Look {
  if (
    !hasBody(document) ||
    !/^(?:text\/html|application\/xhtml\+xml)$/.test(document.contentType ?? 'text/html')
  ) {
    return { articleLike: false, why: ['not-a-page'], marks: {} };
  }
  const { marks, paragraphs, characters } = readMarks(document, url);
  const running = paragraphs >= 3 && characters >= 500;
  const why = reasonsOf(marks);
  why.push(running ? 'running-text' : 'few-paragraphs');
  // Without a paragraph of running text only what the page calls itself can speak for it: some
  // sites write no paragraphs, and some have not filled them in yet.
  const typed = marks['dataArticle'] === 1 || marks['ogArticle'] === 1;
  const articleLike =
    (paragraphs > 0 || typed) &&
    marks['addressFront'] !== 1 &&
    weigh(marks, firstWeights) >= (running || typed ? firstThreshold : unfilledThreshold);
  return { articleLike, why, marks };
}
