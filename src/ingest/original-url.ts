// The address a saved article came from: put together where a space or a line break went through it.

import { checkedUrl } from '../article/url.ts';
import type { Block, SourceLine } from './lines.ts';
import { readInline } from './markup.ts';

const label =
  /^[\s*_>#-]*(?:(?:original|source|article|canonical|page)?\s*url|(?:original|source|article|canonical)\s+(?:link|address)|(?:original(?:\s+article)?|source)(?=[*_\s]*:[*_\s]*<?https?:))\s*[*_]*\s*:[*_\s]*/iu;

/** Characters an address may hold (RFC 3986); letters of other scripts are shown unescaped. */
const urlSigns = /^[\p{L}\p{N}\-._~:/?#[\]@!$&'()*+,;=%]+$/u;

/** An address goes on after these, and before these. */
const opensMore = /[-/_.?=&%#~:]$/;
const continues = /^[-/_.?=&%#~]/;

/** Whether a line names the original address; the rest of the line is `rest`. */
export function readUrlLabel(raw: string): { rest: string } | undefined {
  const found = label.exec(raw);
  return found === null ? undefined : { rest: raw.slice(found[0].length).trim() };
}

/** A word as prose has it: joined to an address it would be lost from the text. */
function isProse(piece: string): boolean {
  return /^[\p{L}’']+[.,:;!?]?$/u.test(piece);
}

/** Address signs that read neither as a label, a new address, nor the start or end of a sentence. */
function isRest(piece: string): boolean {
  return urlSigns.test(piece) && !/^\p{Lu}|[:,;!?.]$|^https?:/u.test(piece);
}

/** Whether `piece` goes on with the address that ends in `soFar`, beyond doubt. */
function goesOn(soFar: string, piece: string): boolean {
  if (!urlSigns.test(piece) || /^https?:/i.test(piece)) return false;
  // After `https:` or `https://www` anything goes on.
  if (/^[a-z]+:\/{0,2}$/i.test(soFar)) return true;
  if (isProse(piece)) return /[-_=/]$/.test(soFar) && /^\p{Ll}/u.test(piece);
  return continues.test(piece) || opensMore.test(soFar) || /[\d/_=%-]/.test(piece);
}

/** What is left of a line once its address is taken. */
interface Taken {
  url: string;
  rest: string;
}

/** The address a line begins with, put together from the pieces of that line. */
function takeFromLine(line: string): Taken {
  const pieces = line.split(/\s+/);
  let url = pieces[0] ?? '';
  let used = 1;
  // One break may go through a word; where there are more, each piece has to show that it goes on.
  const once = pieces.length === 2;
  for (const piece of pieces.slice(1)) {
    if (!(once && isRest(piece)) && !goesOn(url, piece)) break;
    url += piece;
    used++;
  }
  return { url, rest: pieces.slice(used).join(' ') };
}

export interface OriginalUrl {
  /** As written, put together. */
  written: string;
  /** The line the address begins on. */
  line: number;
  /** Lines that were used up, whole. */
  used: SourceLine[];
  /** Text that follows the address on its last line. */
  rest: { text: string; line: number } | undefined;
}

/** A line without the markup around its address. */
function unmarked(raw: string): string {
  const inline = readInline(raw);
  const [first] = inline.links;
  // A markdown link's address counts, not its words.
  if (first?.url !== undefined && inline.text === first.text) return first.url;
  return raw
    .replace(/<\/?[a-z]+>/gi, '')
    .replace(/^([*_]{1,2})(.*)\1$/, '$2')
    .replace(/^[*<"'“]+|[*>"'”]+$/g, '')
    .trim();
}

/**
 * Reads the address after a label, from the rest of its line, the lines below it, and the next
 * block where nothing stood beside the label or the address visibly goes on.
 *
 * @param after what stands on the label's own line
 * @param lines the lines that follow in the same block
 * @param next the block after that
 */
export function readOriginalUrl(
  after: SourceLine,
  lines: readonly SourceLine[],
  next: Block | undefined,
): OriginalUrl | undefined {
  const [first, ...under] = [after, ...lines, ...(next ?? [])].filter((line) => line.raw !== '');
  if (first === undefined) return undefined;
  const used: SourceLine[] = [first];
  let { url, rest } = takeFromLine(unmarked(first.raw));
  for (const line of under) {
    if (rest !== '') break;
    const pieces = unmarked(line.raw).split(/\s+/);
    // Past a blank line only a lone piece can belong to the address.
    const below = next?.includes(line) === true && !next.includes(first);
    if (below && pieces.length > 1) break;
    let longer = url;
    // Right below, a lone piece is far more often the rest of an address than a word.
    if (!below && pieces.length === 1 && isRest(pieces[0] ?? '')) longer += pieces[0] ?? '';
    else for (const piece of pieces) longer = goesOn(longer, piece) ? longer + piece : '';
    if (longer === '') break;
    url = longer;
    used.push(line);
  }
  const last = used.at(-1) ?? first;
  return {
    written: url,
    line: first.number,
    used,
    rest: rest === '' ? undefined : { text: rest, line: last.number },
  };
}

/** `https://…` as it may be kept and followed, or what is wrong with it. */
export function checkOriginalUrl(text: string): { url: string } | { why: string } {
  // A full stop or a comma behind an address belongs to the sentence around it.
  const written = text.replace(/[.,;]+$/, '');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(written)?.[1]?.toLowerCase();
  const shown = written.length > 80 ? `${written.slice(0, 79)}…` : written;
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    return { why: `the address begins with "${scheme}:", not with http: or https:` };
  }
  if (scheme === undefined) return { why: `"${shown}" is not a web address` };
  const url = checkedUrl(written);
  if (url === undefined) {
    return { why: `"${shown}" (${written.length} characters) is not a valid web address` };
  }
  return { url };
}
