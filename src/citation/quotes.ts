// A selected passage as W3C Web Annotation selectors, so that it can be found again.
import type { Quote, TextPositionSelector, TextQuoteSelector } from './types.ts';

/** Characters of context on either side, as annotation tools keep them: enough to tell repeats apart. */
const CONTEXT = 32;
/** A longer selection is cut: a quote of this length is a copy. In code points. */
const LONGEST = 10_000;

/**
 * The selectors of a passage.
 * @param text the story's paragraphs joined by an empty line
 * @param start code points before the passage
 * @param end code points before what follows it
 * @throws {RangeError} where that is no passage of the text
 */
export function selectorsOf(
  text: string,
  start: number,
  end: number,
): { quote: TextQuoteSelector; position: TextPositionSelector } {
  const points = Array.from(text);
  if (!(start >= 0 && start < end && end <= points.length)) {
    throw new RangeError(`${start} to ${end} is no passage of ${points.length} characters.`);
  }
  const last = Math.min(end, start + LONGEST);
  const prefix = points.slice(Math.max(0, start - CONTEXT), start).join('');
  const suffix = points.slice(last, last + CONTEXT).join('');
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: points.slice(start, last).join(''),
      ...(prefix === '' ? {} : { prefix }),
      ...(suffix === '' ? {} : { suffix }),
    },
    position: { type: 'TextPositionSelector', start, end: last },
  };
}

/** A selected text of which no more is known: found again by its words alone. */
export function quoteOf(exact: string, id: string, created: string): Quote {
  const kept = Array.from(exact.trim()).slice(0, LONGEST).join('');
  return { id, created, quote: { type: 'TextQuoteSelector', exact: kept } };
}
