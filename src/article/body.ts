// Finds the story's body on a page: Readability on a copy, freed of what news pages put around it.

import { Readability } from '@mozilla/readability';
import { textsApart } from './apart.ts';
import { type Block, readBlocks } from './blocks.ts';
import { type Context, linkShareOf, withoutFurniture } from './furniture.ts';
import { findHeadline, titleAgreement } from './headline.ts';
import { agreed, proseOf, storyScope } from './scope.ts';
import type { ApartText, RelatedPointer } from './types.ts';

/**
 * The most text read, in characters: about 340,000 words, some ten times the longest report that
 * an outlet has put on one page. More is cut, and said to be.
 */
const mostText = 2_000_000;
/**
 * Readability's time grows with the number of elements times their depth. Beyond these bounds
 * (real news pages: 5,000 elements, 40 deep) the richest run of paragraphs is taken instead.
 */
const mostElements = 60_000;
const deepest = 200;

/** Words in a class or id that name a box beside the story. */
const boxWord =
  /(?:^|[-_\s])(?:related|recirc\w*|newsletter|signup|subscribe|subscription|share(?:bar|tools|daddy)?|sharing|social|promo|outbrain|taboola|disqus|comments?|advert\w*|ads?|sponsor\w*|breadcrumbs?|bio|authorbox|readmore|mostread|trending|popular|recommended|recommendations|tags|caption|credit|credits|copyright|paywall|cookies?|consent|gdpr|modal|popup|pop-up|lightbox|sidebar|skip|toolbar|teasers?|inset|pullquote|pull-quote|standfirst|dek|deck|entry-excerpt|p-summary|subtitle|sub-title|subheadline|sub-headline|read-more|more-on|see-also|author-info|about-author|author-box|jetpack-likes)(?:$|[-_\s])/i;

/** Names of the block that holds the headline and what introduces it. */
const headBlock =
  /(?:^|[-_\s])(?:head(?:er|ing|line)?|title|titles|opener|opening|hero|masthead|intro|lead-in)(?:$|[-_\s])/i;

/** An element's class and id as words. */
function namesOf(element: Element): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 400);
  return names.replace(/([a-z])([A-Z])/g, '$1-$2').trim();
}

/** Words for what is laid over a page: never the story, whatever was lost. */
const overlayWord =
  /(?:^|[-_\s])(?:cookies?|consent|gdpr|modal|popup|pop-up|lightbox|overlay)(?:$|[-_\s])/i;

/** Words for a box that holds one picture. */
const pictureWord = /(?:^|[-_\s])(?:image|img|photo|picture)(?:$|[-_\s])/i;
const longestCaption = 600;

/** Characters in paragraphs long enough to be prose. */
function runningLength(scope: ParentNode): number {
  let sum = 0;
  for (const paragraph of scope.querySelectorAll('p')) {
    const length = paragraph.textContent?.length ?? 0;
    if (length >= 60) sum += length;
  }
  return sum;
}

/** What readers and strangers wrote, and what is laid over a page: however long, never the story. */
const otherVoices =
  '#comments, #respond, #disqus_thread, .comments-area, .comment-list, .commentlist, .comments-section, .comment-section, ol.comments, ul.comments, .fb-comments, dialog, [role="dialog"], [aria-modal="true"], .twitter-tweet, .instagram-media, .fb-post, .tiktok-embed';

/** The share of the page's text that a box may have; what has more holds the story. */
const largestBox = 0.4;

/** The share of the prose that may stand in the block of the headline. */
const largestHead = 0.15;

/** Removes headline, standfirst, byline and date where they stand in a block of their own. */
function removeHead(copy: Document, running: number): void {
  const headline = findHeadline(copy);
  let head: Element | undefined;
  let at = headline?.parentElement ?? null;
  while (at !== null && at !== copy.body && runningLength(at) <= running * largestHead) {
    if (at.tagName.toLowerCase() === 'header' || headBlock.test(namesOf(at))) head = at;
    at = at.parentElement;
  }
  head?.remove();
}

