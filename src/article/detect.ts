// Is this page one news story? A cheap first look at the live page, a second at what was read.

import { addressKind } from './address.ts';
import { findHeadline } from './headline.ts';
import type { Reason } from './reasons.ts';
import type { Article } from './types.ts';

export interface Look {
  articleLike: boolean;
  why: Reason[];
}

/** Structured data longer than this is not looked at here; the reader looks at more. */
const longestJsonLd = 200_000;
/** Paragraphs counted before the answer is clear; bounds the time on huge pages. */
const paragraphsEnough = 12;
const paragraphsLooked = 400;
/** A paragraph of running text: about fifteen words. */
const runningLength = 80;

const articleType =
  /"@type"\s*:\s*(?:\[[^\]]{0,200}?)?"(?:https?:\/\/schema\.org\/)?(?:[A-Za-z]*NewsArticle|Article|ReportageNewsArticle|BlogPosting|LiveBlogPosting|OpinionNewsArticle|Report|ScholarlyArticle|TechArticle|SocialMediaPosting|AdvertiserContentArticle)"/g;
const listType =
  /"@type"\s*:\s*(?:\[[^\]]{0,200}?)?"(?:https?:\/\/schema\.org\/)?(?:CollectionPage|SearchResultsPage|ProfilePage|DiscussionForumPosting|QAPage|FAQPage|Product|ProductGroup|Recipe|JobPosting|SoftwareApplication|AboutPage|ContactPage)"/;

/** What JSON-LD calls the page, read without parsing it: this runs on every page. */
function typedByJsonLd(document: Document): 'article' | 'other' | 'unknown' {
  let articles = 0;
  let other = false;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = (script.textContent ?? '').slice(0, longestJsonLd);
    articles += [...text.matchAll(articleType)].length;
    other ||= listType.test(text);
  }
  // More than three articles in one page's data are a list of teasers.
  if (articles > 3) return 'other';
  if (articles > 0) return 'article';
  return other ? 'other' : 'unknown';
}

interface RunningText {
  paragraphs: number;
  characters: number;
}

/** Counts paragraphs of running text outside lists, links and side boxes, up to `enough`. */
function runningText(document: Document): RunningText {
  let paragraphs = 0;
  let characters = 0;
  let looked = 0;
  for (const paragraph of document.getElementsByTagName('p')) {
    if (looked++ === paragraphsLooked || paragraphs === paragraphsEnough) break;
    const length = paragraph.textContent?.trim().length ?? 0;
    if (length < runningLength) continue;
    if (paragraph.closest('nav, aside, footer, form, li, a, figure, dialog, [hidden]') !== null) {
      continue;
    }
    paragraphs += 1;
    characters += length;
  }
  if (paragraphs < 3) {
    // Older sites break lines inside one element instead of writing paragraphs.
    const seen = new Set<Element>();
    for (const line of document.querySelectorAll('div > br, td > br, article > br, section > br')) {
      const parent = line.parentElement;
      if (parent === null || seen.has(parent)) continue;
      if (seen.size === 20) break;
      seen.add(parent);
      const length = parent.textContent?.trim().length ?? 0;
      if (length < 8 * runningLength || parent.closest('nav, aside, footer, form') !== null)
        continue;
      paragraphs += Math.min(paragraphsEnough, Math.floor(length / (4 * runningLength)));
      characters += length;
      break;
    }
  }
  return { paragraphs, characters };
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
  const why: Reason[] = [];
  if (
    !hasBody(document) ||
    !/^(?:text\/html|application\/xhtml\+xml)$/.test(document.contentType ?? 'text/html')
  ) {
    return { articleLike: false, why: ['not-a-page'] };
  }
  const typed = typedByJsonLd(document);
  if (typed === 'article') why.push('json-ld-article');
  const ogType =
    document
      .querySelector('meta[property="og:type"]')
      ?.getAttribute('content')
      ?.trim()
      .toLowerCase() ?? '';
  const ogArticle = ogType === 'article';
  if (ogArticle) why.push('og-type-article');
  const microdata = document.querySelectorAll(
    '[itemtype*="schema.org/"][itemtype$="Article"], .h-entry',
  ).length;
  if (microdata === 1) why.push('microdata-article');

  const articles = document.getElementsByTagName('article').length;
  if (articles > 0 && articles <= 3) why.push('article-element');
  const kind = addressKind(url);
  if (kind === 'story') why.push('address-of-story');
  const headline = findHeadline(document);
  if (headline !== undefined) why.push('one-headline');
  const { paragraphs, characters } = runningText(document);
  const running = paragraphs >= 3 && characters >= 500;
  if (running) why.push('running-text');

  if (kind === 'front') why.push('address-of-front-page');
  if (kind === 'list') why.push('address-of-list');
  if (
    (typed === 'other' && microdata !== 1) ||
    (ogType !== '' && !ogArticle && ogType !== 'website')
  ) {
    why.push('typed-otherwise');
  }
  if (articles > 12) why.push('many-articles');
  if (headline === undefined) why.push('no-headline');
  if (!running) why.push('few-paragraphs');
  return { articleLike: weigh(why, paragraphs), why };
}

/** Points a mark carries. Chosen so that no single mark but structured data decides alone. */
const points: Partial<Record<Reason, number>> = {
  'json-ld-article': 4,
  'og-type-article': 3,
  'microdata-article': 3,
  'article-element': 1,
  'one-headline': 1,
  'address-of-story': 2,
  'running-text': 2,
  'address-of-front-page': -6,
  'address-of-list': -2,
  'typed-otherwise': -3,
  'many-articles': -2,
  'no-headline': -1,
  'few-paragraphs': -1,
};

function weigh(why: readonly Reason[], paragraphs: number): boolean {
  // Without a paragraph of running text only what the page calls itself can speak for it: some
  // sites write no paragraphs, and some have not filled them in yet.
  const typed = why.includes('json-ld-article') || why.includes('og-type-article');
  if (paragraphs === 0 && !typed) return false;
  return why.reduce((sum, reason) => sum + (points[reason] ?? 0), 0) >= 4;
}

/** A story shorter than this cannot be matched with any certainty. */
const fewestWords = 60;

/**
 * The second look, at what was read. Decides: what is said no to here is not matched.
 *
 * @param first the reasons of the first look
 * @param words words in the paragraphs
 * @param linkShare share of the body's characters that are link text, 0 to 1
 */
export function secondLook(
  first: readonly Reason[],
  article: Pick<Article, 'paragraphs' | 'title'>,
  words: number,
  linkShare: number,
): { isArticle: boolean; why: Reason[] } {
  const why: Reason[] = first.filter(
    (reason) => reason !== 'few-paragraphs' && reason !== 'running-text',
  );
  const prose = article.paragraphs.filter((text) => text.length >= runningLength);
  const proseLength = prose.reduce((sum, text) => sum + text.length, 0);
  let isArticle = why.reduce((sum, reason) => sum + (points[reason] ?? 0), 0) >= 1;
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
