// `stemma cite` as scripts use it: formats, styles, archives, exit codes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLES } from '../../src/citation/styles.ts';
import { stemma } from './run.ts';
import { clock, clockCopy, clockPage, clockUrl, frontPage } from './stories.ts';

let directory = '';
const run = (args: string[], options = {}) =>
  stemma(['cite', ...args], { cwd: directory, ...options });
const AT = ['--accessed', '2026-03-01T09:30:00+02:00'];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stemma-cite-'));
  const put = (name: string, content: string) => writeFile(join(directory, name), content);
  await put('clock.txt', clock);
  await put('copy.txt', clockCopy);
  await put('copy.html', clockPage);
  await put('front.html', frontPage);
  await put('broken.csl', '<style xmlns="http://purl.org/net/xbiblio/csl">');
  await stemma(
    ['build', '--out', 'pack.stemma', '--name', 'clocks', '--date', '2026-01-02', 'clock.txt'],
    {
      cwd: directory,
    },
  );
});
afterAll(() => rm(directory, { recursive: true }));

describe('stemma cite', () => {
  it('writes CSL-JSON unless told, the same each time', async () => {
    const first = await run([...AT, 'clock.txt']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const [item] = JSON.parse(first.stdout);
    expect(item).toMatchObject({ URL: clockUrl, accessed: { 'date-parts': [[2026, 3, 1]] } });
    expect(item).not.toHaveProperty('note');
    expect(await run([...AT, 'clock.txt'])).toEqual(first);
  });

  it.each([
    ['bibtex', /^@\w+\{/],
    ['biblatex', /\turldate = \{2026-03-01\},/],
    ['ris', /^TY {2}- \w+\r\n/],
    ['wikipedia', /^\{\{cite \w+ \|/],
    ['markdown', /<https?:\/\/[^>]+>/],
    ['html', /^<!doctype html>/],
    ['csv', /^\uFEFF"id","type"/],
    ['evidence', /"conformsTo": "urn:stemma:evidence:1"/],
    ['evidence-html', /Evidence of citations/],
  ])('writes %s', async (format, expected) => {
    const { code, stdout } = await run(['--format', format, ...AT, 'clock.txt']);
    expect(code).toBe(0);
    expect(stdout).toMatch(expected);
    expect(stdout.replaceAll('\\', '')).toContain(clockUrl);
    expect(stdout).not.toContain('\uFFFD');
  });

  it('formats in a style, and in notes', async () => {
    const { stdout } = await run(['--style', 'ieee', ...AT, 'clock.txt']);
    expect(stdout).toMatch(/^\[1\] .*Accessed: Mar\. 01, 2026\. \[Online\]\. Available: /);
    const notes = await run([
      '--style',
      'chicago-notes',
      '--notes',
      '--locale',
      'de',
      ...AT,
      'clock.txt',
    ]);
    expect(notes.stdout).toContain('„');
  });

  it('tells the earliest text known in the archives given', async () => {
    const { stdout } = await run(['--archive', 'pack.stemma', ...AT, 'copy.html']);
    expect(JSON.parse(stdout)[0].note).toMatch(/^Stemma: .*archive clocks/);
  });

  it('names inputs that failed and does the rest', async () => {
    const { code, stdout, stderr } = await run([...AT, 'gone.txt', 'front.html', 'clock.txt']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/gone\.txt/);
    expect(stderr).toMatch(/front\.html: not an article/);
  });

  it('says what is wrong with a style', async () => {
    const { code, stdout, stderr } = await run(['--style', 'broken.csl', ...AT, 'clock.txt']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/<style> of line 1/);
  });

  it.each([
    [[]],
    [['--format', 'docx', 'clock.txt']],
    [['--format', 'backup', 'clock.txt']],
    [['--style', 'nope', 'clock.txt']],
    [['--style', 'gone.csl', 'clock.txt']],
    [['--accessed', 'yesterday', 'clock.txt']],
    [['--url', 'javascript:1', 'clock.txt']],
    [['--stile', 'apa', 'clock.txt']],
  ])('%j is wrong usage', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('see: stemma cite --help');
  });

  it('keeps its help within 80 columns', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    for (const { id } of STYLES) expect(stdout).toContain(id);
  });
});
