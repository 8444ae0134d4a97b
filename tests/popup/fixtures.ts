// Invented pages and their provenance, one for each thing the popup can say.

import type { CheckedState } from '../../popup/services.ts';
import type { ArchivedDocument, ArchiveInfo } from '../../src/archive/types.ts';
import type { Match } from '../../src/match/types.ts';
import type { PageFacts, Provenance, Relative } from '../../src/provenance/types.ts';

export const PAGE_URL = 'https://gazette.example/2024/05/07/lighthouse-bell';

export const ARCHIVE: ArchiveInfo = {
  sha256: 'a'.repeat(64),
  name: 'Coast papers',
  builder: 'stemma 0.1.0',
  created: '2024-06-01T09:00:00Z',
  profile: 'std',
  normaliser: 'norm-1',
  documents: 1204,
  formatVersion: 1,
  bytes: 1_300_000,
};

export function documentOf(of: Partial<ArchivedDocument> = {}): ArchivedDocument {
  return {
    id: 'd1',
    url: 'https://mercury.example/2024/05/05/bell-returns',
    title: 'The lighthouse bell comes home after ninety years',
    publisher: 'The Pebble Bay Mercury',
    authors: ['Orla Finch'],
    published: '2024-05-05',
    words: 412,
    images: [
      {
        credit: 'Tamsin Reed / Shorelight',
        license: 'CC BY 4.0',
        licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    sources: [],
    related: [],
    ...of,
  };
}

export function matchOf(of: Partial<Match> = {}): Match {
  return {
    archive: ARCHIVE,
    document: documentOf(),
    relation: 'identical',
    strength: 'strong',
    evidence: 120,
    pageShare: 0.96,
    archiveShare: 0.98,
    editRate: 0,
    order: 'archive-earlier',
    orderReason: { rule: 'dates-differ', pageDate: '2024-05-07', archiveDate: '2024-05-05' },
    passages: [{ page: [0, 400], archive: [0, 400] }],
    added: [],
    droppedParagraphs: [],
    archiveParagraphs: 12,
    ...of,
  };
}

export function relativeOf(of: Partial<Relative> = {}): Relative {
  return {
    match: matchOf(),
    samePage: false,
    daysBefore: 2,
    outlet: 'The Pebble Bay Mercury',
    passageTexts: ['The bell was rung at noon, and half the harbour stopped to listen…'],
    sharedWords: 400,
    addedWords: 0,
    ...of,
  };
}

export const PAGE: PageFacts = {
  url: PAGE_URL,
  title: { value: 'Lighthouse bell rings again', from: 'json-ld headline' },
  byline: [{ value: 'Gazette staff', from: 'meta author' }],
  publisher: { value: 'Harbour Gazette', from: 'json-ld publisher' },
  published: { value: '2024-05-07T08:30:00Z', from: 'json-ld datePublished' },
  images: [{ credit: 'T. Reed', from: 'figcaption' }],
  sources: [
    {
      name: 'Pebble Bay Harbour Trust',
      kind: 'organisation',
      cue: 'reported',
      link: 'https://trust.example/bell',
    },
    { name: 'Marlow Keene', kind: 'person', role: 'bell founder' },
    { name: 'two keepers', kind: 'unnamed' },
    { name: 'Ivo Strand', kind: 'person', role: 'council leader', denies: true, cue: 'denies' },
  ],
  related: [],
  words: 417,
  textSha256: 'b'.repeat(64),
};

export function provenanceOf(of: Partial<Provenance> = {}): Provenance {
  const main = of.main ?? relativeOf();
  return {
    kind: 'copy',
    main,
    relatives: [main],
    earliest: { document: main.match.document, outlet: main.outlet, archive: ARCHIVE.name },
    related: [],
    searched: {
      archives: [{ name: ARCHIVE.name, documents: ARCHIVE.documents, created: ARCHIVE.created }],
      documents: ARCHIVE.documents,
    },
    words: 417,
    ...of,
  };
}

/** Provenance without a relative. */
export function withoutMain(of: Partial<Provenance> & Pick<Provenance, 'kind'>): Provenance {
  const { main: _main, earliest: _earliest, ...rest } = provenanceOf();
  return { ...rest, relatives: [], ...of };
}

export function checkedState(of: Partial<CheckedState> = {}): CheckedState {
  return {
    url: PAGE_URL,
    at: '2026-03-10T12:00:00Z',
    status: 'checked',
    page: PAGE,
    provenance: provenanceOf(),
    problems: [],
    ...of,
  };
}

/** A later copy in another outlet. */
export function laterRelative(of: Partial<Relative> = {}): Relative {
  return relativeOf({
    outlet: 'North Quay Post',
    match: matchOf({
      document: documentOf({
        id: 'd2',
        publisher: 'North Quay Post',
        url: 'https://quay.example/news/771',
        published: '2024-05-09',
      }),
      order: 'page-earlier',
      orderReason: { rule: 'dates-differ', pageDate: '2024-05-07', archiveDate: '2024-05-09' },
      relation: 'edited',
      editRate: 0.04,
      droppedParagraphs: [2, 4],
    }),
    ...of,
  });
}

/** A relative of which it is not known whether it came first. */
export function undatedRelative(): Relative {
  const { published: _published, ...document } = documentOf({
    id: 'd3',
    publisher: 'Saltmarsh Weekly',
    url: 'https://saltmarsh.example/a/9',
  });
  const { daysBefore: _days, ...rest } = relativeOf({
    outlet: 'Saltmarsh Weekly',
    match: matchOf({
      document,
      order: 'unknown',
      orderReason: { rule: 'no-archive-date', pageDate: '2024-05-07' },
      relation: 'shares-quote',
      passages: [{ page: [10, 40], archive: [3, 33] }],
    }),
    sharedWords: 30,
  });
  return rest;
}

const RELATED = [
  {
    title: 'Who cast the bell? A founder’s notebook turns up',
    url: 'https://mercury.example/2024/05/06/notebook',
    outlet: 'The Pebble Bay Mercury',
    published: '2024-05-06',
    pointedToBy: 'The Pebble Bay Mercury',
  },
];

/** Every checked state the popup can show, by name. */
export function checkedStates(): Record<string, CheckedState> {
  const edited = relativeOf({
    match: matchOf({
      relation: 'edited',
      editRate: 0.04,
      droppedParagraphs: [2, 4],
      added: [[40, 72]],
      pageShare: 0.88,
      archiveShare: 0.81,
    }),
    addedWords: 32,
  });
  const sameDate = relativeOf({
    daysBefore: 0,
    match: matchOf({
      order: 'unknown',
      orderReason: { rule: 'same-date', pageDate: '2024-05-05', archiveDate: '2024-05-05' },
    }),
  });
  const passages = relativeOf({
    match: matchOf({
      relation: 'shares-quote',
      strength: 'reported',
      pageShare: 0.28,
      archiveShare: 0.29,
      passages: [
        { page: [0, 60], archive: [0, 60] },
        { page: [200, 258], archive: [80, 138] },
      ],
    }),
    sharedWords: 118,
    passageTexts: [
      'The bell was rung at noon, and half the harbour stopped to listen…',
      'We never lost it, said the trust’s chair; we only forgot which shed it was in…',
    ],
  });
  const own = relativeOf({
    samePage: true,
    daysBefore: 0,
    outlet: 'Harbour Gazette',
    match: matchOf({
      document: documentOf({
        id: 'own',
        url: PAGE_URL,
        publisher: 'Harbour Gazette',
        published: '2024-05-07',
        modified: '2024-05-08',
      }),
      order: 'unknown',
      orderReason: { rule: 'same-date', pageDate: '2024-05-07', archiveDate: '2024-05-07' },
    }),
  });
  return {
    copy: checkedState({
      provenance: provenanceOf({
        relatives: [relativeOf(), laterRelative(), undatedRelative()],
        related: RELATED,
      }),
    }),
    'copy-same-date': checkedState({ provenance: provenanceOf({ main: sameDate }) }),
    edited: checkedState({ provenance: provenanceOf({ kind: 'edited', main: edited }) }),
    original: checkedState({
      provenance: provenanceOf({ kind: 'original', main: own, relatives: [own, laterRelative()] }),
    }),
    earliest: checkedState({
      provenance: provenanceOf({ kind: 'earliest', main: laterRelative() }),
    }),
    changed: checkedState({
      provenance: provenanceOf({
        kind: 'changed',
        main: {
          ...own,
          addedWords: 14,
          match: { ...own.match, relation: 'edited', editRate: 0.02 },
        },
      }),
    }),
    excerpt: checkedState({
      provenance: provenanceOf({
        kind: 'excerpt',
        main: relativeOf({ match: matchOf({ relation: 'excerpt-of', archiveShare: 0.41 }) }),
      }),
    }),
    contains: checkedState({
      provenance: provenanceOf({
        kind: 'contains',
        main: relativeOf({
          match: matchOf({ relation: 'contains', pageShare: 0.55, archiveShare: 0.99 }),
          addedWords: 320,
        }),
      }),
    }),
    passages: checkedState({ provenance: provenanceOf({ kind: 'passages', main: passages }) }),
    telling: tellingState(),
    'ten-relatives': checkedState({
      provenance: provenanceOf({
        main: manyRelatives(1)[0] ?? relativeOf(),
        relatives: manyRelatives(10),
      }),
    }),
    'many-relatives': checkedState({
      provenance: provenanceOf({
        main: manyRelatives(1)[0] ?? relativeOf(),
        relatives: manyRelatives(200),
      }),
    }),
    related: checkedState({ provenance: withoutMain({ kind: 'related', related: RELATED }) }),
    'no-match': checkedState({ provenance: withoutMain({ kind: 'no-match' }) }),
    'no-match-problem': checkedState({
      provenance: withoutMain({ kind: 'no-match' }),
      problems: [{ code: 'archive-unreadable', detail: 'harbour.stemma: checksum of block 212' }],
    }),
  };
}

const OUTLETS = ['North Quay Post', 'Saltmarsh Weekly', 'Cliff Courier', 'The Tidewater Bulletin'];

/** Many relatives: two earlier, most later, every seventh of unknown order. */
export function manyRelatives(count: number): Relative[] {
  return Array.from({ length: count }, (_, index) => {
    const outlet = OUTLETS[index % OUTLETS.length] ?? '';
    const day = index === 0 ? 5 : index === 1 ? 6 : 8 + (index % 20);
    const published = `2024-05-${String(day).padStart(2, '0')}`;
    const unknown = index > 1 && index % 7 === 0;
    return relativeOf({
      outlet: index === 0 ? 'The Pebble Bay Mercury' : outlet,
      match: matchOf({
        document: documentOf({
          id: `many-${index}`,
          publisher: outlet,
          url: `https://many.example/${index}`,
          published,
        }),
        relation:
          (['identical', 'edited', 'excerpt-of', 'shares-quote'] as const)[index % 4] ?? 'partial',
        order: index < 2 ? 'archive-earlier' : unknown ? 'unknown' : 'page-earlier',
        orderReason: unknown
          ? { rule: 'dates-overlap', pageDate: '2024-05-07', archiveDate: published }
          : { rule: 'dates-differ', pageDate: '2024-05-07', archiveDate: published },
      }),
    });
  });
}

/** A page that says much of itself, on an address like another's. */
export function tellingState(): CheckedState {
  return checkedState({
    url: PAGE_URL,
    page: {
      ...PAGE,
      publisherFacts: {
        legalName: { value: 'Harbour Gazette Press Ltd', from: 'json-ld publisher' },
        publishingPrinciples: { value: 'https://gazette.example/p', from: 'json-ld publisher' },
        correctionsPolicy: { value: 'https://gazette.example/c', from: 'json-ld publisher' },
        ownershipFundingInfo: { value: 'https://gazette.example/o', from: 'json-ld publisher' },
      },
      dispatch: {
        agencies: [{ value: 'Shorelight Wire', from: 'dateline' }],
        origins: [
          {
            kind: 'first-published',
            name: 'The Pebble Bay Mercury',
            url: 'https://mercury.example/2024/05/05/bell-returns',
            text: 'This story was first published by The Pebble Bay Mercury.',
            from: 'line 14',
          },
        ],
      },
      images: [
        {
          credit: 'Tamsin Reed / Shorelight',
          agency: 'Shorelight',
          license: 'CC BY 4.0',
          licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
          from: 'figcaption',
        },
        {
          credit: 'Harbour museum',
          marked: { value: 'archive', from: 'caption “File photo”' },
          from: 'figcaption',
        },
      ],
    },
    provenance: provenanceOf({
      lookAlike: {
        kind: 'suffix',
        host: 'gazette.example',
        outlet: { host: 'gazette.test', name: 'Harbour Gazette' },
      },
      relatives: [relativeOf(), laterRelative()],
      related: [
        ...RELATED,
        {
          title: 'Harbour trust to open bell tower on Sundays',
          url: 'https://quay.example/news/780',
          outlet: 'North Quay Post',
          published: '2024-05-11',
          score: 0.44,
          reasons: [
            { kind: 'names', detail: 'names', items: ['Pebble Bay', 'Marlow Keene'] },
            { kind: 'terms', detail: 'terms', items: ['bell', 'founder'] },
          ],
        },
        { title: 'What a keeper hears at night', score: 0.2, reasons: [] },
      ],
    }),
  });
}
