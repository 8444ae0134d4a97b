// Renders the icons that the extension ships, from the geometry in src/icons. `npm run icons`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { appSvg, DARK_TOOLBAR, LIGHT_TOOLBAR, treeSvg } from '../src/icons/svg.ts';
import { TREE_STATES } from '../src/icons/tree.ts';

export interface IconFile {
  /** Below `public/icons`. */
  name: string;
  svg: string;
  pixels: number;
}

/** Every icon that belongs in `public/icons`. */
export function iconFiles(): IconFile[] {
  const files: IconFile[] = [16, 32, 48, 128].map((pixels) => ({
    name: `app-${pixels}.png`,
    svg: appSvg(pixels),
    pixels,
  }));
  for (const state of TREE_STATES) {
    for (const [theme, palette] of [
      ['light', LIGHT_TOOLBAR],
      ['dark', DARK_TOOLBAR],
    ] as const) {
      for (const pixels of [16, 32]) {
        files.push({
          name: `${state}-${theme}-${pixels}.png`,
          svg: treeSvg(state, palette),
          pixels,
        });
      }
    }
  }
  return files;
}

/** An SVG as PNG, `pixels` wide. */
export function renderPng(svg: string, pixels: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: pixels } }).render().asPng();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../public/icons/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const files = iconFiles();
  for (const { name, svg, pixels } of files) writeFileSync(folder + name, renderPng(svg, pixels));
  console.log(`${files.length} icons written to public/icons`);
}
