// A page as it stands now beside what was saved of it: the same, changed, moved, or gone; and in what.

import { findIn } from '../anchor/find-quote.ts';
import { squeeze } from '../anchor/squeezed.ts';
import type { Article } from '../article/types.ts';
import { addressKey } from '../article/url.ts';
import { type Fingerprints, fingerprint, keyOf } from '../fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../fingerprint/normalise.ts';
import { loadFingerprints } from './fingerprints.ts';
import type { Citation, Quote } from './types.ts';

export interface Difference<T = string> {
  before?: T;
  after?: T;
}

export type QuoteState = 'found' | 'changed' | 'gone';

/** What a check found. Only what was compared is there. */
export interface Recheck {
  outcome: 'same' | 'changed' | 'moved' | 'gone';
  /** HTTP status of the page, where the browser told it. */
  status?: number;
  /** Where the address leads now. */
  movedTo?: string;
  title?: Difference;
  published?: Difference;
  modified?: Difference;
  words?: Difference<number>;
  /** Share of the saved fingerprints that the page still has: 0 to 1. */
  textKept?: number;
  /** Share of the page's fingerprints that the saved text did not have: 0 to 1. */
  textAdded?: number;
  quotes?: { id: string; state: QuoteState }[];
}

/** The page as it was met. */
export interface Visit {
  /** Its address at the end of all redirections. */
  url: string;
  /** HTTP status, 0 where the browser does not tell. */
  status: number;
  /** Undefined where no story could be read. */
  article: Article | undefined;
  /** Lower-case hex SHA-256 of the normalised text, as `evidence.textSha256` has it. */
  textSha256: string;
}

function keys(prints: Fingerprints): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < prints.count; i++) found.add(keyOf(prints.high[i] ?? 0, prints.low[i] ?? 0));
  return found;
}

/** Share of `some` that is in `others`; 1 for none. */
function shareIn(some: Set<number>, others: Set<number>): number {
  let shared = 0;
  for (const key of some) if (others.has(key)) shared += 1;
  return some.size === 0 ? 1 : shared / some.size;
}

function difference<T>(before: T | undefined, after: T | undefined): Difference<T> | undefined {
  if (before === after) return undefined;
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Whether each quote still stands in the text: to the letter, nearly, or not. */
export function quoteStates(
  text: string,
  quotes: readonly Quote[],
): { id: string; state: QuoteState }[] {
  const squeezed = squeeze(text);
  return quotes.map(({ id, quote, position }) => {
    const found = findIn(squeezed, {
      exact: quote.exact,
      ...(quote.prefix === undefined ? {} : { prefix: quote.prefix }),
      ...(quote.suffix === undefined ? {} : { suffix: quote.suffix }),
      ...(position === undefined ? {} : { start: position.start }),
    });
    return { id, state: !found ? 'gone' : found.similarity === 1 ? 'found' : 'changed' };
  });
}

/** Pages that are not there: not found, gone for good, withheld for legal reasons. */
const GONE = new Set([404, 410, 451]);

/** Below this share of its fingerprints what stands at an address is another text. */
const ANOTHER_TEXT = 0.1;

/**
 * Compares a page with what was saved.
 *
 * `same` is strict: the normalised text is the same to the letter and so is what the page says of
 * itself. Shares are of fingerprints, so about of phrases of five words.
 */
export function recheck({ evidence, quotes }: Citation, visit: Visit): Recheck {
  const status = visit.status === 0 ? {} : { status: visit.status };
  const { article } = visit;
  if (evidence === undefined || GONE.has(visit.status) || article === undefined) {
    return { outcome: 'gone', ...status };
  }
  const text = joinParagraphs(article.paragraphs);
  const tokens = tokenise(text);
  const isSameText = visit.textSha256 === evidence.textSha256;
  const shares = isSameText
    ? undefined
    : textShares(evidence.fingerprints, fingerprint(tokens, 'std'));
  const saved = addressKey(evidence.pageUrl);
  const now = addressKey(visit.url);
  const hasMoved = saved !== now && addressKey(evidence.canonicalUrl ?? '') !== now;
  const moved = hasMoved ? { movedTo: visit.url } : {};
  if (shares !== undefined && shares.textKept < ANOTHER_TEXT) {
    // A front page, a notice or another story answers in its place.
    return { outcome: 'gone', ...status, ...moved, ...shares };
  }
  const title = difference(evidence.title, article.title?.value);
  const published = difference(evidence.published?.value, article.published?.value);
  const modified = difference(evidence.modified?.value, article.modified?.value);
  const words = difference(evidence.words, tokens.count);
  const changed = {
    ...(title === undefined || evidence.title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(words === undefined || isSameText ? {} : { words }),
    ...shares,
  };
  const isChanged = !isSameText || Object.keys(changed).length > 0;
  return {
    outcome: hasMoved ? 'moved' : isChanged ? 'changed' : 'same',
    ...status,
    ...moved,
    ...changed,
    ...(quotes.length === 0 ? {} : { quotes: quoteStates(text, quotes) }),
  };
}

function textShares(
  stored: Parameters<typeof loadFingerprints>[0] | undefined,
  now: Fingerprints,
): { textKept: number; textAdded: number } | undefined {
  if (stored === undefined) return undefined;
  const before = keys(loadFingerprints(stored));
  const after = keys(now);
  return { textKept: shareIn(before, after), textAdded: 1 - shareIn(after, before) };
}
