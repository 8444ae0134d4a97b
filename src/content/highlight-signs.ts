// Thin signs where paragraphs are missing: drawn beside the page's text, over it, never in it.

import type { PageMark } from '../messages/shown.ts';
import { make } from './elements.ts';
import type { PlacedMark } from './highlight-marks.ts';

/** Height of a sign in pixels, and the room its number takes in the margin. */
const HEIGHT = 16;
const MARGIN = 44;

interface Sign {
  element: HTMLElement;
  tag: HTMLElement;
}

/** A line at the paragraph's edge, its number in the margin; undefined where none is to be seen. */
function signAt(
  { range, side }: NonNullable<PlacedMark['beside']>,
  origin: DOMRect,
): { key: string; draw: () => Sign } | undefined {
  const rect = range.getBoundingClientRect();
  if (rect.width === 0 || rect.height === 0) return undefined;
  // The gap between two paragraphs is not known; half a line is what most pages leave.
  const edge = Math.round(side === 'after' ? rect.bottom + 7 : rect.top - 7);
  const draw = (): Sign => {
    const element = make('div', 'sign');
    // The bar says it in words, in its turn.
    element.setAttribute('aria-hidden', 'true');
    element.style.top = `${edge - origin.top - HEIGHT / 2}px`;
    element.style.left = `${rect.left - origin.left}px`;
    element.style.width = `${rect.width}px`;
    element.style.height = `${HEIGHT}px`;
    const tag = make('span', 'tag');
    // In the margin before the text, in the one after it, or at the line's end where both are narrow.
    const room = { left: rect.left, right: document.documentElement.clientWidth - rect.right };
    const parent = range.startContainer.parentElement;
    const isRtl = parent !== null && getComputedStyle(parent).direction === 'rtl';
    const [first, second] = isRtl ? (['right', 'left'] as const) : (['left', 'right'] as const);
    const beside = room[first] >= MARGIN ? first : room[second] >= MARGIN ? second : undefined;
    if (beside === 'left') tag.style.right = 'calc(100% + 6px)';
    else if (beside === 'right') tag.style.left = 'calc(100% + 6px)';
    else tag.style[isRtl ? 'left' : 'right'] = '0';
    element.append(make('span', 'line'), tag);
    return { element, tag };
  };
  return { key: `${edge} ${Math.round(rect.left)}`, draw };
}

/**
 * Draws the signs anew, one for all paragraphs that are missing at one place; cheap enough for every
 * scroll of a box.
 * @param now index of the mark the reader is at
 */
export function drawSigns(
  into: HTMLElement,
  marks: readonly PageMark[],
  placed: readonly PlacedMark[],
  now: number,
): void {
  const signs = new Map<string, Sign>();
  const origin = into.getBoundingClientRect();
  for (const [at, mark] of marks.entries()) {
    const beside = placed[at]?.beside;
    if (mark.kind !== 'dropped' || beside === undefined) continue;
    const found = signAt(beside, origin);
    if (found === undefined) continue;
    const sign = signs.get(found.key) ?? found.draw();
    signs.set(found.key, sign);
    const { tag, element } = sign;
    tag.textContent =
      tag.textContent === '' ? `¶ ${mark.sign}` : `${tag.textContent}, ${mark.sign}`;
    if (at === now) element.classList.add('now');
  }
  into.replaceChildren(...Array.from(signs.values(), ({ element }) => element));
}
