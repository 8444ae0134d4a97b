// Where on a page the story stands: the second opinion beside Readability.

import type { Block } from './blocks.ts';
import { linkShareOf } from './furniture.ts';

/** A block of prose: a sentence or more, and no list of links. */
const proseLength = 60;
/**
 * What the story's element must hold of the page's prose. Higher, and one stray sentence of a
 * footer makes the whole page the story; lower, and a story in two halves loses one.
 */
const leastShare = 0.8;
/** A linked line that announces another story, in characters. */
const teaserTitle = 15;
/** Paragraphs of a teaser under its linked title. */
const teaserProse = 2;

export function isProse(block: Block): boolean {
  return block.text.length >= proseLength && linkShareOf(block) < 0.4;
}

/** Characters of prose. */
export function proseOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0);
}

/**
 * Tells the prose of a story from that of teasers: a linked title with a sentence or two, and the
 * next linked title. One such pair in the middle of prose is a link that the story gives.
 */
export function withoutTeasers(blocks: readonly Block[]): Block[] {
  const teasers = new Set<Block>();
  let run: Block[] = [];
  let title: Block | undefined;
  const close = (next: Block | undefined): void => {
    if (title !== undefined && run.length > 0 && run.length <= teaserProse) {
      for (const block of [title, ...run]) teasers.add(block);
    }
    title = next;
    run = [];
  };
  for (const block of blocks) {
    if (block.text.length >= teaserTitle && linkShareOf(block) > 0.8) close(block);
    else if (isProse(block)) run.push(block);
  }
  close(undefined);
  return blocks.filter((block) => !teasers.has(block));
}

/** Prose in another `article` than the headline's is another story's. */
function isElsewhere(within: Element | undefined, own: Element | null): boolean {
  if (own === null || within === undefined) return false;
  const article = within.closest('article');
  return article !== null && article !== own && !article.contains(own);
}

/**
 * The smallest element that holds nearly all of the prose. Readability scores parents by their
 * paragraphs, so that a story in sections, cards or columns is read as its largest part; this one
 * goes down from the whole page for as long as one child holds what its parent holds.
 *
 * @param blocks of the page, each with the element it stands in
 * @param own the `article` of the headline, where there is one
 */
export function storyScope(
  all: readonly Block[],
  body: Element,
  own: Element | null,
): { scope: Element; blocks: Block[] } {
  const candidates = withoutTeasers(all);
  const inOwn = candidates.filter(({ within }) => !isElsewhere(within, own));
  // Some sites set each section of one story as an article of its own.
  const blocks = proseOf(inOwn) >= 0.2 * proseOf(candidates) ? inOwn : candidates;
  const scope = smallestHolding(blocks, body);
  return { scope, blocks: blocks.filter(({ within }) => within && scope.contains(within)) };
}

function smallestHolding(blocks: readonly Block[], body: Element): Element {
  const weights = new Map<Element, number>();
  let total = 0;
  for (const block of blocks) {
    if (!isProse(block)) continue;
    total += block.text.length;
    let steps = 0;
    for (let at = block.within ?? null; at !== null && at !== body; at = at.parentElement) {
      weights.set(at, (weights.get(at) ?? 0) + block.text.length);
      if (++steps === 400) break;
    }
  }
  let scope = body;
  for (;;) {
    let inner: Element | undefined;
    for (let child = scope.firstElementChild; child !== null; child = child.nextElementSibling) {
      if ((weights.get(child) ?? 0) >= total * leastShare) inner = child;
    }
    if (inner === undefined || total === 0) return scope;
    // A single paragraph is not the place where a story stands.
    if (/^(?:p|li|td|blockquote|pre|h\d)$/i.test(inner.tagName)) return scope;
    scope = inner;
  }
}

/** Above this share of the prose nothing is missing. */
const complete = 0.65;
/** A story of its own, in characters: what follows it is then another. */
const wholeStory = 1000;
/** Prose before and between what was found, beside what was found: more, and it is the story's. */
const gaps = 0.15;
const manyGaps = 0.5;

/**
 * Which of the two readings to take. Prose that follows what Readability found is mostly other
 * stories and the outlet's own words; prose before it and between is the story that it lost
 * because it stands in sections or cards.
 *
 * @param read what Readability found
 * @param wide what stands in {@link storyScope}
 */
export function agreed(read: readonly Block[], wide: readonly Block[]): readonly Block[] {
  const proseRead = proseOf(read);
  if (proseRead >= complete * proseOf(wide)) return read;
  const texts = new Set(read.map(({ text }) => text));
  const last = wide.findLastIndex(({ text }) => texts.has(text));
  const upToLast = wide.slice(0, last + 1);
  const missing = proseOf(upToLast.filter(({ text }) => !texts.has(text)));
  if (missing >= manyGaps * proseRead) return wide;
  if (missing >= gaps * proseRead) return upToLast;
  return proseRead < wholeStory && proseRead < complete * 0.5 * proseOf(wide) ? wide : read;
}
