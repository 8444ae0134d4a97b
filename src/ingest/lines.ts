// Saved text into blocks of lines: what stands between blank lines, each line with its number.

/** One line of the file. */
export interface SourceLine {
  /** 1-based. */
  number: number;
  raw: string;
}

/** Lines that stand together, without a blank line between. Never empty. */
export type Block = [SourceLine, ...SourceLine[]];

/** Lines that only draw a rule, and the longest of them. */
const longestRule = 200;
const rule = /^\s*(?:[-*_=~•·—–]\s*){3,}$/;

/**
 * Splits a text at blank lines and drawn rules. Takes CR LF, LF, CR and the Unicode line ends;
 * a no-break space does not make a line a paragraph.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const [index, raw] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    if (
      raw.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim() === '' ||
      (raw.length <= longestRule && rule.test(raw))
    ) {
      open = undefined;
      continue;
    }
    const line = { number: index + 1, raw: raw.replace(/\t/g, ' ').trim() };
    if (open === undefined) {
      open = [line];
      blocks.push(open);
    } else {
      open.push(line);
    }
  }
  return blocks;
}
