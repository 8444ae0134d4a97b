// A story's paragraphs found again in a page's text, and its words by their positions.

import { joinParagraphs, type Tokens, tokenise } from '../fingerprint/normalise.ts';
import { findIn } from './find-quote.ts';
import { type Squeezed, squeeze, unsqueezed } from './squeezed.ts';

/** Half-open range of code units in the page's text. */
export type Span = [start: number, end: number];

export interface AnchoredStory {
  /** Where each paragraph stands; undefined for one that is not there any more. */
  paragraphs: (Span | undefined)[];
  /**
   * Where words stand, by half-open range of positions as the normaliser counts them: a span for
   * each paragraph touched. Words of a paragraph that was not found are left out.
   */
  spansOfWords(from: number, to: number): Span[];
}

interface Placed {
  /** Offsets in the squeezed page. */
  start: number;
  /** The paragraph itself, squeezed; undefined where it was only found nearly. */
  own: Squeezed | undefined;
}

/**
 * Finds paragraphs in a page's text, in their order where they repeat; white space does not count.
 * @param pageText as `domText` gives it
 */
export function anchorParagraphs(pageText: string, paragraphs: readonly string[]): AnchoredStory {
  const page = squeeze(pageText);
  const placed: (Placed | undefined)[] = [];
  const spans: (Span | undefined)[] = [];
  let cursor = 0;
  for (const paragraph of paragraphs) {
    const own = squeeze(paragraph);
    let start = own.text === '' ? -1 : page.text.indexOf(own.text, cursor);
    if (start < 0 && own.text !== '') start = page.text.indexOf(own.text);
    if (start >= 0) {
      const end = start + own.text.length;
      placed.push({ start, own });
      spans.push(unsqueezed(page, start, end));
      cursor = end;
      continue;
    }
    // A page that changed meanwhile: the paragraph as a whole, if it is near enough.
    const near = own.text === '' ? undefined : findIn(page, { exact: paragraph });
    placed.push(near === undefined ? undefined : { start: near.start, own: undefined });
    spans.push(near === undefined ? undefined : [near.start, near.end]);
  }

  let words: { tokens: Tokens; starts: number[] } | undefined;
  const counted = () => {
    if (words !== undefined) return words;
    const tokens = tokenise(joinParagraphs(paragraphs));
    const starts: number[] = [];
    let at = 0;
    for (const paragraph of paragraphs) {
      starts.push(at);
      at += paragraph.length + joinParagraphs(['', '']).length;
    }
    words = { tokens, starts };
    return words;
  };

  return {
    paragraphs: spans,
    spansOfWords(from, to) {
      const { tokens, starts } = counted();
      const found: Span[] = [];
      const end = Math.min(to, tokens.count);
      for (let word = Math.max(0, from); word < end; ) {
        const paragraph = lastAtOrBelow(starts, tokens.start[word] ?? 0);
        const next = starts[paragraph + 1] ?? Number.POSITIVE_INFINITY;
        let last = word;
        while (last + 1 < end && (tokens.start[last + 1] ?? 0) < next) last++;
        const offset = starts[paragraph] ?? 0;
        const place = placed[paragraph];
        const whole = spans[paragraph];
        if (place?.own !== undefined) {
          const first = squeezedOffset(place.own, (tokens.start[word] ?? 0) - offset);
          const after = squeezedOffset(place.own, (tokens.end[last] ?? 0) - offset);
          if (after > first) found.push(unsqueezed(page, place.start + first, place.start + after));
        } else if (whole !== undefined) found.push(whole);
        word = last + 1;
      }
      return found;
    },
  };
}

/** Index of the last entry that is not above `value`, in ascending entries. */
function lastAtOrBelow(entries: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first kept code unit at or after an offset of the original. */
function squeezedOffset({ at }: Squeezed, offset: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
