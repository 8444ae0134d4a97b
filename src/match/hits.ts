// What page and archive have in common: hits by document, and the documents worth aligning.

import { ADDRESS_POSITION, MAX_POSITIONS } from '../archive/layout.ts';
import type { KeyPostings } from '../archive/postings.ts';
import { CHARACTERS, type Fingerprints, keyOf } from '../fingerprint/fingerprint.ts';
import type { Tokens } from '../fingerprint/normalise.ts';
import {
  ALPHABETIC_WORTH,
  CHARACTER_RULES,
  MAX_CANDIDATES,
  MAX_HITS,
  MAX_REPEATS,
  rarity,
  WORD_RULES,
} from './thresholds.ts';

/** The page as it was asked with. */
export interface PageText {
  text: string;
  tokens: Tokens;
}

/** Fingerprints that both texts have, as parallel arrays in page order, then archive order. */
export interface Hits {
  count: number;
  /** Word positions of the first word, on the page and in the archived text. */
  page: Int32Array;
  archive: Int32Array;
  /** Words covered. */
  span: Uint8Array;
  /** Words of evidence a token is worth: its rarity, less for single characters. */
  weight: Float64Array;
}

/** One archived document that shares fingerprints with the page. */
export interface Candidate {
  index: number;
  hits: Hits;
  /** Whether most hits are runs of single characters (Han, Kana, Thai) and not of words. */
  characters: boolean;
}

/** The postings of each fingerprint of the page, in its order; undefined where no document has it. */
export type Listed = readonly (KeyPostings | undefined)[];

/** Puts postings beside the fingerprints that asked for them. */
export function listedOf(
  prints: Fingerprints,
  postings: ReadonlyMap<number, KeyPostings | null>,
): (KeyPostings | undefined)[] {
  const listed: (KeyPostings | undefined)[] = [];
  for (let i = 0; i < prints.count; i++) {
    listed.push(postings.get(keyOf(prints.high[i] ?? 0, prints.low[i] ?? 0)) ?? undefined);
  }
  return listed;
}

/**
 * Whether a fingerprint says something where a document lacks it at some place. One that stands in too
 * many documents is not listed at all, and one that the document repeats is listed at its first
 * {@link MAX_POSITIONS} places only.
 */
export function isTelling(
  postings: KeyPostings | undefined,
  document: number,
  documentFrequencyCut: number,
): boolean {
  if (postings === undefined) return true;
  if (postings.documentFrequency > documentFrequencyCut) return false;
  let places = 0;
  for (const each of postings.documents) if (each === document) places++;
  return places < MAX_POSITIONS;
}

/** Which occurrence of its key each fingerprint is, from 0. */
function occurrences(listed: Listed): Uint32Array {
  const seen = new Map<KeyPostings, number>();
  const times = new Uint32Array(listed.length);
  for (let i = 0; i < listed.length; i++) {
    const postings = listed[i];
    if (postings === undefined) continue;
    const before = seen.get(postings) ?? 0;
    times[i] = before;
    seen.set(postings, before + 1);
  }
  return times;
}

/** Words of evidence that one token of each fingerprint is worth: by the script of its middle. */
function worths(prints: Fingerprints, { text, tokens }: PageText): Float32Array {
  const worth = new Float32Array(prints.count).fill(WORD_RULES.worth);
  for (let i = 0; i < prints.count; i++) {
    if (prints.span[i] !== CHARACTERS.k) continue;
    const middle = (prints.position[i] ?? 0) + CHARACTERS.k / 2;
    const isAlphabetic = ALPHABETIC.test(text[tokens.start[middle] ?? 0] ?? '');
    worth[i] = isAlphabetic ? ALPHABETIC_WORTH : CHARACTER_RULES.worth;
  }
  return worth;
}

/** Scripts that write sounds, and no spaces. */
const ALPHABETIC = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Documents by shared, rare fingerprints: the best {@link MAX_CANDIDATES}. */
export function candidatesOf(prints: Fingerprints, listed: Listed, page: PageText): Candidate[] {
  const worth = worths(prints, page);
  const times = occurrences(listed);
  const scores = new Map<number, number>();
  for (let i = 0; i < listed.length; i++) {
    const postings = listed[i];
    // A phrase that the page repeats says no more than once.
    if (postings === undefined || times[i] !== 0) continue;
    const weight = rarity(postings.documentFrequency);
    let last = -1;
    for (let j = 0; j < postings.documents.length; j++) {
      const document = postings.documents[j] ?? 0;
      if (document === last || postings.positions[j] === ADDRESS_POSITION) continue;
      last = document;
      scores.set(document, (scores.get(document) ?? 0) + weight);
    }
  }
  const best = [...scores].toSorted((x, y) => y[1] - x[1]).slice(0, MAX_CANDIDATES);
  const slots = new Map(best.map(([index], slot) => [index, slot]));
  const gathered = best.map(() => emptyHits());
  for (let i = 0; i < listed.length; i++) {
    const postings = listed[i];
    if (postings === undefined || (times[i] ?? 0) >= MAX_REPEATS) continue;
    const weight = rarity(postings.documentFrequency) * (worth[i] ?? 1);
    for (let j = 0; j < postings.documents.length; j++) {
      const slot = slots.get(postings.documents[j] ?? -1);
      const position = postings.positions[j] ?? 0;
      if (slot === undefined || position === ADDRESS_POSITION) continue;
      const hits = gathered[slot];
      if (hits !== undefined) push(hits, prints, i, position, weight);
    }
  }
  return best.map(([index], slot) => candidateOf(index, gathered[slot] ?? emptyHits()));
}

function candidateOf(index: number, hits: Hits): Candidate {
  let solo = 0;
  for (let i = 0; i < hits.count; i++) if (hits.span[i] === CHARACTERS.k) solo++;
  return { index, hits, characters: solo * 2 > hits.count };
}

function emptyHits(): Hits {
  return hitsOf(32);
}

function hitsOf(room: number): Hits {
  return {
    count: 0,
    page: new Int32Array(room),
    archive: new Int32Array(room),
    span: new Uint8Array(room),
    weight: new Float64Array(room),
  };
}

function push(hits: Hits, prints: Fingerprints, i: number, archive: number, weight: number): void {
  if (hits.count >= MAX_HITS) return;
  if (hits.count === hits.page.length) {
    const larger = hitsOf(hits.count * 2);
    larger.page.set(hits.page);
    larger.archive.set(hits.archive);
    larger.span.set(hits.span);
    larger.weight.set(hits.weight);
    hits.page = larger.page;
    hits.archive = larger.archive;
    hits.span = larger.span;
    hits.weight = larger.weight;
  }
  const at = hits.count++;
  hits.page[at] = prints.position[i] ?? 0;
  hits.archive[at] = archive;
  hits.span[at] = prints.span[i] ?? 0;
  hits.weight[at] = weight;
}
