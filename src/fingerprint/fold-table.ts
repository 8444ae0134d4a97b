// The character table of `norm-1`: what each UTF-16 code unit is, and what it is folded to.

/** Separates words; the default. */
export const SEPARATOR = 0;
/** Part of a word. */
export const LETTER = 1;
/** Part of a word; dots and commas between digits join. */
export const DIGIT = 2;
/** Leaves no trace: marks, apostrophes, soft hyphens, zero-width and direction characters. */
export const IGNORED = 3;
/** A token of its own: Han, Kana, Thai and the other scripts written without spaces. */
export const SOLO = 4;
/** A letter that folds to several; see {@link expansions}. */
export const EXPANDS = 5;
/** Half of a character outside the basic plane. */
export const SURROGATE = 6;

export interface Folding {
  kind: number;
  /** The folded text: one UTF-16 code unit, or more where {@link EXPANDS}. */
  text: string;
}

// U+0027 ' U+0060 ` U+00B4 ´ U+02B9 ʹ U+02BB ʻ U+02BC ʼ U+2018 ‘ U+2019 ’ U+201B ‛ U+2032 ′ U+FF07 ＇
const APOSTROPHES = new Set([
  0x27, 0x60, 0xb4, 0x2b9, 0x2bb, 0x2bc, 0x2018, 0x2019, 0x201b, 0x2032, 0xff07,
]);
const MARK = /^\p{M}$/u;
const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}]$/u;
const LETTER_CLASS = /^[\p{L}\p{Nl}\p{No}]$/u;
const DIGIT_CLASS = /^\p{Nd}$/u;
/** Scripts written without spaces between words. */
const SOLO_CLASS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

/** The value of a decimal digit of any script: digits stand in runs of ten or of several tens, zero first. */
function digitValue(codePoint: number): number {
  let zero = codePoint;
  while (DIGIT_CLASS.test(String.fromCodePoint(zero - 1))) zero--;
  return (codePoint - zero) % 10;
}

/** Kind and folding of one character, by the rules of `norm-1` (see `normalise.ts`). */
export function fold(character: string): Folding {
  const codePoint = character.codePointAt(0) ?? 0;
  if (APOSTROPHES.has(codePoint) || MARK.test(character) || INVISIBLE.test(character)) {
    return { kind: IGNORED, text: '' };
  }
  if (DIGIT_CLASS.test(character)) return { kind: DIGIT, text: String(digitValue(codePoint)) };
  const parts = Array.from(
    character
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll('ß', 'ss')
      .replaceAll('ς', 'σ'),
  );
  const kept = parts.filter((part) => !MARK.test(part));
  const first = kept[0];
  if (first === undefined) return { kind: parts.length > 0 ? IGNORED : SEPARATOR, text: '' };
  if (SOLO_CLASS.test(first)) return { kind: SOLO, text: first };
  if (DIGIT_CLASS.test(first) && kept.length === 1) return { kind: DIGIT, text: first };
  const isWord = (part: string) => LETTER_CLASS.test(part) || DIGIT_CLASS.test(part);
  if (!isWord(first)) return { kind: SEPARATOR, text: '' };
  const text = kept.every(isWord) ? kept.join('') : first;
  return { kind: text.length > 1 ? EXPANDS : LETTER, text };
}

/** Kind of every code unit of the basic plane. */
export const kinds = new Uint8Array(0x10000);
/** Folded code unit of every {@link LETTER}, {@link DIGIT} and {@link SOLO}; 0 where it takes two. */
export const folded = new Uint16Array(0x10000);
/** Folded text of every {@link EXPANDS}, and of every {@link SOLO} that folds outside of the basic plane. */
export const expansions = new Map<number, string>();

const FILLED_BITS = 8;
const filled = new Uint8Array(0x10000 >> FILLED_BITS);

/**
 * Fills the table for the block of 256 code units around `unit`. Done on first use: the whole table
 * takes some 60 ms to build, and a page needs two or three blocks of it.
 */
export function fillBlock(unit: number): void {
  const block = unit >> FILLED_BITS;
  if (filled[block] === 1) return;
  filled[block] = 1;
  const start = block << FILLED_BITS;
  for (let code = start; code < start + (1 << FILLED_BITS); code++) {
    if (code >= 0xd800 && code <= 0xdfff) {
      kinds[code] = SURROGATE;
      continue;
    }
    const { kind, text } = fold(String.fromCharCode(code));
    kinds[code] = kind;
    if (text.length > 1) expansions.set(code, text);
    else if (text !== '') folded[code] = text.charCodeAt(0);
  }
}

/** Whether the block of `unit` has been filled. */
export function isFilled(unit: number): boolean {
  return filled[unit >> FILLED_BITS] === 1;
}

const astral = new Map<number, Folding>();
/** Bounds the memory that a hostile text can take: 4,096 distinct astral characters are kept. */
const MAX_ASTRAL = 4096;

/** Kind and folding of a character outside the basic plane. */
export function foldAstral(codePoint: number): Folding {
  const known = astral.get(codePoint);
  if (known !== undefined) return known;
  const folding = fold(String.fromCodePoint(codePoint));
  if (astral.size < MAX_ASTRAL) astral.set(codePoint, folding);
  return folding;
}
