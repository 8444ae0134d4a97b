// Pages of strange shapes: deep, wide, hidden, stuffed, in other scripts and other trees. Nothing is thrown.
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.ts';
import { parseReading } from '../../src/article/reading.ts';
import { parsePage } from '../../src/ingest/page-tree.ts';

const address = 'https://quay.example/2024/04/29/ferries-to-stop-for-two-weeks';
const sentence =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt.';
const body = `<p>${sentence} ${sentence}</p>`.repeat(6);

const page = (inside: string, attributes = 'lang="en"'): string =>
  `<!doctype html><html ${attributes}><head><title>Ferries to stop</title></head><body><article><h1>Ferries to stop</h1>${inside}</article></body></html>`;
const read = (html: string): ReturnType<typeof extractArticle> =>
  extractArticle(parseHTML(html).document, address);

describe('a page of a strange shape', () => {
  it('of 100,000 nodes gives its story', () => {
    const { isArticle, article } = read(page(`${body}${'<i></i>'.repeat(100_000)}`));
    expect(isArticle).toBe(true);
    expect(article.paragraphs).toHaveLength(6);
  });

  it('nested 5,000 deep gives its story', () => {
    const deep = `${'<div>'.repeat(5000)}${body}${'</div>'.repeat(5000)}`;
    expect(read(page(deep)).article.paragraphs).toHaveLength(6);
  });

  it.each([
    ['SVG', `<svg><text>${sentence}</text><foreignObject><p>${sentence}</p></foreignObject></svg>`],
    ['MathML', `<math><mtext>${sentence}</mtext></math>`],
    ['a frame', `<iframe srcdoc="${sentence}">${sentence}</iframe>`],
    ['a template', `<template><p>${sentence}</p></template>`],
    ['a script', `<script>${sentence}</script>`],
  ])('%s adds nothing to the story', (_, inside) => {
    expect(read(page(`${body}${inside}`)).article.paragraphs).toHaveLength(6);
  });

  it('with custom elements is read through them', () => {
    const inside = `<story-body><story-part>${body}</story-part></story-body>`;
    expect(read(page(inside)).article.paragraphs).toHaveLength(6);
  });

  it.each([
    ['right to left', 'dir="rtl" lang="ar"'],
    ['top to bottom', 'style="writing-mode: vertical-rl" lang="ja"'],
  ])('%s keeps its paragraphs as they are', (_, attributes) => {
    const text = 'תעבורת המעבורות בין האיים תיפסק לשבועיים במאי בזמן שהמזח הישן נבנה מחדש. '
      .repeat(3)
      .trim();
    const { article } = read(page(`<p>${text}</p>`.repeat(5), attributes));
    expect(article.paragraphs).toEqual([text, text, text, text, text]);
  });

  it('half loaded is read as far as it came', () => {
    const html = page(body);
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const { article } = extractArticle(parsePage(html.slice(0, html.length * share)), address);
      expect(article.paragraphs.length).toBeLessThanOrEqual(6);
    }
  });

  it('stuffed with zero-width and like-looking letters keeps its text verbatim', () => {
    const stuffed = sentence.replaceAll('e', 'e\u200B').replaceAll('o', 'о');
    const { article } = read(page(`<p>${stuffed} ${stuffed}</p>`.repeat(4)));
    expect(article.paragraphs[0]).toBe(`${stuffed} ${stuffed}`);
  });
});

describe('any page', () => {
  const tag = fc.constantFrom(
    ...'html head body p div article section h1 h2 a ul li table tr td figure figcaption blockquote nav aside form svg math script style template iframe br img meta title x-y dialog'.split(
      ' ',
    ),
  );
  const attribute = fc.constantFrom(
    '',
    ' class="modal"',
    ' class="related"',
    ' hidden',
    ' id="comments"',
    ' itemprop="articleBody"',
    ' role="dialog"',
    ' href="javascript:0"',
    ' content="x"',
    ' class="',
    ' property="og:type" content="article"',
  );
  const piece = fc.oneof(
    fc.tuple(tag, attribute).map(([name, more]) => `<${name}${more}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(sentence, '<!--', '-->', '<![CDATA[', '&#0;', '\u202E', '\u0000', '</html>'),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );

  it('is read without an error, to plain data', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const extraction = extractArticle(parsePage(pieces.join('')), address);
        expect(parseReading(JSON.parse(JSON.stringify(extraction))).ok).toBe(true);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
