// Saved pages that leave tags out, or put them where they do not belong, get the shape browsers give.
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/ingest/html.ts';
import { parsePage } from '../../src/ingest/page-tree.ts';

const shape = (html: string): string[] => {
  const document = parsePage(html);
  return [...document.documentElement.children].map(({ tagName }) => tagName.toLowerCase());
};

const story = (text: string, head: string): string =>
  `<html><head>${head}<title>T</title><link rel="canonical" href="https://quay.example/a"></head><body><article><h1>T</h1>${`<p>${text}</p>`.repeat(6)}</article></body></html>`;
const cyrillic =
  'Паромы между островами встанут на две недели в мае, пока рабочие чинят старый причал и меняют брёвна.';
/** Windows-1251 has Cyrillic at 0xC0 and up, in the alphabet's order. */
const to1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    return code === 0x451 ? 0xb8 : code;
  });
// 「船は来ない。」 again and again, in Shift_JIS.
const japanese = '船は来ない。'.repeat(20);
const shiftJis = [0x91, 0x44, 0x82, 0xcd, 0x97, 0x88, 0x82, 0xc8, 0x82, 0xa2, 0x81, 0x42];

const first = (bytes: Uint8Array): string | undefined => {
  const read = readHtml(bytes, 'page.html');
  return 'problem' in read ? read.problem.why : read.article.paragraphs[0];
};

describe('the shape of a page', () => {
  it.each([
    '<p>One</p><p>Two</p>',
    '<title>T</title><p>One</p><p>Two</p>',
    '<!doctype html><title>T</title><body><p>One</p><p>Two</p></body>',
    '<html><p>One</p><p>Two</p></html>',
    '<html><head><title>T</title></head><noscript></noscript><body><p>One</p><p>Two</p></body></html>',
    '<html><head><title>T</title></head><body><p>One</p></body><p>Two</p></html>',
    '<html><body><p>One</p></body><body><p>Two</p></body></html>',
    '<!-- <html> --><p>One</p><p>Two</p>',
  ])('%s', (html) => {
    expect(shape(html)).toEqual(['head', 'body']);
    const { body } = parsePage(html);
    expect([...body.querySelectorAll('p')].map(({ textContent }) => textContent)).toEqual([
      'One',
      'Two',
    ]);
    if (html.includes('<title>')) expect(parsePage(html).title).toBe('T');
  });

  it.each([
    '',
    'text',
    '<',
    '<html',
    '</html>',
    '<svg></svg>',
    '<frameset><frame></frameset>',
    '<head>',
  ])('breaks on nothing: %s', (html) => {
    expect(() => parsePage(html).body?.textContent).not.toThrow();
  });
});

describe('the encoding of a page', () => {
  it('windows-1251 by its declaration', () => {
    expect(first(to1251(story(cyrillic, '<meta charset="windows-1251">')))).toBe(cyrillic);
  });

  it('windows-1251 by what it holds', () => {
    expect(first(to1251(story(cyrillic, '')))).toBe(cyrillic);
  });

  it.each(['<meta charset="Shift_JIS">', ''])('Shift_JIS, declared by "%s"', (head) => {
    const [before = '', ...rest] = story('X', head).split('X');
    const bytes = [before, ...rest].flatMap((part, at) => [
      ...(at === 0 ? [] : Array.from({ length: 20 }, () => shiftJis).flat()),
      ...Buffer.from(part),
    ]);
    expect(first(Uint8Array.from(bytes))).toBe(japanese);
  });
});
