// The mark as SVG text: for the PNG icons, the README and anything that is not Preact.

import { drawTree, type Shape, type Tone, TREE_GRID, type TreeState } from './tree.ts';

/** A colour for each tone. */
export type Palette = Record<Tone, string>;

/** For light toolbars: dark ink. `faint` keeps 3:1 on #dee1e6, so that it recedes but can be seen. */
export const LIGHT_TOOLBAR: Palette = { ink: '#3c4043', faint: '#7b8087', accent: '#2b46c8' };

/** For dark toolbars: light ink. */
export const DARK_TOOLBAR: Palette = { ink: '#e8eaed', faint: '#7f848b', accent: '#9fb3ff' };

function element(shape: Shape, palette: Palette): string {
  const attributes = Object.entries(shape.attributes).map(([name, value]) => `${name}="${value}"`);
  const colour = palette[shape.tone];
  attributes.push(shape.paint === 'fill' ? `fill="${colour}"` : `fill="none" stroke="${colour}"`);
  return `<${shape.tag} ${attributes.join(' ')}/>`;
}

/** The mark in a state, as a whole SVG document on a transparent ground. */
export function treeSvg(state: TreeState, palette: Palette): string {
  const shapes = drawTree(state).map((shape) => element(shape, palette));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${TREE_GRID} ${TREE_GRID}">${shapes.join('')}</svg>`;
}

const TILE = '#2b46c8';
const ON_TILE: Palette = { ink: '#ffffff', faint: '#b9c5ff', accent: '#ffffff' };

/** Middle tones with 3:1 on white and on #202124: the toolbar's theme is not known here. */
const ANY_GROUND: Palette = { ink: '#757b83', faint: '#757b83', accent: '#5471e8' };

/**
 * The product's icon. Up to 32 px, where it stands in toolbars and lists, the bare mark; above that
 * the mark in white on a tile, as stores and extension pages show it.
 *
 * @param pixels side of the icon
 */
export function appSvg(pixels: number): string {
  if (pixels <= 32) return treeSvg('copy', ANY_GROUND);
  const margin = 5;
  const side = TREE_GRID + 2 * margin;
  const shapes = drawTree('copy').map((shape) => element(shape, ON_TILE));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<rect width="${side}" height="${side}" rx="${side * 0.22}" fill="${TILE}"/>` +
    `<g transform="translate(${margin} ${margin})">${shapes.join('')}</g></svg>`
  );
}
