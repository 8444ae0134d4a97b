// Whether two headlines say the same, whatever site or agency stands behind them.

import { normalisedWords } from '../fingerprint/normalise.ts';

/** What sites put between a headline and their own name or the agency's. */
const SEPARATOR = /\s+[|–—·•:-]+\s+|\s*[|·•]\s*/u;
/** Shorter headlines are not cut: what is left of them would be anything. */
const MIN_WORDS = 3;
/** Titles are compared as far as this; no headline is longer. */
const MAX_LENGTH = 1000;

/** The headline whole, and without what stands behind its last separators, as normalised words. */
function variants(title: string): Set<string> {
  const parts = title.slice(0, MAX_LENGTH).split(SEPARATOR);
  const whole = normalisedWords(title.slice(0, MAX_LENGTH)).join(' ');
  const found = new Set([whole]);
  for (let end = parts.length - 1; end > 0; end--) {
    const words = normalisedWords(parts.slice(0, end).join(' '));
    if (words.length >= MIN_WORDS) found.add(words.join(' '));
  }
  return found;
}

/** Whether two headlines differ in words; undefined where one is not known. */
export function isTitleChanged(
  page: string | undefined,
  archive: string | undefined,
): boolean | undefined {
  if (page === undefined || archive === undefined) return undefined;
  const ours = variants(page);
  const theirs = variants(archive);
  if (ours.has('') || theirs.has('')) return undefined;
  for (const words of ours) if (theirs.has(words)) return false;
  return true;
}
