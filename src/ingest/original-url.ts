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

/** Pieces of one line that one address was broken into; more is a sentence. */
const mostPieces = 6;

/** Whether a line names the original address; the rest of the line is `rest`. */
export function readUrlLabel(raw: string): { rest: string } | undefined {
  const found = label.exec(raw);
  return found === null ? undefined : { rest: raw.slice(found[0].length).trim() };
}

/** A word as prose has it: joined to an address it would be lost from the text. */
function isProse(piece: string): boolean {
  return /^[\p{L}’']+[.,:;!?]?$/u.test(piece);
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
  const whole = pieces.length <= mostPieces && pieces.every((piece) => urlSigns.test(piece));
  for (const piece of pieces.slice(1)) {
    // A line of nothing but address signs is one address, unless a piece reads as a capitalised
    // word or a label of its own.
    const alone =
      whole && !/^\p{Lu}/u.test(piece) && !piece.endsWith(':') && !/^https?:/i.test(piece);
    if (!alone && !goesOn(url, piece)) break;
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
  const [first, ...below] = [after, ...lines, ...(next ?? [])].filter((line) => line.raw !== '');
  if (first === undefined) return undefined;
  const used: SourceLine[] = [first];
  let { url, rest } = takeFromLine(unmarked(first.raw));
  for (const line of below) {
    if (rest !== '') break;
    const pieces = unmarked(line.raw).split(/\s+/);
    // Past a blank line only a lone piece can belong to the address.
    if (next?.includes(line) === true && pieces.length > 1) break;
    let longer = url;
    for (const piece of pieces) longer = goesOn(longer, piece) ? longer + piece : '';
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
export function checkOriginalUrl(written: string): { url: string } | { why: string } {
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
