// The badge beside a headline: a closed shadow root in a plain element, out of the page's reach.

import { findHeadline } from '../article/headline.ts';
import type { BadgeModel } from '../messages/calls.ts';
import { badgeStyle, type Size } from './badge-style.ts';
import { paletteFor } from './colours.ts';
import { make, onPress, ownEvents } from './elements.ts';
import { findPlace, insertHost, type Place, smallestText } from './placement.ts';
import { treeElement } from './tree.ts';

/** A page that takes the badge out more often than this does not want it; the popup still tells. */
const mostReinsertions = 3;
const largestText = 12.5;
const smallestReadable = 10;
const tallest = 22;

interface Parts {
  host: HTMLElement;
  sheet: CSSStyleSheet;
  pill: HTMLElement;
  open: HTMLButtonElement;
  close: HTMLButtonElement;
  panel: HTMLElement;
}

/** A shown badge. */
export interface Badge {
  /** Takes the badge away for good. */
  remove(): void;
}

function build(model: BadgeModel): Parts {
  const host = make('span');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];

  const pill = make('div', 'pill');
  pill.dir = model.dir;
  pill.setAttribute('role', 'group');
  pill.setAttribute('aria-label', 'Stemma');
  const open = make('button', 'open');
  open.append(treeElement(model.state), make('span', '', model.label));
  // The visible words come first, so that voice control can name the button by them.
  open.setAttribute('aria-label', `${model.label}. ${model.words.open}`);
  open.setAttribute('aria-expanded', 'false');
  const close = make('button', 'close', '×');
  close.setAttribute('aria-label', model.words.close);
  pill.append(open, close);

  const panel = make('div', 'panel');
  panel.dir = model.dir;
  panel.hidden = true;
  panel.tabIndex = -1;
  panel.setAttribute('role', 'group');
  root.append(pill, panel);
  for (const name of ownEvents) root.addEventListener(name, (event) => event.stopPropagation());
  return { host, sheet, pill, open, close, panel };
}

/** Shows the panel above everything and inside of nothing, so that no box of the page cuts it. */
function showPanel({ panel, pill }: Parts): void {
  panel.hidden = false;
  if (typeof panel.showPopover !== 'function') return;
  panel.popover = 'manual';
  panel.showPopover();
  const from = pill.getBoundingClientRect();
  const { width } = panel.getBoundingClientRect();
  const most = document.documentElement.clientWidth - width - 8;
  const start = panel.dir === 'rtl' ? from.right - width : from.left;
  panel.style.left = `${Math.max(8, Math.min(start, most)) + scrollX}px`;
  panel.style.top = `${from.bottom + 4 + scrollY}px`;
}

function hidePanel({ panel, open, close }: Parts): void {
  if (typeof panel.hidePopover === 'function' && panel.popover !== null && !panel.hidden) {
    panel.hidePopover();
  }
  panel.hidden = true;
  open.setAttribute('aria-expanded', 'false');
  close.setAttribute('aria-expanded', 'false');
}

function sizeFor(headline: Element): Size {
  const smallest = smallestText(headline);
  const text = Math.max(smallestReadable, Math.min(largestText, smallest * 0.75));
  return { text, height: Math.round(Math.max(text + 4, Math.min(tallest, smallest * 1.15))) };
}

