// Is this page one news story? A cheap first look at the live page, a second at what was read.

import { type Marks, readMarks } from './detect/marks.ts';
import { reasonsOf } from './detect/reasons-of.ts';
import { runningLength } from './detect/running.ts';
import {
  firstThreshold,
  firstWeights,
  secondThreshold,
  secondWeights,
  unfilledThreshold,
} from './detect/weights.ts';
import type { Reason } from './reasons.ts';
import type { Article } from './types.ts';

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

/** Log odds that the page is an article. */
function weigh(marks: Marks, weights: Readonly<Record<string, number>>): number {
  let sum = weights['bias'] ?? 0;
  for (const [name, value] of Object.entries(marks)) sum += value * (weights[name] ?? 0);
  return sum;
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

/** A story shorter than this cannot be matched with any certainty. */
const fewestWords = 60;

/**
 * The second look, at what was read. Decides: what is said no to here is not matched.
 *
 * @param words words in the paragraphs
 * @param linkShare share of the body's characters that are link text, 0 to 1
 * @param pageLength characters of all text on the page
 */
export function secondLook(
  first: Look,
  article: Pick<Article, 'paragraphs' | 'title' | 'published'>,
  words: number,
  linkShare: number,
  pageLength: number,
): { isArticle: boolean; why: Reason[] } {
  const why: Reason[] = first.why.filter(
    (reason) => reason !== 'few-paragraphs' && reason !== 'running-text',
  );
  const prose = article.paragraphs.filter((text) => text.length >= runningLength);
  const length = article.paragraphs.reduce((sum, text) => sum + text.length, 0);
  const proseLength = prose.reduce((sum, text) => sum + text.length, 0);
  const marks = {
    ...first.marks,
    readProse: Math.min(1, Math.log1p(prose.length) / Math.log(31)),
    readShare: Math.min(1, length / Math.max(1, pageLength)),
    published: article.published === undefined ? 0 : 1,
  };
  let isArticle =
    first.marks['addressFront'] !== 1 && weigh(marks, secondWeights) >= secondThreshold;
  if (words === 0) {
    why.push('no-body');
    isArticle = false;
  } else if (words < fewestWords) {
    why.push('few-words');
    isArticle = false;
  }
  if (prose.length < 2 && proseLength < 12 * runningLength) {
    why.push('few-paragraphs');
    isArticle = false;
  } else if (prose.length >= 3) why.push('running-text');
  if (linkShare > 0.5) {
    why.push('mostly-links');
    isArticle = false;
  }
  if (article.title === undefined && !why.includes('no-headline')) why.push('no-headline');
  return { isArticle, why };
}
