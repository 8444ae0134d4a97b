// Pages and provenances about invented outlets, for the tests of citations.
import type { ArchivedDocument, ArchiveInfo } from '../../src/archive/types.ts';
import { buildCitation } from '../../src/citation/build.ts';
import type { Citation, CslItem } from '../../src/citation/types.ts';
import type { Match } from '../../src/match/types.ts';
import type { PageFacts, Provenance, Relative, VerdictKind } from '../../src/provenance/types.ts';

export const ACCESSED = '2026-03-01T09:30:00+02:00';
export const SHA = 'ab'.repeat(32);

const ARCHIVE: ArchiveInfo = {
  sha256: 'cd'.repeat(32),
  name: 'harbour',
  builder: 'stemma 0.1.0',
  created: '2026-01-01T00:00:00Z',
  profile: 'std',
  normaliser: 'norm-1',
  documents: 1200,
  formatVersion: 1,
  bytes: 4096,
};

export function page(more: Partial<PageFacts> = {}): PageFacts {
  return {
    url: 'https://quay-post.example/2021/02/07/ferry?utm_source=feed#top',
    title: { value: 'Ferry line to reopen', from: 'json-ld headline' },
    byline: [{ value: 'Ada Quill', from: 'json-ld author' }],
    publisher: { value: 'Quay Post', from: 'json-ld publisher' },
    published: { value: '2021-02-07', from: 'json-ld datePublished' },
    language: { value: 'en', from: 'html lang' },
    images: [],
    sources: [],
    related: [],
    words: 412,
    textSha256: SHA,
    ...more,
  };
}

export function document(more: Partial<ArchivedDocument> = {}): ArchivedDocument {
  return {
    id: 'ferry-1',
    url: 'https://harbour-gazette.example/ferry',
    title: 'Ferry to sail again',
    publisher: 'Harbour Gazette',
    authors: [],
    published: '2021-02-05',
    words: 430,
    images: [],
    sources: [],
    related: [],
    ...more,
  };
}

export function relative(match: Partial<Match> = {}, more: Partial<Relative> = {}): Relative {
  return {
    match: {
      archive: ARCHIVE,
      document: document(),
      relation: 'identical',
      strength: 'strong',
      evidence: 300,
      pageShare: 0.96,
      archiveShare: 0.9,
      editRate: 0,
      order: 'archive-earlier',
      orderReason: { rule: 'dates-differ' },
      passages: [{ page: [0, 390], archive: [0, 390] }],
      added: [],
      droppedParagraphs: [],
      archiveParagraphs: 8,
      ...match,
    },
    samePage: false,
    daysBefore: 2,
    outlet: 'Harbour Gazette',
    passageTexts: [],
    sharedWords: 390,
    addedWords: 22,
    ...more,
  };
}

/** A provenance whose verdict speaks of `main`, among nothing else unless told. */
export function provenance(
  kind: VerdictKind,
  main?: Relative,
  more: Partial<Provenance> = {},
): Provenance {
  return {
    kind,
    ...(main === undefined ? {} : { main }),
    relatives: main === undefined ? [] : [main],
    related: [],
    searched: {
      archives: [
        { name: 'harbour', documents: 1200, created: ARCHIVE.created, sha256: ARCHIVE.sha256 },
      ],
      documents: 1200,
    },
    words: 412,
    ...more,
  };
}

export function citation(more: Partial<PageFacts> = {}, id = 'one'): Citation {
  return buildCitation({
    page: page(more),
    provenance: provenance('copy', relative()),
    accessed: ACCESSED,
    id,
  });
}

/** A citation whose item has some fields replaced. */
export function withItem(item: Partial<CslItem>, id = 'one'): Citation {
  const base = citation({}, id);
  return { ...base, item: { ...base.item, ...item } };
}
