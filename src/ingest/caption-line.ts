// Picture lines of saved text: caption, bold credit, platform and licence, or a markdown picture.

import { parseCredit } from '../article/credit.ts';
import type { ArticleImage } from '../article/types.ts';
import { checkedUrl } from '../article/url.ts';
import { readInline, tidySpace } from './markup.ts';

/** Captions are a sentence or three. A longer line is a paragraph, whatever ends it. */
const longestCaption = 1200;

const picture = /^!\[([^[\]]{0,1000})\]\(\s*<?([^()\s<>]{1,4096})>?(?:\s+"[^"]{0,300}")?\s*\)\s*/;
const photoLabel =
  /^[*_\s]*(?:photos?|images?|pictures?|credits?|captions?|photo credit|image credit|фото)\s*[*_]*\s*:/iu;

/** Text before a bold ending, and the bold ending. */
function splitBold(raw: string): { before: string; bold: string } | undefined {
  const line = raw.replace(/<\/?(?:b|strong)>/gi, '**').replace(/\*{3}/g, '**');
  const end = /(\*\*|__)[\s.]*$/.exec(line);
  if (end === null || end[1] === undefined) return undefined;
  const start = line.lastIndexOf(end[1], end.index - 1);
  if (start < 0) return undefined;
  const bold = line.slice(start + 2, end.index).trim();
  return bold === '' ? undefined : { before: line.slice(0, start), bold };
}

/** A sentence, or nothing: what a credit may follow. Bold words inside a sentence are emphasis. */
function isClosed(text: string): boolean {
  return text === '' || /[.!?…:]["'”’»)\]]*$/.test(text);
}

/** One to five capitalised words: a name, where a picture line is expected. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 5 && words.every((word) => /^(?:\p{Lu}[\p{L}.'’-]*|de|van|von|of)$/u.test(word))
  );
}

/** A line of nothing but a bold credit: it belongs to the picture line above it. */
export function isCreditLine(raw: string): boolean {
  if (raw.length > longestCaption) return false;
  const parts = splitBold(raw);
  if (parts === undefined || readInline(parts.before).text !== '') return false;
  const { caption, credit, license } = parseCredit(readInline(parts.bold).text);
  return caption === undefined && (credit !== undefined || license !== undefined);
}

function withCredit(caption: string, credit: string, line: number): ArticleImage {
  // The bold form is what parseCredit reads as certain.
  return { ...parseCredit(`${caption} **${credit}**`), from: `line ${line}` };
}

/**
 * The picture that a line describes, or undefined for a line that is text of the story.
 *
 * @param expected the line stands before the story's first paragraph, where pictures are: a bare
 *   name in bold, or a licence at the end, is enough there
 */
export function readCaptionLine(
  raw: string,
  line: number,
  expected: boolean,
): ArticleImage | undefined {
  if (raw.length > longestCaption + 4096) return undefined;
  const embedded = picture.exec(raw);
  if (embedded !== null) {
    const below = raw.slice(embedded[0].length);
    const described = below === '' ? undefined : readCaptionLine(below, line, true);
    const url = checkedUrl(embedded[2] ?? '');
    const caption = below === '' ? readInline(embedded[1] ?? '').text : readInline(below).text;
    return {
      ...(url === undefined ? {} : { url }),
      ...(described ?? (caption === '' ? {} : { caption })),
      from: `line ${line}`,
    };
  }
  if (raw.length > longestCaption) return undefined;
  const parts = splitBold(raw);
  if (parts !== undefined) {
    const before = readInline(parts.before).text;
    const bold = readInline(parts.bold).text;
    const alone = parseCredit(bold);
    const credited = alone.credit !== undefined || alone.license !== undefined;
    const named = expected && before !== '' && isName(bold);
    if (isClosed(before) && alone.caption === undefined && credited) {
      return withCredit(before, bold, line);
    }
    if (isClosed(before) && named) return withCredit(before, bold, line);
    // Captions such as "Fans at the gate" end without a full stop. In the body only a licence or
    // "Name / Agency" is sure to be no emphasis.
    const sure = alone.license !== undefined || / \/ /.test(bold);
    if (before !== '' && credited && alone.caption === undefined && (expected || sure)) {
      return withCredit(before, bold, line);
    }
  }
  const text = readInline(raw).text;
  const parsed = parseCredit(text);
  const told = photoLabel.test(raw) || /^([*_])(?!\1).*\1$/.test(tidySpace(raw));
  if (told && parsed.credit !== undefined) return { ...parsed, from: `line ${line}` };
  if (expected && parsed.credit !== undefined && parsed.license !== undefined) {
    return { ...parsed, from: `line ${line}` };
  }
  return undefined;
}
