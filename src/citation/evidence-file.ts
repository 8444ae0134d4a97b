// The evidence file: what was read, compared and selected, as JSON-LD with PROV-O and Web Annotation terms.
import { citedItem } from './edits.ts';
import type {
  Citation,
  CitationEvidence,
  KnownText,
  Quote,
  TextPositionSelector,
  TextQuoteSelector,
} from './types.ts';

/** The schema of the file: `schemas/evidence-1.json`. */
export const EVIDENCE_SCHEMA = 'urn:stemma:evidence:1';

/**
 * The meaning of every name in the file, within the file: nothing has to be fetched to read it.
 * PROV-O: https://www.w3.org/TR/prov-o/; Web Annotation: https://www.w3.org/TR/annotation-vocab/.
 */
export const CONTEXT = {
  '@version': 1.1,
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  '@vocab': `${EVIDENCE_SCHEMA}:`,
  conformsTo: { '@id': 'dcterms:conformsTo', '@type': '@id' },
  created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
  creator: 'dcterms:creator',
  title: 'dcterms:title',
  publisher: 'dcterms:publisher',
  published: 'dcterms:issued',
  modified: 'dcterms:modified',
  canonicalUrl: { '@id': 'schema:mainEntityOfPage', '@type': '@id' },
  archivedAt: { '@id': 'schema:archivedAt', '@type': '@id' },
  wasGeneratedBy: 'prov:wasGeneratedBy',
  used: { '@id': 'prov:used', '@type': '@id' },
  endedAtTime: { '@id': 'prov:endedAtTime', '@type': 'xsd:dateTime' },
  wasAssociatedWith: 'prov:wasAssociatedWith',
  generatedAtTime: { '@id': 'prov:generatedAtTime', '@type': 'xsd:dateTime' },
  target: 'oa:hasTarget',
  source: { '@id': 'oa:hasSource', '@type': '@id' },
  selector: 'oa:hasSelector',
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: 'oa:start',
  end: 'oa:end',
  bodyValue: 'oa:bodyValue',
  item: { '@id': 'item', '@type': '@json' },
  itemAsRead: { '@id': 'itemAsRead', '@type': '@json' },
} as const;

export interface EvidenceOptions {
  /** When the file is written: ISO 8601. */
  created: string;
  /** `Stemma 0.1.0` */
  software: string;
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:/.test(text);
}

function archivedText({ archive, archiveSha256, url, ...known }: KnownText): object {
  return {
    '@type': 'prov:Entity',
    ...(isAddress(url) ? { '@id': url } : {}),
    archive,
    ...(archiveSha256 === undefined ? {} : { archiveSha256 }),
    ...known,
  };
}

function page(evidence: CitationEvidence): object {
  const { pageUrl, canonicalUrl, archived, title, published, modified } = evidence;
  return {
    '@id': pageUrl,
    '@type': ['prov:Entity', 'schema:WebPage'],
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(archived === undefined ? {} : { archivedAt: archived.url }),
    ...(archived?.date === undefined ? {} : { archivedDate: archived.date }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published: { ...published } }),
    ...(modified === undefined ? {} : { modified: { ...modified } }),
    words: evidence.words,
    textSha256: evidence.textSha256,
    ...(evidence.fingerprints === undefined ? {} : { fingerprints: { ...evidence.fingerprints } }),
  };
}

function reading(evidence: CitationEvidence, software: string): object {
  return {
    '@type': 'prov:Activity',
    endedAtTime: evidence.accessed,
    used: evidence.pageUrl,
    wasAssociatedWith: { '@type': 'prov:SoftwareAgent', 'schema:name': software },
    readFrom: Object.entries(evidence.readFrom).map(([field, place]) => ({ field, place })),
  };
}

function comparison(evidence: CitationEvidence): object {
  const { verdict, match, earliest, searched } = evidence;
  return {
    '@type': 'prov:Activity',
    endedAtTime: evidence.accessed,
    ...(verdict === undefined ? {} : { verdict }),
    searched: searched.map(({ name, documents, sha256, created }) => ({
      '@type': 'prov:Entity',
      'schema:name': name,
      documents,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(created === undefined ? {} : { generatedAtTime: created }),
    })),
    ...(match === undefined ? {} : { match: archivedText(match) }),
    ...(earliest === undefined ? {} : { earliest: archivedText(earliest) }),
  };
}

function typed({ type, ...selector }: TextQuoteSelector | TextPositionSelector): object {
  return { '@type': `oa:${type}`, ...selector };
}

function annotation({ id, created, quote, position, note }: Quote, source: string): object {
  return {
    '@id': urn('quote', id),
    '@type': 'oa:Annotation',
    created,
    ...(note === undefined || note === '' ? {} : { bodyValue: note }),
    target: {
      source,
      selector: [typed(quote), ...(position === undefined ? [] : [typed(position)])],
    },
  };
}

function urn(kind: string, id: string): string {
  return `urn:stemma:${kind}:${encodeURIComponent(id)}`;
}

function record(citation: Citation, software: string): object {
  const { evidence, edits, item } = citation;
  const cited = citedItem(citation);
  const source = evidence?.pageUrl ?? cited.URL ?? urn('citation', citation.id);
  return {
    '@id': urn('citation', citation.id),
    '@type': 'prov:Entity',
    generatedAtTime: citation.savedAt,
    updated: citation.updatedAt,
    revision: citation.revision,
    item: cited,
    ...(Object.keys(edits).length === 0 ? {} : { itemAsRead: item, edited: Object.keys(edits) }),
    ...(citation.imported === undefined ? {} : { imported: { ...citation.imported } }),
    ...(evidence === undefined
      ? {}
      : {
          page: page(evidence),
          wasGeneratedBy: [reading(evidence, software), comparison(evidence)],
        }),
    quotes: citation.quotes.map((quote) => annotation(quote, source)),
    tags: citation.tags,
    collections: citation.collections,
    ...(citation.note === '' ? {} : { note: citation.note }),
    ...(citation.translatedTitle === undefined
      ? {}
      : { translatedTitle: citation.translatedTitle }),
  };
}

/** The file's text, by `schemas/evidence-1.json`. */
export function evidenceFile(
  citations: readonly Citation[],
  { created, software }: EvidenceOptions,
): string {
  const file = {
    '@context': CONTEXT,
    conformsTo: EVIDENCE_SCHEMA,
    created,
    creator: software,
    citations: citations.map((citation) => record(citation, software)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
