// Where the badge stands: beside the headline's last line if there is room, else under it.

export interface Place {
  /** `beside`: out of the flow, moves nothing. `below`: in the flow, under the headline. */
  mode: 'beside' | 'below';
  /** Where in its line the pill stands, as the headline's text does; only for `below`. */
  align: 'start' | 'center' | 'end';
  /** Offsets from where the host stands by itself, in pixels; only for `beside`. */
  x: number;
  y: number;
}

/** Room between the headline's last word and the pill, in pixels. */
const gap = 8;

/** The boxes of the headline's lines of text, in order. */
function lines(headline: Element): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(headline);
  // Not every DOM lays text out.
  const rects = typeof range.getClientRects === 'function' ? [...range.getClientRects()] : [];
  return rects.filter((rect) => rect.width > 0 && rect.height > 0);
}

/** Size of the headline's smallest text, in pixels. */
export function smallestText(headline: Element): number {
  const sizes = [headline, ...[...headline.querySelectorAll('*')].slice(0, 10)].map((element) =>
    Number.parseFloat(getComputedStyle(element).fontSize),
  );
  return Math.min(...sizes.filter((size) => size > 0), 64);
}

/**
 * Puts the host after the headline. Inside a row of flex or grid items another item would move the
 * rest, so there it goes into the headline itself, as its last line.
 */
export function insertHost(host: Element, headline: Element): void {
  const parent = headline.parentElement;
  const layout = parent === null ? '' : getComputedStyle(parent).display;
  const direction = parent === null ? '' : getComputedStyle(parent).flexDirection;
  const isRow =
    /grid|table/.test(layout) || (/flex/.test(layout) && !direction.startsWith('column'));
  if (parent === null || isRow) headline.append(host);
  else headline.after(host);
}

function alignment(headline: Element): Place['align'] {
  const { textAlign, direction } = getComputedStyle(headline);
  if (/center/.test(textAlign)) return 'center';
  const isEnd = textAlign === (direction === 'rtl' ? 'left' : 'right') || textAlign === 'end';
  return isEnd ? 'end' : 'start';
}

/**
 * Finds the place for a pill of the given size. The host must stand where it will, out of the flow
 * and without offsets.
 */
export function findPlace(
  host: Element,
  headline: Element,
  pill: { width: number; height: number },
): Place {
  const align = alignment(headline);
  const below: Place = { mode: 'below', align, x: 0, y: 0 };
  const boxes = lines(headline);
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const last = boxes.filter((box) => box.bottom > bottom - box.height / 2);
  if (last.length === 0 || pill.width === 0) return below;
  const own = headline.getBoundingClientRect();
  const from = host.getBoundingClientRect();
  const rightToLeft = getComputedStyle(headline).direction === 'rtl';
  const left = Math.min(...last.map((box) => box.left));
  const right = Math.max(...last.map((box) => box.right));
  const top = Math.min(...last.map((box) => box.top));
  const room = rightToLeft ? left - own.left : own.right - right;
  if (room < pill.width + gap) return below;
  // A centred or shrunken headline would look lopsided, or stand too close to what is beside it.
  const x = rightToLeft ? left - gap - pill.width : right + gap;
  if (x < 0 || x + pill.width > document.documentElement.clientWidth) return below;
  return {
    mode: 'beside',
    align,
    x: x - from.left,
    y: top + (bottom - top - pill.height) / 2 - from.top,
  };
}
