import { describe, expect, it } from 'vitest';
import { parseReading } from '../../src/article/reading.ts';

const article = {
  url: 'https://page.example/x',
  byline: [],
  paragraphs: ['One.'],
  images: [],
  sources: [],
  links: [],
  related: [],
};
const parse = (fields: object) =>
  parseReading({ isArticle: true, why: ['h1'], article: { ...article, ...fields } });

describe('parseReading', () => {
  it('takes a reading as the reader gives it', () => {
    expect(parse({})).toEqual({ ok: true, reading: { isArticle: true, why: ['h1'], article } });
  });

  it('keeps facts short and lists at a length', () => {
    const parsed = parse({
      title: { value: 'x'.repeat(1_000_000), from: 'meta og:title' },
      byline: Array.from({ length: 5000 }, () => ({ value: 'A', from: 'meta' })),
    });
    if (!parsed.ok) throw new Error(parsed.detail);
    expect(parsed.reading.article.title?.value).toHaveLength(4096);
    expect(parsed.reading.article.byline).toHaveLength(200);
  });

  it('keeps every fact that a reading may hold', () => {
    const at = { value: 'Quay Post', from: 'json-ld publisher' };
    const facts = {
      byline: [{ ...at, kind: 'person', role: 'photographs' }],
      dates: { published: [at], modified: [at] },
      apart: [{ kind: 'correction', text: 'Corrected.', before: 1 }],
      dispatch: {
        agencies: [at],
        dateline: {
          place: 'WRENMOUTH',
          date: 'May 3',
          agency: 'Reuters',
          text: 'WRENMOUTH, May 3',
        },
        origins: [
          { kind: 'republished', name: 'Quay Post', text: 'From the Quay Post', from: 'p' },
        ],
      },
      publisherFacts: { legalName: at, ethicsPolicy: at },
      paywalled: { value: true, from: 'json-ld' },
      license: { ...at, url: 'https://creativecommons.org/licenses/by/4.0/' },
      images: [
        {
          alt: 'A quay',
          agency: 'AFP',
          marked: { value: 'archive', from: 'p' },
          lead: true,
          from: 'p',
        },
      ],
      links: [{ url: 'https://quay.example/', text: 'here', kind: 'other', sameOutlet: true }],
    };
    const parsed = parse(facts);
    expect(parsed.ok && parsed.reading.article).toEqual({ ...article, ...facts });
  });

  it('leaves the text of a story whole', () => {
    const paragraph = 'word '.repeat(20_000);
    const parsed = parse({ paragraphs: [paragraph] });
    expect(parsed.ok && parsed.reading.article.paragraphs).toEqual([paragraph]);
  });

  it.each([
    ['nothing', undefined],
    ['a page’s own object', { isArticle: true }],
    ['another type', { isArticle: 'yes', why: [], article }],
    [
      'an endless text',
      { isArticle: true, why: [], article: { ...article, paragraphs: ['x'.repeat(4_000_001)] } },
    ],
  ])('refuses %s and says where', (_, answer) => {
    const parsed = parseReading(answer);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.detail).toMatch(/^\S.*: ./);
  });
});
