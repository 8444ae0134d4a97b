// `norm-1`: text to tokens. One normaliser for both sides of every comparison; see docs/matching.md.
//
// 1. A letter or digit is folded: NFKD, lower case, marks dropped, digits of any script to 0-9, ß to
//    ss, ς to σ, ligatures spelt out. Hangul syllables become their letters, so that composed and
//    decomposed text agree.
// 2. Apostrophes, marks, soft hyphens, zero-width and direction characters leave no trace.
// 3. Letters and digits form words; everything else separates, but
//    - a comma between digits leaves no trace, a dot between digits is kept: 1,000 = 1000, 5.2 ≠ 52;
//    - dots of single-letter acronyms leave no trace: U.S. = US.
// 4. Han, Kana, Thai, Lao, Khmer and Myanmar: one character is one token.

import {
  DIGIT,
  EXPANDS,
  expansions,
  fillBlock,
  foldAstral,
  folded,
  IGNORED,
  isFilled,
  kinds,
  LETTER,
  SEPARATOR,
  SOLO,
  SURROGATE,
} from './fold-table.ts';
import { SEED_A, SEED_B, stepA, stepB } from './hash.ts';

/** The id stored in every pack. Packs of another normaliser are never compared. */
export const NORMALISER_ID = 'norm-1';

const DOT = 0x2e;
const COMMA = 0x2c;

/** Tokens of a text, as parallel arrays of length `count`. */
export interface Tokens {
  count: number;
  /** Lane A of each token's hash. */
  a: Uint32Array;
  /** Lane B of each token's hash. */
  b: Uint32Array;
  /** Offset of the token's first UTF-16 code unit in the text. */
  start: Uint32Array;
  /** Offset after the token's last code unit. */
  end: Uint32Array;
  /** 1 where the token is a single character of a script without spaces. */
  solo: Uint8Array;
}

/** Index of the next character that leaves a trace, at or after `index`; the length where none does. */
function visibleFrom(text: string, index: number): number {
  let at = index;
  while (at < text.length && kindAt(text, at) === IGNORED) at += lengthAt(text, at);
  return at;
}

function lengthAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

function kindAt(text: string, index: number): number {
  if (index >= text.length) return SEPARATOR;
  const unit = text.charCodeAt(index);
  if (!isFilled(unit)) fillBlock(unit);
  const kind = kinds[unit] ?? SEPARATOR;
  if (kind !== SURROGATE) return kind;
  return foldAstral(text.codePointAt(index) ?? unit).kind;
}

function isLetter(kind: number): boolean {
  return kind === LETTER || kind === EXPANDS;
}

/** Whether one letter stands there, and not a word. */
function isSingleLetter(text: string, index: number): boolean {
  const letter = visibleFrom(text, index);
  if (!isLetter(kindAt(text, letter))) return false;
  const next = kindAt(text, visibleFrom(text, letter + lengthAt(text, letter)));
  return !isLetter(next) && next !== DIGIT;
}

/** Receives each token: hash lanes, code-unit offsets, solo flag, and its folded text if asked for. */
type Emit = (a: number, b: number, start: number, end: number, solo: boolean, form: string) => void;

