// The pictures of the newsstand by name: drawn as SVG, and as PNG in the sizes that pages ask for.

import { Resvg } from '@resvg/resvg-js';
import { bell, canteen, moth } from './close.ts';
import { dredger, ferry, lighthouse, picket, runners } from './coast.ts';
import { frame, gradient, HEIGHT, rect, WIDTH } from './draw.ts';
import { glacier, river, train, village } from './inland.ts';

/** For stories whose own picture is not ours to show: a plain field of grey. */
function blank(): string {
  const grey = gradient('grey', [
    [0, '#c4c8cc'],
    [1, '#8d949b'],
  ]);
  return frame(grey, [rect(0, 0, WIDTH, HEIGHT, 'url(#grey)')]);
}

const SCENES: Record<string, () => string> = {
  ferry,
  dredger,
  picket,
  runners,
  lighthouse,
  glacier,
  river,
  village,
  canteen,
  train,
  moth,
  bell,
  blank,
};

export const SCENE_NAMES = Object.keys(SCENES);

/** Widths in pixels in which each picture is served. */
export const PICTURE_WIDTHS = [400, 800, 1600] as const;

/** A scene as SVG; throws for a name that was never drawn. */
export function sceneSvg(name: string): string {
  const draw = SCENES[name];
  if (!draw) throw new Error(`no picture "${name}"; there are ${SCENE_NAMES.join(', ')}`);
  return draw();
}

const rendered = new Map<string, Uint8Array>();

/** A scene as PNG, drawn once per width. */
export function scenePng(name: string, width: number): Uint8Array {
  const key = `${name}-${width}`;
  const known = rendered.get(key);
  if (known) return known;
  const png = new Resvg(sceneSvg(name), { fitTo: { mode: 'width', value: width } })
    .render()
    .asPng();
  rendered.set(key, png);
  return png;
}
