// `stemma` over web archives and feeds: what is counted, what is named, exit codes, the time of capture.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collection, http, packed, record, storyRecord } from '../support/web-archives.ts';
import { jsonLines, stemma } from './run.ts';

let directory = '';
const run = (args: string[], options = {}) => stemma(args, { cwd: directory, ...options });
const image = record('https://alby.example/i', http('', { 'Content-Type': 'image/png' }));
const gone = record('https://alby.example/g', http('', {}, '404 Not Found'));
const front = record('https://alby.example/', http('<html><body><a href="/a">A</a></body></html>'));
const crawl = packed([storyRecord('one'), image, image, gone, front]);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stemma-captures-'));
  await writeFile(join(directory, 'crawl.warc.gz'), crawl);
  await writeFile(join(directory, 'cut.warc.gz'), crawl.subarray(0, crawl.length - 20));
  await writeFile(join(directory, 'all.wacz'), collection({ 'x.warc.gz': crawl }));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

describe('a web archive', () => {
  it('is built with a count by reason, which is no failure', async () => {
    const built = await run(['build', '--json', '--out', 'a.stemma', 'crawl.warc.gz', 'all.wacz']);
    expect(built.code).toBe(0);
    expect(built.stderr).toBe(
      'stemma: passed over 8: 4 image, not a page; 2 not an article; 2 status 404\n',
    );
    const report: unknown = JSON.parse(built.stdout);
    expect(report).toMatchObject({
      documents: 1,
      duplicates: 1,
      skippedInputs: 0,
      passedOver: [
        { why: 'image, not a page', count: 4 },
        { why: 'not an article', count: 2 },
        { why: 'status 404', count: 2 },
      ],
    });
  });

  it('names each with --verbose, and damage with its record and place', async () => {
    const read = await run(['extract', '--verbose', 'cut.warc.gz']);
    expect(read.code).toBe(1);
    expect(read.stdout).toMatch(/^cut\.warc\.gz:1: Swans Hold the Ferry at one \|/);
    expect(read.stderr).toContain(
      'cut.warc.gz:2: passed over, image, not a page: https://alby.example/i',
    );
    expect(read.stderr).toMatch(/cut\.warc\.gz, record 5 at byte \d+: the file ends within/);
  });

  it('is read alike by extract, match and cite, from standard input too', async () => {
    await run(['build', '--out', 'b.stemma', 'crawl.warc.gz']);
    const extracted = await run(['extract', '--json', '-'], { stdin: crawl });
    expect(jsonLines(extracted.stdout)).toMatchObject([
      { input: '-:1', isArticle: true, captured: '2021-05-03T10:20:30Z' },
      { input: '-:5', isArticle: false },
    ]);
    const matched = await run(['match', '--json', '--archive', 'b.stemma', 'all.wacz']);
    expect(jsonLines(matched.stdout)).toMatchObject([
      { input: 'all.wacz!archive/x.warc.gz:1', matches: [{ relation: 'identical' }] },
    ]);
    const cited = await run(['cite', '--format', 'csl-json', 'crawl.warc.gz']);
    expect(cited).toMatchObject({ code: 0 });
    expect(JSON.parse(cited.stdout)).toMatchObject([{ URL: 'https://alby.example/one' }]);
  });
});
