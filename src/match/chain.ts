// Hits to passages: colinear chaining by dynamic programming, with evidence for the whole.

import { CHAIN } from './thresholds.ts';
import type { Passage } from './types.ts';

/** One fingerprint that both texts have. */
export interface Hit {
  /** Word positions of its first word on the page and in the archived text. */
  page: number;
  archive: number;
  /** Words it covers. */
  span: number;
  /** Rarity, see `thresholds.ts`. */
  weight: number;
}

/**
 * Two ways to the same hit that cover the same words score the same but for rounding. The nearer
 * predecessor then wins, so that no hit in between is left out and taken for a changed word.
 */
const TIE = 1e-6;

/** A passage with the hits it rests on, in order. */
export interface Chain extends Passage {
  score: number;
  hits: Hit[];
}

export interface Chaining {
  /** In page order. */
  chains: Chain[];
  /** Weighted words of the best colinear series of passages, less the jumps between them. */
  evidence: number;
}

/**
 * Chains hits into passages.
 *
 * Hits join where both gaps are short and alike; a hit gains its newly covered words times its
 * rarity. The best chain is taken first, then the best of what is left. Hits that repeat what an
 * accepted passage covers, on either side, do not count again: a refrain is no evidence.
 */
export function chainHits(hits: readonly Hit[]): Chaining {
  const sorted = hits.toSorted((x, y) => x.page - y.page || x.archive - y.archive);
  const score = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);

  for (const [i, hit] of sorted.entries()) {
    score[i] = hit.weight * hit.span;
    for (let j = i - 1; j >= 0; j--) {
      const before = sorted[j];
      if (before === undefined || hit.page - before.page > CHAIN.maxGap + before.span) break;
      const gain = joinGain(before, hit);
      if (gain === undefined) continue;
      const joined = (score[j] ?? 0) + gain;
      if (joined > (score[i] ?? 0) + TIE) {
        score[i] = joined;
        previous[i] = j;
      }
    }
  }

  const chains = bestChains(sorted, score, previous);
  return { chains, evidence: colinearEvidence(chains) };
}

/** What a hit adds to a chain that ends in `before`; undefined where it cannot follow. */
function joinGain(before: Hit, hit: Hit): number | undefined {
  const pageStep = hit.page - before.page;
  const archiveStep = hit.archive - before.archive;
  if (pageStep <= 0 || archiveStep <= 0) return undefined;
  const gap = Math.max(0, pageStep - before.span);
  const archiveGap = Math.max(0, archiveStep - before.span);
  if (gap > CHAIN.maxGap || archiveGap > CHAIN.maxGap) return undefined;
  const drift = Math.abs(pageStep - archiveStep);
  if (drift > CHAIN.drift + CHAIN.driftPerGap * Math.max(gap, archiveGap)) return undefined;
  const covered = Math.min(hit.span, pageStep, archiveStep);
  return hit.weight * covered - CHAIN.gapCost * gap - CHAIN.driftCost * drift;
}

/** Takes the best chain, then the best of the rest, until none is long enough. */
function bestChains(sorted: Hit[], score: Float64Array, previous: Int32Array): Chain[] {
  const byScore = Array.from(score.keys()).toSorted((x, y) => (score[y] ?? 0) - (score[x] ?? 0));
  const used = new Uint8Array(sorted.length);
  const accepted: Chain[] = [];
  for (const end of byScore) {
    const indexes: number[] = [];
    for (let i = end; i >= 0 && used[i] !== 1; i = previous[i] ?? -1) indexes.push(i);
    if (indexes.length === 0) continue;
    for (const i of indexes) used[i] = 1;
    const chain = chainOf(indexes.toReversed().flatMap((i) => sorted[i] ?? []));
    if (chain === undefined) continue;
    if (accepted.some((other) => isRepeat(chain, other))) continue;
    accepted.push({ ...chain, hits: withSkipped(chain, sorted) });
  }
  return accepted.toSorted((x, y) => x.page[0] - y.page[0]);
}

function chainOf(hits: Hit[]): Chain | undefined {
  const first = hits[0];
  const last = hits.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const page: [number, number] = [first.page, last.page + last.span];
  const archive: [number, number] = [first.archive, last.archive + last.span];
  if (Math.min(page[1] - page[0], archive[1] - archive[0]) < CHAIN.minWords) return undefined;
  let score = 0;
  for (const [i, hit] of hits.entries()) {
    const before = hits[i - 1];
    score += before === undefined ? hit.weight * hit.span : (joinGain(before, hit) ?? 0);
  }
  return { page, archive, score, hits };
}

/**
 * The chain's hits and those on its way that it left out. The best score may skip a common hit whose
 * words a rarer one covers as well; the words are shared all the same, and not changed.
 */
function withSkipped({ hits, page }: Chain, sorted: readonly Hit[]): Hit[] {
  const all: Hit[] = [];
  let next = 0;
  for (const hit of sorted) {
    if (hit.page < page[0]) continue;
    if (hit.page + hit.span > page[1]) break;
    while ((hits[next]?.page ?? Number.POSITIVE_INFINITY) < hit.page) next++;
    const before = hits[next - 1];
    const after = hits[next];
    if (hit === after) all.push(hit);
    else if (hit.page !== after?.page && isOnWay(hit, before, after)) all.push(hit);
  }
  return all;
}

function diagonal(hit: Hit): number {
  return hit.page - hit.archive;
}

function isOnWay(hit: Hit, before: Hit | undefined, after: Hit | undefined): boolean {
  return (
    (before !== undefined && diagonal(before) === diagonal(hit)) ||
    (after !== undefined && diagonal(after) === diagonal(hit))
  );
}

function overlap(x: [number, number], y: [number, number]): number {
  return Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
}

function isRepeat(chain: Chain, other: Chain): boolean {
  const page = overlap(chain.page, other.page) / (chain.page[1] - chain.page[0]);
  const archive = overlap(chain.archive, other.archive) / (chain.archive[1] - chain.archive[0]);
  return Math.max(page, archive) > CHAIN.maxOverlap;
}

/** The best series of passages that come in the same order on both sides. */
function colinearEvidence(chains: Chain[]): number {
  const best: number[] = [];
  for (const [i, chain] of chains.entries()) {
    let most = chain.score;
    for (const [j, before] of chains.slice(0, i).entries()) {
      if (before.page[1] > chain.page[0] || before.archive[1] > chain.archive[0]) continue;
      const turn = Math.abs(
        chain.page[0] - chain.archive[0] - (before.page[1] - before.archive[1]),
      );
      const jump = turn <= CHAIN.sameDiagonal ? CHAIN.nearJump : CHAIN.farJump;
      most = Math.max(most, (best[j] ?? 0) + chain.score - jump);
    }
    best.push(most);
  }
  return Math.max(0, ...best);
}
