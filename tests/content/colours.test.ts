// @vitest-environment happy-dom
// The badge can be read on every ground, in the page's own colour where that can be read itself.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  contrast,
  css,
  mix,
  paletteFor,
  parseColour,
  type Rgb,
} from '../../src/content/colours.ts';

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

it('contrast is WCAG’s', () => {
  expect(contrast(black, white)).toBeCloseTo(21, 5);
  expect(contrast(white, white)).toBe(1);
  // #767676 is the lightest grey with 4.5:1 on white.
  expect(contrast([0x76, 0x76, 0x76], white)).toBeGreaterThanOrEqual(4.5);
  expect(contrast([0x77, 0x77, 0x77], white)).toBeLessThan(4.5);
});

it.each([
  ['rgb(1, 2, 3)', [1, 2, 3], 1],
  ['rgba(1, 2, 3, 0.5)', [1, 2, 3], 0.5],
  ['rgb(1 2 3 / 50%)', [1, 2, 3], 0.5],
  ['color(srgb 1 0 0.5)', [255, 0, 127.5], 1],
])('reads %s', (text, rgb, alpha) => {
  expect(parseColour(text)).toEqual({ rgb, alpha });
});

it('does not guess a colour it cannot read', () => {
  expect(parseColour('oklch(0.5 0.1 20)')).toBeUndefined();
  expect(parseColour('transparent')).toBeUndefined();
});

describe('paletteFor', () => {
  let headline: HTMLElement;
  beforeEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('style');
    headline = document.createElement('h1');
    headline.textContent = 'Ferries to stop';
    document.body.append(headline);
  });
  function palette(colour: string, ground: string): ReturnType<typeof paletteFor> {
    headline.style.color = colour;

    document.body.style.backgroundColor = ground;
    return paletteFor(headline);
  }

  it('takes the headline’s colour at 80 %', () => {
    const { ink, fill } = palette('rgb(0, 0, 0)', 'rgb(255, 255, 255)');
    expect(ink).toEqual(mix(black, white, 0.8));
    expect(fill).toBeUndefined();
  });

  it('takes it in full where 80 % is too faint', () => {
    expect(palette('rgb(110, 110, 110)', 'rgb(255, 255, 255)').ink).toEqual([110, 110, 110]);
  });

  it.each([
    ['rgb(200, 200, 200)', 'rgb(255, 255, 255)'],
    ['rgb(20, 20, 20)', 'rgb(0, 0, 0)'],
    ['rgb(255, 0, 0)', 'rgb(0, 0, 255)'],
    ['rgb(128, 128, 128)', 'rgb(128, 128, 128)'],
    ['rgb(240, 240, 240)', 'rgb(16, 20, 24)'],
  ])('keeps 4.5:1 for %s on %s', (colour, ground) => {
    const { ink, ground: behind, groundInk } = palette(colour, ground);
    expect(contrast(ink, behind)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(groundInk, behind)).toBeGreaterThanOrEqual(4.5);
  });

  it('brings its own ground where a picture is behind the headline', () => {
    headline.style.backgroundImage = 'url(x.png)';
    headline.style.color = 'rgb(255, 255, 255)';
    const { fill, ink } = paletteFor(headline);
    expect(fill).toBeDefined();
    expect(contrast(ink, fill ?? white)).toBeGreaterThanOrEqual(4.5);
  });
});

it('writes colours', () => {
  expect(css([1.4, 2, 255])).toBe('rgb(1 2 255)');
});
