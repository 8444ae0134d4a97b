// A table for spreadsheets (RFC 4180), in which no cell is a formula.
import { type CslDate, type CslName, firstDateParts } from './csl.ts';
import { citedItem } from './edits.ts';
import type { Citation } from './types.ts';

/**
 * What a spreadsheet begins to compute at, also behind blanks and full-width
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

/** One cell: quoted, on one line, and with an apostrophe before what would be computed. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

function isoDate(date: CslDate | undefined): string {
  return (firstDateParts(date) ?? []).map((part) => String(part).padStart(2, '0')).join('-');
}

function nameInFull(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const { given, family, suffix } = name;
  const particle = name['dropping-particle'] ?? name['non-dropping-particle'];
  return [given, particle, family, suffix].filter((part) => part !== undefined).join(' ');
}

const COLUMNS: readonly [string, (citation: Citation) => string | number | undefined][] = [
  ['id', ({ id }) => id],
  ['type', (citation) => citedItem(citation).type],
  ['title', (citation) => citedItem(citation).title],
  ['translated_title', ({ translatedTitle }) => translatedTitle],
  ['authors', (citation) => (citedItem(citation).author ?? []).map(nameInFull).join('; ')],
  ['outlet', (citation) => citedItem(citation)['container-title']],
  ['published', (citation) => isoDate(citedItem(citation).issued)],
  ['modified', ({ evidence }) => evidence?.modified?.value],
  ['accessed', (citation) => citation.evidence?.accessed ?? isoDate(citedItem(citation).accessed)],
  ['url', (citation) => citedItem(citation).URL],
  ['page_url', ({ evidence }) => evidence?.pageUrl],
  ['archive_url', ({ evidence }) => evidence?.archived?.url],
  ['archive_date', ({ evidence }) => evidence?.archived?.date],
  ['language', (citation) => citedItem(citation).language],
  ['tags', ({ tags }) => tags.join('; ')],
  ['collections', ({ collections }) => collections.join('; ')],
  ['note', ({ note }) => note],
  ['quotes', ({ quotes }) => quotes.map(({ quote }) => quote.exact).join('\n')],
  ['verdict', ({ evidence }) => evidence?.verdict],
  ['match_relation', ({ evidence }) => evidence?.match?.relation],
  ['match_outlet', ({ evidence }) => evidence?.match?.publisher],
  ['match_published', ({ evidence }) => evidence?.match?.published],
  ['match_url', ({ evidence }) => evidence?.match?.url],
  ['earliest_outlet', ({ evidence }) => evidence?.earliest?.publisher],
  ['earliest_published', ({ evidence }) => evidence?.earliest?.published],
  ['earliest_url', ({ evidence }) => evidence?.earliest?.url],
  ['words', ({ evidence }) => evidence?.words],
  ['text_sha256', ({ evidence }) => evidence?.textSha256],
  ['saved', ({ savedAt }) => savedAt],
];

/** A header line and a line a citation, in UTF-8 with the mark by which Excel knows it. */
export function csv(citations: readonly Citation[]): string {
  const lines = [
    COLUMNS.map(([name]) => csvCell(name)),
    ...citations.map((citation) =>
      COLUMNS.map(([, read]) => csvCell(String(read(citation) ?? ''))),
    ),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}
