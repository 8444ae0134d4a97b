// Text as a BibTeX value: nothing in it is a command, and no script is lost.

/**
 * What TeX or BibTeX reads as something else. Braces need the long form: BibTeX counts them even
 * behind a backslash. `<` and `>` print as Spanish marks in TeX's own fonts, and a tag would be
 * taken for the markup that CSL allows in titles.
 */
const ESCAPED: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/**
 * Escapes the characters that have a meaning in TeX and keeps all others, so that Cyrillic, Arabic
 * or Chinese stand as they are. Every BibTeX of the last decade reads UTF-8.
 */
export function escapeLatex(text: string): string {
  return (
    text
      .replace(/[\\{}$&%#_^~<>|]/g, (character) => ESCAPED[character] ?? character)
      // Pairs that TeX joins to a dash or a quotation mark.
      .replace(/-(?=-)/g, '-{}')
      .replace(/`(?=`)/g, '`{}')
      .replace(/'(?=')/g, "'{}")
  );
}

/** A URL whose braces and backslashes are percent-encoded: BibTeX counts braces there too. */
export function bibtexUrl(url: string): string {
  return url.replace(/[{}\\]/g, encodeURIComponent);
}
