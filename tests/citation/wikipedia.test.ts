// Wikipedia's templates: every parameter, and nothing of a headline as markup.
import { describe, expect, it } from 'vitest';
import { exportCitations } from '../../src/citation/export.ts';
import type { Citation } from '../../src/citation/types.ts';
import { escapeWikitext, wikipedia } from '../../src/citation/wikipedia.ts';
import { citation, withItem } from './facts.ts';

function archived(url: string, date?: string): Citation {
  const base = citation();
  if (base.evidence === undefined) throw new TypeError('a citation of a page has evidence');
  const copy = { url, ...(date === undefined ? {} : { date }) };
  return { ...base, evidence: { ...base.evidence, archived: copy } };
}

const COPY = 'https://web.archive.example/web/20210208101112/https://quay-post.example/ferry';

describe('wikipedia', () => {
  it('writes a newspaper article', () => {
    expect(wikipedia(citation())).toBe(
      '{{cite news |last1=Quill |first1=Ada |date=2021-02-07 |title=Ferry line to reopen |url=https://quay-post.example/2021/02/07/ferry |newspaper=Quay Post |language=en |access-date=2026-03-01}}',
    );
  });

  it('gives archive, translation and quote', () => {
    const one: Citation = {
      ...archived(COPY),
      translatedTitle: 'Fähre fährt wieder',
      quotes: [
        {
          id: 'q',
          created: '2026-03-01T09:30:00Z',
          quote: { type: 'TextQuoteSelector', exact: 'A | B' },
        },
      ],
    };
    const text = wikipedia(one);
    expect(text).toContain(`|archive-url=${COPY} |archive-date=2021-02-08 |url-status=live `);
    expect(text).toContain('|trans-title=Fähre fährt wieder ');
    expect(text).toContain('|quote=A {{!}} B}}');
  });

  it('gives no archive address without its day, which would be an error there', () => {
    expect(wikipedia(archived('https://archive.example/AbC1'))).not.toContain('archive');
    expect(wikipedia(archived('https://archive.example/AbC1', '2021-03-04T10:00:00Z'))).toContain(
      '|archive-date=2021-03-04 ',
    );
  });

  it.each([
    [{ type: 'article-magazine' }, /^\{\{cite magazine .*\|magazine=Quay Post/],
    [{ type: 'post-weblog' }, /^\{\{cite web .*\|website=Quay Post/],
    [{ issued: { 'date-parts': [[2021, 2]] } }, /\|date=February 2021 /],
    [{ issued: { 'date-parts': [[2021]] } }, /\|date=2021 /],
    [{ author: [{ literal: 'Quay Newsdesk' }] }, /\|author1=Quay Newsdesk /],
    [
      {
        author: [{ family: 'Quill', given: 'Ada', 'non-dropping-particle': 'van', suffix: 'Jr.' }],
      },
      /\|last1=van Quill \|first1=Ada, Jr\. /,
    ],
    [
      { URL: 'https://a.example/x?a=[1]|{2}' },
      /\|url=https:\/\/a\.example\/x\?a=%5B1%5D%7C%7B2%7D /,
    ],
  ])('%j', (item, expected) => {
    expect(wikipedia(withItem(item))).toMatch(expected);
  });

  it.each([
    ['a | b', 'a {{!}} b'],
    ['{{delete}} [[x]]', '&#123;&#123;delete&#125;&#125; &#91;&#91;x&#93;&#93;'],
    ["''a''", "&#39;'a&#39;'"],
    ['<ref>x</ref>', '&lt;ref&gt;x&lt;/ref&gt;'],
    ['~~~~', '&#126;&#126;~~'],
    ['__NOTOC__', '&#95;_NOTOC&#95;_'],
    ['a\n* b', 'a * b'],
    ['AT&T &amp; co', 'AT&T &amp;amp; co'],
  ])('keeps %j from being markup', (text, escaped) => {
    expect(escapeWikitext(text)).toBe(escaped);
  });

  it('is one template a citation', async () => {
    const { text } = await exportCitations([citation(), withItem({}, 'two')], 'wikipedia');
    expect(text.match(/^\{\{cite news /gm)).toHaveLength(2);
  });
});
