// The badge's colours: the page's own, as long as they can be read.

import type { Rgb } from './rgb.ts';

export { css, type Rgb } from './rgb.ts';

interface Colour {
  rgb: Rgb;
  alpha: number;
}

/** Reads `rgb(…)`, `rgba(…)` and `color(srgb …)` as `getComputedStyle` writes them. */
export function parseColour(text: string): Colour | undefined {
  const numbers = text
    .match(/-?[\d.]+(?:e-?\d+)?%?/g)
    ?.map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part)));
  if (numbers === undefined || numbers.length < 3) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  if (/^rgba?\(/.test(text)) return { rgb: [red, green, blue], alpha };
  if (text.startsWith('color(srgb ')) return { rgb: [red * 255, green * 255, blue * 255], alpha };
  return undefined;
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const value = Math.min(255, Math.max(0, channel)) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast ratio of two colours, 1 to 21, WCAG 2.2. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** `over` at `share` on `under`. */
export function mix(over: Rgb, under: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number =>
    Math.round(over[index] * share + under[index] * (1 - share));
  return [channel(0), channel(1), channel(2)];
}

/**
 * The first opaque background behind an element; undefined where a picture is in between, and the
 * colour behind the text cannot be known.
 */
export function backgroundOf(element: Element): Rgb | undefined {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const style = getComputedStyle(at);
    const colour = parseColour(style.backgroundColor);
    if (style.backgroundImage !== 'none' && style.backgroundImage !== '') return undefined;
    if (colour !== undefined && colour.alpha > 0.95) return colour.rgb;
  }
  // Nothing painted: the canvas, which is dark only where the page says it supports dark.
  const dark =
    getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
    matchMedia('(prefers-color-scheme: dark)').matches;
  return dark ? [18, 18, 18] : [255, 255, 255];
}

export interface Palette {
  /** The pill's text. */
  ink: Rgb;
  /** Behind the pill; undefined where the page shows through. */
  fill: Rgb | undefined;
  /** The opened details: the page's own ground, opaque. */
  ground: Rgb;
  groundInk: Rgb;
}

const least = 4.5;
const black: Rgb = [17, 17, 17];
const white: Rgb = [255, 255, 255];

/**
 * The headline's colour at 80 % where that keeps 4.5:1 on what is behind it, else at 100 %, else
 * black or white on a ground of its own.
 */
export function paletteFor(headline: Element): Palette {
  const text = parseColour(getComputedStyle(headline).color)?.rgb ?? black;
  const behind = backgroundOf(headline);
  const ground = behind ?? (luminance(text) > 0.4 ? black : white);
  const onGround = contrast(white, ground) > contrast(black, ground) ? white : black;
  for (const share of [0.8, 1]) {
    const ink = mix(text, ground, share);
    if (contrast(ink, ground) >= least) {
      return { ink, fill: behind === undefined ? ground : undefined, ground, groundInk: onGround };
    }
  }
  return { ink: onGround, fill: ground, ground, groundInk: onGround };
}
