// Which words of each side the passages cover: shares, what was added and dropped.

import type { Fingerprints } from '../fingerprint/fingerprint.ts';
import type { Chain } from './chain.ts';
import type { Hits, Listed } from './hits.ts';
import { DROPPED_SHARE, type Rules } from './thresholds.ts';
import type { Passage } from './types.ts';

/** One side's words: {@link COVERED}, {@link BOILERPLATE} or 0. */
export type Cover = Uint8Array;

export const COVERED = 1;
/** Not covered, and in so many documents that it says nothing about either text. */
export const BOILERPLATE = 2;

function mark(cover: Cover, from: number, to: number): void {
  cover.fill(COVERED, Math.max(0, from), Math.max(0, Math.min(cover.length, to)));
}

export interface Lengths {
  page: number;
  archive: number;
  /** Words at an end that no fingerprint may cover, see `Rules.edge`. */
  edge: number;
}

/**
 * Marks what passages cover on both sides.
 *
 * A gap between two hits is marked where sampling or one changed word explains it: short and equally
 * long on both sides, give or take two words. Longer gaps were added, dropped or rewritten. Words at
 * the very ends of the texts are marked where both texts end together.
 */
export function coverOf(
  chains: readonly Chain[],
  hits: Hits,
  lengths: Lengths,
  mendedGap: number,
): { page: Cover; archive: Cover } {
  const page = new Uint8Array(lengths.page);
  const archive = new Uint8Array(lengths.archive);
  for (const chain of chains) {
    const whole = wholePassage(chain, lengths);
    mark(page, whole.page[0], chain.page[0]);
    mark(archive, whole.archive[0], chain.archive[0]);
    mark(page, chain.page[1], whole.page[1]);
    mark(archive, chain.archive[1], whole.archive[1]);
    let pageEnd = chain.page[0];
    let archiveEnd = chain.archive[0];
    for (const i of chain.hits) {
      const at = hits.page[i] ?? 0;
      const there = hits.archive[i] ?? 0;
      const span = hits.span[i] ?? 0;
      const pageGap = at - pageEnd;
      const archiveGap = there - archiveEnd;
      if (Math.max(pageGap, archiveGap) <= mendedGap && Math.abs(pageGap - archiveGap) <= 2) {
        mark(page, pageEnd, at);
        mark(archive, archiveEnd, there);
      }
      pageEnd = at + span;
      archiveEnd = there + span;
      mark(page, at, pageEnd);
      mark(archive, there, archiveEnd);
    }
  }
  return { page, archive };
}

/**
 * A passage with the words at the very ends of the texts that no fingerprint covers, where both
 * texts begin or end together.
 */
export function wholePassage({ page, archive }: Passage, lengths: Lengths): Passage {
  const { edge } = lengths;
  const fromStart = page[0] <= edge && archive[0] <= edge;
  const toEnd = lengths.page - page[1] <= edge && lengths.archive - archive[1] <= edge;
  return {
    page: [fromStart ? 0 : page[0], toEnd ? lengths.page : page[1]],
    archive: [fromStart ? 0 : archive[0], toEnd ? lengths.archive : archive[1]],
  };
}

/**
 * Marks uncovered runs of words whose fingerprints stand in more documents than the cut: an outlet's
 * own notes and invitations. A single common phrase inside a sentence is not boilerplate.
 */
export function markBoilerplate(
  cover: Cover,
  prints: Fingerprints,
  listed: Listed,
  documentFrequencyCut: number,
  rules: Rules,
): void {
  let from = -1;
  let to = -1;
  const finish = () => {
    if (to - from < rules.boilerplate) return;
    for (let at = from; at < to; at++) if (cover[at] !== COVERED) cover[at] = BOILERPLATE;
  };
  for (let i = 0; i < prints.count; i++) {
    const at = prints.position[i] ?? 0;
    if ((listed[i]?.documentFrequency ?? 0) <= documentFrequencyCut) {
      // An uncommon run ends boilerplate where it begins, save for the words they share.
      if (to > at) to = Math.max(from, at);
      continue;
    }
    if (from < 0 || at > to) {
      finish();
      from = at;
    }
    to = at + (prints.span[i] ?? 0);
  }
  finish();
}

/** Share of the words that are covered, boilerplate aside; 0 for a text without words. */
export function shareOf(cover: Cover): number {
  let covered = 0;
  let counted = 0;
  for (const flag of cover) {
    if (flag === COVERED) covered++;
    if (flag !== BOILERPLATE) counted++;
  }
  return counted === 0 ? 0 : covered / counted;
}

/** Half-open ranges of at least `minWords` words that are neither covered nor boilerplate. */
export function uncoveredRuns(cover: Cover, minWords: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let from = 0; from < cover.length; ) {
    if (cover[from] !== 0) {
      from++;
      continue;
    }
    let to = from;
    while (to < cover.length && cover[to] === 0) to++;
    if (to - from >= minWords) runs.push([from, to]);
    from = to;
  }
  return runs;
}

/** Archived paragraphs most of whose words are not on the page, as 0-based numbers. */
export function droppedParagraphs(
  cover: Cover,
  starts: readonly number[],
  minWords: number,
): number[] {
  const dropped: number[] = [];
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? cover.length;
    if (end - start < minWords) continue;
    if (shareOf(cover.subarray(start, end)) <= DROPPED_SHARE) dropped.push(i);
  }
  return dropped;
}

/**
 * The word on the page before which archived words from `position` on would stand: after the words
 * that come last before them in the archived text and are on the page. 0 where there are none.
 */
export function placeOnPage(chains: readonly Chain[], hits: Hits, position: number): number {
  let last = -1;
  let place = 0;
  for (const chain of chains) {
    for (const hit of chain.hits) {
      const there = hits.archive[hit] ?? 0;
      if (there > position || there <= last) continue;
      last = there;
      place = (hits.page[hit] ?? 0) + Math.min(hits.span[hit] ?? 0, position - there);
    }
  }
  return place;
}
