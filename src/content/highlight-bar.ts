// The bar at the window's edge while passages are marked: which mark, what it is, on, back, off.

import type { ShownModel } from '../messages/shown.ts';
import { make, onPress, ownEvents } from './elements.ts';
import { barStyle } from './highlight-bar-style.ts';

/** What the bar asks for. */
export interface BarActs {
  /** 1 for the next mark, -1 for the one before. */
  step(by: number): void;
  /** The first mark or the last. */
  jump(to: 'first' | 'last'): void;
  off(): void;
}

export interface Bar {
  /** In the page, without name, class or attribute; its root is closed. */
  host: HTMLElement;
  /** Signs in the page's margin go here. */
  signs: HTMLElement;
  /** Says where the reader is. */
  say(at: string, what: string): void;
  /** Nothing is marked any more: why, and only the way out is left. */
  end(why: string): void;
  focus(): void;
}

/** Which key does what, beside Escape. Arrows to the side follow the direction of the language. */
function actOf(key: string, isRtl: boolean, acts: BarActs): (() => void) | undefined {
  switch (key) {
    case 'n':
    case 'N':
    case 'ArrowDown':
      return () => acts.step(1);
    case 'p':
    case 'P':
    case 'ArrowUp':
      return () => acts.step(-1);
    case 'ArrowRight':
      return () => acts.step(isRtl ? -1 : 1);
    case 'ArrowLeft':
      return () => acts.step(isRtl ? 1 : -1);
    case 'Home':
      return () => acts.jump('first');
    case 'End':
      return () => acts.jump('last');
    case 'Escape':
      return () => acts.off();
    default:
      return undefined;
  }
}

/** What the marks look like, each with a sample and its words. */
function legend({ origins, marks, words }: ShownModel): HTMLElement {
  const list = make('ul', 'legend');
  const entry = (sample: string, text: string): void => {
    const item = make('li');
    const swatch = make('span', `sample ${sample}`, sample === 'dropped' ? '¶' : 'a');
    swatch.setAttribute('aria-hidden', 'true');
    item.append(swatch, make('bdi', '', text));
    list.append(item);
  };
  const has = (kind: string): boolean => marks.some((mark) => mark.kind === kind);
  for (const [at, origin] of origins.entries()) {
    if (marks.some((mark) => mark.kind === 'passage' && mark.origin === at)) {
      entry(`hue-${at}`, origin);
    }
  }
  if (has('changed')) entry('changed', words.changed);
  if (has('added')) entry('added', words.added);
  if (has('dropped')) entry('dropped', words.dropped);
  return list;
}

/**
 * Builds the bar and puts it at the end of the document, outside of the page's own body. Keys work
 * while the focus is in it: a page's own shortcuts stay the page's.
 * @param dark whether the page is
 */
export function showBar(model: ShownModel, dark: boolean, acts: BarActs): Bar {
  const { words, dir } = model;
  const host = make('span');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(barStyle(dark));
  root.adoptedStyleSheets = [sheet];

  const bar = make('div', 'bar');
  bar.dir = dir;
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', words.bar);
  const previous = make('button', 'step');
  const next = make('button', 'step');
  const off = make('button', 'off', words.off);
  for (const [button, name, sign] of [
    [previous, words.previous, '‹'],
    [next, words.next, '›'],
  ] as const) {
    button.setAttribute('aria-label', name);
    button.title = name;
    button.append(make('span', 'arrow', sign));
  }
  onPress(previous, () => acts.step(-1));
  onPress(next, () => acts.step(1));
  onPress(off, () => acts.off());

  const at = make('p', 'at');
  const what = make('p', 'what');
  // One live region for both: told together, and once.
  const status = make('div', 'status');
  status.setAttribute('role', 'status');
  status.append(at, what);
  what.textContent = words.summary;
  const row = make('div', 'row');
  row.append(previous, next, status, off);
  bar.append(row, legend(model));

  const signs = make('div', 'signs');
  root.append(signs, bar);
  for (const name of ownEvents) root.addEventListener(name, (event) => event.stopPropagation());
  bar.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actOf(event.key, dir === 'rtl', acts);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  document.documentElement.append(host);
  // Above everything and inside of nothing: no box of the page covers or cuts it.
  if (typeof bar.showPopover === 'function') {
    bar.popover = 'manual';
    bar.showPopover();
  }
  return {
    host,
    signs,
    say(position, text) {
      at.textContent = position;
      what.textContent = text;
    },
    end(why) {
      at.textContent = '';
      what.textContent = why;
      previous.hidden = true;
      next.hidden = true;
      off.focus({ preventScroll: true });
    },
    focus: () => next.focus({ preventScroll: true }),
  };
}