/** The one loop over a text. Character codes and tables only: it runs on every page that is read. */
function scan(text: string, emit: Emit, wantForms: boolean): void {
  let a = SEED_A;
  let b = SEED_B;
  let start = -1;
  let end = 0;
  let form = '';
  /** Letters since the token began or since the last acronym dot; -1 once the token cannot be one. */
  let segment = 0;
  let lastKind = SEPARATOR;

  const flush = () => {
    if (start >= 0) emit(a, b, start, end, false, form);
    a = SEED_A;
    b = SEED_B;
    start = -1;
    segment = 0;
    form = '';
  };
  const push = (unit: number, at: number, length: number) => {
    a = stepA(a, unit);
    b = stepB(b, unit);
    if (start < 0) start = at;
    end = at + length;
    if (wantForms) form += String.fromCharCode(unit);
  };

  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isFilled(unit)) fillBlock(unit);
    let kind = kinds[unit] ?? SEPARATOR;
    if (kind === LETTER && !wantForms) {
      // A run of plain letters, four in five of all characters: its state stays in registers.
      let [laneA, laneB, at, letter] = [a, b, i, unit];
      do {
        const fold = folded[letter] ?? letter;
        laneA = stepA(laneA, fold);
        laneB = stepB(laneB, fold);
        letter = ++at < text.length ? text.charCodeAt(at) : 0;
      } while (kinds[letter] === LETTER && isFilled(letter));
      a = laneA;
      b = laneB;
      if (start < 0) start = i;
      end = at;
      if (segment >= 0) segment += at - i;
      lastKind = LETTER;
      i = at - 1;
      continue;
    }
    let length = 1;
    let spelt: string | undefined;
    if (kind === SURROGATE) {
      const codePoint = text.codePointAt(i) ?? unit;
      const folding = foldAstral(codePoint);
      kind = folding.kind;
      spelt = folding.text;
      length = codePoint > 0xffff ? 2 : 1;
    }
    switch (kind) {
      case IGNORED:
        i += length - 1;
        continue;
      case LETTER:
      case DIGIT:
      case EXPANDS: {
        if (kind === EXPANDS && spelt === undefined) spelt = expansions.get(unit);
        if (spelt === undefined) push(folded[unit] ?? unit, i, length);
        else for (let j = 0; j < spelt.length; j++) push(spelt.charCodeAt(j), i, length);
        segment = kind === DIGIT || segment < 0 ? -1 : segment + 1;
        break;
      }
      case SOLO: {
        flush();
        if (spelt === undefined && folded[unit] === 0) spelt = expansions.get(unit);
        if (spelt === undefined) push(folded[unit] ?? unit, i, length);
        else for (let j = 0; j < spelt.length; j++) push(spelt.charCodeAt(j), i, length);
        emit(a, b, start, end, true, form);
        start = -1;
        flush();
        break;
      }
      default: {
        const betweenDigits =
          (unit === DOT || unit === COMMA) &&
          lastKind === DIGIT &&
          start >= 0 &&
          kindAt(text, visibleFrom(text, i + 1)) === DIGIT;
        if (betweenDigits) {
          if (unit === DOT) push(DOT, i, 1);
          continue;
        }
        const inAcronym =
          unit === DOT && segment === 1 && start >= 0 && isSingleLetter(text, i + 1);
        if (inAcronym) {
          segment = 0;
          continue;
        }
        flush();
      }
    }
    lastKind = kind;
    i += length - 1;
  }
  flush();
}

/**
 * Cuts a text into normalised, hashed tokens.
 *
 * @param text any text; paragraphs are joined by a blank line before
 * @returns parallel arrays; `start` and `end` lead back to the text
 */
export function tokenise(text: string): Tokens {
  // A token takes at least one code unit.
  const room = text.length;
  let capacity = Math.min(room, 64 + (room >> 2));
  let tokens = emptyTokens(capacity);
  let count = 0;
  scan(
    text,
    (a, b, start, end, solo) => {
      if (count === capacity) {
        capacity = Math.min(room, capacity * 2);
        tokens = resized(tokens, capacity);
      }
      tokens.a[count] = a;
      tokens.b[count] = b;
      tokens.start[count] = start;
      tokens.end[count] = end;
      tokens.solo[count] = solo ? 1 : 0;
      count++;
    },
    false,
  );
  return {
    count,
    a: tokens.a.subarray(0, count),
    b: tokens.b.subarray(0, count),
    start: tokens.start.subarray(0, count),
    end: tokens.end.subarray(0, count),
    solo: tokens.solo.subarray(0, count),
  };
}

function emptyTokens(capacity: number): Tokens {
  return {
    count: 0,
    a: new Uint32Array(capacity),
    b: new Uint32Array(capacity),
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    solo: new Uint8Array(capacity),
  };
}

function resized(old: Tokens, capacity: number): Tokens {
  const tokens = emptyTokens(capacity);
  tokens.a.set(old.a);
  tokens.b.set(old.b);
  tokens.start.set(old.start);
  tokens.end.set(old.end);
  tokens.solo.set(old.solo);
  return tokens;
}

/** The folded words of a text, as the published test vectors give them. */
export function normalisedWords(text: string): string[] {
  const words: string[] = [];
  scan(text, (_a, _b, _start, _end, _solo, form) => words.push(form), true);
  return words;
}

/** Number of words as every share, passage and count in Stemma uses it. */
export function countWords(text: string): number {
  let count = 0;
  scan(text, () => count++, false);
  return count;
}

const PARAGRAPH_BREAK = '\n\n';

/** How paragraphs are joined before they are tokenised. */
export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.join(PARAGRAPH_BREAK);
}

/**
 * Index of each paragraph's first token.
 *
 * @param tokens the tokens of {@link joinParagraphs} of the same paragraphs
 */
export function paragraphStarts(paragraphs: readonly string[], tokens: Tokens): Uint32Array {
  const starts = new Uint32Array(paragraphs.length);
  let offset = 0;
  let token = 0;
  for (const [i, paragraph] of paragraphs.entries()) {
    while (token < tokens.count && (tokens.start[token] ?? 0) < offset) token++;
    starts[i] = token;
    offset += paragraph.length + PARAGRAPH_BREAK.length;
  }
  return starts;
}
