// What has to hold in every state of the popup, however it is drawn. Runs inside the page.

/** Keeps what moves by itself from now on. Only some browsers can tell. */
export function watchShifts(): void {
  const shifts: string[] = [];
  Reflect.set(globalThis, 'shifts', shifts);
  const places = new Map<Element, number>();
  const note = (): void => {
    for (const element of document.querySelectorAll('h1, h2, .row, .actions, footer')) {
      const { top } = element.getBoundingClientRect();
      const before = places.get(element);
      if (before !== undefined && Math.abs(before - top) > 1) {
        shifts.push(`${element.className || element.tagName} from ${before} to ${top}`);
      }
      places.set(element, top);
    }
  };
  note();
  const timer = setInterval(note, 16);
  setTimeout(() => clearInterval(timer), 100);
}

/** What does not hold: sideways scroll, clipped or overlapping text, focus that cannot be seen. */
// It travels into the page as one function: what it uses has to stand inside it.
/* oxlint-disable unicorn/consistent-function-scoping */
export function check(): string[] {
  const wrong: string[] = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    wrong.push(`scrolls sideways: ${page.scrollWidth} in ${page.clientWidth}`);
  }
  const nameOf = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 40)}"`;
  const shown = (element: Element): boolean =>
    element.getClientRects().length > 0 && element.closest('.hidden') === null;

  for (const element of document.body.querySelectorAll('*')) {
    if (!(element instanceof HTMLElement) || !shown(element)) continue;
    const style = getComputedStyle(element);
    const clips = style.overflowX !== 'visible' || style.overflowY === 'hidden';
    // A cut with an ellipsis is told by its title or stands in full elsewhere.
    if (
      clips &&
      style.textOverflow !== 'ellipsis' &&
      element.scrollWidth > element.clientWidth + 1
    ) {
      wrong.push(`clipped: ${nameOf(element)}`);
    }
    const box = element.getBoundingClientRect();
    if (box.width > 0 && (box.left < -1 || box.right > page.clientWidth + 1)) {
      if (!element.classList.contains('numbers')) wrong.push(`outside: ${nameOf(element)}`);
    }
  }

  // Text over text: of leaves that are not within each other, outside of what floats on purpose.
  const floating = '.menu, .actions, .headline';
  const leaves = [
    ...document.body.querySelectorAll('h1, h2, p, a, button, time, .outlet, .when, dt'),
  ]
    .filter((element) => shown(element) && element.closest(floating) === null)
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const [index, one] of leaves.entries()) {
    for (const other of leaves.slice(index + 1, index + 14)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down =
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      const inline = [one, other].some(
        ({ element }) => getComputedStyle(element).display === 'inline',
      );
      if (across > 2 && down > (inline ? 6 : 3)) {
        wrong.push(`overlap: ${nameOf(one.element)} and ${nameOf(other.element)}`);
      }
    }
  }

  // Everything that can be focused shows it, and is large enough to hit.
  for (const element of document.querySelectorAll<HTMLElement>('button, a[href], input')) {
    if (!shown(element)) continue;
    element.focus({ preventScroll: true });
    const style = getComputedStyle(element);
    if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 1) {
      wrong.push(`focus unseen: ${nameOf(element)}`);
    }
    const { width, height } = element.getBoundingClientRect();
    if (element.tagName === 'BUTTON' && (width < 24 || height < 18)) {
      wrong.push(`small: ${nameOf(element)} ${width} × ${height}`);
    }
  }
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return [...new Set(wrong)];
}
