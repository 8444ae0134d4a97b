// The style of the bar and of the signs in the margin. `!important` on the host: it wins over the page.

import { css } from './colours.ts';
import { schemeFor } from './highlight-colours.ts';

export function barStyle(dark: boolean): string {
  const { hues, changed, added } = schemeFor(dark);
  const ground = dark ? '#1f2024' : '#ffffff';
  const ink = dark ? '#e8eaed' : '#1f2328';
  const muted = dark ? '#a8aeb8' : '#5a616b';
  const line = dark ? '#858b95' : '#8a9099';
  const accent = dark ? '#9fb3ff' : '#2b46c8';
  const samples = hues
    .map((hue, at) => `.hue-${at}{background:${css(hue.ground)};color:${css(hue.ink)}}`)
    .join('\n');
  return `:host{all:initial!important;position:absolute!important;inset:0 auto auto 0!important;width:0!important;height:0!important;display:block!important;z-index:2147483646!important}
@media print{:host{display:none!important}}
*{box-sizing:border-box}
.bar{position:fixed;inset:auto 0 16px;margin:0 auto;width:fit-content;max-width:min(640px,calc(100vw - 24px));padding:8px 12px;border:1px solid ${line};border-radius:10px;color:${ink};background:${ground};font:13px/1.4 system-ui,sans-serif;text-align:start;box-shadow:0 2px 12px rgb(0 0 0/.18);overflow:visible}
.row{display:flex;align-items:center;gap:8px}
.status{flex:1;min-width:0;min-height:36px;display:flex;flex-wrap:wrap;align-content:center;column-gap:8px}
p{margin:0}
.at{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}
.at:empty{display:none}
.what{min-width:0;overflow-wrap:anywhere}
button{all:unset;box-sizing:border-box;cursor:pointer;flex:none;min-height:32px;min-width:32px;padding:4px 8px;border:1px solid ${line};border-radius:6px;text-align:center;color:${ink}}
button[hidden]{display:none}
button:hover{border-color:${accent};color:${accent}}
button:focus-visible{outline:2px solid ${accent};outline-offset:2px}
.arrow{display:inline-block;font-size:18px;line-height:1}
.bar:dir(rtl) .arrow{transform:scaleX(-1)}
.legend{display:flex;flex-wrap:wrap;gap:2px 14px;margin:6px 0 0;padding:6px 0 0;list-style:none;border-top:1px solid color-mix(in srgb,${line} 45%,transparent);color:${muted};font-size:12px;max-height:72px;overflow:auto}
li{display:flex;align-items:center;gap:6px;max-width:100%}
.sample{flex:none;min-width:18px;padding:0 4px;border-radius:2px;text-align:center;line-height:1.35}
${samples}
.changed{text-decoration:underline wavy ${css(changed.ink)} 1.5px;color:${ink}}
.added{text-decoration:underline dashed ${css(added.ink)} 1.5px;color:${ink}}
.dropped{border:1px dashed ${line};color:${ink}}
.sign{position:absolute;display:flex;align-items:center;pointer-events:none;font:11px/1 system-ui,sans-serif;color:${ink}}
.sign .line{position:absolute;border-top:1px dashed ${line};inset-inline:0;top:50%}
.sign .tag{position:absolute;top:50%;transform:translateY(-50%);padding:2px 4px;border:1px dashed ${line};border-radius:3px;background:${ground};white-space:nowrap}
.sign.now .line{border-top:2px solid ${accent}}
.sign.now .tag{border:1px solid ${accent};color:${accent}}
@media (forced-colors:active){.bar,.tag{border-color:CanvasText}button{border-color:ButtonText;color:ButtonText}.sample{forced-color-adjust:none;background:Mark;color:MarkText}}
@media (max-width:480px){.bar{inset-block-end:8px;width:calc(100vw - 16px)}}`;
}
