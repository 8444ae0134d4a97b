// Brings a range of the page before the reader's eyes, through every box that scrolls.

/** Where a passage comes to stand, as a share of the height that is seen. */
const HEIGHT = 0.3;

function boxOf(range: Range): DOMRect | undefined {
  // Not every DOM lays text out.
  if (typeof range.getClientRects !== 'function') return undefined;
  return [...range.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
}

/** True where the range takes room on the page: what is folded away takes none. */
export function isSeen(range: Range): boolean {
  return boxOf(range) !== undefined;
}

function scrollers(from: Node): Element[] {
  const found: Element[] = [];
  for (let at = from.parentElement; at !== null; at = at.parentElement) {
    if (at === document.body || at === document.documentElement) break;
    if (at.scrollHeight <= at.clientHeight) continue;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) found.push(at);
  }
  return found;
}

/**
 * Scrolls a range into view, only where it is not in view already. The window moves smoothly unless
 * the reader asked for less motion; boxes inside of it at once, since what follows is measured then.
 */
export function scrollToRange(range: Range): void {
  for (const scroller of scrollers(range.startContainer)) {
    const box = boxOf(range);
    if (box === undefined) return;
    const { top } = scroller.getBoundingClientRect();
    const offset = box.top - top - scroller.clientHeight * HEIGHT;
    if (box.top < top || box.bottom > top + scroller.clientHeight) {
      scroller.scrollBy({ top: offset, behavior: 'instant' });
    }
  }
  const box = boxOf(range);
  if (box === undefined) return;
  // The bar stands at the bottom; what lies under it is not in view.
  if (box.top >= innerHeight * 0.08 && box.bottom <= innerHeight * 0.8) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: box.top - innerHeight * HEIGHT, behavior: calm ? 'instant' : 'smooth' });
}
