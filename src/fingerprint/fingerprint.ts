// Tokens to fingerprints: closed syncmers over word shingles, as 40-bit keys with positions.
//
// Closed syncmers (Edgar 2021, https://doi.org/10.7717/peerj.10805) are chosen by their own content
// alone, so an edit changes only the shingles it touches. With k = 5 and s = 1 about 0.40
// fingerprints a word remain and any 8 shared words share at least one.

import { finalise, SEED_A, SEED_B, stepA, stepB } from './hash.ts';
import type { Tokens } from './normalise.ts';

/** Shingle and sub-shingle lengths in tokens, per kind of token. Written into every pack. */
export const WORDS = { k: 5, s: 1 } as const;
/** One Han or Thai character says less than a word: longer shingles, see docs/matching.md. */
export const CHARACTERS = { k: 10, s: 4 } as const;

/** `std` keeps every syncmer, `lite` an exact half of them. */
export type Profile = 'std' | 'lite';

/** Fingerprints of a text in text order, as parallel arrays. */
export interface Fingerprints {
  count: number;
  /** Upper 32 bits of the 40-bit key. */
  high: Uint32Array;
  /** Lower 8 bits of the key. */
  low: Uint8Array;
  /** Index of the shingle's first token. */
  position: Uint32Array;
  /** Tokens the shingle covers: {@link WORDS}.k or {@link CHARACTERS}.k. */
  span: Uint8Array;
}

/** Bits of a key. 40 bits keep spurious postings rare up to some 10^7 documents. */
export const KEY_BITS = 40;

/** A key as one number below 2^40. */
export function keyOf(high: number, low: number): number {
  return high * 256 + low;
}

/** The order that picks syncmers; unlike the key it must not favour any word. */
function rank(tokens: Tokens, at: number, length: number): number {
  let h = 0;
  for (let i = at; i < at + length; i++) h = Math.imul(h, 31) + (tokens.a[i] ?? 0);
  return finalise(h ^ 0x5bd1e995);
}

/** Whether the smallest of the window's sub-shingles stands first or last in it. */
function isClosedSyncmer(ranks: Uint32Array, first: number, last: number): boolean {
  let smallest = 0xffffffff;
  for (let i = first; i <= last; i++) smallest = Math.min(smallest, ranks[i] ?? 0);
  return ranks[first] === smallest || ranks[last] === smallest;
}

/**
 * Selects the fingerprints of a text.
 *
 * A window of five tokens with at least one word in it is a word shingle; ten tokens that are all
 * single characters are a character shingle. Both are chosen locally, so a Han quotation in a Latin
 * text is found like any other.
 */
export function fingerprint(tokens: Tokens, profile: Profile): Fingerprints {
  const out: Fingerprints = {
    count: 0,
    high: new Uint32Array(tokens.count),
    low: new Uint8Array(tokens.count),
    position: new Uint32Array(tokens.count),
    span: new Uint8Array(tokens.count),
  };
  const soloBefore = new Uint32Array(tokens.count + 1);
  for (let i = 0; i < tokens.count; i++) {
    soloBefore[i + 1] = (soloBefore[i] ?? 0) + (tokens.solo[i] ?? 0);
  }
  const solos = (from: number, length: number) =>
    (soloBefore[from + length] ?? 0) - (soloBefore[from] ?? 0);

  const wordRanks = new Uint32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) wordRanks[i] = rank(tokens, i, WORDS.s);
  const anySolo = (soloBefore[tokens.count] ?? 0) > 0;
  const charRanks = anySolo ? new Uint32Array(tokens.count) : wordRanks;
  if (anySolo) {
    for (let i = 0; i + CHARACTERS.s <= tokens.count; i++) {
      charRanks[i] = rank(tokens, i, CHARACTERS.s);
    }
  }

  for (let at = 0; at + WORDS.k <= tokens.count; at++) {
    if (!anySolo || solos(at, WORDS.k) < WORDS.k) {
      if (isClosedSyncmer(wordRanks, at, at + WORDS.k - WORDS.s)) {
        push(out, tokens, at, WORDS.k, profile);
      }
    } else if (
      at + CHARACTERS.k <= tokens.count &&
      solos(at, CHARACTERS.k) === CHARACTERS.k &&
      isClosedSyncmer(charRanks, at, at + CHARACTERS.k - CHARACTERS.s)
    ) {
      push(out, tokens, at, CHARACTERS.k, profile);
    }
  }
  return {
    count: out.count,
    high: out.high.subarray(0, out.count),
    low: out.low.subarray(0, out.count),
    position: out.position.subarray(0, out.count),
    span: out.span.subarray(0, out.count),
  };
}

function push(out: Fingerprints, tokens: Tokens, at: number, span: number, profile: Profile): void {
  let a = span;
  let b = ~span;
  for (let i = at; i < at + span; i++) {
    a = Math.imul(a, 0x9e3779b1) + (tokens.a[i] ?? 0);
    b = Math.imul(b, 0x85ebca77) + (tokens.b[i] ?? 0);
  }
  const lane = finalise(b);
  // The thinning bit is not part of the key, so it says nothing about the key's bucket.
  if (profile === 'lite' && (lane & 1) === 1) return;
  out.high[out.count] = finalise(a);
  out.low[out.count] = lane >>> 24;
  out.position[out.count] = at;
  out.span[out.count] = span;
  out.count++;
}

/** The key under which a pack lists the document at an address, see `addressKey`. */
export function addressFingerprint(address: string): { high: number; low: number } {
  let a = stepA(SEED_A, 0xfffe);
  let b = stepB(SEED_B, 0xfffe);
  for (let i = 0; i < address.length; i++) {
    a = stepA(a, address.charCodeAt(i));
    b = stepB(b, address.charCodeAt(i));
  }
  return { high: finalise(a), low: finalise(b) >>> 24 };
}