/** Keeps the badge where it belongs: placed, and there. Answers how to stop. */
function keep(parts: Parts, giveUp: () => void): () => void {
  const { host, sheet, pill } = parts;
  let headline: HTMLElement | undefined;
  let reinsertions = 0;

  const place = (): void => {
    if (headline === undefined || !host.isConnected) return;
    const size = sizeFor(headline);
    const palette = paletteFor(headline);
    const origin: Place = { mode: 'beside', align: 'start', x: 0, y: 0 };
    sheet.replaceSync(badgeStyle(palette, size, origin));
    const { width, height } = pill.getBoundingClientRect();
    const found = findPlace(host, headline, { width, height });
    if (found.mode === 'below' || found.x !== 0 || found.y !== 0) {
      sheet.replaceSync(badgeStyle(palette, size, found));
    }
  };
  const resized = new ResizeObserver(place);
  const insert = (): boolean => {
    headline = findHeadline(document);
    if (headline === undefined || !headline.checkVisibility()) return false;
    insertHost(host, headline);
    place();
    resized.disconnect();
    resized.observe(headline);
    return true;
  };
  const removed = new MutationObserver(() => {
    if (host.isConnected) return;
    reinsertions += 1;
    if (reinsertions > mostReinsertions || !insert()) giveUp();
  });
  if (insert()) {
    removed.observe(document.documentElement, { childList: true, subtree: true });
    // A late web font moves the end of the last line without resizing the headline.
    void document.fonts?.ready.then(place);
  } else giveUp();
  return () => {
    removed.disconnect();
    resized.disconnect();
  };
}

/**
 * Shows a badge after the page's headline.
 *
 * @param onDismiss called when the person puts the badge away, for this page or the whole site
 */
export function showBadge(model: BadgeModel, onDismiss: (scope: 'page' | 'site') => void): Badge {
  const parts = build(model);
  const { host, open, close, panel } = parts;
  let stop: (() => void) | undefined;
  const remove = (): void => {
    stop?.();
    hidePanel(parts);
    host.remove();
  };
  const dismiss = (scope: 'page' | 'site'): void => {
    remove();
    onDismiss(scope);
  };

  const fill = (by: HTMLButtonElement, ...children: Node[]): void => {
    hidePanel(parts);
    panel.replaceChildren(...children);
    panel.setAttribute('aria-label', by.getAttribute('aria-label') ?? '');
    by.setAttribute('aria-expanded', 'true');
    showPanel(parts);
  };
  onPress(open, () => {
    if (open.getAttribute('aria-expanded') === 'true') {
      hidePanel(parts);
      return;
    }
    fill(open, ...model.lines.map((line) => make('p', '', line)), ...smallScreenClose());
    panel.focus({ preventScroll: true });
  });
  const offer = (): void => {
    const choice = make('div', 'choice');
    const { thisPage, thisSite, cancel } = model.words;
    const buttons = [thisPage, thisSite, cancel].map((text) => make('button', '', text));
    choice.append(...buttons);
    const [page, site, back] = buttons;
    if (page) onPress(page, () => dismiss('page'));
    if (site) onPress(site, () => dismiss('site'));
    if (back) onPress(back, () => leave(close));
    fill(close, make('p', '', model.words.close), choice);
    page?.focus({ preventScroll: true });
  };
  onPress(close, offer);

  /** Where the pill is the tree alone, its × is offered with the details. */
  const smallScreenClose = (): Node[] => {
    if (!matchMedia('(hover:none) and (max-width:600px)').matches) return [];
    const choice = make('div', 'choice');
    const button = make('button', '', model.words.close);
    onPress(button, offer);
    choice.append(button);
    return [choice];
  };
  const leave = (to: HTMLElement): void => {
    hidePanel(parts);
    to.focus({ preventScroll: true });
  };
  for (const part of [parts.pill, panel]) {
    part.addEventListener('keydown', (event) => {
      if (!event.isTrusted || event.key !== 'Escape' || panel.hidden) return;
      leave(close.getAttribute('aria-expanded') === 'true' ? close : open);
    });
    part.addEventListener('focusout', (event) => {
      const to = event.relatedTarget;
      const inside = to instanceof Node && (parts.pill.contains(to) || panel.contains(to));
      // Only a move of the focus inside this window closes: leaving the window keeps it open.
      if (!inside && document.hasFocus() && !panel.hidden && panel.isConnected) hidePanel(parts);
    });
  }

  stop = keep(parts, () => remove());
  return { remove };
}
