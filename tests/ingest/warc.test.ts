// Web archives: which records are pages, how their bodies are sent, and what damage costs.

import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toDocumentInput } from '../../src/ingest/document.ts';
import {
  http,
  packed,
  record,
  storyPage,
  storyParagraphs,
  storyRecord,
  warcinfo,
} from '../support/web-archives.ts';
import { readBytes, told, word } from './read-all.ts';

const address = (name: string): string => `https://alby.example/${name}`;
const captured = (block: Uint8Array | string, headers?: Record<string, string>): Uint8Array =>
  record(address('x'), block, headers);

describe('a web archive', () => {
  const records = [warcinfo(), storyRecord('one'), storyRecord('two'), storyRecord('three')];
  const stories = [
    '-:2 https://alby.example/one',
    '-:3 https://alby.example/two',
    '-:4 https://alby.example/three',
  ];

  test.each([
    ['as it is', Buffer.concat(records)],
    ['a gzip member a record', packed(records)],
    ['one gzip member', gzipSync(Buffer.concat(records))],
    [
      'gzip members that cut records',
      packed([Buffer.concat(records).subarray(0, 900), Buffer.concat(records).subarray(900)]),
    ],
    ['padded with zeros', Buffer.concat([packed(records), Buffer.alloc(600)])],
  ])('is read %s, in pieces of any size', async (_name, bytes) => {
    for (const pieces of [bytes.length, 1000, 97])
      expect(await told(bytes, pieces)).toEqual(stories);
  });

  it('gives the text, the address of the capture and its time', async () => {
    const page = storyPage('one', '<link rel="canonical" href="https://alby.example/own">');
    const bytes = record('<https://alby.example/one?utm_source=x>', http(page), {
      'WARC-Date': '2021-05-03T10:20:30.123Z',
    });
    const [item] = await readBytes(bytes);
    if (item === undefined || !('read' in item) || item.read === undefined)
      throw new Error('not read');
    expect(item.read.article.url).toBe('https://alby.example/one?utm_source=x');
    expect(item.read.article.paragraphs).toEqual(storyParagraphs('one'));
    expect(item.read.captured).toBe('2021-05-03T10:20:30Z');
    const { firstSeen } = toDocumentInput(item.read.article, {
      firstSeen: item.read.captured ?? '',
    });
    expect(firstSeen).toBe('2021-05-03T10:20:30Z');
  });

  it('holds much that is no story, and says what', async () => {
    const page = http(storyPage('x'));
    const all = [
      captured(http(storyPage('x'), {}, '404 Not Found')),
      captured(http('', { Location: '/y' }, '301 Moved')),
      captured(http('PNG', { 'Content-Type': 'image/png' })),
      captured(http('%PDF', { 'Content-Type': 'application/pdf' })),
      captured('GET / HTTP/1.1\r\n\r\n', { 'WARC-Type': 'request' }),
      captured('', { 'WARC-Type': 'revisit' }),
      captured('plain', { 'WARC-Type': 'conversion' }),
      captured(page, { 'WARC-Truncated': 'length' }),
      captured(page, { 'WARC-Target-URI': 'dns:alby.example' }),
      captured('<p>', { 'WARC-Type': 'resource', 'Content-Type': 'text/css' }),
      captured(http('<html><body><h1>Alby</h1><a href="/a">A</a></body></html>')),
      captured('no head at all'),
      captured(http('')),
    ];
    expect(await told(Buffer.concat(all))).toEqual([
      'passed -:1 status 404',
      'passed -:2 status 301',
      'passed -:3 image, not a page',
      'passed -:4 application/pdf, not a page',
      'passed -:6 a revisit: the same content as an earlier capture',
      'passed -:7 a record of type conversion',
      'passed -:8 a capture that was cut when it was made',
      'passed -:9 no http(s) address',
      'passed -:10 text, not a page',
      'passed -:11 not an article',
      'passed -:12 no HTTP response',
      'passed -:13 the file is empty',
    ]);
  });

  it('takes a resource for the page itself', async () => {
    const bytes = record(address('r'), storyPage('r'), {
      'WARC-Type': 'resource',
      'Content-Type': 'text/html',
    });
    expect(await told(bytes)).toEqual(['-:1 https://alby.example/r']);
  });
});

const chunks = (body: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`5;name=value\r\n`),
    body.subarray(0, 5),
    Buffer.from(`\r\n${(body.length - 5).toString(16)}\r\n`),
    body.subarray(5),
    Buffer.from('\r\n0\r\n\r\n'),
  ]);

