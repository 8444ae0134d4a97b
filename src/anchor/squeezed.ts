// A text without what the eye passes over, and the way back: white space, soft hyphens, zero width.

/** A text stripped of white space and invisible characters, each kept unit with where it stood. */
export interface Squeezed {
  text: string;
  /** Offset in the original of each code unit of `text`; one entry more for the end. */
  at: Uint32Array;
}

/** Soft hyphen, zero-width space, joiners, marks of direction, byte-order mark. */
const INVISIBLE = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

/** Typewriter and typographer's signs that pages exchange for one another; one unit each. */
const ALIKE = new Map(
  Object.entries({
    '\u2018': "'",
    '\u2019': "'",
    '\u201a': "'",
    '\u201b': "'",
    '\u201c': '"',
    '\u201d': '"',
    '\u201e': '"',
    '\u201f': '"',
    '\u00ab': '"',
    '\u00bb': '"',
    '\u2010': '-',
    '\u2011': '-',
    '\u2012': '-',
    '\u2013': '-',
    '\u2014': '-',
    '\u2212': '-',
  }),
);

/**
 * Squeezes a text, so that layout, hyphenation and quotation marks do not stand in the way of finding
 * a passage. One pass; `at` gives for every kept code unit where it was.
 */
export function squeeze(text: string): Squeezed {
  const at = new Uint32Array(text.length + 1);
  let squeezed = '';
  let run = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const alike = unit < '\u0080' ? undefined : ALIKE.get(unit);
    if (alike === undefined && (unit <= ' ' || unit >= '\u0080') && INVISIBLE.test(unit)) {
      squeezed += text.slice(run, i);
      run = i + 1;
      continue;
    }
    if (alike !== undefined) {
      squeezed += text.slice(run, i) + alike;
      run = i + 1;
    }
    at[count++] = i;
  }
  squeezed += text.slice(run);
  at[count] = text.length;
  return { text: squeezed, at: at.subarray(0, count + 1) };
}

/** The range of the original that a half-open range of the squeezed text covers. */
export function unsqueezed({ at }: Squeezed, start: number, end: number): [number, number] {
  if (end <= start) return [at[start] ?? 0, at[start] ?? 0];
  return [at[start] ?? 0, (at[end - 1] ?? 0) + 1];
}
