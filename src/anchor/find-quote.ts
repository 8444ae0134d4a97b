// A saved quotation found again in a text that may have changed: exactly, else nearly, else not.

import search from 'approx-string-match';
import { type Squeezed, squeeze, unsqueezed } from './squeezed.ts';

/**
 * A quotation as it was saved: W3C Web Annotation's TextQuoteSelector, with the TextPositionSelector's
 * start as a hint (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 */
export interface SavedQuote {
  exact: string;
  prefix?: string;
  suffix?: string;
  /** Offset in the text it was taken from. */
  start?: number;
}

export interface FoundQuote {
  /** Half-open range of code units in the text searched. */
  start: number;
  end: number;
  /** Share of the quotation's own characters that stand there unchanged: 1 for all of them. */
  similarity: number;
  /** How sure the place is, 0 to 1: words, surroundings and position together. */
  score: number;
}

/** Least similarity told as found: one character in four changed is another sentence. */
const LEAST_SIMILARITY = 0.75;
/** Characters changed that are searched for at most; the search takes time by them. */
const MOST_ERRORS = 256;
/** Longer quotations are searched exactly, then by their two ends: the search is O(errors x text). */
const LONGEST_SEARCHED = 2000;
/** Shorter quotations must be there to the letter: nearly anything is near a word. */
const SHORTEST_NEAR = 16;
/** Texts longer than this are not searched for near passages. */
const LONGEST_TEXT = 2_000_000;

/**
 * Weights of words, prefix, suffix and position in the score, after Hypothesis' match-quote.ts: the
 * words count most, position least, since it moves with every edit.
 */
const WEIGHT = { exact: 50, prefix: 20, suffix: 20, position: 2 };

/**
 * Finds a quotation, in time linear in the text for exact ones.
 *
 * White space, hyphenation and the form of quotation marks do not count. Of several places the one
 * whose surroundings agree best is taken. Undefined where nothing is near enough: the quote is gone.
 */
export function findQuote(text: string, quote: SavedQuote): FoundQuote | undefined {
  return findIn(squeeze(text), quote);
}

/** As {@link findQuote}, in a text that was squeezed once for several quotations. */
export function findIn(text: Squeezed, quote: SavedQuote): FoundQuote | undefined {
  const wanted = squeeze(quote.exact).text;
  if (wanted === '') return undefined;
  const places = exactPlaces(text.text, wanted);
  if (places.length === 0) places.push(...nearPlaces(text.text, wanted));
  let best: FoundQuote | undefined;
  for (const place of places) {
    const found = scored(text, place, quote, wanted.length);
    if (best === undefined || found.score > best.score) best = found;
  }
  return best;
}

interface Place {
  start: number;
  end: number;
  errors: number;
}

/** Enough to choose from; a refrain that stands more often is told apart by position alone. */
const MOST_PLACES = 200;

function exactPlaces(text: string, wanted: string): Place[] {
  const places: Place[] = [];
  for (
    let at = text.indexOf(wanted);
    at >= 0 && places.length < MOST_PLACES;
    at = text.indexOf(wanted, at + 1)
  ) {
    places.push({ start: at, end: at + wanted.length, errors: 0 });
  }
  return places;
}

function nearPlaces(text: string, wanted: string): Place[] {
  if (wanted.length < SHORTEST_NEAR || text.length > LONGEST_TEXT) return [];
  if (wanted.length > LONGEST_SEARCHED) return betweenEnds(text, wanted);
  return search(text, wanted, errorsAllowed(wanted)).slice(0, MOST_PLACES);
}

function errorsAllowed(wanted: string): number {
  return Math.min(MOST_ERRORS, Math.floor(wanted.length * (1 - LEAST_SIMILARITY)));
}

/** A long quotation by its two ends, where what lies between is about as long as it was. */
function betweenEnds(text: string, wanted: string): Place[] {
  const length = LONGEST_SEARCHED / 4;
  const [first] = fewestErrors(search(text, wanted.slice(0, length), length / 4));
  const [last] = fewestErrors(search(text, wanted.slice(-length), length / 4));
  if (first === undefined || last === undefined) return [];
  const found = last.end - first.start;
  const most = wanted.length * (1 - LEAST_SIMILARITY);
  if (Math.abs(found - wanted.length) > most) return [];
  const errors = first.errors + last.errors + Math.abs(found - wanted.length);
  return [{ start: first.start, end: last.end, errors }];
}

function fewestErrors(places: Place[]): Place[] {
  return places.toSorted((x, y) => x.errors - y.errors).slice(0, 1);
}

function scored(text: Squeezed, place: Place, quote: SavedQuote, length: number): FoundQuote {
  const similarity = Math.max(0, 1 - place.errors / length);
  const [start, end] = unsqueezed(text, place.start, place.end);
  const parts = [[WEIGHT.exact, similarity]];
  if (quote.prefix !== undefined) {
    const wanted = squeeze(quote.prefix).text;
    const there = text.text.slice(Math.max(0, place.start - wanted.length), place.start);
    parts.push([WEIGHT.prefix, alikeFromEnd(there, wanted)]);
  }
  if (quote.suffix !== undefined) {
    const wanted = squeeze(quote.suffix).text;
    const there = text.text.slice(place.end, place.end + wanted.length);
    parts.push([WEIGHT.suffix, alikeFromEnd(reversed(there), reversed(wanted))]);
  }
  if (quote.start !== undefined) {
    const whole = Math.max(1, text.at.at(-1) ?? 1);
    parts.push([WEIGHT.position, Math.max(0, 1 - Math.abs(start - quote.start) / whole)]);
  }
  const weights = parts.reduce((sum, [weight = 0]) => sum + weight, 0);
  const score = parts.reduce((sum, [weight = 0, value = 0]) => sum + weight * value, 0) / weights;
  return { start, end, similarity, score };
}

/** Share of `wanted` that stands at the end of `there`, allowing for small changes. */
function alikeFromEnd(there: string, wanted: string): number {
  if (wanted === '') return there === '' ? 1 : 0;
  if (there.endsWith(wanted)) return 1;
  const [near] = fewestErrors(search(there, wanted, wanted.length));
  return near === undefined ? 0 : Math.max(0, 1 - near.errors / wanted.length);
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('');
}
