// Text as a BibTeX value: nothing in it is a command, and no script is lost.

/** What TeX or BibTeX reads as something else, in the form that most readers know. */
const ESCAPED: Record<string, string> = {
  '\\': '\\textbackslash{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/**
 * Where braces stand that have no partner. BibTeX counts braces even behind a backslash, so these
 * need a command, which pandoc drops; pairs are written `\{` and `\}`, which every reader knows.
 */
function loneBraces(text: string): ReadonlySet<number> {
  const open: number[] = [];
  const lone = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') open.push(i);
    else if (text[i] === '}' && open.pop() === undefined) lone.add(i);
  }
  for (const i of open) lone.add(i);
  return lone;
}

/**
 * Escapes the characters that have a meaning in TeX and keeps all others, so that Cyrillic, Arabic
 * or Chinese stand as they are. Every BibTeX of the last decade reads UTF-8. `<`, `>` and `|` print
 * as other marks in TeX's own text fonts, but not in those of formulas.
 */
export function escapeLatex(text: string): string {
  const lone = loneBraces(text);
  return (
    text
      .replace(/[\\{}$&%#_^~]|[<>|]+/g, (found, at: number) => {
        if (found === '{') return lone.has(at) ? '\\textbraceleft{}' : '\\{';
        if (found === '}') return lone.has(at) ? '\\textbraceright{}' : '\\}';
        return ESCAPED[found] ?? `$${found}$`;
      })
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
