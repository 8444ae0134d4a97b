// `stemma build` as scripts use it: reports, exit codes, equal bytes, and never a half-written pack.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { jsonLines, stemma } from './run.ts';
import { clock, clockCopy, clockPage, clockUrl, frontPage, waves } from './stories.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stemma-build-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

async function put(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(directory, name), content);
  }
}

async function size(name: string): Promise<number> {
  return (await readFile(join(directory, name))).length;
}

const run = (args: string[], options = {}) => stemma(args, { cwd: directory, ...options });

describe('stemma build', () => {
  it('builds what it can, names the rest, and says so in JSON', async () => {
    await put({
      'a.txt': clock,
      'b.txt': clock,
      'c.html': clockPage,
      'd.jsonl.gz': gzipSync(
        `${JSON.stringify({ id: 'w', url: 'https://orme.example/w', title: 'Waves', text: waves })}\n{"url": 5}\n`,
      ),
      'empty.txt': '',
      'binary.txt': new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 1]),
      'no-url.txt': 'Headline\n\nA body without an address.\n',
      'ftp.txt': clock.replace('https:', 'ftp:'),
      'front.html': frontPage,
    });
    const names = (await readdir(directory)).toSorted();
    const ran = await run(['build', '--out', 'x.stemma', '--json', '--name', 'Test', ...names]);
    const [report] = jsonLines(ran.stdout);
    expect(report).toMatchObject({
      out: 'x.stemma',
      name: 'Test',
      profile: 'std',
      documents: 3,
      duplicates: 1,
      ignored: 0,
      skipped: [
        { file: 'binary.txt', line: 2, code: 'binary' },
        { file: 'd.jsonl.gz', line: 2, code: 'bad-field' },
        { file: 'empty.txt', line: 1, code: 'empty' },
        { file: 'front.html', code: 'not-an-article' },
        { file: 'ftp.txt', line: 17, code: 'bad-url' },
        { file: 'no-url.txt', line: 3, code: 'no-url' },
      ],
    });
    expect(report).toMatchObject({
      builder: expect.stringMatching(/^stemma \d+\.\d+\.\d+$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: await size('x.stemma'),
      bytesPerDocument: expect.any(Number),
      documentsPerSecond: expect.any(Number),
    });
    expect(ran.code).toBe(1);
    const lines = ran.stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(6);
    expect(lines[4]).toBe(
      'stemma: ftp.txt:17: the address begins with "ftp:", not with http: or https:; correct the address after "Original url:"',
    );
    // Progress is for terminals; a pipe gets none.
    expect(ran.stderr).not.toContain('\r');
    // Nothing but the pack has come.
    expect((await readdir(directory)).toSorted()).toEqual([...names, 'x.stemma'].toSorted());
  });

  it('walks directories, reads standard input, and is quiet and green when all is in', async () => {
    await put({ 'a.txt': clock, 'picture.png': 'not read' });
    const ran = await run(['build', '--out', 'x.stemma', '.', '-'], { stdin: waves });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(
      /^x\.stemma: 2 documents, 0 duplicates, 1 file of other kinds ignored\n/,
    );
    expect(ran.stdout).toMatch(
      /\d+ bytes, \d+ a document; \d+ documents a second\nsha256 [0-9a-f]{64}\n$/,
    );
  });

  it('gives equal bytes for equal inputs and date', async () => {
    await put({ 'a.txt': clock, 'b.txt': waves });
    const date = ['--date', '2026-01-02T03:04:05+01:00'];
    const epoch = {
      env: { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 2, 2, 4, 5) / 1000), TZ: 'Asia/Tokyo' },
    };
    const ran = await Promise.all([
      run(['build', '--out', '1.stemma', '--name', 'n', ...date, 'a.txt', 'b.txt']),
      run(['build', '--out', '2.stemma', '--name', 'n', 'a.txt', 'b.txt'], epoch),
      run(['build', '--out', '3.stemma', '--name', 'n', '--date', '2026-01-03', 'a.txt', 'b.txt']),
    ]);
    expect(ran.map(({ code }) => code)).toEqual([0, 0, 0]);
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map((name) => readFile(join(directory, `${name}.stemma`))),
    );
    expect(two?.equals(one ?? new Uint8Array())).toBe(true);
    expect(three?.equals(one ?? new Uint8Array())).toBe(false);
  });

  it('makes a smaller pack of profile lite', async () => {
    await put({ 'a.txt': clock });
    const [std, lite] = await Promise.all(
      ['std', 'lite'].map((profile) =>
        run(['build', '--out', `${profile}.stemma`, '--profile', profile, '--json', 'a.txt']),
      ),
    );
    expect(jsonLines(std?.stdout ?? '')).toMatchObject([{ profile: 'std', documents: 1 }]);
    expect(jsonLines(lite?.stdout ?? '')).toMatchObject([{ profile: 'lite', documents: 1 }]);
    expect(await size('lite.stemma')).toBeLessThan(await size('std.stemma'));
  });

  it('leaves an older pack where it is when nothing can be built or written', async () => {
    await put({ 'x.stemma': 'older', 'empty.txt': '' });
    const ran = await run(['build', '--out', 'x.stemma', '--json', 'empty.txt']);
    expect(ran.code).toBe(1);
    expect(jsonLines(ran.stdout)).toMatchObject([{ documents: 0, bytes: 0, bytesPerDocument: 0 }]);
    expect(ran.stderr).toContain('no document to put in; x.stemma was not written');
    expect(await readFile(join(directory, 'x.stemma'), 'utf8')).toBe('older');
    await put({ 'a.txt': clock });
    // A directory in the place of the pack: the rename fails, and nothing stays beside it.
    const taken = await run(['build', '--out', directory, 'a.txt']);
    expect(taken.code).toBe(1);
    expect(taken.stderr).toContain('cannot write');
    const nowhere = await run(['build', '--out', 'no/where.stemma', 'a.txt']);
    expect(nowhere).toMatchObject({ code: 1, stdout: '' });
    expect(nowhere.stderr).toContain('there is no directory no');
    expect((await readdir(directory)).toSorted()).toEqual(['a.txt', 'empty.txt', 'x.stemma']);
    const beside = (await readdir(join(directory, '..'))).filter((name) => name.endsWith('.part'));
    expect(beside).toEqual([]);
  });

  test.each([
    [['build', 'a.txt'], '--out FILE is missing'],
    [['build', '--out', 'x.stemma'], 'no INPUT given'],
    [['build', '--out', 'x.stemma', '--profile', 'huge', 'a.txt'], 'neither std nor lite'],
    [['build', '--out', 'x.stemma', '--date', 'today', 'a.txt'], '"today"'],
    [['build', '--out', 'x.stemma', '--date', '2026-01-02T03:04', 'a.txt'], 'without a zone'],
    [['build', '--out', 'x.stemma', '--frobnicate', 'a.txt'], '--frobnicate'],
  ])('%j is wrong usage', async (args, told) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(told);
    expect(ran.stderr).toContain('stemma build --help');
  });

  it('finds a copy by another address to be another document', async () => {
    await put({ 'a.txt': clock, 'b.txt': clockCopy });
    const ran = await run(['build', '--out', 'x.stemma', '--json', 'a.txt', 'b.txt']);
    expect(jsonLines(ran.stdout)).toMatchObject([{ documents: 2, duplicates: 0 }]);
    expect(clock).toContain(clockUrl);
  });
});
