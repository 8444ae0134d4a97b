// `stemma inspect`, `match` and `extract` as scripts use them: shapes, exit codes, damaged packs.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { AT } from '../../src/archive/layout.ts';
import { countWords } from '../../src/fingerprint/normalise.ts';
import { jsonLines, stemma } from './run.ts';
import { clock, clockCopy, clockPage, clockUrl, frontPage, waves } from './stories.ts';

let directory = '';
const put = (name: string, content: string | Uint8Array) =>
  writeFile(join(directory, name), content);
const run = (args: string[], options = {}) => stemma(args, { cwd: directory, ...options });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stemma-read-'));
  await put('clock.txt', clock.replace('has asked', 'has <u>asked</u>'));
  await put('copy.txt', clockCopy);
  await put('copy.html', clockPage);
  await put('front.html', frontPage);
  await put('waves.txt', waves);
  await put('empty.txt', '');
  const built = await run(['build', '--out', 'good.stemma', '--date', '2026-01-02', 'clock.txt']);
  expect(built).toMatchObject({ code: 0, stderr: '' });
  const pack = await readFile(join(directory, 'good.stemma'));
  await put('truncated.stemma', pack.subarray(0, pack.length >> 1));
  const flipped = Buffer.from(pack);
  // The last byte that is not padding: inside the last section's content.
  const last = flipped.findLastIndex((byte) => byte !== 0);
  flipped[last] = (flipped[last] ?? 0) ^ 0x10;
  await put('flipped.stemma', flipped);
  const future = Buffer.from(pack);
  future.writeUInt16LE(99, AT.major);
  await put('future.stemma', future);
  await put('text.stemma', 'not a pack at all, but text with the name of one');
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

const bad: [string, string][] = [
  ['truncated.stemma', 'truncated'],
  ['flipped.stemma', 'damaged'],
  ['future.stemma', 'future-version'],
  ['text.stemma', 'not-a-pack'],
  ['missing.stemma', 'no such file'],
];