/** Removes what introduces the story where the page itself says that it describes it. */
function removeDescription(copy: Document): void {
  const named = copy.querySelectorAll('meta[name="description"], meta[property="og:description"]');
  const descriptions = [...named].map((tag) => tag.getAttribute('content') ?? '');
  const candidates = copy.querySelectorAll(
    '[itemprop~="description"], [class*="lead" i], [class*="lede" i], [class*="intro" i], [class*="summary" i], [class*="excerpt" i]',
  );
  for (const element of [...candidates].slice(0, 50)) {
    const text = element.textContent ?? '';
    if (text.length > 600) continue;
    if (descriptions.some((description) => titleAgreement(text, description) === 2))
      element.remove();
  }
}

/** Takes out of the copy what can be told from its markup; never a box that holds the story. */
function removeBoxes(copy: Document, trusting: boolean): void {
  const silent = 'script, style, noscript, template, iframe, svg, button, dialog';
  for (const element of copy.querySelectorAll(silent)) element.remove();
  // A control's name shadows what its form can do: `<input name="querySelector">`.
  for (const control of copy.querySelectorAll(
    'form :is(input, select, textarea, fieldset, output, object, img)',
  )) {
    control.removeAttribute('name');
    control.removeAttribute('id');
  }
  for (const element of copy.querySelectorAll(otherVoices)) {
    if (copy.body.contains(element) && element !== copy.body && !element.querySelector('h1')) {
      element.remove();
    }
  }
  const most = (copy.body.textContent?.length ?? 0) * largestBox;
  const running = runningLength(copy.body);
  const mostRunning = running * largestBox;
  if (trusting && running > 0) {
    removeHead(copy, running);
    removeDescription(copy);
  }
  const spare = (element: Element): boolean =>
    /^(?:html|body|main|article|h1)$/i.test(element.tagName) ||
    (element.textContent?.length ?? 0) > most ||
    (mostRunning > 0 && runningLength(element) > mostRunning) ||
    element.querySelector('h1') !== null;
  const marked =
    'nav, aside, footer, form, [role="contentinfo"], [role="complementary"], [role="navigation"], [role="dialog"], figcaption, [itemprop~="caption"], [itemprop~="copyrightHolder"]';
  for (const element of copy.querySelectorAll(marked)) {
    if (!spare(element)) element.remove();
  }
  for (const figure of copy.querySelectorAll('figure')) {
    // Some systems set quotations and tables in figures; those are text.
    if (figure.querySelector('blockquote, table') === null && !spare(figure)) figure.remove();
  }
  // The same few names stand on thousands of elements.
  const known = new Map<string, { isPicture: boolean; isBox: boolean }>();
  for (const element of copy.querySelectorAll('[class], [id]')) {
    const name = namesOf(element);
    let says = known.get(name);
    if (says === undefined) {
      const isBox = overlayWord.test(name) || (trusting && boxWord.test(name));
      says = { isPicture: pictureWord.test(name), isBox };
      known.set(name, says);
    }
    if (!says.isPicture && !says.isBox) continue;
    if ((says.isPicture && isCaptioned(element)) || (says.isBox && !spare(element))) {
      element.remove();
    }
  }
}

/** A picture in a box of its own, with the line under it. */
function isCaptioned(element: Element): boolean {
  return (
    (element.textContent?.length ?? 0) <= longestCaption && element.querySelector('img') !== null
  );
}

function isTooMuch(root: Element): boolean {
  let elements = 0;
  let depth = 0;
  let node: Element | null = root;
  while (node !== null) {
    elements += 1;
    if (elements > mostElements || depth > deepest) return true;
    if (node.firstElementChild !== null) {
      node = node.firstElementChild;
      depth += 1;
      continue;
    }
    while (node !== null && node !== root && node.nextElementSibling === null) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node === null || node === root ? null : node.nextElementSibling;
  }
  return false;
}

