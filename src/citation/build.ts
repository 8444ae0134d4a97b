// A citation from what is known of a page: a CSL-JSON item and the evidence it rests on.
import type { Evidenced } from '../article/types.ts';
import { addressKey, canonicaliseUrl, checkedUrl } from '../article/url.ts';
import { pageAddress } from '../provenance/provenance.ts';
import type { PageFacts, Provenance } from '../provenance/types.ts';
import { cslDate, dateParts } from './dates.ts';
import { cslAuthors } from './names.ts';
import { citationNote } from './note.ts';
import { lineOrNone } from './text.ts';
import type { Citation, CitationEvidence, CslItem } from './types.ts';

export interface CitationParts {
  page: PageFacts;
  provenance: Provenance;
  /** When the page was read: ISO 8601 with zone. */
  accessed: string;
  /** The record's own id, for example a UUID. */
  id: string;
}

/** A BCP 47 tag such as `en` or `pt-BR`; other writings of a language are left out. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/** The page's own address, which a reader of the citation is sent to. */
function citedUrl(page: PageFacts): string {
  const cited = canonicaliseUrl(pageAddress(page)) ?? canonicaliseUrl(page.url);
  if (cited === undefined) {
    throw new TypeError(
      `A citation needs an address that is http or https; this page is at "${page.url.slice(0, 80)}".`,
    );
  }
  return cited;
}

/** Where each field was read, by field. */
function readFrom(page: PageFacts): Record<string, string> {
  const fields: [string, Evidenced[]][] = [
    ['title', page.title ? [page.title] : []],
    ['author', page.byline],
    ['publisher', page.publisher ? [page.publisher] : []],
    ['published', page.published ? [page.published] : []],
    ['modified', page.modified ? [page.modified] : []],
    ['canonicalUrl', page.canonicalUrl ? [page.canonicalUrl] : []],
    ['language', page.language ? [page.language] : []],
  ];
  return Object.fromEntries(
    fields
      .filter(([, values]) => values.length > 0)
      .map(([field, values]) => [field, [...new Set(values.map(({ from }) => from))].join(', ')]),
  );
}

function matchEvidence({ main }: Provenance): CitationEvidence['match'] {
  if (main === undefined) return undefined;
  const { archive, document, relation, strength, order, pageShare, archiveShare } = main.match;
  return {
    archive: archive.name,
    archiveSha256: archive.sha256,
    ...(document.url === undefined ? {} : { url: document.url }),
    ...(document.title === undefined ? {} : { title: document.title }),
    publisher: document.publisher ?? main.outlet,
    ...(document.published === undefined ? {} : { published: document.published }),
    relation,
    strength,
    order,
    pageShare,
    archiveShare,
  };
}

/**
 * The CSL-JSON item.
 *
 * `article-newspaper` where the outlet and the date of publication are both known, which is what
 * such an entry is printed from; else `webpage`. The outlet stands in `container-title` alone:
 * styles print `publisher` as well, and would name it twice.
 */
function cslItem({ page, provenance, accessed, id }: CitationParts, url: string): CslItem {
  const day = cslDate(accessed);
  if (day === undefined || dateParts(accessed)?.length !== 3) {
    throw new TypeError(`"${accessed}" is not the ISO 8601 moment at which a page was read.`);
  }
  const outlet = lineOrNone(page.publisher?.value);
  const issued = cslDate(page.published?.value);
  const title = lineOrNone(page.title?.value);
  const author = cslAuthors(page);
  const language = page.language?.value ?? '';
  return {
    id,
    type: outlet !== undefined && issued !== undefined ? 'article-newspaper' : 'webpage',
    ...(title === undefined ? {} : { title }),
    ...(author.length > 0 ? { author } : {}),
    ...(outlet === undefined ? {} : { 'container-title': outlet }),
    ...(issued === undefined ? {} : { issued }),
    accessed: day,
    URL: url,
    ...(LANGUAGE_TAG.test(language) ? { language } : {}),
    note: citationNote(provenance),
  };
}

/**
 * The citation of a page as it was read, with the match that the verdict spoke of. Fields that are
 * not known are absent.
 * @throws {TypeError} for a page without an http(s) address, and for a moment that is not ISO 8601
 */
export function buildCitation(parts: CitationParts): Citation {
  const { page, provenance, accessed, id } = parts;
  const url = citedUrl(page);
  const match = matchEvidence(provenance);
  const canonicalUrl = page.canonicalUrl && checkedUrl(page.canonicalUrl.value);
  return {
    version: 1,
    id,
    savedAt: accessed,
    // One key for all renderings of a page, as `findCitation` looks it up.
    key: addressKey(url) ?? url,
    item: cslItem(parts, url),
    evidence: {
      pageUrl: checkedUrl(page.url) ?? url,
      ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
      accessed,
      ...(page.published === undefined ? {} : { published: page.published.value }),
      ...(page.modified === undefined ? {} : { modified: page.modified.value }),
      readFrom: readFrom(page),
      textSha256: page.textSha256,
      words: page.words,
      ...(match === undefined ? {} : { match }),
      searched: provenance.searched.archives.map(({ name, documents }) => ({ name, documents })),
    },
  };
}
