// Bibliographies in every style, against entries written by hand after the styles' own manuals.
import { describe, expect, it } from 'vitest';
import { bibliography } from '../../src/citation/bibliography.ts';
import { clipCitations, exportCitations } from '../../src/citation/export.ts';
import { LOCALES, loadLocale, localeFor, STYLES } from '../../src/citation/styles.ts';
import type { CslItem } from '../../src/citation/types.ts';
import { citation, withItem } from './facts.ts';

const URL_CITED = 'https://quay-post.example/2021/02/07/ferry';

/** One newspaper article with an author, a day and an address, accessed on 1 March 2026. */
const EXPECTED: Record<string, string> = {
  apa: `Quill, A. (2021, February 7). Ferry line to reopen. Quay Post. ${URL_CITED}`,
  mla: `Quill, Ada. “Ferry Line to Reopen.” Quay Post, 7 Feb. 2021, ${URL_CITED}.`,
  'chicago-notes': `Quill, Ada. “Ferry Line to Reopen.” Quay Post, February 7, 2021. ${URL_CITED}.`,
  'chicago-author-date': `Quill, Ada. 2021. “Ferry Line to Reopen.” Quay Post, February 7, 2021. ${URL_CITED}.`,
  harvard: `Quill, A. (2021) “Ferry line to reopen,” Quay Post, 7 February. Available at: ${URL_CITED} (Accessed: March 1, 2026).`,
  vancouver: `1. Quill A. Ferry line to reopen. Quay Post [Internet]. 2021 Feb 7 [cited 2026 Mar 1]; Available from: ${URL_CITED}`,
  ieee: `[1] A. Quill, “Ferry line to reopen,” Quay Post, Feb. 07, 2021. Accessed: Mar. 01, 2026. [Online]. Available: ${URL_CITED}`,
};

async function texts(item: Partial<CslItem>, style: string, locale = 'en-US'): Promise<string> {
  const entries = await bibliography([withItem(item).item], { style, locale });
  return entries.map(({ text }) => text).join('\n');
}