function parse(copy: Document): Node | undefined {
  try {
    const parsed = new Readability<Node>(copy, {
      charThreshold: 250,
      keepClasses: true,
      disableJSONLD: true,
      // The element itself: no HTML text is made, and none is parsed again.
      serializer: (node) => node,
    }).parse();
    return parsed?.content ?? undefined;
  } catch {
    // It stops at markup it did not foresee (a document without a body, say); the second opinion
    // is still there.
    return undefined;
  }
}

export interface Body {
  blocks: Block[];
  related: RelatedPointer[];
  apart: ApartText[];
  /** Share of the found body's characters that are link text, 0 to 1. */
  linkShare: number;
  cut: boolean;
}

const nothing: Body = { blocks: [], related: [], apart: [], linkShare: 0, cut: false };

/**
 * The copy's `article` that holds the headline. Found on the page itself: names of pictures and forms
 * shadow the methods of a document that a script made.
 */
function ownArticle(document: Document, copy: Document): Element | null {
  const own = findHeadline(document)?.closest('article');
  if (own === undefined || own === null) return null;
  const number = Array.from(document.getElementsByTagName('article')).indexOf(own);
  return copy.getElementsByTagName('article')[number] ?? null;
}

/**
 * @param trusting whether names of boxes are believed: rarely they name the story itself
 * @param widely whether the second opinion is heard where Readability found something
 */
function* attempt(
  document: Document,
  context: Context,
  trusting: boolean,
  widely: boolean,
): Generator<undefined, Body> {
  const copy = document.cloneNode(true);
  if (!isDocument(copy) || copy.body === null || copy.documentElement === null) return nothing;
  const own = ownArticle(document, copy);
  const whole = readBlocks(copy.body, mostText);
  yield;
  removeBoxes(copy, trusting);
  yield;
  const { body } = copy;
  const left = whole.blocks.filter(({ within }) => within !== undefined && body.contains(within));
  const scope = storyScope(left, body, own);
  // Where no line is prose there is nothing to find, and Readability would try four times.
  const isVain = proseOf(left) === 0 || isTooMuch(copy.documentElement);
  yield;
  const root = isVain ? undefined : parse(copy);
  yield;
  const read = root === undefined ? undefined : readBlocks(root, mostText);
  const blocks =
    read !== undefined && !widely ? read.blocks : agreed(read?.blocks ?? [], scope.blocks);
  const { cut } = blocks === read?.blocks ? read : whole;
  const characters = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const linked = blocks.reduce((sum, block) => sum + linkShareOf(block) * block.text.length, 0);
  const { kept, related } = withoutFurniture(blocks, context);
  return {
    blocks: kept,
    related,
    apart: textsApart(whole.blocks, kept),
    cut,
    linkShare: characters === 0 ? 0 : linked / characters,
  };
}

function lengthOf(body: Body): number {
  return body.blocks.reduce((sum, block) => sum + block.text.length, 0);
}

/** A body shorter than this may be what was left of a story after too much was taken away. */
const suspiciouslyShort = 1200;
/** One shorter than this is hardly a body. */
const asGoodAsNone = 300;

/**
 * Reads the body of a page. The page itself is never changed: all work is on a copy, so that
 * the page may go on between two steps.
 */
export function* readBody(document: Document, context: Context): Generator<undefined, Body> {
  const body = yield* attempt(document, context, true, true);
  const length = lengthOf(body);
  if (length >= suspiciouslyShort) return body;
  // A short story among teasers is the common case: then the wider reading would take them all.
  yield;
  const cautious = yield* attempt(document, context, false, length < asGoodAsNone);
  return lengthOf(cautious) > 2 * length ? cautious : body;
}

function isDocument(node: Node): node is Document {
  return node.nodeType === 9;
}
