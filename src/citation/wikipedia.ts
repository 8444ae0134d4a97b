// Wikipedia's citation templates (https://en.wikipedia.org/wiki/Template:Cite_news).
import { type CslDate, type CslName, firstDateParts } from './csl.ts';
import { exportItem } from './export-item.ts';
import { oneLine } from './text.ts';
import type { Citation } from './types.ts';

/** What would end a parameter, open a template or a link, or begin markup. */
const SPECIAL: Record<string, string> = {
  '|': '{{!}}',
  '[': '&#91;',
  ']': '&#93;',
  '{': '&#123;',
  '}': '&#125;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Text as the value of a parameter: nothing in it is markup. */
export function escapeWikitext(text: string): string {
  return (
    oneLine(text)
      // An entity that a headline spells out is meant as it stands.
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replace(/[|[\]{}<>]/g, (character) => SPECIAL[character] ?? character)
      .replace(/'(?=')/g, '&#39;')
      .replace(/~(?=~~)/g, '&#126;')
      .replace(/_(?=_)/g, '&#95;')
  );
}

function wikiUrl(url: string): string {
  return url.replace(/[\s|[\]{}<>"']/g, (character) =>
    character === "'" ? '%27' : encodeURIComponent(character),
  );
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `2021-02-05`, `February 2021` or `2021`: a year with a month in digits is refused there. */
function wikiDate(date: CslDate | undefined): string | undefined {
  const [year, month, day] = firstDateParts(date) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return String(year);
  if (day === undefined) return `${MONTHS[month - 1] ?? ''} ${year}`;
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

function authors(names: readonly CslName[]): [string, string | undefined][] {
  return names.flatMap((name, index): [string, string | undefined][] => {
    const number = index + 1;
    if (name.family === undefined || name.literal !== undefined) {
      return [[`author${number}`, name.literal ?? name.given]];
    }
    const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
    const last = particle === undefined ? name.family : `${particle} ${name.family}`;
    const first = [name.given, name.suffix].filter((part) => part !== undefined).join(', ');
    return [
      [`last${number}`, last],
      [`first${number}`, first],
    ];
  });
}

const TEMPLATES: Record<string, [template: string, work: string]> = {
  'article-newspaper': ['cite news', 'newspaper'],
  'article-magazine': ['cite magazine', 'magazine'],
  webpage: ['cite web', 'website'],
  'post-weblog': ['cite web', 'website'],
};

/**
 * One template. The first quote is the template's; the person's translation of the title goes into
 * `trans-title`. An archived copy is given beside the page, which is taken to be there still.
 */
export function wikipedia(citation: Citation): string {
  const item = exportItem(citation);
  const [template, work] = TEMPLATES[item.type] ?? ['cite web', 'website'];
  const archived = citation.evidence?.archived;
  const [quote] = citation.quotes;
  const urls = new Set(['url', 'archive-url']);
  const archiveDate = archived?.date?.slice(0, 10) ?? captureDay(archived?.url);
  const isArchived = archived !== undefined && archiveDate !== undefined;
  const parameters: [string, string | undefined][] = [
    ...authors(item.author ?? []),
    ['date', wikiDate(item.issued)],
    ['title', item.title],
    ['trans-title', citation.translatedTitle],
    ['url', item.URL],
    [work, item['container-title']],
    ['publisher', item.publisher],
    ['location', item['publisher-place']],
    ['language', item.language],
    // One without the other is an error there.
    ['archive-url', isArchived ? archived.url : undefined],
    ['archive-date', isArchived ? archiveDate : undefined],
    ['url-status', isArchived ? 'live' : undefined],
    ['access-date', wikiDate(item.accessed)],
    ['quote', quote?.quote.exact],
  ];
  const written = parameters.flatMap(([name, text]) => {
    if (text === undefined || text.trim() === '') return [];
    return [`|${name}=${urls.has(name) ? wikiUrl(text) : escapeWikitext(text)}`];
  });
  return `{{${[template, ...written].join(' ')}}}`;
}

/** The day of capture in the address of a web archive: `/web/20210205101112/`. */
function captureDay(url: string | undefined): string | undefined {
  const found = /\/(?:web\/)?(\d{4})(\d{2})(\d{2})\d{6}(?:[a-z]{2}_)?\//.exec(url ?? '');
  return found === null ? undefined : found.slice(1, 4).join('-');
}
