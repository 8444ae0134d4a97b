// Is this page one news story? A cheap first look at the live page, which every page pays.

import { type Marks, readMarks, readVoices } from './detect/marks.ts';
import { reasonsOf } from './detect/reasons-of.ts';
import {
  firstThreshold,
  firstWeights,
  mostOfVoices,
  unfilledThreshold,
  weigh,
} from './detect/weights.ts';
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
  const { marks: cheap, paragraphs, characters } = readMarks(document, url);
  const running = paragraphs >= 3 && characters >= 500;
  // Without a paragraph of running text only what the page calls itself can speak for it: some
  // sites write no paragraphs, and some have not filled them in yet.
  const typed = cheap['dataArticle'] === 1 || cheap['ogArticle'] === 1;
  const threshold = running || typed ? firstThreshold : unfilledThreshold;
  const possible = (paragraphs > 0 || typed) && cheap['addressFront'] !== 1;
  const above = weigh(cheap, firstWeights) - threshold;
  const isOpen = possible && above >= 0 && above <= mostOfVoices;
  const marks = isOpen ? { ...cheap, ...readVoices(document) } : cheap;
  const articleLike = possible && weigh(marks, firstWeights) >= threshold;
  const why = reasonsOf(marks);
  why.push(running ? 'running-text' : 'few-paragraphs');
  return { articleLike, why, marks };
}
