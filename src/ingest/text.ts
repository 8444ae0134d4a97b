// Bytes of a text file to a string: UTF-8 and UTF-16 by their marks, else Windows-1252; tells text from binary.

/**
 * What Windows-1252 has at 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt).
 * Written out because Node 20 decodes `windows-1252` as Latin-1
 * (https://github.com/nodejs/node/issues/56542), and for text that was read so before it came here.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** No single article is longer; a file that is has been mistaken for one. */
export const longestText = 32 * 1024 * 1024;

/** A label from a byte order mark, if there is one. */
function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return undefined;
}

/**
 * Decodes a text file. Without a mark it is UTF-8; bytes that are not valid UTF-8 are read as
 * Windows-1252, the encoding of old saved pages (https://encoding.spec.whatwg.org/#windows-1252).
 *
 * @param declared an encoding the file names itself (a page's `<meta charset>`), used when known
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const label = marked(bytes) ?? declared;
  if (label !== undefined) {
    try {
      return repairText(new TextDecoder(label).decode(bytes));
    } catch (error) {
      // A page may declare an encoding that does not exist; it is then as if it had declared none.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return repairText(new TextDecoder('windows-1252').decode(bytes));
  }
}

/** Removes a byte order mark and turns stray C1 controls into the Windows-1252 signs they stand for. */
export function repairText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/[\u0080-\u009F]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Control characters that no text has: all of C0 but tab, line ends, form feed and escape. */
function isControl(code: number): boolean {
  return code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27;
}

/**
 * Whether a string was not text: it holds a NUL, or more than one control character in a hundred.
 *
 * @returns how many were found and the 1-based line of the first; undefined for text
 */
export function findBinary(text: string): { controls: number; line: number } | undefined {
  let controls = 0;
  let nul = false;
  let first = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isControl(code)) continue;
    controls++;
    nul ||= code === 0;
    if (first < 0) first = at;
  }
  if (!nul && controls * 100 <= text.length) return undefined;
  return { controls, line: text.slice(0, first).split(/\r\n|\r|\n/).length };
}
