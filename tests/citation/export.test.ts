// Every format, read back by the library: nothing lost, nothing smuggled in.
import { Cite } from '@citation-js/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCitations } from '../../src/citation/export.ts';
import type { Citation } from '../../src/citation/types.ts';
import { citation, withItem } from './facts.ts';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

const NOTE =
  'Stemma: same text as Harbour Gazette, 5 Feb 2021, https://harbour-gazette.example/ferry (archive harbour, 96 % of this page)';
const URL_CITED = 'https://quay-post.example/2021/02/07/ferry';

/** Named, since the library guesses BibTeX from an `@article{` in the headline of a RIS file. */
const READ_AS = { 'csl-json': '@else/json', bibtex: '@biblatex/text', ris: '@ris/file' } as const;

async function exported(format: 'csl-json' | 'bibtex' | 'ris', ...citations: Citation[]) {
  const { text } = await exportCitations(citations, format);
  const { data } = new Cite(text, { generateGraph: false, forceType: READ_AS[format] });
  return { text, items: data };
}

const HOSTILE = [
  '{Braces} and } more {{ of them',
  '50 % off & "quotes" ‘curly’ \'plain\'',
  '\\input{/etc/passwd} $\\alpha$ #1 a_b c^d ~e |f|',
  "Dashes - -- --- – and ``ticks''",
  '<i>markup</i> and <script>alert(1)</script>',
  'Паром вернётся: «Тихий» порт',
  'العبّارة تعود إلى الميناء',
  '渡轮航线重新开通',
  'Crème brûlée, Łódź, Ünïcode 🚢',
  '@article{other, title = {X}}',
  'x'.repeat(300),
];

describe('csl-json', () => {
  it('is the items as they are', async () => {
    const { items } = await exported('csl-json', citation(), citation({}, 'two'));
    expect(items).toEqual([citation().item, citation({}, 'two').item]);
  });

  it('says what it is', async () => {
    const file = await exportCitations([], 'csl-json');
    expect(file).toEqual({
      text: '[]\n',
      mime: 'application/vnd.citationstyles.csl+json',
      extension: 'json',
    });
  });
});

describe('bibtex', () => {
  it('holds address, date of access and match', async () => {
    const { text, items } = await exported('bibtex', citation());
    expect(text).toMatch(/^@article\{quill2021ferry,/);
    expect(text).not.toContain('howpublished');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      title: 'Ferry line to reopen',
      author: [{ family: 'Quill', given: 'Ada' }],
      'container-title': 'Quay Post',
      issued: { 'date-parts': [[2021, 2, 7]] },
      URL: URL_CITED,
      note: `Accessed 2026-03-01. ${NOTE}`,
    });
  });

  it('names the site of a page without a date', async () => {
    const { issued: _, ...item } = citation().item;
    const page: Citation = { ...citation(), item: { ...item, type: 'webpage' } };
    const { text, items } = await exported('bibtex', page);
    expect(text).toMatch(/^@misc\{quillferry,/);
    expect(items[0]).toMatchObject({ publisher: 'Quay Post', URL: URL_CITED });
    expect(items[0]).not.toHaveProperty('issued');
  });

  it.each(HOSTILE)('keeps %j in title, author, outlet and note', async (text) => {
    const item = { title: text, author: [{ literal: text }], 'container-title': text, note: text };
    const { items } = await exported('bibtex', withItem(item), citation({}, 'two'));
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      title: text,
      author: [{ family: text }],
      'container-title': text,
      note: `Accessed 2026-03-01. ${text}`,
    });
  });

  it('gives every entry a key of its own, in ASCII', async () => {
    const chinese = withItem({ title: '渡轮', author: [{ literal: '李明' }] }, 'three');
    const { text } = await exported('bibtex', citation(), citation({}, 'two'), chinese, chinese);
    const keys = [...text.matchAll(/^@\w+\{([^,]*),/gm)].map(([, key]) => key);
    expect(keys).toEqual(['quill2021ferry', 'quill2021ferry_2', 'quay2021', 'quay2021_2']);
  });

  it('keeps an address with braces whole', async () => {
    const { items } = await exported(
      'bibtex',
      withItem({ URL: 'https://a.example/x_y%20z?q={a}&b=}#c~d' }),
      citation({}, 'two'),
    );
    expect(items.map(({ URL: url }) => url)).toEqual([
      'https://a.example/x_y%20z?q=%7Ba%7D&b=%7D#c~d',
      URL_CITED,
    ]);
  });

  const specials = fc.string({
    unit: fc.constantFrom(...'\\{}$&%#_^~<>|-`\'"@,=: aAi/'.split('')),
  });

  it('reads back any title', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'grapheme' }), specials), async (raw) => {
        // As a record holds it: one line. NFC, since the reader composes.
        const title = raw.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
        fc.pre(title !== '');
        const { items } = await exported('bibtex', withItem({ title }), citation({}, 'two'));
        expect(items).toHaveLength(2);
        expect(items[0]?.title?.normalize('NFC')).toBe(title.normalize('NFC'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('ris', () => {
  it('holds author, day, address, date of access and match of a newspaper article', async () => {
    const { text, items } = await exported('ris', citation());
    expect(text.split('\r\n')).toEqual(
      expect.arrayContaining([
        'TY  - NEWS',
        'AU  - Quill, Ada',
        'DA  - 2021/02/07/',
        'T2  - Quay Post',
        `UR  - ${URL_CITED}`,
        'Y2  - 2026/03/01/',
        `N1  - ${NOTE}`,
        'ER  - ',
      ]),
    );
    expect(items[0]).toMatchObject({
      type: 'article-newspaper',
      title: 'Ferry line to reopen',
      'container-title': 'Quay Post',
      accessed: { 'date-parts': [[2026, 3, 1]] },
      URL: URL_CITED,
      note: NOTE,
    });
  });

  it('holds site, year and date of access of a page', async () => {
    const issued = { 'date-parts': [[2021]] as [number[]] };
    const { text, items } = await exported('ris', withItem({ type: 'webpage', issued }));
    const lines = text.split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining(['TY  - ELEC', 'T2  - Quay Post', 'DA  - 2021///', 'PY  - 2021']),
    );
    expect(lines).toContain('Y2  - 2026/03/01/');
    expect(items[0]).toMatchObject({
      type: 'webpage',
      author: [{ family: 'Quill', given: 'Ada' }],
      issued: { 'date-parts': [[2021]] },
    });
  });

  it('leaves out a date that is not known', async () => {
    const { issued: _, ...item } = citation().item;
    const { text } = await exported('ris', { ...citation(), item });
    expect(text).not.toMatch(/^(?:DA|PY)/m);
  });

  it.each(HOSTILE)('keeps %j in title and note', async (text) => {
    const { items } = await exported('ris', withItem({ title: text, note: text }), citation());
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ title: text, note: text });
  });

  it('lets no line break start a field or a record', async () => {
    const title = 'A\nER  - \nTY  - BOOK\r\nTI  - B';
    const { text, items } = await exported('ris', withItem({ title }), citation({}, 'two'));
    expect(items).toHaveLength(2);
    expect(text.match(/^TY {2}- .*$/gm)).toEqual(['TY  - NEWS', 'TY  - NEWS']);
    expect(items[0]?.title).toBe('A ER - TY - BOOK TI - B');
  });

  it('does not break long addresses', async () => {
    const url = `https://a.example/${'long-path/'.repeat(40)}`;
    const { items } = await exported('ris', withItem({ URL: url }));
    expect(items[0]?.URL).toBe(url);
  });
});
