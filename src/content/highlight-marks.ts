// Marks as ranges of the page, shown by the CSS Custom Highlight API: no node of the page is touched.

import { domText } from '../anchor/dom-text.ts';
import { anchorParagraphs, type Span } from '../anchor/paragraphs.ts';
import type { ShownModel } from '../messages/shown.ts';

/** A mark where it was found. */
export interface PlacedMark {
  /** In page order; none where its words are not on the page. */
  ranges: Range[];
  /** For a dropped paragraph: the paragraph it stood after, or before at the page's top. */
  beside?: { range: Range; side: 'after' | 'before' };
}

/** Marks that belong to the words beside them, which positions of words leave out. */
const OPENING = /["'“‘«„(¿¡[]/;
const CLOSING = /["'”’»“).,;:!?…\]]/;

/** A span of words with the punctuation that hugs it. */
function withPunctuation(text: string, [start, end]: Span): Span {
  while (OPENING.test(text.charAt(start - 1))) start -= 1;
  while (CLOSING.test(text.charAt(end))) end += 1;
  return [start, end];
}

/** Finds every mark in the page as it is now; one for each of the model's, in their order. */
export function placeMarks({ paragraphs, marks }: ShownModel): PlacedMark[] {
  const page = domText(document.body);
  const story = anchorParagraphs(page.text, paragraphs);
  const whole = (paragraph: number): Range | undefined => {
    const span = story.paragraphs[paragraph];
    return span && page.rangeOf(...span);
  };
  return marks.map(({ kind, from, to }) => {
    if (kind !== 'dropped') {
      const words = story.spansOfWords(from, to);
      const spans =
        kind === 'changed' ? words : words.map((span) => withPunctuation(page.text, span));
      return { ranges: spans.flatMap(([start, end]) => page.rangeOf(start, end) ?? []) };
    }
    const [before] = from === 0 ? [] : story.spansOfWords(from - 1, from);
    if (before === undefined) {
      const first = whole(story.paragraphs.findIndex((span) => span !== undefined));
      return {
        ranges: [],
        ...(first ? { beside: { range: first, side: 'before' as const } } : {}),
      };
    }
    const paragraph = story.paragraphs.findIndex(
      (span) => span !== undefined && span[0] <= before[0] && before[1] <= span[1],
    );
    const [start, end] = story.paragraphs[paragraph] ?? before;
    // In the middle of a paragraph: at the nearer of its edges.
    const side = before[1] - start > (end - start) / 2 ? ('after' as const) : ('before' as const);
    const range = whole(paragraph) ?? page.rangeOf(...before);
    return { ranges: [], ...(range ? { beside: { range, side } } : {}) };
  });
}

/** Names of the highlights there may be, for {@link clearHighlights}. */
const LAYERS = ['changed', 'added', 'now'] as const;

/** Puts placed marks into the page's registry of highlights, in place of those of the same name. */
export function paintHighlights({ name, marks, origins }: ShownModel, placed: PlacedMark[]): void {
  const layers = new Map<string, Range[]>();
  for (const [at, { kind, origin }] of marks.entries()) {
    const layer = kind === 'passage' ? `${name}-${origin}` : `${name}-${kind}`;
    const ranges = layers.get(layer) ?? [];
    ranges.push(...(placed[at]?.ranges ?? []));
    layers.set(layer, ranges);
  }
  clearHighlights(name, origins.length);
  for (const [layer, ranges] of layers) {
    if (ranges.length > 0) CSS.highlights.set(layer, new Highlight(...ranges));
  }
}

/** A line under more than this many characters is a wall, not a mark. */
const LONGEST_LINE = 80;

/**
 * The ranges of a short mark, the first words of a long one. They are copies: WebKit paints a range
 * that stands in two highlights once only.
 */
function beginnings(ranges: readonly Range[]): Range[] {
  const [first] = ranges;
  if (first === undefined) return [];
  const length = ranges.reduce((sum, range) => sum + String(range).length, 0);
  if (length <= LONGEST_LINE) return ranges.map((range) => range.cloneRange());
  const begin = first.cloneRange();
  const { startContainer: node, startOffset: offset } = first;
  if (!(node instanceof Text) || node.length - offset < LONGEST_LINE / 2) return [begin];
  const words = /^[\s\S]{30}\S*/.exec(node.data.slice(offset))?.[0].length ?? 0;
  begin.setEnd(node, Math.min(node.length, offset + words));
  return [begin];
}

/** Marks where the reader is. Last in the registry, so that its line lies over the others. */
export function paintNow(name: string, placed: PlacedMark | undefined): void {
  CSS.highlights.delete(`${name}-now`);
  if (placed !== undefined && placed.ranges.length > 0) {
    CSS.highlights.set(`${name}-now`, new Highlight(...beginnings(placed.ranges)));
  }
}

/** Takes everything of this name out of the registry. */
export function clearHighlights(name: string, origins: number): void {
  for (let at = 0; at < origins; at++) CSS.highlights.delete(`${name}-${at}`);
  for (const layer of LAYERS) CSS.highlights.delete(`${name}-${layer}`);
}

/** Whether the page has taken away a node that a mark stands in. */
export function isBroken({ ranges, beside }: PlacedMark): boolean {
  const all = beside === undefined ? ranges : [...ranges, beside.range];
  return all.some((range) => range.collapsed || !range.startContainer.isConnected);
}

/** Whether the mark has its place. */
export function isPlaced({ ranges, beside }: PlacedMark): boolean {
  return ranges.length > 0 || beside !== undefined;
}