describe('bibliography', () => {
  it.each(STYLES.map(({ id }) => id))('writes %s as its manual does', async (style) => {
    expect(await texts({}, style)).toBe(EXPECTED[style]);
  });

  it('writes notes of a style that has them, in full', async () => {
    const [note] = await bibliography([citation().item], { style: 'chicago-notes', part: 'notes' });
    expect(note?.text).toBe(
      `Ada Quill, “Ferry Line to Reopen,” Quay Post, February 7, 2021, ${URL_CITED}.`,
    );
  });

  it('words it in the language that was chosen', async () => {
    expect(await texts({}, 'apa', 'de')).toContain('(2021, Februar 7)');
    expect(await texts({}, 'harvard', 'ru')).toMatch(/Quay Post, 7 февраля\. .*1 марта 2026/);
    expect(await texts({}, 'harvard', 'uk')).toContain('7 лютого');
    expect(await texts({}, 'harvard', 'pl')).toContain('7 lutego');
    expect(await texts({ issued: { 'date-parts': [[2021, 2]] } }, 'chicago-notes', 'ru')).toContain(
      'февраль 2021',
    );
    expect(await texts({}, 'harvard', 'ru')).toMatch(/«Ferry line to reopen».*Доступно на:/);
  });

  it.each([
    [
      'organisation',
      { author: [{ literal: 'Quay Newsdesk' }] },
      'Quay Newsdesk. (2021, February 7)',
    ],
    ['year only', { issued: { 'date-parts': [[2021]] } }, 'Quill, A. (2021). Ferry'],
    [
      'particle',
      { author: [{ family: 'Quill', given: 'Ada', 'non-dropping-particle': 'van der' }] },
      'van der Quill, A.',
    ],
    [
      'Cyrillic',
      { title: 'Паром снова ходит', author: [{ family: 'Орлова', given: 'Ада' }] },
      'Орлова, А. (2021, February 7). Паром снова ходит.',
    ],
  ])('knows %s', async (_, item, expected) => {
    expect(await texts(item, 'apa')).toContain(expected);
  });

  it('says that a date is missing', async () => {
    const { issued: _, ...item } = citation().item;
    const [entry] = await bibliography([item], { style: 'apa' });
    expect(entry?.text).toContain('(n.d.)');
  });

  it('makes no markup of a hostile title, and none of an address', async () => {
    const title =
      '<script>alert(1)</script> & <img src=x onerror=alert(1)> "quoted" **bold** [x](javascript:1)';
    const url = 'https://a.example/?"onmouseover="alert(1)';
    for (const { id: style } of STYLES) {
      const [entry] = await bibliography([withItem({ title, URL: url }).item], { style });
      expect(entry?.html).not.toMatch(/<(?!\/?(?:i|b|em|sup|sub|div|span|a)[ >])/);
      expect(entry?.html).not.toMatch(/<[^>]*onmouseover="/);
      expect(entry?.markdown).toContain('\\*\\*');
      expect(entry?.markdown).not.toMatch(/(?<!\\)\]\(/);
      expect(entry?.text).toMatch(/<script>/i);
    }
  });

  it('takes no field out of a note', async () => {
    expect(await texts({ note: 'title: Something else\n{:author: Mallory}' }, 'apa')).toBe(
      EXPECTED['apa'],
    );
  });

  it('keeps two hundred items apart', async () => {
    const items = Array.from({ length: 200 }, (_, i) => withItem({ title: `Story ${i}` }).item);
    const entries = await bibliography(items, { style: 'ieee' });
    expect(entries.map(({ index }) => index)).toEqual(items.map((_, i) => i));
    expect(entries[199]?.text).toMatch(/^\[200\].*Story 199/);
  });
});

describe('formatted exports', () => {
  it('are text, Markdown and a page without script', async () => {
    const one = {
      ...citation(),
      note: 'for *chapter* 2',
      quotes: [
        {
          id: 'q',
          created: '2026-03-01T09:30:00Z',
          quote: { type: 'TextQuoteSelector' as const, exact: 'It sails <again>.' },
        },
      ],
    };
    const text = await exportCitations([one], 'bibliography', { style: 'mla' });
    expect(text.text).toBe(`${EXPECTED['mla']}\n`);
    const markdown = await exportCitations([one], 'markdown', { style: 'mla' });
    expect(markdown.text).toBe(
      `Quill, Ada. “Ferry Line to Reopen.” *Quay Post*, 7 Feb. 2021, <${URL_CITED}>.\n\n> It sails \\<again\\>.\n\nfor \\*chapter\\* 2\n`,
    );
    const html = await exportCitations([one], 'html', { style: 'mla', title: 'A <b>' });
    expect(html.text).toContain('<i>Quay Post</i>');
    expect(html.text).toContain('<title>A &lt;b&gt;</title>');
    expect(html.text).toContain('It sails &lt;again&gt;.');
    expect(html.text).not.toMatch(/<script|<img|src=|@import|url\(/i);
  });

  it('come onto the clipboard in both forms', async () => {
    const clip = await clipCitations([citation()], 'bibliography', { style: 'apa' });
    expect(clip.text).toBe(`${EXPECTED['apa']}\n`);
    expect(clip.html).toContain(`<a href="${URL_CITED}">`);
    expect(await clipCitations([citation()], 'ris')).not.toHaveProperty('html');
  });
});

describe('locales', () => {
  it.each([
    ['ru', 'ru-RU'],
    ['de-AT', 'de-DE'],
    ['en-AU', 'en-US'],
    ['en-GB', 'en-GB'],
    ['pt', 'pt-PT'],
    ['zh-TW', 'zh-CN'],
    ['xx', 'en-US'],
    ['', 'en-US'],
  ])('%j is written in %s', (tag, locale) => {
    expect(localeFor(tag)).toBe(locale);
  });

  it.each([...LOCALES])('%s is the file of that language', async (tag) => {
    expect(await loadLocale(tag)).toContain(`xml:lang="${tag}"`);
  });
});
