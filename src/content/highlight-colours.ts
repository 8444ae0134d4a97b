// The colours of marks in a page: one hue for each text, in two sets, each with its own ink.

import { css, type Rgb } from './rgb.ts';

/** Ground and ink of one hue. Both are set, so that contrast does not hang on the page's own colours. */
export interface Hue {
  ground: Rgb;
  ink: Rgb;
}

interface Scheme {
  hues: readonly Hue[];
  /** Ink and line of what was changed, and of what was added. */
  changed: Hue;
  added: Hue;
}

/**
 * Six hues that also differ in common kinds of colour blindness by lightness or by blue and yellow
 * (after Okabe and Ito, 2008); the sixth is grey, for all further texts. None is red or green alone:
 * a colour says whose text it is, and judges nothing.
 */
const LIGHT: Scheme = {
  hues: [
    { ground: [207, 222, 255], ink: [20, 28, 60] },
    { ground: [255, 226, 168], ink: [50, 32, 0] },
    { ground: [190, 234, 222], ink: [0, 44, 36] },
    { ground: [243, 209, 235], ink: [58, 12, 48] },
    { ground: [226, 220, 190], ink: [40, 36, 8] },
    { ground: [224, 226, 230], ink: [31, 35, 40] },
  ],
  changed: { ground: [255, 255, 255], ink: [124, 30, 92] },
  added: { ground: [255, 255, 255], ink: [62, 70, 82] },
};

const DARK: Scheme = {
  hues: [
    { ground: [34, 48, 98], ink: [232, 237, 255] },
    { ground: [82, 58, 12], ink: [255, 243, 218] },
    { ground: [14, 70, 60], ink: [224, 250, 243] },
    { ground: [84, 34, 72], ink: [255, 232, 250] },
    { ground: [66, 62, 32], ink: [250, 246, 222] },
    { ground: [60, 64, 72], ink: [238, 240, 243] },
  ],
  changed: { ground: [18, 18, 18], ink: [255, 176, 226] },
  added: { ground: [18, 18, 18], ink: [196, 203, 214] },
};

/** How many hues there are; further texts share the last. */
export const HUES = LIGHT.hues.length;

export function schemeFor(dark: boolean): Scheme {
  return dark ? DARK : LIGHT;
}

/** How the names of highlights on a dark page, or a light one, begin. */
export function layerName(name: string, dark: boolean): string {
  return `${name}${dark ? 'd' : 'l'}`;
}

/**
 * The style sheet of the highlights whose names begin with `name`, for light and dark pages: it is
 * inserted while the page is being marked, before it is known which it is.
 */
export function highlightStyle(name: string): string {
  return [false, true].map((dark) => styleOf(layerName(name, dark), dark)).join('\n');
}

/** Only what `::highlight()` may carry: colours and lines (CSS Custom Highlight API, section 4.2). */
function styleOf(name: string, dark: boolean): string {
  const { hues, changed, added } = schemeFor(dark);
  const rules = hues.map(
    ({ ground, ink }, at) =>
      `::highlight(${name}-${at}){background-color:${css(ground)};color:${css(ink)}}`,
  );
  rules.push(
    `::highlight(${name}-changed){text-decoration:underline wavy ${css(changed.ink)} 1.5px}`,
    `::highlight(${name}-added){text-decoration:underline dashed ${css(added.ink)} 1.5px}`,
    `::highlight(${name}-now){text-decoration:underline solid ${css(hues[0]?.ink ?? changed.ink)} 3px}`,
    `@media (forced-colors:active){${hues.map((_, at) => `::highlight(${name}-${at})`).join()}{background-color:Mark;color:MarkText}}`,
  );
  return rules.join('\n');
}
