// A passage that was selected on a page, as a quote of the story that the page tells.

import { type Squeezed, squeeze, unsqueezed } from '../anchor/squeezed.ts';
import { selectorsOf } from './quotes.ts';
import type { Quote } from './types.ts';

/** What the page's script answers of a selection. */
export interface SelectedText {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Where the passage stands in the story: there, where the words before it agree; else the first. */
function placeIn(story: Squeezed, { exact, prefix }: SelectedText): [number, number] | undefined {
  const wanted = squeeze(exact).text;
  if (wanted === '') return undefined;
  const before = squeeze(prefix).text;
  const withPrefix = story.text.indexOf(before + wanted);
  const at = withPrefix < 0 ? story.text.indexOf(wanted) : withPrefix + before.length;
  return at < 0 ? undefined : unsqueezed(story, at, at + wanted.length);
}

/**
 * The quote of a selection. Where it is part of the story, in the story's own words and with its
 * position; where it is not (a caption, a comment), as it was selected.
 * @param text the story's paragraphs joined by an empty line
 */
export function quoteOfSelection(
  text: string,
  selected: SelectedText,
  id: string,
  created: string,
): Quote {
  const place = placeIn(squeeze(text), selected);
  if (place === undefined) {
    const { exact, prefix, suffix } = selected;
    return {
      id,
      created,
      quote: {
        type: 'TextQuoteSelector',
        exact,
        ...(prefix === '' ? {} : { prefix }),
        ...(suffix === '' ? {} : { suffix }),
      },
    };
  }
  // Selectors count code points, strings code units.
  const start = Array.from(text.slice(0, place[0])).length;
  const length = Array.from(text.slice(...place)).length;
  return { id, created, ...selectorsOf(text, start, start + length) };
}