describe('stemma inspect', () => {
  it('tells what the pack holds, who built it and from what', async () => {
    const ran = await run(['inspect', 'good.stemma', '--json', '--verify']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(jsonLines(ran.stdout)).toMatchObject([
      {
        file: 'good.stemma',
        name: 'good',
        created: '2026-01-02T00:00:00Z',
        profile: 'std',
        normaliser: 'norm-1',
        formatVersion: 1,
        documents: 1,
        outlets: [{ host: 'alby-gazette.example', documents: 1 }],
        published: { earliest: '2021-05-03', latest: '2021-05-03' },
        languages: { en: 1 },
        verified: true,
      },
    ]);
    const plain = await run(['inspect', 'good.stemma']);
    expect(plain.stdout).toMatch(/^good\.stemma: good, 1 document, \d+ words, \d+ bytes\n/);
    expect(plain.stdout).not.toContain('verified');
  });

  it('names the sources of the shipped archive, from the manifest beside it', async () => {
    const shipped = new URL('../../public/archives/seed.stemma', import.meta.url).pathname;
    const ran = await run(['inspect', shipped, '--json', '--verify']);
    expect(jsonLines(ran.stdout)).toMatchObject([
      { name: 'seed', sources: [{ file: expect.stringMatching(/\.txt$/) }], verified: true },
    ]);
  });

  test.each(bad)('%s is refused: %s', async (file, told) => {
    const ran = await run(['inspect', file, '--verify']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain(file);
    expect(ran.stderr).toContain(told);
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('stemma match', () => {
  it('prints one line a document, with the documented fields', async () => {
    const inputs = ['copy.txt', 'copy.html', 'waves.txt'];
    const ran = await run(['match', '--archive', 'good.stemma', '--json', ...inputs]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const lines = jsonLines(ran.stdout);
    expect(lines).toHaveLength(3);
    const [text, page, none] = lines;
    const body = clock.split('\n\n').slice(2, 7);
    const words = countWords(body.join('\n\n'));
    const match = {
      archive: 'good',
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      url: clockUrl,
      title: 'Clock Tower Stops in Alby',
      published: '2021-05-03',
      relation: 'identical',
      strength: 'strong',
      evidence: expect.any(Number),
      pageShare: 1,
      archiveShare: 1,
      editRate: 0,
      order: 'archive-earlier',
      passages: [{ page: [0, words], archive: [0, words] }],
      added: [],
      droppedParagraphs: [],
      changes: [],
      titleChanged: true,
    };
    expect(text).toEqual({
      input: 'copy.txt',
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      url: 'https://lakeside.example/clock',
      words,
      matches: [match],
      related: [],
    });
    expect(page).toMatchObject({ input: 'copy.html', words, matches: [match] });
    expect(none).toMatchObject({ input: 'waves.txt', matches: [], related: [] });
  });

  it('does not need an address, reads standard input, and says it in words', async () => {
    const text = clock.slice(0, clock.indexOf('Original url'));
    const ran = await run(['match', '--archive', 'good.stemma', '-'], { stdin: text });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toBe(
      `-: same text as “Clock Tower Stops in Alby”, 2021-05-03, ${clockUrl} (strong); 100 % of this text, 100 % of the archived; which is earlier is not known\n`,
    );
  });

  it('does not match a front page', async () => {
    const ran = await run(['match', '--archive', 'good.stemma', 'front.html', '--json']);
    expect(ran.code).toBe(0);
    expect(jsonLines(ran.stdout)).toMatchObject([{ isArticle: false, matches: [] }]);
  });

  it('names packs and inputs that cannot be read, and does the rest', async () => {
    const packs = bad.map(([file]) => file);
    const ran = await run([
      'match',
      '--archive',
      ...packs,
      'good.stemma',
      'empty.txt',
      'copy.txt',
      '--json',
    ]);
    expect(ran.code).toBe(1);
    expect(jsonLines(ran.stdout)).toMatchObject([
      { input: 'copy.txt', matches: [{ archive: 'good' }] },
    ]);
    for (const [file, told] of bad) expect(ran.stderr).toMatch(new RegExp(`${file}.*${told}`));
    expect(ran.stderr).toContain('empty.txt:1: the file is empty');
  });

  it('ends with 1 when no pack can be read', async () => {
    const ran = await run(['match', '--archive', 'text.stemma', 'copy.txt']);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('no archive could be read');
  });

  test.each([
    [['match', 'copy.txt'], '--archive FILE is missing'],
    [['match', '--archive', 'good.stemma'], 'no INPUT given'],
  ])('%j is wrong usage', async (args, told) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(told);
  });
});

describe('stemma extract', () => {
  it('prints one line a page, each fact with its place', async () => {
    const ran = await run(['extract', '--json', 'copy.html', 'front.html', 'clock.txt']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const [page, front, saved] = jsonLines(ran.stdout);
    const paragraphs = clock.split('\n\n').slice(2, 7);
    expect(page).toMatchObject({
      input: 'copy.html',
      isArticle: true,
      text: paragraphs.join('\n\n'),
      paragraphs,
      words: countWords(paragraphs.join('\n\n')),
      title: { value: 'Alby Clock Falls Silent', from: 'json-ld headline' },
      byline: [{ value: 'Ida Moss', from: expect.stringContaining('json-ld') }],
      published: { value: '2021-05-05T08:00:00Z', from: expect.stringContaining('json-ld') },
      canonicalUrl: { value: 'https://lakeside.example/2021/05/05/alby-clock-falls-silent' },
    });
    expect(front).toMatchObject({ input: 'front.html', isArticle: false });
    expect(saved).toMatchObject({
      input: 'clock.txt',
      isArticle: true,
      why: ['saved-article'],
      language: 'en',
      title: { value: 'Clock Tower Stops in Alby', from: 'line 1' },
      published: { value: '2021-05-03', from: 'line 3' },
      canonicalUrl: { value: clockUrl, from: 'line 17' },
    });
    expect(saved).not.toHaveProperty('modified');
    expect(saved).toHaveProperty('links', [{ text: 'asked', kind: 'other' }]);
  });

  it('reads a date the same in every zone', async () => {
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
    const ran = await Promise.all(
      zones.map((TZ) => run(['extract', '--json', 'clock.txt'], { env: { TZ } })),
    );
    expect(ran[0]?.stdout).toContain('"published":{"value":"2021-05-03"');
    expect(ran[1]?.stdout).toBe(ran[0]?.stdout);
  });

  it('takes a given address, and refuses one that is not http(s)', async () => {
    const url = 'https://lakeside.example/2021/05/05/given-by-hand';
    const given = await run(['extract', '--json', '--url', url, 'copy.html']);
    expect(jsonLines(given.stdout)).toMatchObject([{ url }]);
    const refused = await run(['extract', '--url', 'javascript:alert(1)', 'copy.html']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('stemma', () => {
  test.each(['build', 'inspect', 'match', 'extract'])('%s --help tells its usage', async (name) => {
    const ran = await run([name, '--help']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toContain(`Usage: stemma ${name} `);
    expect(ran.stdout).toContain('Exit codes:');
    expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test.each([['bench']])('%s is not in this version, and says so', async (...args) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/is not in this version \(\d/);
  });

  it('without a command, or with one that does not exist, tells which there are', async () => {
    const [none, unknown, help] = await Promise.all([run([]), run(['frob']), run(['--help'])]);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('there is no command "frob"');
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(none.stderr).toContain(help.stdout.trim());
  });
});
