// Which words of each side the passages cover: shares, edit rate, what was added and dropped.

import type { Chain, Hit } from './chain.ts';
import { ADDED_WORDS, DROPPED_SHARE, MENDED_GAP } from './thresholds.ts';
import type { Passage } from './types.ts';

/** One side's covered words, as a flag a word. */
export type Cover = Uint8Array;

function mark(cover: Cover, from: number, to: number): void {
  cover.fill(1, Math.max(0, from), Math.min(cover.length, to));
}

/**
 * Marks what passages cover on both sides.
 *
 * A gap between two hits is marked where sampling or one changed word explains it: short and equally
 * long on both sides, give or take two words. Longer gaps were added, dropped or rewritten. Words at
 * the very ends of the texts are marked where both texts end together.
 *
 * @param edge words at an end that no fingerprint may cover, see `EDGE`
 */
export function coverOf(
  chains: readonly Chain[],
  pageWords: number,
  archiveWords: number,
  edge: number,
): { page: Cover; archive: Cover } {
  const page = new Uint8Array(pageWords);
  const archive = new Uint8Array(archiveWords);
  for (const chain of chains) {
    const whole = wholePassage(chain, pageWords, archiveWords, edge);
    const { hits } = chain;
    mark(page, whole.page[0], chain.page[0]);
    mark(archive, whole.archive[0], chain.archive[0]);
    mark(page, chain.page[1], whole.page[1]);
    mark(archive, chain.archive[1], whole.archive[1]);
    let before: Hit | undefined;
    for (const hit of hits) {
      mark(page, hit.page, hit.page + hit.span);
      mark(archive, hit.archive, hit.archive + hit.span);
      if (before !== undefined) markGap(page, archive, before, hit);
      before = hit;
    }
  }
  return { page, archive };
}

/**
 * A passage with the words at the very ends of the texts that no fingerprint covers, where both
 * texts begin or end together.
 */
export function wholePassage(
  { page, archive }: Passage,
  pageWords: number,
  archiveWords: number,
  edge: number,
): Passage {
  const fromStart = page[0] <= edge && archive[0] <= edge;
  const toEnd = pageWords - page[1] <= edge && archiveWords - archive[1] <= edge;
  return {
    page: [fromStart ? 0 : page[0], toEnd ? pageWords : page[1]],
    archive: [fromStart ? 0 : archive[0], toEnd ? archiveWords : archive[1]],
  };
}

function markGap(page: Cover, archive: Cover, before: Hit, hit: Hit): void {
  const pageGap = hit.page - before.page - before.span;
  const archiveGap = hit.archive - before.archive - before.span;
  const longer = Math.max(pageGap, archiveGap);
  if (longer > MENDED_GAP || Math.abs(pageGap - archiveGap) > 2) return;
  mark(page, before.page + before.span, hit.page);
  mark(archive, before.archive + before.span, hit.archive);
}

/** Share of the words that are covered; 0 for a text without words. */
export function shareOf(cover: Cover): number {
  if (cover.length === 0) return 0;
  let covered = 0;
  for (const flag of cover) covered += flag;
  return covered / cover.length;
}

/** Half-open ranges of at least `minWords` words that are not covered. */
export function uncoveredRuns(cover: Cover, minWords = ADDED_WORDS): [number, number][] {
  const runs: [number, number][] = [];
  for (let from = 0; from < cover.length; ) {
    if (cover[from] === 1) {
      from++;
      continue;
    }
    let to = from;
    while (to < cover.length && cover[to] !== 1) to++;
    if (to - from >= minWords) runs.push([from, to]);
    from = to;
  }
  return runs;
}

/** Archived paragraphs most of whose words are not on the page, as 0-based numbers. */
export function droppedParagraphs(cover: Cover, starts: readonly number[]): number[] {
  const dropped: number[] = [];
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? cover.length;
    if (end - start < ADDED_WORDS) continue;
    if (shareOf(cover.subarray(start, end)) <= DROPPED_SHARE) dropped.push(i);
  }
  return dropped;
}
