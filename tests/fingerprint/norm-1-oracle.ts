// `norm-1` a second time, as plainly as its rules can be written: slow, and obviously right.
//
// It shares no code and no table with src/fingerprint. Whoever writes another implementation can
// start from here.

const APOSTROPHES = new Set("'`´ʹʻʼ‘’‛′＇");
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** All decimal digits in order: they come in runs of ten that begin with a zero. */
const DIGITS: string[] = [];
for (let code = 0; code < 0x110000; code++) {
  const character = String.fromCodePoint(code);
  if (/\p{Nd}/u.test(character)) DIGITS.push(character);
}
const digitValues = new Map(DIGITS.map((digit, at) => [digit, String(at % 10)]));

interface Piece {
  kind: 'letter' | 'digit' | 'alone' | 'dot' | 'comma' | 'other';
  text: string;
}

function isMark(character: string): boolean {
  return /\p{M}/u.test(character);
}

function leavesNoTrace(character: string): boolean {
  return APOSTROPHES.has(character) || isMark(character) || /\p{Cf}/u.test(character);
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** What one character is, or undefined where it leaves no trace. */
function pieceOf(character: string): Piece | undefined {
  if (character === '.') return { kind: 'dot', text: '.' };
  if (character === ',') return { kind: 'comma', text: '' };
  if (leavesNoTrace(character)) return undefined;
  const digit = digitValues.get(character);
  if (digit !== undefined) return { kind: 'digit', text: digit };
  let spelt = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  spelt = spelt.replaceAll('ß', 'ss').replaceAll('ς', 'σ');
  const letters = Array.from(spelt).filter((each) => !isMark(each));
  const [first] = letters;
  if (first === undefined) return undefined;
  if (SPACELESS.test(first)) return { kind: 'alone', text: first };
  if (letters.length === 1 && digitValues.has(first)) return { kind: 'digit', text: first };
  if (!isWordCharacter(first)) return { kind: 'other', text: '' };
  return { kind: 'letter', text: letters.every(isWordCharacter) ? letters.join('') : first };
}

/** The words of a text by `norm-1`. */
export function plainWords(text: string): string[] {
  const pieces = Array.from(text).flatMap((character) => pieceOf(character) ?? []);
  const words: string[] = [];
  let word: Piece[] = [];
  const finish = () => {
    if (word.length > 0) words.push(word.map((piece) => piece.text).join(''));
    word = [];
  };
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1]?.kind;
    const after = pieces[i + 1]?.kind;
    const second = pieces[i + 2]?.kind;
    if (piece.kind === 'letter' || piece.kind === 'digit') {
      word.push(piece);
    } else if (piece.kind === 'alone') {
      finish();
      words.push(piece.text);
    } else if (piece.kind === 'dot' && before === 'digit' && after === 'digit') {
      word.push(piece);
    } else if (piece.kind === 'comma' && before === 'digit' && after === 'digit') {
      // 1,000 is 1000.
    } else if (
      piece.kind === 'dot' &&
      isAcronymSoFar(pieces, i) &&
      after === 'letter' &&
      second !== 'letter' &&
      second !== 'digit'
    ) {
      // U.S. is US.
    } else {
      finish();
    }
  }
  finish();
  return words;
}

/** Whether single letters with dots between them lead up to the dot at `dot`. */
function isAcronymSoFar(pieces: readonly Piece[], dot: number): boolean {
  if (pieces[dot - 1]?.kind !== 'letter') return false;
  const earlier = pieces[dot - 2]?.kind;
  if (earlier === 'letter' || earlier === 'digit') return false;
  // A dot before the letter joined it to what was an acronym already, or began nothing.
  return true;
}
