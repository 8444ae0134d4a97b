// Parses JSON as real pages write it, mending only what cannot change what is said.

/** Longer scripts are parsed as they are or not at all: mending costs several passes. */
const longestMended = 500_000;

/** Wrappers that templates put around a script: HTML comments, CDATA, a final semicolon. */
function unwrap(text: string): string {
  return text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*(?:\]\]>|-->)|\]\]>)$/, '')
    .trim()
    .replace(/;$/, '');
}

/**
 * Mends outside of strings: comments and commas before a closing bracket go. Inside of strings: raw
 * control characters become spaces, and a backslash before a letter that escapes nothing goes.
 */
function mend(text: string): string {
  const tokens = /"(?:[^"\\]|\\[\s\S])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*|,(?=\s*[}\]])/g;
  return text.replace(tokens, (token) => {
    if (!token.startsWith('"')) return '';
    return token
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/\\(u[\da-fA-F]{4}|[^u]|u)/g, (escape, escaped: string) =>
        /^(?:["\\/bfnrt]|u[\da-f]{4})$/i.test(escaped) ? escape : escaped,
      );
  });
}

/**
 * The value that a script of JSON states. Strict JSON is taken as it is; for the rest comments,
 * CDATA, trailing commas, raw line breaks in strings and stray backslashes are mended.
 *
 * @throws SyntaxError where it is none even so
 */
export function parseLenientJson(text: string): unknown {
  const bare = unwrap(text);
  try {
    return JSON.parse(bare);
  } catch (error) {
    if (bare.length > longestMended) throw error;
    return JSON.parse(mend(bare));
  }
}
