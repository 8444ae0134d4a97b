// Guesses the encoding of a page that names none: by the frequencies of its letters.

import { analyse } from 'chardet';

/** Bytes of text looked at; more change nothing. */
const enough = 50_000;
/** What chardet itself calls a guess, of 100. */
const leastConfidence = 15;
/** What old pages are in, as WHATWG names it; a guess of anything else is no help. */
const plausible =
  /^(?:windows-125\d|koi8-r|iso-8859-(?:2|5|6|7|8|9)|shift_jis|euc-jp|euc-kr|big5|gb18030)$/i;

/** The bytes outside of tags: markup is ASCII, and drowns the letters. */
function textBytes(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(Math.min(bytes.length, enough));
  let length = 0;
  let inTag = false;
  for (const byte of bytes) {
    if (length === enough) break;
    if (byte === 0x3c) inTag = true;
    if (!inTag) text[length++] = byte;
    if (byte === 0x3e) inTag = false;
  }
  return text.subarray(0, length);
}

/**
 * The encoding of a page without a mark and without a declaration; undefined where it is UTF-8, or
 * nothing likely is found (it is then read as Windows-1252, as browsers do).
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const text = textBytes(bytes);
  return analyse(text).find(
    ({ name, confidence }) => confidence >= leastConfidence && plausible.test(name),
  )?.name;
}
