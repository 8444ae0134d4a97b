// A line that names who wrote a story: "By Anna Bell and Tom Reed, Harbour Correspondent".

const opening =
  /^(?:(?:written |reported |story |text )?by|author(?:s|\(s\))?\s*:|byline\s*:|автор(?:ы)?\s*:)\s*:?\s+/iu;

/** More names than any byline has; a longer line is a sentence. */
const mostWords = 24;

/** What stands beside a name without being one. */
const notAName =
  /\b(?:correspondent|reporter|editor|staff|writer|bureau|desk|contributor|columnist|journalist|news agency|special to|for the)\b/i;

/** A name: one to five words, capitalised but for particles, no digits. */
const name =
  /^(?:\p{Lu}[\p{L}'’.-]*|de|da|di|del|della|der|den|van|von|bin|al|el|la|le|du|dos)(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|da|di|del|della|der|den|van|von|bin|al|el|la|le|du|dos|ten|ter)){0,4}$/u;

/**
 * The authors named by a line that is a byline and nothing else, in order, without their roles.
 * A sentence that begins with "By" gives undefined.
 */
export function readByline(text: string): string[] | undefined {
  const opened = opening.exec(text);
  if (opened === null) return undefined;
  // Behind a bar or a slash stands the outlet.
  const rest =
    text
      .slice(opened[0].length)
      .split(/\s*[|/]\s*/)[0]
      ?.trim() ?? '';
  if (rest.split(/\s+/).length > mostWords) return undefined;
  const names: string[] = [];
  for (const part of rest.split(/\s*(?:[,;&]|\s(?:and|und|et|y|и)\s)\s*/u)) {
    const plain = part
      .replace(/^(?:and|by)\s+/i, '')
      .replace(/\s*\([^()]*\)$/, '')
      .trim();
    if (plain === '' || notAName.test(plain)) continue;
    // One piece that is no name makes the line a sentence, or a byline we cannot read.
    if (!name.test(plain) || (plain.endsWith('.') && !/\b(?:\p{Lu}|Jr|Sr)\.$/u.test(plain))) {
      return undefined;
    }
    names.push(plain);
  }
  // "By Friday" has one capitalised word too; a single word is a name only after "Author:".
  const certain = !/^by\b/i.test(opened[0]) || names.some((entry) => entry.includes(' '));
  return names.length > 0 && certain ? names : undefined;
}
