// Text from a page made fit for one line of a citation.

/** Longer than any headline or byline; a page may hold a megabyte in a meta element. */
const LONGEST = 2000;

/**
 * One line of plain text: white space collapsed, control characters and lone surrogates gone, cut
 * at 2,000 characters. A line break would start a new field in RIS.
 */
export function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim();
  const characters = Array.from(line.slice(0, 2 * LONGEST));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
}

/** {@link oneLine}, or undefined where nothing is left. */
export function lineOrNone(text: string | undefined): string | undefined {
  const line = text === undefined ? '' : oneLine(text);
  return line === '' ? undefined : line;
}
