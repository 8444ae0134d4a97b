// A line that dates a story: "February 05, 2021", "Published: … | Updated: …", with or without the byline.

import { readByline } from './byline.ts';
import { readDate } from './dates.ts';

export interface DateLine {
  published?: string;
  modified?: string;
  byline?: string[];
  /** The line says what its date is ("Published:"), so it may stand anywhere. */
  labelled: boolean;
}

const publishedLabel =
  /^(?:(?:first\s+)?(?:published|posted|released|issued)(?:\s+(?:on|at))?|date(?:\s+published)?|publication date|опубликовано|дата)\s*:?\s+/iu;
const modifiedLabel =
  /^(?:(?:last\s+)?(?:updated|modified|edited|corrected)(?:\s+(?:on|at))?|last update|обновлено)\s*:?\s+/iu;

/** Between two facts on one line. */
const between =
  /\s*[|•·/]\s*|\s+[–—-]\s+|[,;]?\s+(?=(?:last )?updated\b|published\b|by\s+\p{Lu})/iu;

/** A time that a separator cut from its date; which zone it means is not said, so it is let go. */
const timeOnly = /^\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?$/i;

/** "By Anna Bell | Harbour Gazette | 5 May 2020": a few capitalised words behind the byline. */
const outletAfterByline = /^\p{Lu}[^\s.!?]*(?:\s\S+){0,4}$/u;

function isDated(line: DateLine): boolean {
  return line.published !== undefined || line.modified !== undefined;
}

/** Takes one fact into `line`; false when the piece is none. */
function takePiece(piece: string, line: DateLine): boolean {
  const modified = modifiedLabel.exec(piece);
  const published = publishedLabel.exec(piece);
  const opened = (modified ?? published)?.[0] ?? '';
  const date = readDate(piece.slice(opened.length));
  if (date !== undefined) {
    if (modified !== null) line.modified ??= date;
    else line.published ??= date;
    line.labelled ||= opened !== '';
    return true;
  }
  const byline = readByline(piece);
  if (byline !== undefined) {
    line.byline ??= byline;
    return true;
  }
  return timeOnly.test(piece) && isDated(line);
}

/**
 * Reads a line that consists of dates, and of a byline beside them, and of nothing else.
 *
 * @returns undefined for any other line, and for one that holds no date
 */
export function readDateLine(text: string): DateLine | undefined {
  // Every date form has a digit, and no date line is long: most lines end here.
  if (text.length > 200 || !/\d{4}/.test(text)) return undefined;
  const whole: DateLine = { labelled: false };
  if (takePiece(text, whole) && isDated(whole)) return whole;
  const line: DateLine = { labelled: false };
  const pieces = text.split(between).filter((piece) => piece !== '');
  if (pieces.length < 2) return undefined;
  for (const piece of pieces) {
    const outlet = line.byline !== undefined && outletAfterByline.test(piece);
    if (!takePiece(piece, line) && !outlet) return undefined;
  }
  return isDated(line) ? line : undefined;
}