describe('the body of a response', () => {
  const page = storyPage('body');
  const chunked = { 'Transfer-Encoding': 'chunked' };
  test.each([
    ['in chunks', chunks(Buffer.from(page)), chunked],
    ['in chunks, undone by the archiver', page, chunked],
    ['gzip', gzipSync(page), { 'Content-Encoding': 'gzip' }],
    ['gzip, undone by the archiver', page, { 'Content-Encoding': 'gzip' }],
    ['gzip in chunks', chunks(gzipSync(page)), { ...chunked, 'Content-Encoding': 'gzip' }],
    ['brotli', brotliCompressSync(page), { 'Content-Encoding': 'br' }],
    ['deflate', deflateSync(page), { 'Content-Encoding': 'deflate' }],
    ['deflate without a frame', deflateRawSync(page), { 'Content-Encoding': 'deflate' }],
    ['brotli in gzip', gzipSync(brotliCompressSync(page)), { 'Content-Encoding': 'br, gzip' }],
  ])('is read as it was meant: %s', async (_name, body, headers) => {
    expect(await told(record(address('b'), http(body, headers)))).toEqual([
      '-:1 https://alby.example/b',
    ]);
  });

  test.each([
    [
      'cut chunks',
      chunks(Buffer.from(page)).subarray(0, 900),
      chunked,
      'damaged: the body’s chunks are cut',
    ],
    [
      'cut gzip',
      gzipSync(page).subarray(0, 90),
      { 'Content-Encoding': 'gzip' },
      'damaged: the body is no gzip',
    ],
    [
      'an encoding nobody knows',
      page.slice(1),
      { 'Content-Encoding': 'x-own' },
      'unknown content encoding x-own',
    ],
    [
      'a bomb',
      gzipSync(Buffer.alloc(64 * 1024 * 1024)),
      { 'Content-Encoding': 'gzip' },
      'unpacks to more than 33554432 bytes',
    ],
  ])('is passed over with why: %s', async (_name, body, headers, why) => {
    const bytes = Buffer.concat([record(address('b'), http(body, headers)), storyRecord('next')]);
    expect(await told(bytes)).toEqual([`passed -:1 ${why}`, '-:2 https://alby.example/next']);
  });

  test.each([
    ['the server', 'text/html; charset=windows-1251', ''],
    ['the server, against the page', 'text/html; charset="windows-1251"', '<meta charset="utf-8">'],
    ['the page', 'text/html', '<meta charset="windows-1251">'],
    ['nobody, where the server names none that exists', 'text/html; charset=none', ''],
  ])('is read in the encoding named by %s', async (_name, type, head) => {
    const russian = 'Лебеди задержали паром на целый день, и никто не жаловался. '.repeat(6);
    const html = storyPage('ru', head).replace('</article>', `<p>${russian}</p></article>`);
    const bytes = Uint8Array.from(html, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
    const [item] = await readBytes(record(address('ru'), http(bytes, { 'Content-Type': type })));
    expect(
      item !== undefined && 'read' in item ? item.read?.article.paragraphs.at(-1) : '',
    ).toContain('Лебеди задержали паром');
  });
});

describe('damage', () => {
  const records = [storyRecord('one'), storyRecord('two'), storyRecord('three')];
  const [first = new Uint8Array(0), second = new Uint8Array(0), third = new Uint8Array(0)] =
    records;

  it('of a plain file ends it, behind what stands before', async () => {
    const two = first.length;
    const cut = Buffer.concat([first, second.subarray(0, 400)]);
    expect(await told(cut)).toEqual(['-:1 https://alby.example/one', `bad-warc - 2@${two}`]);
    const torn = Buffer.concat([first, Buffer.from('torn'), second]);
    expect(await told(torn)).toEqual(['-:1 https://alby.example/one', `bad-warc - 2@${two}`]);
    const long = storyRecord('two', { 'Content-Length': '999999999999999' });
    expect(await told(Buffer.concat([first, long, third]))).toEqual([
      '-:1 https://alby.example/one',
      `bad-warc - 2@${two}`,
    ]);
    const none = storyRecord('two', { 'Content-Length': '' });
    expect(await told(Buffer.concat([first, none]))).toEqual([
      '-:1 https://alby.example/one',
      `bad-warc - 2@${two}`,
    ]);
  });

  it('of one gzip member costs the record in it, whatever is damaged', async () => {
    const members = records.map((each) => gzipSync(each));
    const from = members[0]?.length ?? 0;
    const length = members[1]?.length ?? 0;
    for (const place of [0, 1, 2, 12, Math.floor(length / 2), length - 6, length - 1]) {
      const bytes = Buffer.concat(members);
      bytes[from + place] = (bytes[from + place] ?? 0) ^ 0xff;
      const words = await told(bytes);
      expect(words[0], `byte ${place}`).toBe('-:1 https://alby.example/one');
      expect(words.at(-1), `byte ${place}`).toMatch(/^-:\d https:\/\/alby\.example\/three$/);
      expect(
        words.some((each) => each.startsWith('bad-warc -')),
        `byte ${place}`,
      ).toBe(true);
    }
  });

  it('names the member that is cut', async () => {
    const whole = packed(records);
    const last = gzipSync(third).length;
    const words = await told(whole.subarray(0, whole.length - 30));
    expect(words.slice(0, 2)).toEqual([
      '-:1 https://alby.example/one',
      '-:2 https://alby.example/two',
    ]);
    expect(words.at(-1)).toBe(`bad-warc - 3@${whole.length - last}`);
  });

  it('of a head that never ends is given up', async () => {
    const endless = Buffer.concat([Buffer.from('WARC/1.0\r\nA: '), Buffer.alloc(200_000, 97)]);
    expect(await told(gzipSync(endless))).toEqual(['bad-warc - 1@0']);
    const lines = Buffer.from(`WARC/1.0\r\n${'A: b\r\n'.repeat(5000)}`);
    expect(await told(lines)).toEqual(['bad-warc - 1@0']);
  });

  it('anywhere neither throws nor loses what stands before it', async () => {
    const members = records.map((each) => gzipSync(each));
    const whole = Buffer.concat(members);
    const ends = [members[0]?.length ?? 0, (members[0]?.length ?? 0) + (members[1]?.length ?? 0)];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.boolean(),
        async (at, noise, cut) => {
          const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole);
          if (!cut) bytes.set(noise.subarray(0, whole.length - at), at);
          // What is damaged from its first bytes on has no form that could be told.
          if (at < 300) return;
          const words = (await readBytes(bytes)).map(word);
          const before = ends.filter((end) => end <= at).length;
          expect(words.slice(0, before)).toEqual(
            ['-:1 https://alby.example/one', '-:2 https://alby.example/two'].slice(0, before),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
