// The saved-article form: every fixture against what it must give, variants, broken addresses, bad files.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Article } from '../../src/article/types.ts';
import type { IngestProblem } from '../../src/ingest/problem.ts';
import { readSavedArticle } from '../../src/ingest/saved-article.ts';
import { decodeText } from '../../src/ingest/text.ts';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));
const names = readdirSync(fixtures);
const texts = names.filter((name) => name.endsWith('.txt'));

function stem(name: string): string {
  return name.replace(/\.\w+$/, '');
}

function article(text: string): Article {
  const read = readSavedArticle(text, 'story.txt');
  if ('problem' in read) throw new Error(`${read.problem.why}, line ${read.problem.line}`);
  return read.article;
}

function problem(text: string, requireUrl = true): IngestProblem {
  const read = readSavedArticle(text, 'story.txt', { requireUrl });
  if ('article' in read) throw new Error(`read: ${read.article.paragraphs.join(' / ')}`);
  return read.problem;
}

/** A story of the form, with parts put in the place of its own. */
function story(parts: { head?: string; body?: string; url?: string } = {}): string {
  const head = parts.head ?? 'Clock Tower Stops at Noon\n\nMay 3, 2021';
  const body = parts.body ?? 'The clock in Alby stopped on Monday. Nobody noticed until Thursday.';
  const url = parts.url ?? 'Original url: https://alby.example/clock';
  return `${head}\n\n${body}\n\n${url}\n`;
}

describe('fixtures', () => {
  it('each has its expectation, and each expectation its file', () => {
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.map(stem)).toEqual(names.filter((name) => name.endsWith('.json')).map(stem));
  });

  test.each(texts)('%s', (name) => {
    const read = article(decodeText(readFileSync(`${fixtures}${name}`)));
    const expected: unknown = JSON.parse(
      readFileSync(`${fixtures}${name.replace(/\.txt$/, '.json')}`, 'utf8'),
    );
    // What a story cites is read from its paragraphs, and tested where that is done.
    const { sources, ...facts } = read;
    expect(Array.isArray(sources)).toBe(true);
    expect(facts).toEqual(expected);
  });
});

