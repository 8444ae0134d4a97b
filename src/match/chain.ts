// Hits to passages: colinear chaining by dynamic programming, with evidence for the whole.

import type { Hits } from './hits.ts';
import { MAX_CHAINS, type Rules } from './thresholds.ts';
import type { Passage } from './types.ts';

/**
 * Two ways to the same hit that cover the same words score the same but for rounding. The nearer
 * predecessor then wins, so that no hit in between is left out and taken for a changed word.
 */
const TIE = 1e-6;

/** A passage with the hits it rests on: indexes into {@link Hits}, in order. */
export interface Chain extends Passage {
  score: number;
  hits: number[];
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
 *
 * Only hits within the longest gap are looked back at, so the work grows with the number of hits.
 *
 * @param hits in page order
 */
export function chainHits(hits: Hits, rules: Rules): Chaining {
  const { count, page, span, weight } = hits;
  const score = new Float64Array(count);
  const previous = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const at = page[i] ?? 0;
    let best = (weight[i] ?? 0) * (span[i] ?? 0);
    let from = -1;
    for (let j = i - 1; j >= 0; j--) {
      if (at - (page[j] ?? 0) > rules.maxGap + (span[j] ?? 0)) break;
      const gain = joinGain(hits, j, i, rules);
      if (gain === CANNOT) continue;
      const joined = (score[j] ?? 0) + gain;
      if (joined > best + TIE) {
        best = joined;
        from = j;
      }
    }
    score[i] = best;
    previous[i] = from;
  }
  const chains = bestChains(hits, score, previous, rules);
  return { chains, evidence: colinearEvidence(chains, rules) };
}

const CANNOT = Number.NEGATIVE_INFINITY;

/** What hit `i` adds to a chain that ends in hit `j`; {@link CANNOT} where it cannot follow. */
function joinGain(hits: Hits, j: number, i: number, rules: Rules): number {
  const pageStep = (hits.page[i] ?? 0) - (hits.page[j] ?? 0);
  const archiveStep = (hits.archive[i] ?? 0) - (hits.archive[j] ?? 0);
  if (pageStep <= 0 || archiveStep <= 0) return CANNOT;
  const before = hits.span[j] ?? 0;
  const gap = Math.max(0, pageStep - before);
  const archiveGap = Math.max(0, archiveStep - before);
  if (gap > rules.maxGap || archiveGap > rules.maxGap) return CANNOT;
  const drift = Math.abs(pageStep - archiveStep);
  if (drift > rules.drift + rules.driftPerGap * Math.max(gap, archiveGap)) return CANNOT;
  const covered = Math.min(hits.span[i] ?? 0, pageStep, archiveStep);
  return (hits.weight[i] ?? 0) * covered - rules.gapCost * gap - rules.driftCost * drift;
}

/** Takes the best chain, then the best of the rest, until none is long enough. */
function bestChains(hits: Hits, score: Float64Array, previous: Int32Array, rules: Rules): Chain[] {
  const byScore = Uint32Array.from(score.keys()).toSorted(
    (x, y) => (score[y] ?? 0) - (score[x] ?? 0),
  );
  const used = new Uint8Array(hits.count);
  const accepted: Chain[] = [];
  for (const end of byScore) {
    if (used[end] === 1) continue;
    const indexes: number[] = [];
    for (let i = end; i >= 0 && used[i] !== 1; i = previous[i] ?? -1) {
      indexes.push(i);
      used[i] = 1;
    }
    const chain = chainOf(hits, indexes.toReversed(), rules);
    if (chain === undefined) continue;
    if (accepted.some((other) => isRepeat(chain, other, rules.maxOverlap))) continue;
    accepted.push({ ...chain, hits: withSkipped(chain, hits) });
    if (accepted.length === MAX_CHAINS) break;
  }
  return accepted.toSorted((x, y) => x.page[0] - y.page[0]);
}

function chainOf(hits: Hits, indexes: number[], rules: Rules): Chain | undefined {
  const first = indexes[0];
  const last = indexes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const words = hits.span[last] ?? 0;
  const page: [number, number] = [hits.page[first] ?? 0, (hits.page[last] ?? 0) + words];
  const archive: [number, number] = [hits.archive[first] ?? 0, (hits.archive[last] ?? 0) + words];
  if (Math.min(page[1] - page[0], archive[1] - archive[0]) < rules.minWords) return undefined;
  let score = (hits.weight[first] ?? 0) * (hits.span[first] ?? 0);
  for (let n = 1; n < indexes.length; n++) {
    score += joinGain(hits, indexes[n - 1] ?? 0, indexes[n] ?? 0, rules);
  }
  return { page, archive, score, hits: indexes };
}

/**
 * The chain's hits and those on its way that it left out. The best score may skip a common hit whose
 * words a rarer one covers as well; the words are shared all the same, and not changed.
 */
function withSkipped({ hits: chained, page }: Chain, hits: Hits): number[] {
  const all: number[] = [];
  const diagonal = (i: number) => (hits.page[i] ?? 0) - (hits.archive[i] ?? 0);
  const last = chained.at(-1) ?? -1;
  let next = 0;
  for (let i = chained[0] ?? 0; i <= last; i++) {
    const at = hits.page[i] ?? 0;
    if (at + (hits.span[i] ?? 0) > page[1]) continue;
    while (next < chained.length && (hits.page[chained[next] ?? 0] ?? 0) < at) next++;
    const before = chained[next - 1];
    const after = chained[next];
    if (i === after) all.push(i);
    else if (after === undefined || at !== hits.page[after]) {
      const isOnWay =
        (before !== undefined && diagonal(before) === diagonal(i)) ||
        (after !== undefined && diagonal(after) === diagonal(i));
      if (isOnWay) all.push(i);
    }
  }
  return all;
}

function overlap(x: [number, number], y: [number, number]): number {
  return Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
}

function isRepeat(chain: Chain, other: Chain, maxOverlap: number): boolean {
  const page = overlap(chain.page, other.page) / (chain.page[1] - chain.page[0]);
  const archive = overlap(chain.archive, other.archive) / (chain.archive[1] - chain.archive[0]);
  return Math.max(page, archive) > maxOverlap;
}

/** The best series of passages that come in the same order on both sides. */
function colinearEvidence(chains: readonly Chain[], rules: Rules): number {
  const best = new Float64Array(chains.length);
  let evidence = 0;
  for (let i = 0; i < chains.length; i++) {
    const chain = chains[i];
    if (chain === undefined) continue;
    let most = chain.score;
    for (let j = 0; j < i; j++) {
      const before = chains[j];
      if (before === undefined) continue;
      if (before.page[1] > chain.page[0] || before.archive[1] > chain.archive[0]) continue;
      const turn = Math.abs(
        chain.page[0] - chain.archive[0] - (before.page[1] - before.archive[1]),
      );
      const jump = turn <= rules.sameDiagonal ? rules.nearJump : rules.farJump;
      most = Math.max(most, (best[j] ?? 0) + chain.score - jump);
    }
    best[i] = most;
    evidence = Math.max(evidence, most);
  }
  return evidence;
}
