// What a list shows of a citation, and what it is searched by: small, so that thousands are read at once.

import type { Relation } from '../match/types.ts';
import { firstDateParts } from './csl.ts';
import { citedItem } from './edits.ts';
import type { Citation, CslDate, CslItem, CslName } from './types.ts';

export interface CitationSummary {
  id: string;
  revision: number;
  /** ISO 8601 with zone. */
  savedAt: string;
  updatedAt: string;
  title: string;
  outlet: string;
  /** Names as they are read, joined by commas. */
  authors: string;
  /** Publication as far as known: ISO 8601; empty where unknown. */
  issued: string;
  url: string;
  language: string;
  tags: string[];
  collections: string[];
  quotes: number;
  /** Relation to the archived text that the verdict spoke of. */
  relation?: Relation;
  /** What is searched: title, outlet, authors, quotes, notes and tags, folded. */
  text: string;
}

/** Longer notes and quotes are found by their beginning: it keeps ten thousand entries in memory. */
const LONGEST_SEARCHED = 4000;

/**
 * A text as it is searched: without case, accents and doubled spaces, so that who types "cafe" finds
 * "Café". Letters that are no accent on another one stay: й is not и.
 */
export function foldForSearch(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A name in reading order. */
export function nameInWords(name: CslName): string {
  const { given, family, literal, suffix } = name;
  const parts = [given, name['dropping-particle'], name['non-dropping-particle'], family, suffix];
  return literal ?? parts.filter((part) => part !== undefined && part !== '').join(' ');
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A CSL date as ISO 8601, as far as it is known; empty where it is not. */
export function isoOfCslDate(date: CslDate | undefined): string {
  const [year, month, day] = firstDateParts(date) ?? [];
  if (year === undefined || year < 0) return '';
  const whole = String(year).padStart(4, '0');
  if (month === undefined) return whole;
  return day === undefined ? `${whole}-${two(month)}` : `${whole}-${two(month)}-${two(day)}`;
}

/** The item with the person's changes; as read, where a change made an item that nobody can read. */
function itemOf(citation: Citation): CslItem {
  try {
    return citedItem(citation);
  } catch {
    return citation.item;
  }
}

export function summaryOf(citation: Citation): CitationSummary {
  const item = itemOf(citation);
  const authors = (item.author ?? []).map(nameInWords).join(', ');
  const outlet = item['container-title'] ?? item.publisher ?? '';
  const title = item.title ?? '';
  const searched = [
    title,
    outlet,
    authors,
    citation.note,
    citation.translatedTitle ?? '',
    ...citation.tags,
    ...citation.collections,
    ...citation.quotes.flatMap(({ quote, note = '' }) => [quote.exact, note]),
  ];
  const relation = citation.evidence?.match?.relation;
  return {
    id: citation.id,
    revision: citation.revision,
    savedAt: citation.savedAt,
    updatedAt: citation.updatedAt,
    title,
    outlet,
    authors,
    issued: isoOfCslDate(item.issued),
    url: item.URL ?? '',
    language: item.language ?? '',
    tags: citation.tags,
    collections: citation.collections,
    quotes: citation.quotes.length,
    ...(relation === undefined ? {} : { relation }),
    text: foldForSearch(searched.map((text) => text.slice(0, LONGEST_SEARCHED)).join('\n')),
  };
}
