// Reads one news story off a page: metadata, body, pictures, links, and whether it is one.

import { readBody } from './body.ts';
import { readVoices } from './detect/marks.ts';
import { secondLook } from './detect/second.ts';
import { firstLook, hasBody } from './detect.ts';
import { readDispatch } from './dispatch.ts';
import { findHeadline } from './headline.ts';
import { readImages } from './images.ts';
import { checkedPointers, readLinks } from './links.ts';
import { readMetadata } from './metadata.ts';
import type { Reason } from './reasons.ts';
import type { Article } from './types.ts';

export interface Extraction {
  isArticle: boolean;
  why: Reason[];
  article: Article;
}

/** Words as white space separates them: enough to tell a story from a teaser. */
function countWords(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}

/**
 * Reads a page. The page is not changed and no layout is asked for, so that a live page in a
 * browser and a parsed file in Node give the same. The result is plain data.
 *
 * @param url the page's address; empty where there is none
 */
export function extractArticle(document: Document, url: string): Extraction {
  const steps = readingSteps(document, url);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** As {@link extractArticle}, letting the page go on after each step. */
export async function extractInSlices(document: Document, url: string): Promise<Extraction> {
  const steps = readingSteps(document, url);
  let step = steps.next();
  while (step.done !== true) {
    // A message comes as soon as the page has had its turn; timers are held back in the background.
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const goOn = (): void => {
        port1.close();
        resolve();
      };
      port1.addEventListener('message', goOn, { once: true });
      port1.start();
      port2.postMessage(null);
    });
    step = steps.next();
  }
  return step.value;
}

function* readingSteps(document: Document, url: string): Generator<undefined, Extraction> {
  const first = firstLook(document, url);
  if (!hasBody(document)) {
    const nothing = { byline: [], paragraphs: [], images: [], sources: [], links: [], related: [] };
    return { isArticle: false, why: first.why, article: { url, ...nothing } };
  }
  yield;
  const { images, origins, remarks, ...facts } = readMetadata(document, url);
  yield;
  const headline = findHeadline(document);
  const body = yield* readBody(document, {
    title: facts.title?.value,
    byline: facts.byline.map(({ value }) => value),
    publisher: facts.publisher?.value,
  });
  yield;
  const paragraphs = body.blocks.map(({ text }) => text);
  const related = checkedPointers(body.related, url);
  const dispatch = readDispatch({
    document,
    headline,
    byline: facts.byline,
    paragraphs,
    origins,
    publisher: facts.publisher?.value,
    url,
  });
  const article: Article = {
    url,
    ...facts,
    paragraphs,
    ...(body.apart.length === 0 ? {} : { apart: body.apart }),
    ...(dispatch === undefined ? {} : { dispatch }),
    images: readImages(document, headline, images, url),
    // Found where somebody asks, by src/attribution: not every page that is read pays for it.
    sources: [],
    links: readLinks(body.blocks, related, url),
    related,
  };
  const pageLength = document.body.textContent?.length ?? 0;
  const look = secondLook(
    first,
    readVoices(document),
    article,
    countWords(paragraphs),
    body.linkShare,
    pageLength,
  );
  const why = [...look.why, ...remarks, ...(body.cut ? (['text-cut'] as const) : [])];
  return { isArticle: look.isArticle, why, article };
}
