// A colour as three channels. Apart from what reads it off a page, which the worker has none of.

/** 0 to 255 each, sRGB. */
export type Rgb = [red: number, green: number, blue: number];

export function css([red, green, blue]: Rgb): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;
}
