// The badge's style sheet. `!important` on the host: there it wins over every style of the page.

import { css, type Palette } from './colours.ts';
import type { Place } from './placement.ts';

/** Sizes in pixels: text of the pill, and its height. */
export interface Size {
  text: number;
  height: number;
}

/** Inline margins that put the pill where the headline's text stands. */
const MARGINS = { start: '0', center: 'auto', end: 'auto 0' } as const;

export function badgeStyle(palette: Palette, size: Size, place: Place): string {
  const flow =
    place.mode === 'beside'
      ? `position:absolute!important;inset:auto!important;transform:translate(${place.x.toFixed(1)}px,${place.y.toFixed(1)}px)!important`
      : `position:static!important;margin:6px 0 8px!important;margin-inline:${MARGINS[place.align]}!important`;
  const fill = palette.fill === undefined ? 'transparent' : css(palette.fill);
  return `:host{all:initial!important;display:block!important;${flow};width:fit-content!important;max-width:100%!important;z-index:1!important;direction:inherit!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box}
.pill{display:inline-flex;align-items:center;max-width:100%;height:${size.height}px;border:1px solid color-mix(in srgb,currentColor 45%,transparent);border-radius:${size.height / 2}px;color:${css(palette.ink)};background:${fill};font:500 ${size.text}px/1 system-ui,sans-serif;white-space:nowrap;overflow:hidden}
button{all:unset;box-sizing:border-box;cursor:pointer;display:inline-flex;align-items:center}
.open{gap:5px;height:100%;min-width:0;padding-inline:7px 4px}
.open span{overflow:hidden;text-overflow:ellipsis;line-height:${size.height - 2}px}
.close{height:100%;padding-inline:6px 9px;opacity:.75}
svg{width:${size.text}px;height:${size.text}px;flex:none;overflow:visible}
button:hover{text-decoration:underline;opacity:1}
button:focus-visible{outline:2px solid currentColor;outline-offset:-2px;border-radius:${size.height / 2}px}
.panel{margin:0;padding:10px 14px;max-width:min(340px,calc(100vw - 16px));inset:auto;border:1px solid color-mix(in srgb,currentColor 35%,transparent);border-radius:8px;color:${css(palette.groundInk)};background:${css(palette.ground)};font:13px/1.45 system-ui,sans-serif;text-align:start;white-space:normal;position:absolute;z-index:2147483647}
.panel:focus{outline:none}
.panel[hidden]{display:none}
p{margin:0 0 6px}
p:last-child{margin:0}
.choice{display:flex;flex-wrap:wrap;gap:6px}
.choice button{padding:5px 10px;border:1px solid color-mix(in srgb,currentColor 45%,transparent);border-radius:6px}
@media (hover:none) and (max-width:600px){.open span,.close{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.pill{overflow:visible;position:relative}.open{padding-inline:${(size.height - size.text) / 2}px}.open::after{content:'';position:absolute;inset:-11px}}
@media (prefers-contrast:more){.pill{border-color:currentColor}.close{opacity:1}}
@media (forced-colors:active){.pill,.panel{color:ButtonText;background:ButtonFace;border-color:ButtonText}}`;
}
