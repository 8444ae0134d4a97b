// Marks on in a page: placed, stepped through, kept where the page rewrites itself, taken away.

import type { ShownAnswer, ShownModel } from '../messages/shown.ts';
import { backgroundOf, contrast, parseColour } from './colours.ts';
import { type Bar, showBar } from './highlight-bar.ts';
import { layerName } from './highlight-colours.ts';
import {
  clearHighlights,
  isBroken,
  isPlaced,
  type PlacedMark,
  paintHighlights,
  paintNow,
  placeMarks,
} from './highlight-marks.ts';
import { isSeen, scrollToRange } from './highlight-scroll.ts';
import { drawSigns } from './highlight-signs.ts';

/** Least time between two searches of a page that changes, in milliseconds. */
const PAUSE = 250;
/** Searches that found nothing more, before what is missing is taken for gone. */
const MOST_FRUITLESS = 8;
/** Searches in all. A page that breaks its marks more often does not want them. */
const MOST_SEARCHES = 60;

/** Marks that are on. */
export interface Shown {
  answer: ShownAnswer;
  /** Takes everything away, as if it had never been there. */
  off(): void;
}

/** The page's address without fragment: what tells one page from the next. */
export function pageHere(): string {
  return location.href.replace(/#.*$/s, '');
}

/** Whether the story stands on a dark ground. */
function isDark(placed: readonly PlacedMark[]): boolean {
  const [range] = placed.flatMap(({ ranges }) => ranges);
  const element = range?.startContainer.parentElement ?? document.body;
  const ground = backgroundOf(element);
  // Over a picture the ink tells: light ink stands on something dark.
  const of = ground ?? parseColour(getComputedStyle(element).color)?.rgb ?? [0, 0, 0];
  const isOfLight = contrast(of, [255, 255, 255]) < contrast(of, [0, 0, 0]);
  return ground === undefined ? isOfLight : !isOfLight;
}

/**
 * Marks the page and puts the bar into it.
 * @param onOff called once when the marks are gone, however that came
 */
export function showMarks(given: ShownModel, onOff: () => void): Shown {
  let placed = placeMarks(given);
  const dark = isDark(placed);
  const model = { ...given, name: layerName(given.name, dark) };
  const { name, marks, words, origins } = model;
  paintHighlights(model, placed);
  const focusedBefore = document.activeElement;
  let now = -1;
  let searches = 0;
  let fruitless = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let isOn = true;

  const redraw = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (isOn) drawSigns(bar.signs, marks, placed, now);
    });
  };

  const goTo = (to: number): void => {
    const mark = marks[to];
    if (mark === undefined) return;
    now = to;
    const here = placed[to];
    const range = here?.ranges[0] ?? here?.beside?.range;
    paintNow(name, here);
    const seen = range !== undefined && isSeen(range);
    if (seen) scrollToRange(range);
    bar.say(mark.at, seen ? mark.said : `${mark.said} ${words.gone}`);
    redraw();
  };

  const stop = (): void => {
    isOn = false;
    observer.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    removeEventListener('scroll', redraw, listening);
    removeEventListener('resize', redraw);
    clearHighlights(name, origins.length);
  };
  const off = (): void => {
    const wasOn = isOn;
    const hadFocus = document.activeElement === bar.host;
    stop();
    bar.host.remove();
    if (hadFocus && focusedBefore instanceof HTMLElement) {
      focusedBefore.focus({ preventScroll: true });
    }
    if (wasOn) onOff();
  };

  const bar: Bar = showBar(model, dark, {
    step(by) {
      goTo(now < 0 ? (by > 0 ? 0 : marks.length - 1) : (now + by + marks.length) % marks.length);
    },
    jump: (to) => goTo(to === 'first' ? 0 : marks.length - 1),
    off,
  });

  /** Gives up without a fuss: marks away, the bar says why and can be put away. */
  const giveUp = (): void => {
    stop();
    bar.signs.replaceChildren();
    bar.end(words.lost);
    onOff();
  };

  /** Looks whether the page took marks away, or brought back what was missing. */
  const searchAgain = (): void => {
    timer = undefined;
    if (!isOn) return;
    if (pageHere() !== model.page) {
      off();
      return;
    }
    if (!bar.host.isConnected) document.documentElement.append(bar.host);
    const missing = placed.filter((mark) => !isPlaced(mark)).length;
    const broken = placed.some(isBroken);
    if (!broken && (missing === 0 || fruitless >= MOST_FRUITLESS)) {
      redraw();
      return;
    }
    searches += 1;
    if (searches > MOST_SEARCHES) {
      giveUp();
      return;
    }
    placed = placeMarks(model);
    const still = placed.filter((mark) => !isPlaced(mark)).length;
    fruitless = !broken && still >= missing ? fruitless + 1 : 0;
    paintHighlights(model, placed);
    paintNow(name, placed[now]);
    redraw();
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(searchAgain, PAUSE);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  const listening = { capture: true, passive: true } as const;
  addEventListener('scroll', redraw, listening);
  addEventListener('resize', redraw);

  drawSigns(bar.signs, marks, placed, now);
  bar.focus();
  // The first mark in view, so that "shown" is seen to be true; the summary stays to be read.
  const first = placed.find(({ ranges }) => ranges.length > 0)?.ranges[0];
  if (first !== undefined && isSeen(first)) scrollToRange(first);
  return { answer: { placed: placed.filter(isPlaced).length }, off };
}