describe('line ends and marks', () => {
  const lf = decodeText(readFileSync(`${fixtures}whole-form.txt`));
  test.each([
    ['CR LF', lf.replaceAll('\n', '\r\n')],
    ['CR', lf.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${lf}`],
    ['spaces at line ends', lf.replaceAll('\n', ' \t\n')],
    ['no-break spaces on blank lines', lf.replaceAll('\n\n', '\n\u00A0\n')],
  ])('%s make no difference', (_name, text) => {
    expect(article(text)).toEqual(article(lf));
  });

  it('UTF-16 with its mark is read', () => {
    const bytes = Buffer.from(`\uFEFF${lf}`, 'utf16le');
    expect(article(decodeText(bytes))).toEqual(article(lf));
  });
});

describe('headline', () => {
  test.each([
    ['Ferry Sank at Night – Coast Guard', 'Coast Guard'],
    ['Mayor Resigned in May — Kommersant', 'Kommersant'],
    ['Prices Rose Fourfold - UN', 'UN'],
    ['Storm – the Worst Since 1987 – Hit at Dawn – State Media', 'State Media'],
  ])('%s is attributed', (title, attribution) => {
    const read = article(story({ head: `${title}\n\nMay 3, 2021` }));
    expect(read.title).toEqual({ value: title, from: 'line 1' });
    expect(read.attribution).toEqual({ value: attribution, from: 'line 1' });
  });

  test.each([
    'Storm Hits Coast – Hundreds Flee',
    'Strike Ends - What Next?',
    'Coast-Guard Ship Back in Port',
    'Alby 3 – Ellerby 2',
    'Bread, Salt, Tea – a Winter Diary of the Northern Police',
    'New Rules for the UK – and the US',
    'Councillor Steps Down – LIVE',
    'Clock Tower Stops - The Alby Times',
  ])('%s is not', (title) => {
    const read = article(story({ head: `${title}\n\nMay 3, 2021` }));
    expect(read.title?.value).toBe(title);
    expect(read.attribution).toBeUndefined();
  });
});

describe('an outlet behind its own headline', () => {
  it('is no attribution, and one behind the headline of another is', () => {
    const head = 'Clock Tower Stops – Reuters\n\nMay 3, 2021';
    expect(article(story({ head })).attribution?.value).toBe('Reuters');
    const url = 'Original url: https://www.reuters.com/world/clock.';
    const own = article(story({ head, url }));
    expect(own.publisher).toEqual({ value: 'Reuters', from: 'outlet table: reuters.com' });
    expect(own.attribution).toBeUndefined();
    expect(own.url).toBe('https://www.reuters.com/world/clock');
  });
});

describe('lines that only look like something else', () => {
  it('a sentence that begins with By or with a date stays in the body', () => {
    const body =
      'By Friday the square was empty.\n\nIn May 2021 it had been full.\n\nBy Anna Bell and her brother, nothing was said.';
    expect(article(story({ body })).paragraphs).toEqual(body.split('\n\n'));
    expect(article(story({ body })).byline).toEqual([]);
  });

  it('bold words that end a paragraph are no credit', () => {
    const body = 'The mayor said it was **enough.**\n\nShe asked for **bread and salt**';
    const read = article(story({ body }));
    expect(read.images).toEqual([]);
    expect(read.paragraphs).toEqual([
      'The mayor said it was enough.',
      'She asked for bread and salt',
    ]);
  });

  it('a first paragraph that is not repeated is no caption', () => {
    const body = 'The well is dry.\n\nThe well in the square of Ormdal gave out on Sunday.';
    const read = article(story({ body }));
    expect(read.images).toEqual([]);
    expect(read.paragraphs).toEqual(body.split('\n\n'));
  });

  it('text below the address is not glued to it', () => {
    const url = 'Original url: https://alby.example/news/\nThe end of the story.\n\nSaved by hand';
    const read = article(story({ url }));
    expect(read.url).toBe('https://alby.example/news/');
    expect(read.paragraphs.slice(-2)).toEqual(['The end of the story.', 'Saved by hand']);
  });

  it('a paragraph that stands twice is said once', () => {
    const line = 'Nobody in Alby had looked at the clock for three whole days, it turned out.';
    const read = article(story({ body: `It stopped.\n\n${line}\n\n${line}` }));
    expect(read.paragraphs).toEqual(['It stopped.', line]);
  });
});

describe('related articles', () => {
  it('a title broken after a word and before a lower-case one is one title', () => {
    const body =
      'Related articles: <u>How the</u> <u>tower was built</u> <u>Bells</u>\n\nIt stopped.';
    const { related, paragraphs } = article(story({ body }));
    expect(related).toEqual([{ title: 'How the tower was built' }, { title: 'Bells' }]);
    expect(paragraphs).toEqual(['It stopped.']);
  });

  it('a title without markup is a title', () => {
    const { related, paragraphs } = article(
      story({ body: 'Related article: How the Tower Was Built\n\nIt stopped.' }),
    );
    expect(related).toEqual([{ title: 'How the Tower Was Built' }]);
    expect(paragraphs).toEqual(['It stopped.']);
  });
});

describe('original address', () => {
  const slug = fc.stringMatching(/^[a-z]{2,9}(?:-[a-z]{2,9}){1,6}(?:-a\d{2,5})?$/);
  const pathed = fc
    .tuple(fc.integer({ min: 2000, max: 2030 }), slug)
    .map(([year, name]) => `https://www.alby-news.example/${year}/02/05/${name}`);

  test.each([
    ['a space', ' '],
    ['a line end', '\n'],
    ['a CR LF', '\r\n'],
  ])('is put together wherever %s went through it', (_name, gap) => {
    fc.assert(
      fc.property(pathed, fc.nat(), (url, at) => {
        const cut = 'https://'.length + (at % (url.length - 'https://'.length - 1)) + 1;
        const broken = `${url.slice(0, cut)}${gap}${url.slice(cut)}`;
        expect(article(story({ url: `Original url:\n\n${broken}` })).url).toBe(url);
        expect(article(story({ url: `Original url: ${broken}` })).url).toBe(url);
      }),
    );
  });
});

describe('bad files', () => {
  test.each([
    ['empty', '', 'empty', 1],
    ['blank', '\n \n\t\n', 'empty', 1],
    ['binary', 'PNG\n\u0000\u0001\u0002', 'binary', 2],
    ['controls', 'a\u0001b\u0002c', 'binary', 1],
    ['no address', 'Headline\n\nMay 3, 2021\n\nBody text.\n', 'no-url', 5],
    ['a label without address', story({ url: 'Original url:' }), 'no-url', 7],
    ['ftp', story({ url: 'Original url: ftp://alby.example/clock' }), 'bad-url', 7],
    ['javascript', story({ url: 'Original url:\n\njavascript:alert(1)' }), 'bad-url', 9],
    ['no scheme', story({ url: 'Original url: www.alby.example/clock' }), 'bad-url', 7],
    ['no host', story({ url: 'Original url: https://' }), 'bad-url', 7],
    ['no body', 'Headline\n\nMay 3, 2021\n\nOriginal url: https://alby.example/a\n', 'no-body', 5],
  ])('%s', (_name, text, code, line) => {
    const found = problem(text);
    expect(found).toMatchObject({ code, line, file: 'story.txt' });
    expect(found.why.length).toBeGreaterThan(10);
    expect(found.fix.length).toBeGreaterThan(10);
  });

  it('a text without address is read where none is needed', () => {
    const read = readSavedArticle('Headline\n\nBody text.\n', 'story.txt', { requireUrl: false });
    expect(read).toMatchObject({ article: { url: '', paragraphs: ['Body text.'] } });
    expect(problem('Headline', false).code).toBe('no-body');
  });

  it('whatever the text, it is an article with a body and a web address, or a problem', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'Original url:',
        'https://a.example/b',
        'Related article: <u>',
        '</u> <u>',
        '**',
        '__',

        'By ',
        'May 3, 2021',
        '![',
        '](',
        'Updated: ',
        '&#x110000;',
        '<a href=',
        '\u0085',
        '– NGO',
      ),
    );
    const text = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', ' ', '')));
    fc.assert(
      fc.property(text, (pieces) => {
        const read = readSavedArticle(pieces.flat().join(''), 'story.txt');
        if ('problem' in read) {
          expect(read.problem.why).not.toBe('');
          return;
        }
        expect(read.article.paragraphs.length).toBeGreaterThan(0);
        expect(read.article.url).toMatch(/^https?:\/\//);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['words', 'word ', 5_000_000],
    ...['[', '<u>', '*', '_', '(', '&', '![](', '\n*a', '\n', 'https://', 'By A ', '**a '].map(
      (sign): [string, string, number] => [JSON.stringify(sign), sign, 1_000_000],
    ),
  ])('a long run of %s takes no more than seconds', (_name, sign, length) => {
    const started = performance.now();
    readSavedArticle(story({ body: sign.repeat(length / sign.length) }), 'story.txt');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
