// Imports: what was exported comes back, what is broken is told of by line, nothing is overwritten.
import { describe, expect, it } from 'vitest';
import { duplicateKeys } from '../../src/citation/duplicates.ts';
import { exportCitations } from '../../src/citation/export.ts';
import {
  ImportError,
  type ImportReport,
  planImport,
  readImport,
} from '../../src/citation/import.ts';
import type { Citation, CslItem } from '../../src/citation/types.ts';
import { parseCitation } from '../../src/citation/validate.ts';
import { citation, withItem } from './facts.ts';
import { GENERATED, generatedItems } from './generated.ts';

const NOW = '2026-03-02T08:00:00+02:00';

function options() {
  let count = 0;
  return { now: NOW, source: 'file', newId: () => `new-${++count}` };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function plan(file: string | Uint8Array, known = new Map<string, string>()): Promise<ImportReport> {
  return planImport(typeof file === 'string' ? bytesOf(file) : file, options(), known);
}

const GENERATED_CITATIONS: Citation[] = generatedItems().map((item) => ({
  ...withItem({}, item.id),
  item,
}));

/** The generated items as they are to come back: keywords as tags, another id. */
function withoutId(item: CslItem): object {
  const { id: _, keyword: __, ...rest } = item;
  return rest;
}

/** Addresses are written normalised; titles with the NFC that readers compose. */
function comparable(item: object): unknown {
  return JSON.parse(JSON.stringify(item).normalize('NFC'));
}

describe.each(['csl-json', 'bibtex', 'biblatex', 'ris'] as const)('%s', (format) => {
  it(`brings back ${GENERATED} items with everything it can hold`, async () => {
    const { text } = await exportCitations(GENERATED_CITATIONS, format);
    const steps = readImport(bytesOf(text), options()).steps;
    const back: Citation[] = [];
    for await (const step of steps) {
      if ('skipped' in step) throw new Error(`entry ${step.entry}: ${step.skipped}`);
      back.push(step.citation);
    }
    expect(back).toHaveLength(GENERATED);
    for (const [i, { item, tags }] of back.entries()) {
      const sent = GENERATED_CITATIONS[i]?.item;
      if (sent === undefined) throw new RangeError(`no item ${i}`);
      expect(comparable(withoutId(item)), `${format} ${i}`).toEqual(comparable(withoutId(sent)));
      expect(tags).toEqual(sent.keyword === undefined ? [] : sent.keyword.split(', '));
      expect(() => parseCitation(back[i])).not.toThrow();
    }
  });
});

describe('a backup', () => {
  it('brings back records whole, and those of version 1', async () => {
    const rich = {
      ...citation({}, 'a'),
      tags: ['x'],
      note: 'n',
      edits: { title: 'T' },
      revision: 4,
    };
    const { text } = await exportCitations([rich], 'backup', { created: NOW });
    const report = await plan(text);
    expect(report.format).toBe('stemma');
    expect(report.added).toEqual([rich]);
    const { edits: _, quotes: __, tags: ___, collections: ____, note: _____, ...old } = rich;
    const { published: ______, ...evidence } = rich.evidence ?? {};
    const version1 = { ...old, version: 1, evidence: { ...evidence, published: '2021-02-07' } };
    const file = `{"format":"stemma-citations","version":1,"citations":[${JSON.stringify(version1)}]}`;
    expect((await plan(file)).added[0]).toMatchObject({ version: 2, id: 'a', tags: [] });
  });

  it('keeps copies of one text apart, and offers what is there by address', async () => {
    const copies = [citation({}, 'a'), citation({ url: 'https://b.example/' }, 'b')];
    expect(copies[0]?.evidence?.textSha256).toBe(copies[1]?.evidence?.textSha256);
    const { text } = await exportCitations(copies, 'backup', { created: NOW });
    expect((await plan(text)).added.map(({ id }) => id)).toEqual(['a', 'b']);
    const known = new Map(duplicateKeys(citation({}, 'there')).map(({ key }) => [key, 'there']));
    const again = await plan(text, known);
    expect(again.added.map(({ id }) => id)).toEqual(['b']);
    expect(again.candidates).toMatchObject([{ existing: 'there', by: 'address' }]);
  });

  it('loses a line where a line is damaged', async () => {
    const all = [citation({}, 'a'), citation({ url: 'https://b.example/' }, 'b')];
    const { text } = await exportCitations(all, 'backup', { created: NOW });
    const report = await plan(text.replace('"version":2', '"version":9'));
    expect(report.added.map(({ id }) => id)).toEqual(['b']);
    expect(report.skipped).toEqual([
      { entry: 1, line: 2, label: 'a', why: expect.stringMatching(/version 9/) },
    ]);
  });
});

describe('what is there already', () => {
  const saved = citation({}, 'saved');
  const known = new Map(duplicateKeys(saved).map(({ key }) => [key, saved.id]));

  it.each([
    ['address', { URL: 'https://www.quay-post.example/2021/02/07/ferry?utm_source=x' }],
    ['title', { URL: 'https://mirror.example/1', title: 'FERRY line, to reopen!' }],
  ])('is offered by %s, not merged', async (by, more) => {
    const { text } = await exportCitations([withItem(more, 'other')], 'csl-json');
    const report = await plan(text, known);
    expect(report.added).toEqual([]);
    expect(report.candidates).toMatchObject([{ existing: 'saved', by, entry: 1, line: 2 }]);
  });

  it('is found within the file too, and keys that repeat are no matter', async () => {
    const entry = '@article{same, title={A}, journal={B}, year={2021}, url={https://a.example/}}\n';
    const other =
      '@article{same, title={Other}, journal={B}, year={2021}, url={https://b.example/}}\n';
    const report = await plan(entry + other + entry);
    expect(report.added.map(({ item }) => item.title)).toEqual(['A', 'Other']);
    expect(report.added.map(({ imported }) => imported?.label)).toEqual(['same', 'same']);
    expect(report.candidates).toMatchObject([
      { entry: 3, line: 3, existing: 'new-1', by: 'address' },
    ]);
  });
});

describe('a malformed file', () => {
  it('loses the entries that are broken, by line and key', async () => {
    const bib =
      '@article{good, title={A}, year={2021}}\n\n@article{open, title={A\n\n@book{also, title={B}}\n';
    const report = await plan(bib);
    expect(report.added.map(({ item }) => item.title)).toEqual(['A', 'B']);
    expect(report.skipped).toEqual([
      { entry: 2, line: 3, label: 'open', why: 'its braces do not close' },
    ]);
  });

  it('loses what is cut off', async () => {
    const { text } = await exportCitations([citation(), withItem({ title: 'B' }, 'b')], 'csl-json');
    const json = await plan(text.slice(0, -40));
    expect(json.added).toHaveLength(1);
    expect(json.skipped[0]?.why).toMatch(/file ends within/);
    const ris = await plan('TY  - NEWS\nTI  - A\nER  - \nTY  - NEWS\nTI  - B\n');
    expect(ris.added).toHaveLength(1);
    expect(ris.skipped).toEqual([{ entry: 2, line: 4, why: 'the file ends before its end (ER)' }]);
  });

  it.each([
    ['[{"id":"a","type":"webpage","title":5}]', /"title"/],
    ['[{"id":"a","type":"webpage","author":"Ada"}]', /"author"/],
    ['[{"id":"a","type":"webpage",}]', /JSON|property/],
    ['[17]', /not an object/],
  ])('%s is told of', async (text, why) => {
    const report = await plan(text);
    expect(report.added).toEqual([]);
    expect(report.skipped).toMatchObject([{ entry: 1, line: 1, why: expect.stringMatching(why) }]);
  });

  it.each([
    ['', /neither CSL-JSON/],
    ['Dear Sir or Madam', /neither CSL-JSON/],
    ['\u0089PNG\0\0\0', /UTF-8/],
  ])('%j is refused as a whole', (text, message) => {
    const read = () => readImport(bytesOf(text), options());
    expect(read).toThrow(ImportError);
    expect(read).toThrow(message);
  });

  it('mends small faults, and says so', async () => {
    const item = {
      id: 7,
      URL: 'javascript:alert(1)',
      issued: { 'date-parts': [['2021', '02', 'x']] },
    };
    const report = await plan(JSON.stringify([item]));
    expect(report.added[0]?.item).toEqual({
      id: 'new-1',
      type: 'document',
      issued: { 'date-parts': [[2021, 2]] },
    });
    expect(report.remarks.map(({ remark }) => remark)).toEqual([
      'its address is not http or https and was left out',
      'it names no type and is kept as a document',
    ]);
  });

  it('keeps fields that it does not know, and no prototype', async () => {
    const text =
      '[{"id":"a","type":"book","title":"T","PMID":"12","__proto__":{"polluted":true},"constructor":"x"}]';
    const [one] = (await plan(text)).added;
    expect(one?.item).toMatchObject({ type: 'book', PMID: '12' });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

function eightBit(text: string, of: (code: number) => number): Uint8Array {
  return Uint8Array.from(Array.from(text, (character) => of(character.charCodeAt(0))));
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), little);
  return bytes;
}

function webpage(i: number): string {
  return `{"id":"${i}","type":"webpage","title":"T${i}","URL":"https://a.example/${i}"}`;
}

describe('encodings', () => {
  const RIS = 'TY  - NEWS\nTI  - Паром снова ходит по реке\nT2  - Гавань\nER  - \n';
  const FRENCH = 'TY  - NEWS\nTI  - L’été à Évian: déjà vécu\nER  - \n'.replace('’', "'");

  it.each([
    ['utf-8', bytesOf(RIS), 'Паром снова ходит по реке', false],
    ['utf-8', bytesOf(`\uFEFF${RIS}`), 'Паром снова ходит по реке', false],
    ['utf-16le', utf16(RIS, true), 'Паром снова ходит по реке', false],
    ['utf-16be', utf16(RIS, false), 'Паром снова ходит по реке', false],
    [
      'windows-1251',
      eightBit(RIS, (c) => (c >= 0x410 && c <= 0x44f ? c - 0x350 : c)),
      'Паром снова ходит по реке',
      true,
    ],
    ['windows-1252', eightBit(FRENCH, (c) => c), "L'été à Évian: déjà vécu", true],
  ])('%s is read', async (encoding, bytes, title, guessed) => {
    const report = await plan(bytes);
    expect(report).toMatchObject({ encoding, guessedEncoding: guessed });
    expect(report.added[0]?.item.title).toBe(title);
  });

  it('refuses what it cannot tell, as Russian in KOI8-R', () => {
    const letters = [0xf0, 0xc1, 0xd2, 0xcf, 0xcd, 0x20, 0xd3, 0xce, 0xcf, 0xd7, 0xc1];
    const koi8 = Uint8Array.from([
      ...bytesOf('TY  - NEWS\nTI  - '),
      ...letters,
      ...bytesOf('\nER  - \n'),
    ]);
    expect(() => readImport(koi8, options())).toThrow(/Save it as UTF-8/);
  });
});

describe('a huge file', () => {
  it('is read to its bound, others having their turn, and the rest is told of', async () => {
    const text = `[${Array.from({ length: 100_002 }, (_, i) => webpage(i)).join(',\n')}]`;
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const report = await plan(text);
    clearInterval(timer);
    expect(report.added).toHaveLength(100_000);
    expect(report.skipped).toMatchObject([{ entry: 100_001, line: 100_001 }]);
    expect(report.skipped[0]?.why).toMatch(/more than 100000 entries/);
    expect(turns).toBeGreaterThan(100);
  });

  it('with one entry without end is no matter', async () => {
    const report = await plan(`@misc{a, title={${'x'.repeat(1_100_000)}}}\n@misc{b, title={B}}`);
    expect(report.skipped[0]?.why).toMatch(/the limit is 1000000/);
    expect(report.added.map(({ item }) => item.title)).toEqual(['B']);
  });
});
