// Reads a site's trust.txt: what an outlet says of the company it keeps. Shown as said, never weighed.

import { checkedUrl } from '../article/url.ts';

/**
 * The attributes of the reference document, version of 11 July 2024
 * (https://journallist.net/reference-document-for-trust-txt-specifications).
 */
export const TRUST_ATTRIBUTES = [
  'belongto',
  'member',
  'controlledby',
  'control',
  'vendor',
  'customer',
  'social',
  'disclosure',
  'contact',
  'datatrainingallowed',
] as const;

export type TrustAttribute = (typeof TRUST_ATTRIBUTES)[number];

export interface TrustEntry {
  attribute: TrustAttribute;
  /** As written, one line, at most 300 characters. */
  value: string;
  /** The address to follow, http(s) only. */
  url?: string;
  /** Line of the file, counted from 1: where the statement stands. */
  line: number;
}

export interface TrustTxt {
  /** In the order of the file. */
  entries: TrustEntry[];
  /** Lines that are neither comment nor a known attribute with a value. */
  unread: number;
  /** There were more entries than are kept. */
  cut: boolean;
}

/** An association lists its members; a reader is shown some of them. */
const MOST_ENTRIES = 500;
const MOST_LINES = 5000;
const LONGEST_VALUE = 300;

const isAttribute = (name: string): name is TrustAttribute =>
  TRUST_ATTRIBUTES.some((known) => known === name);

function clean(text: string): string {
  return text
    .slice(0, 4 * LONGEST_VALUE)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\uFFFD]/gu, '')
    .trim()
    .slice(0, LONGEST_VALUE);
}

/** Sites write `example.org` as often as `https://example.org/`. */
function address(value: string): string | undefined {
  if (/^https?:\/\//i.test(value)) return checkedUrl(value);
  return /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(value)
    ? checkedUrl(`https://${value}`)
    : undefined;
}

/** Whether an answer is a file of attributes, or the page that some sites give for any address. */
export function looksLikeTrustTxt(text: string): boolean {
  return !/^\uFEFF?\s*(?:<|\{)/.test(text);
}

/**
 * Reads the lines of a trust.txt: `attribute=value`, names in any case, `#` for comments. Lines that
 * say nothing known are counted and passed over, as the reference document asks.
 */
export function parseTrustTxt(text: string): TrustTxt {
  const entries: TrustEntry[] = [];
  const seen = new Set<string>();
  let unread = 0;
  let cut = false;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, MOST_LINES + 1);
  if (lines.length > MOST_LINES) cut = true;
  for (const [index, line] of lines.slice(0, MOST_LINES).entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const equals = trimmed.indexOf('=');
    const attribute = trimmed.slice(0, Math.max(0, equals)).trim().toLowerCase();
    // A comment may follow a value; a fragment follows its address without a space.
    const value = clean(trimmed.slice(equals + 1).replace(/\s#.*$/, ''));
    if (equals < 1 || !isAttribute(attribute) || value === '') {
      unread += 1;
      continue;
    }
    if (attribute === 'datatrainingallowed' && !/^(?:yes|no)$/i.test(value)) {
      unread += 1;
      continue;
    }
    const key = `${attribute}=${value.toLowerCase()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (entries.length === MOST_ENTRIES) {
      cut = true;
      break;
    }
    const url = attribute === 'datatrainingallowed' ? undefined : address(value);
    entries.push({
      attribute,
      value: attribute === 'datatrainingallowed' ? value.toLowerCase() : value,
      line: index + 1,
      ...(url === undefined ? {} : { url }),
    });
  }
  return { entries, unread, cut };
}
