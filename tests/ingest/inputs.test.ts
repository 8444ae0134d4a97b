// Files, directories and standard input: what is walked, in which order, and what is told of the rest.

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readHtml } from '../../src/ingest/html.ts';
import { type InputItem, readInputs } from '../../src/ingest/inputs.ts';

const saved = (name: string): string =>
  `Clock ${name} Stops\n\nMay 3, 2021\n\nThe clock in ${name} stopped on Monday.\n\nOriginal url: https://alby.example/${name}\n`;
const line = (name: string): string =>
  JSON.stringify({ url: `https://alby.example/${name}`, title: name, text: `The ${name} rang.` });

const sentence =
  'The clock in the tower of Alby stopped on Monday at noon, and the council has asked a watchmaker from Ellerby to look at it before the fair opens on Saturday morning.';
const page = (address: string): string => `<!doctype html><html lang="en"><head>
<title>Clock Tower Stops</title>${address}
<meta property="og:type" content="article"><meta property="og:title" content="Clock Tower Stops">
</head><body><article><h1>Clock Tower Stops</h1>${`<p>${sentence}</p><p>Nobody noticed until Thursday, when the baker – who rises at three – came late for the first time in a quarter of a century. ${sentence}</p>`.repeat(3)}</article></body></html>`;
const canonical = '<link rel="canonical" href="https://alby.example/2021/05/clock-tower-stops">';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stemma-inputs-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(directory, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function* bytesOf(...chunks: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
}

/** A path as the test knows it. */
function short(path: string): string {
  return path.replace(`${directory}/`, '');
}

/** Each item in a word: the address read, `code file:line`, or `ignored file`. */
async function told(
  inputs: string[],
  options: { stdin?: AsyncIterable<Uint8Array>; requireUrl?: boolean; url?: string } = {},
): Promise<string[]> {
  const words: string[] = [];
  const { stdin = bytesOf(), requireUrl = true, url } = options;
  for await (const item of readInputs(inputs, {
    stdin,
    requireUrl,
    ...(url === undefined ? {} : { url }),
  })) {
    words.push(word(item));
  }
  return words;
}

function word(item: InputItem): string {
  if ('ignored' in item) return `ignored ${short(item.ignored)}`;
  if ('passed' in item) return `passed ${short(item.passed.input)} ${item.passed.why}`;
  if ('read' in item) return `${short(item.read.input)} ${item.read.article.url}`;
  const { code, file, line: at } = item.problem;
  return `${code} ${short(file)}${at === undefined ? '' : `:${at}`}`;
}

describe('a directory', () => {
  it('is walked in the order of names, whatever fails on the way', async () => {
    await put('b.txt', saved('b'));
    await put('a/2.md', saved('a2'));
    await put('a/10.txt', saved('a10'));
    await put('c.txt', '');
    await put('d.html', page(canonical));
    await put('e.jsonl', `${line('e1')}\n{\n\n${line('e4')}`);
    await put('f.warc.gz', gzipSync('WARC/1.0\r\n'));
    await put('g.png', 'no text');
    await put('.hidden.txt', saved('hidden'));
    await put('.git/h.txt', saved('h'));
    await symlink(directory, join(directory, 'loop'));
    await symlink(join(directory, 'nowhere'), join(directory, 'z.txt'));
    expect(await told([directory])).toEqual([
      'a/10.txt https://alby.example/a10',
      'a/2.md https://alby.example/a2',
      'b.txt https://alby.example/b',
      'empty c.txt:1',
      'd.html https://alby.example/2021/05/clock-tower-stops',
      'e.jsonl:1 https://alby.example/e1',
      'bad-json e.jsonl:2',
      'e.jsonl:4 https://alby.example/e4',
      'bad-warc f.warc.gz',
      'ignored g.png',
      'unreadable z.txt',
    ]);
  });
});

describe('a file', () => {
  it('may be gzipped', async () => {
    const text = await put('a.txt.gz', gzipSync(saved('a')));
    const lines = await put('b.jsonl.gz', gzipSync(`${line('b')}\n`));
    expect(await told([text, lines])).toEqual([
      'a.txt.gz https://alby.example/a',
      'b.jsonl.gz:1 https://alby.example/b',
    ]);
  });

  it('whose gzip is cut or none is named, with what came before', async () => {
    const packed = gzipSync(Array.from({ length: 3000 }, (_, at) => line(`${at}`)).join('\n'));
    const cut = await put('cut.jsonl.gz', packed.subarray(0, packed.length - 40));
    const none = await put('none.txt.gz', saved('none'));
    const words = await told([cut, none]);
    expect(words.length).toBeGreaterThan(2);
    expect(words[0]).toBe('cut.jsonl.gz:1 https://alby.example/0');
    expect(words.at(-2)).toMatch(/^bad-gzip cut\.jsonl\.gz:\d+$/);
    expect(words.at(-1)).toBe('bad-gzip none.txt.gz');
  });

  it('of an unknown kind, no kind or another than its name says is named', async () => {
    const inputs = [await put('a.pdf', '%PDF'), await put('b.xml', '<urlset/>')];
    expect(await told([...inputs, join(directory, 'c.txt')])).toEqual([
      'unknown-kind a.pdf',
      'unknown-kind b.xml',
      'unreadable c.txt',
    ]);
  });
});

describe('standard input', () => {
  const gz = gzipSync(`${line('z')}\n`);
  test.each([
    ['a saved article', [saved('s')], '- https://alby.example/s'],
    [
      'JSON Lines in pieces',
      ['{"url":"https://alby.exam', 'ple/j","text":"A."}\n'],
      '-:1 https://alby.example/j',
    ],
    ['gzip in pieces', [gz.subarray(0, 9), gz.subarray(9)], '-:1 https://alby.example/z'],
    ['a page', [page(canonical)], '- https://alby.example/2021/05/clock-tower-stops'],
    ['nothing', [], 'empty -:1'],
  ])('is read as %s', async (_name, chunks, expected) => {
    expect(await told(['-'], { stdin: bytesOf(...chunks) })).toEqual([expected]);
  });
});

describe('a page', () => {
  it('needs an address for an archive, and takes one that is given', async () => {
    const path = await put('a.html', page(''));
    expect(await told([path])).toEqual(['no-url a.html:1']);
    expect(await told([path], { requireUrl: false })).toEqual(['a.html ']);
    const url = 'https://alby.example/given';
    expect(await told([path], { url })).toEqual([`a.html ${url}`]);
  });

  test.each([
    [
      'og:url',
      '<meta property="og:url" content="https://alby.example/2021/05/clock-tower-og">',
      'https://alby.example/2021/05/clock-tower-og',
    ],
    [
      'og:url beside a canonical javascript: link',
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://alby.example/2021/05/clock-tower-og">',
      'https://alby.example/2021/05/clock-tower-og',
    ],
  ])('takes its address from %s', (_name, head, url) => {
    const read = readHtml(Buffer.from(page(head)), 'a.html');
    expect(read).toMatchObject({ isArticle: true, article: { url } });
  });

  it('is read in the encoding it declares', () => {
    const html = page(`<meta charset="windows-1251">${canonical}`).replace('Nobody', 'Никто');
    const cyrillic = Array.from(html, (sign) => {
      const code = sign.charCodeAt(0);
      // Windows-1251 has а to я at 0xE0 and А to Я at 0xC0; the dash at 0x96.
      if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
      return code === 0x2013 ? 0x96 : code;
    });
    const read = readHtml(Uint8Array.from(cyrillic), 'a.html');
    if ('problem' in read) throw new Error(read.problem.why);
    expect(read.article.paragraphs.join(' ')).toMatch(
      /Никто noticed until Thursday, when the baker – who/,
    );
  });

  test.each([
    ['empty', '  \n', 'empty'],
    ['binary', 'GIF89a\u0000\u0001', 'binary'],
  ])('that is %s is named', (_name, html, code) => {
    expect(readHtml(Buffer.from(html), 'a.html')).toMatchObject({
      problem: { code, file: 'a.html' },
    });
  });
});
