// A citation from what is known of a page: a CSL-JSON item and the evidence it rests on.
import type { Evidenced } from '../article/types.ts';
import { addressKey, canonicaliseUrl, checkedUrl } from '../article/url.ts';
import { pageAddress } from '../provenance/provenance.ts';
import type { PageFacts, Provenance } from '../provenance/types.ts';
import { cslDate, dateParts } from './dates.ts';
import { citedKind } from './kind.ts';
import { mementoOf } from './memento.ts';
import { statedDate } from './migrate.ts';
import { cslAuthors } from './names.ts';
import { citationNote } from './note.ts';
import { lineOrNone } from './text.ts';
import {
  CITATION_VERSION,
  type Citation,
  type CitationEvidence,
  type CslItem,
  type KnownText,
  type Quote,
  type StoredFingerprints,
} from './types.ts';

export interface CitationParts {
  page: PageFacts;
  provenance: Provenance;
  /** When the page was read: ISO 8601 with zone. */
  accessed: string;
  /** The record's own id, for example a UUID. */
  id: string;
  /** Of the page's text, see `fingerprintsOf`; in place of those kept with the page's facts. */
  fingerprints?: StoredFingerprints;
  quotes?: Quote[];
  /** A copy in a web archive, where one is known. */
  archived?: { url: string; date?: string };
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

/** Where each field was read, by field; for the type, what it was chosen by. */
function readFrom(page: PageFacts): Record<string, string> {
  const fields: [string, Evidenced[]][] = [
    ['title', page.title ? [page.title] : []],
    ['author', page.byline],
    ['publisher', page.publisher ? [page.publisher] : []],
    ['published', page.published ? [page.published] : []],
    ['modified', page.modified ? [page.modified] : []],
    ['canonicalUrl', page.canonicalUrl ? [page.canonicalUrl] : []],
    ['language', page.language ? [page.language] : []],
    ['type', [citedKind(page)]],
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

/** The earliest known text, with its relation to the page where it is one of its relatives. */
function earliestEvidence({ earliest, relatives }: Provenance): KnownText | undefined {
  if (earliest === undefined) return undefined;
  const { document, outlet, archive } = earliest;
  const match = relatives.find(
    (relative) =>
      relative.match.document.id === document.id && relative.match.archive.name === archive,
  )?.match;
  return {
    archive,
    ...(match === undefined ? {} : { archiveSha256: match.archive.sha256 }),
    ...(document.url === undefined ? {} : { url: document.url }),
    ...(document.title === undefined ? {} : { title: document.title }),
    publisher: document.publisher ?? outlet,
    ...(document.published === undefined ? {} : { published: document.published }),
    ...(match === undefined
      ? {}
      : {
          relation: match.relation,
          strength: match.strength,
          order: match.order,
          pageShare: match.pageShare,
          archiveShare: match.archiveShare,
        }),
  };
}

/**
 * The CSL-JSON item. The outlet stands in `container-title` alone: styles print `publisher` as
 * well, and would name it twice.
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
    type: citedKind(page).value,
    ...(title === undefined ? {} : { title }),
    ...(author.length > 0 ? { author } : {}),
    ...(outlet === undefined ? {} : { 'container-title': outlet }),
    ...(issued === undefined ? {} : { issued }),
    accessed: day,
    URL: url,
    ...(LANGUAGE_TAG.test(language) ? { language } : {}),
    // Where nothing was searched, nothing can be said of what was found.
    ...(provenance.searched.archives.length === 0 ? {} : { note: citationNote(provenance) }),
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
  // A copy in a web archive is cited as the page it shows, with the copy beside it.
  const memento = mementoOf(page.url);
  const archived = parts.archived ?? (memento && { url: memento.url, date: memento.date });
  const match = matchEvidence(provenance);
  const earliest = earliestEvidence(provenance);
  const title = lineOrNone(page.title?.value);
  const canonicalUrl = page.canonicalUrl && checkedUrl(page.canonicalUrl.value);
  const fingerprints = parts.fingerprints ?? page.fingerprints;
  return {
    version: CITATION_VERSION,
    id,
    savedAt: accessed,
    updatedAt: accessed,
    revision: 1,
    // One key for all renderings of a page, as `findCitation` looks it up.
    key: addressKey(url) ?? url,
    item: cslItem(parts, memento?.original ?? url),
    edits: {},
    evidence: {
      pageUrl: checkedUrl(page.url) ?? url,
      ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
      ...(archived === undefined ? {} : { archived }),
      accessed,
      ...(title === undefined ? {} : { title }),
      ...(page.published === undefined ? {} : { published: statedDate(page.published.value) }),
      ...(page.modified === undefined ? {} : { modified: statedDate(page.modified.value) }),
      readFrom: readFrom(page),
      textSha256: page.textSha256,
      words: page.words,
      ...(fingerprints === undefined ? {} : { fingerprints }),
      ...(provenance.searched.archives.length === 0 ? {} : { verdict: provenance.kind }),
      ...(match === undefined ? {} : { match }),
      ...(earliest === undefined ? {} : { earliest }),
      searched: provenance.searched.archives.map(({ name, documents, created, sha256 }) => ({
        name,
        documents,
        created,
        ...(sha256 === undefined ? {} : { sha256 }),
      })),
    },
    quotes: parts.quotes ?? [],
    tags: [],
    collections: [],
    note: '',
  };
}
