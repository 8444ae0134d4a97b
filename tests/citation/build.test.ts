// A citation from a page's facts: types, names, dates, addresses, and the match as a note.
import { describe, expect, it } from 'vitest';
import { buildCitation } from '../../src/citation/build.ts';
import { cslDate, dateInWords } from '../../src/citation/dates.ts';
import { cslName } from '../../src/citation/names.ts';
import { citationNote } from '../../src/citation/note.ts';
import { parseCitation } from '../../src/citation/validate.ts';
import { ACCESSED, citation, document, page, provenance, relative, SHA } from './facts.ts';

function languageOf(value: string): string | undefined {
  return citation({ language: { value, from: 'x' } }).item.language;
}

describe('buildCitation', () => {
  it('cites the page that a copy in a web archive shows, with the copy beside it', () => {
    const url = 'https://archive.example/web/20210205101530/https://quay-post.example/ferry';
    const { item, evidence, key } = citation({ url });
    expect(item.URL).toBe('https://quay-post.example/ferry');
    expect(evidence?.archived).toEqual({ url, date: '2021-02-05T10:15:30Z' });
    expect(evidence?.pageUrl).toBe(url);
    // The copy is what is open in the tab: a second save of it is the same one.
    expect(key).toContain('archive.example');
  });

  it('writes what is known, and where it was read', () => {
    const { item, evidence, ...record } = citation();
    expect(record).toEqual({
      version: 2,
      id: 'one',
      savedAt: ACCESSED,
      updatedAt: ACCESSED,
      revision: 1,
      key: 'quay-post.example/2021/02/07/ferry?',
      edits: {},
      quotes: [],
      tags: [],
      collections: [],
      note: '',
    });
    expect(item).toEqual({
      id: 'one',
      type: 'article-newspaper',
      title: 'Ferry line to reopen',
      author: [{ family: 'Quill', given: 'Ada' }],
      'container-title': 'Quay Post',
      issued: { 'date-parts': [[2021, 2, 7]] },
      accessed: { 'date-parts': [[2026, 3, 1]] },
      URL: 'https://quay-post.example/2021/02/07/ferry',
      language: 'en',
      note: 'Stemma: same text as Harbour Gazette, 5 Feb 2021, https://harbour-gazette.example/ferry (archive harbour, 96 % of this page)',
    });
    expect(evidence).toMatchObject({
      accessed: ACCESSED,
      title: 'Ferry line to reopen',
      published: { value: '2021-02-07', precision: 'day' },
      verdict: 'copy',
      textSha256: SHA,
      words: 412,
      readFrom: { title: 'json-ld headline', author: 'json-ld author', language: 'html lang' },
      match: {
        archive: 'harbour',
        url: 'https://harbour-gazette.example/ferry',
        published: '2021-02-05',
        relation: 'identical',
        pageShare: 0.96,
      },
      searched: [
        {
          name: 'harbour',
          documents: 1200,
          created: '2026-01-01T00:00:00Z',
          sha256: 'cd'.repeat(32),
        },
      ],
    });
  });

  it('is a record that reading it back accepts', () => {
    const stored: unknown = JSON.parse(JSON.stringify(citation()));
    expect(parseCitation(stored)).toEqual(citation());
  });

  it('calls a page without outlet or date a webpage, and leaves unknown fields out', () => {
    const { title: _, publisher: __, published: ___, language: ____, ...bare } = page();
    const parts = { provenance: provenance('no-match'), accessed: ACCESSED, id: 'x' };
    expect(buildCitation({ page: { ...bare, byline: [] }, ...parts }).item).toEqual({
      id: 'x',
      type: 'webpage',
      accessed: { 'date-parts': [[2026, 3, 1]] },
      URL: 'https://quay-post.example/2021/02/07/ferry',
      note: 'Stemma: no earlier copy in 1 archive (1,200 articles)',
    });
  });

  it('cites the page itself when it names another site as canonical, and keeps that claim', () => {
    const canonicalUrl = { value: 'https://harbour-gazette.example/ferry', from: 'link canonical' };
    const { item, evidence } = citation({ canonicalUrl });
    expect(item.URL).toBe('https://quay-post.example/2021/02/07/ferry');
    expect(evidence?.canonicalUrl).toBe(canonicalUrl.value);
  });

  it('cites the canonical address on its own site', () => {
    const canonicalUrl = { value: 'https://www.quay-post.example/ferry', from: 'link canonical' };
    expect(citation({ canonicalUrl }).item.URL).toBe(canonicalUrl.value);
  });

  it('refuses a page that is not on the web', () => {
    expect(() => citation({ url: 'file:///home/a.html' })).toThrow(/http.*"file:\/\/\/home/);
    const canonicalUrl = { value: 'javascript:alert(1)', from: 'link canonical' };
    expect(citation({ canonicalUrl }).item.URL).toMatch(/^https:\/\/quay-post/);
  });

  it('makes one line of a hostile headline, and cuts a megabyte', () => {
    const value = 'A\nTY  - JOUR\r\n\u2028\u0000B\uD800 <script>x</script>';
    expect(citation({ title: { value, from: 'x' } }).item.title).toBe(
      'A TY - JOUR B\uFFFD <script>x</script>',
    );
    const long = citation({ title: { value: 'x'.repeat(1 << 20), from: 'x' } }).item.title;
    expect(long).toHaveLength(2000);
    const headline = 'y'.repeat(300);
    expect(citation({ title: { value: headline, from: 'x' } }).item.title).toBe(headline);
  });

  it('keeps only what is a language tag', () => {
    expect(languageOf('pt-BR')).toBe('pt-BR');
    expect(languageOf('English (UK)')).toBeUndefined();
  });
});

describe('cslDate', () => {
  it.each([
    ['2021', [2021]],
    ['2021-02', [2021, 2]],
    ['2021-02-05', [2021, 2, 5]],
    ['2021-02-05T23:30:00-08:00', [2021, 2, 5]],
    ['2024-02-29', [2024, 2, 29]],
  ])('%s has the parts that are known', (iso, parts) => {
    expect(cslDate(iso)).toEqual({ 'date-parts': [parts] });
  });

  it.each(['', '2021-02-30', '2021-13', '2023-02-29', '5 Feb 2021', '0000'])(
    '%j has none',
    (iso) => {
      expect(cslDate(iso)).toBeUndefined();
    },
  );

  it('puts them in words', () => {
    expect(['2021-02-05T10:00:00Z', '2021-09', '2021', 'soon'].map(dateInWords)).toEqual([
      '5 Feb 2021',
      'Sep 2021',
      '2021',
      undefined,
    ]);
  });
});

describe('cslName', () => {
  it.each([
    ['Ada Quill', { family: 'Quill', given: 'Ada' }],
    ['Anne-Marie O’Brien', { family: 'O’Brien', given: 'Anne-Marie' }],
    ['Łukasz McDonald', { family: 'McDonald', given: 'Łukasz' }],
    ['Ada B. Quill', { family: 'Quill', given: 'Ada B.' }],
    ['A. B. Quill', { family: 'Quill', given: 'A. B.' }],
    ['Ada van der Quill', { family: 'Quill', given: 'Ada', 'non-dropping-particle': 'van der' }],
    ['Ada Quill Jr.', { family: 'Quill', given: 'Ada', suffix: 'Jr.' }],
    ['Ada Quill, Jr.', { family: 'Quill', given: 'Ada', suffix: 'Jr.' }],
    ['Ada Quill III', { family: 'Quill', given: 'Ada', suffix: 'III' }],
    ['Ада Орлова', { family: 'Орлова', given: 'Ада' }],
    ['Орлова Ада', { family: 'Орлова', given: 'Ада' }],
    ['Ада Ильинична Квилл', { family: 'Квилл', given: 'Ада Ильинична' }],
    ['Квилл Ада Ильинична', { family: 'Квилл', given: 'Ада Ильинична' }],
  ])('splits %s', (name, expected) => {
    expect(cslName(name)).toEqual(expected);
  });

  it.each([
    'Ada Maria Quill',
    'Madonna',
    'Associated Press',
    'Quay Newsdesk',
    'Médecins International',
    'АДА КВИЛЛ',
    'Ада Квилл',
    '李 明',
    'ada quill',
    'ADA QUILL',
    'Quill, Ada',
  ])('keeps %s as it stands', (name) => {
    expect(cslName(name)).toEqual({ literal: name });
  });

  it('drops the particle in sorting where the language does', () => {
    const particle = { family: 'Quill', given: 'Ada', 'dropping-particle': 'von' };
    expect(cslName('Ada von Quill', [], 'de-AT')).toEqual(particle);
    expect(cslName('Ada von Quill', [], 'en')).toHaveProperty('non-dropping-particle', 'von');
  });

  it('takes nobody for an author who took the pictures', () => {
    const byline = [
      { value: 'Ada Quill', from: 'x' },
      { value: 'Bo Lind', from: 'x', role: 'photographs' },
      { value: 'Lind Wire', from: 'x', kind: 'agency' as const },
    ];
    expect(citation({ byline }).item.author).toEqual([
      { family: 'Quill', given: 'Ada' },
      { literal: 'Lind Wire' },
    ]);
  });

  it('keeps a name that is known to be an organisation', () => {
    expect(cslName('Blue Lantern', ['blue lantern'])).toEqual({ literal: 'Blue Lantern' });
    const { item } = citation({
      publisher: { value: 'Blue Lantern', from: 'x' },
      byline: [
        { value: 'Blue  Lantern', from: 'x' },
        { value: 'Ada Quill', from: 'x' },
        { value: 'Ada Quill', from: 'y' },
      ],
    });
    expect(item.author).toEqual([{ literal: 'Blue Lantern' }, { family: 'Quill', given: 'Ada' }]);
  });
});

describe('citationNote', () => {
  const source = 'Harbour Gazette, 5 Feb 2021, https://harbour-gazette.example/ferry';
  const figures = '(archive harbour, 96 % of this page)';

  it.each([
    ['original', 'the archived original, unchanged:'],
    ['copy', 'same text as'],
    ['edited', 'edited from'],
    ['changed', 'changed since the archived version of this page:'],
    ['excerpt', 'a shortened copy of'],
    ['passages', 'shares 1 passage (390 words) with'],
  ] as const)('says of %s what it is', (kind, words) => {
    expect(citationNote(provenance(kind, relative()))).toBe(
      `Stemma: ${words} ${source} ${figures}`,
    );
  });

  it('says of a longer story that it holds the other one', () => {
    expect(citationNote(provenance('contains', relative()))).toBe(
      `Stemma: contains the text of ${source}, and more ${figures}`,
    );
  });

  it('says that the order is not known, and then claims no descent', () => {
    const note = citationNote(provenance('edited', relative({ order: 'unknown' })));
    expect(note).toBe(
      `Stemma: another version of the text in ${source} ${figures}; which came first is not known`,
    );
  });

  it('leaves out what is not known of the other copy', () => {
    const { url: _, published: __, ...bare } = document();
    expect(citationNote(provenance('copy', relative({ document: bare })))).toBe(
      `Stemma: same text as Harbour Gazette ${figures}`,
    );
  });

  it('names the earliest publication where it is another document before the page', () => {
    const first = relative(
      { document: document({ id: 'wire', published: '2021-02', url: 'https://wire.example/1' }) },
      { outlet: 'Wire' },
    );
    const earliest = { document: first.match.document, outlet: 'Wire', archive: 'harbour' };
    const main = relative();
    const lines = citationNote(
      provenance('copy', main, { relatives: [first, main], earliest }),
    ).split('\n');
    expect(lines).toEqual([
      `Stemma: same text as ${source} ${figures}`,
      'Stemma: earliest known publication: Wire, Feb 2021, https://wire.example/1 (archive harbour)',
    ]);
  });

  it('does not call a later copy the earliest publication', () => {
    const main = relative({ order: 'page-earlier' });
    const earliest = { document: main.match.document, outlet: main.outlet, archive: 'harbour' };
    const other = relative({ order: 'page-earlier', document: document({ id: 'other' }) });
    expect(
      citationNote(provenance('earliest', other, { relatives: [main, other], earliest })),
    ).toBe(`Stemma: earlier than every copy known, the closest being ${source} ${figures}`);
  });

  it.each([
    [1, '100 %'],
    [0.999, '99 %'],
    [0.001, '1 %'],
    [0, '0 %'],
  ])('shows a share of %d as %s: all and nothing only where it is so', (pageShare, shown) => {
    expect(citationNote(provenance('copy', relative({ pageShare })))).toContain(`, ${shown} of`);
  });

  it('counts what was searched, and related coverage', () => {
    const searched = { archives: [], documents: 0 };
    expect(citationNote(provenance('no-match', undefined, { searched }))).toBe(
      'Stemma: no earlier copy in 0 archives (0 articles)',
    );
    const related = [{ title: 'Ferry fares rise', pointedToBy: 'harbour' }];
    expect(citationNote(provenance('related', undefined, { related }))).toBe(
      'Stemma: no earlier copy in 1 archive (1,200 articles); 1 related article',
    );
  });
});
