// JSON Lines: the documented fields, what is wrong with a line, and streams cut anywhere.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readJsonlLine, streamLines } from '../../src/ingest/jsonl.ts';

const whole = {
  id: 'alby-1',
  url: 'https://www.alby.example/clock/?utm_source=mail',
  title: 'Clock Tower Stops – Police',
  text: 'The clock stopped\non Monday.\n\nNobody\tnoticed.\n\n \n\n***',
  published: '2021-05-03T09:30:00+02:00',
  modified: '2021-05',
  publisher: 'Alby Gazette',
  authors: ['Anna Bell', ' ', 'Tom Reed'],
  language: 'en',
  section: 'a field beyond the form',
};

function read(value: unknown, requireUrl = true) {
  const json = typeof value === 'string' ? value : JSON.stringify(value);
  return readJsonlLine(json, 'news.jsonl', 7, { requireUrl });
}

describe('readJsonlLine', () => {
  it('reads every field, with the field as evidence', () => {
    expect(read(whole)).toMatchObject({
      id: 'alby-1',
      article: {
        url: 'https://www.alby.example/clock/?utm_source=mail',
        canonicalUrl: { value: 'https://www.alby.example/clock', from: 'field url' },
        title: { value: 'Clock Tower Stops – Police', from: 'field title' },
        attribution: { value: 'Police', from: 'field title' },
        byline: [
          { value: 'Anna Bell', from: 'field authors' },
          { value: 'Tom Reed', from: 'field authors' },
        ],
        publisher: { value: 'Alby Gazette', from: 'field publisher' },
        published: { value: '2021-05-03T09:30:00+02:00', from: 'field published' },
        modified: { value: '2021-05', from: 'field modified' },
        language: { value: 'en', from: 'field language' },
        paragraphs: ['The clock stopped on Monday.', 'Nobody noticed.'],
      },
    });
  });

  it('leaves out what is null, blank or missing', () => {
    const { url, text } = whole;
    const bare = read({ url, text, title: '', published: null, publisher: ' ', authors: null });
    if ('problem' in bare) throw new Error(bare.problem.why);
    expect(bare.id).toBeUndefined();
    expect(Object.keys(bare.article).toSorted()).toEqual(
      [
        'url',
        'canonicalUrl',
        'byline',
        'paragraphs',
        'images',
        'sources',
        'links',
        'related',
      ].toSorted(),
    );
  });

  test.each([
    ['not JSON', '{"url": ', 'bad-json'],
    ['a list', '[1]', 'bad-field'],
    ['a number for a title', { ...whole, title: 5 }, 'bad-field'],
    ['no text', { url: whole.url, title: 'a' }, 'bad-field'],
    ['a day that is none', { ...whole, published: '2021-02-30' }, 'bad-field'],
    ['a date in words', { ...whole, modified: 'May 3, 2021' }, 'bad-field'],
    ['no address', { ...whole, url: undefined }, 'no-url'],
    ['a javascript address', { ...whole, url: 'javascript:alert(1)' }, 'bad-url'],
    ['blank text', { ...whole, text: ' \n\n ' }, 'no-body'],
  ])('refuses %s and names the line', (_name, value, code) => {
    expect(read(value)).toMatchObject({ problem: { code, file: 'news.jsonl', line: 7 } });
  });

  it('names the field', () => {
    expect(read({ ...whole, published: '2021-02-30' })).toMatchObject({
      problem: { why: expect.stringContaining('"published"') },
    });
  });

  it('takes a text without address where none is needed', () => {
    expect(read({ text: 'Words.' }, false)).toMatchObject({ article: { url: '' } });
  });
});

async function lines(chunks: Uint8Array[]): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for await (const { number, text } of streamLines(chunks)) {
    expect(number).toBe(found.length + 1);
    found.push(text);
  }
  return found;
}

describe('streamLines', () => {
  it('gives the same lines wherever the stream is cut', async () => {
    const text = fc.array(
      fc.string({ unit: 'grapheme' }).filter((line) => !/[\n\uFEFF]/.test(line)),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (expected, size) => {
        const bytes = Buffer.from(expected.map((line) => `${line}\n`).join(''), 'utf8');
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        expect(await lines(chunks)).toEqual(expected);
      }),
    );
  });

  it('drops a byte order mark and needs no line end at the end', async () => {
    expect(await lines([Buffer.from('\uFEFFa\n\nb')])).toEqual(['a', '', 'b']);
  });

  it('gives up on a line that no document has, and goes on with the next', async () => {
    const chunk = new Uint8Array(8 * 1024 * 1024).fill(97);
    const end = Buffer.from('\nafter\n');
    expect(await lines([chunk, chunk, chunk, chunk, chunk, end])).toEqual([undefined, 'after']);
  });
});
