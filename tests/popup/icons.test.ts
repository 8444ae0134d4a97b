// The icons in `public/icons` are what the geometry draws, and each state can be told from the others.

import { readdirSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { iconFiles, renderPng } from '../../scripts/icons.ts';
import { TREE_STATES } from '../../src/icons/tree.ts';

const folder = new URL('../../public/icons/', import.meta.url);

/** RGBA values of a PNG. */
function pixelsOf(png: Uint8Array, side: number): Uint8Array {
  const data = Buffer.from(png).toString('base64');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">` +
    `<image width="${side}" height="${side}" href="data:image/png;base64,${data}"/></svg>`;
  return new Resvg(svg).render().pixels;
}

/** Pixels laid over a ground, as brightness: what tells two icons apart without colour. */
function brightness(pixels: Uint8Array, ground: number): number[] {
  const values: number[] = [];
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.slice(at, at + 4);
    const own = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    values.push((own * alpha + ground * (255 - alpha)) / 255);
  }
  return values;
}

const files = iconFiles();

describe('the icons', () => {
  it('are exactly the files that the product needs', () => {
    expect(readdirSync(folder).toSorted()).toEqual(files.map(({ name }) => name).toSorted());
  });

  it.each(files)('$name is drawn from the geometry', ({ name, svg, pixels }) => {
    const committed = pixelsOf(readFileSync(new URL(name, folder)), pixels);
    const drawn = pixelsOf(renderPng(svg, pixels), pixels);
    expect(committed.length).toBe(pixels * pixels * 4);
    // Renderers on other processors may round a blended pixel differently.
    const off = drawn.findIndex((value, index) => Math.abs(value - (committed[index] ?? -9)) > 3);
    expect(off, 'run `npm run icons`').toBe(-1);
  });

  it.each([
    ['light', 255],
    ['light', 225],
    ['dark', 33],
    ['dark', 43],
  ] as const)('differ at 16 px without colour, on %s ground %i', (theme, ground) => {
    const drawings = TREE_STATES.map((state) => {
      const file = files.find(({ name }) => name === `${state}-${theme}-16.png`);
      if (file === undefined) throw new Error(`no ${theme} icon for ${state}`);
      return { state, values: brightness(pixelsOf(renderPng(file.svg, 16), 16), ground) };
    });
    for (const one of drawings) {
      for (const other of drawings) {
        if (one.state >= other.state) continue;
        const plain = one.values.filter(
          (value, index) => Math.abs(value - (other.values[index] ?? 0)) > 40,
        ).length;
        // Eight pixels of 256 are a notch: the least difference that is seen at a glance.
        expect(plain, `${one.state} and ${other.state}`).toBeGreaterThanOrEqual(8);
      }
    }
  });
});
