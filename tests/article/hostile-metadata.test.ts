// Metadata that is too much, broken, circular or at odds with itself: bounded, and nothing thrown.
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readDateline } from '../../src/article/dispatch.ts';
import { bylineNames, readBylineLine } from '../../src/article/metadata/byline.ts';
import { dateIn, parseDate } from '../../src/article/metadata/date.ts';
import { parseLenientJson } from '../../src/article/metadata/lenient-json.ts';
import { readMetadata } from '../../src/article/metadata.ts';
import { originIn } from '../../src/article/origins.ts';
import { markOf } from '../../src/article/picture-marks.ts';

const address = 'https://quay.example/2024/04/29/ferries-to-stop-for-two-weeks';
const sentence =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt. ';

function read(head: string, body = '<h1>Ferries to stop</h1>') {
  const html = `<!doctype html><html lang="en"><head><title>Ferries to stop</title>${head}</head><body><article>${body}${`<p>${sentence.repeat(3)}</p>`.repeat(3)}</article></body></html>`;
  return readMetadata(parseHTML(html).document, address);
}
const jsonLd = (text: string): string => `<script type="application/ld+json">${text}</script>`;

const fromOutlet = (property: string): string => `json-ld NewsMediaOrganization ${property}`;

describe('JSON-LD', () => {
  it('of 5 MB is left out, and said to be', () => {
    const text = JSON.stringify({ '@type': 'NewsArticle', articleBody: 'x'.repeat(5_000_000) });
    const { title, remarks } = read(jsonLd(text));
    expect(title?.value).toBe('Ferries to stop');
    expect(remarks).toContain('metadata-too-long');
  });

  it('of a graph that refers to itself in a circle is read once', () => {
    const graph = [
      { '@type': 'NewsArticle', '@id': '#a', headline: 'Ferries to stop', author: { '@id': '#b' } },
      { '@type': 'Person', '@id': '#b', name: { '@id': '#b' }, author: { '@id': '#a' } },
      { '@type': 'Organization', '@id': '#c', publisher: { '@id': '#c' } },
    ];
    const facts = read(jsonLd(JSON.stringify({ '@graph': graph })));
    expect(facts.title?.value).toBe('Ferries to stop');
    expect(facts.byline).toEqual([]);
  });

  it('of ten authors at odds with ten tags gives one place’s', () => {
    const authors = Array.from({ length: 10 }, (_, n) => ({
      name: `Ana Teller${'abcdefghij'[n]}`,
    }));
    const tags = Array.from(
      { length: 10 },
      (_, n) => `<meta name="author" content="Bo Marsh${'abcdefghij'[n]}">`,
    );
    const text = JSON.stringify({ '@type': 'NewsArticle', author: authors });
    const { byline } = read(jsonLd(text) + tags.join(''));
    expect(byline.map(({ value }) => value)).toEqual(authors.map(({ name }) => name));
    expect(new Set(byline.map(({ from }) => from))).toEqual(new Set(['json-ld author']));
  });

  it('with trailing commas, comments and raw line breaks is mended', () => {
    const facts = read(
      jsonLd(
        '<!--\n{"@type":"NewsArticle", /* x */ "headline":"Ferries to stop","author":{"name":"Ana\nTeller",},"datePublished":"2024-04-29",}\n-->',
      ),
    );
    expect(facts.byline).toEqual([{ value: 'Ana Teller', from: 'json-ld author', kind: 'person' }]);
    expect(facts.published).toEqual({ value: '2024-04-29', from: 'json-ld datePublished' });
  });

  it('gives what the outlet says of itself, and its terms', () => {
    const { publisherFacts, paywalled, license } = read(
      jsonLd(
        JSON.stringify({
          '@type': 'NewsArticle',
          headline: 'Ferries to stop',
          isAccessibleForFree: 'False',
          license: 'https://creativecommons.org/licenses/by-nd/4.0/',
          publisher: {
            '@type': 'NewsMediaOrganization',
            name: 'Quay Post',
            legalName: 'Quay Post Ltd',
            publishingPrinciples: '/principles',
            correctionsPolicy: 'javascript:alert(1)',
            ownershipFundingInfo: { '@id': 'https://quay.example/owners' },
          },
        }),
      ),
    );
    expect(publisherFacts).toEqual({
      legalName: { value: 'Quay Post Ltd', from: fromOutlet('legalName') },
      publishingPrinciples: {
        value: 'https://quay.example/principles',
        from: fromOutlet('publishingPrinciples'),
      },
      ownershipFundingInfo: {
        value: 'https://quay.example/owners',
        from: fromOutlet('ownershipFundingInfo'),
      },
    });
    expect(paywalled).toEqual({ value: true, from: 'json-ld isAccessibleForFree' });
    expect(license).toEqual({
      value: 'CC BY-ND 4.0',
      url: 'https://creativecommons.org/licenses/by-nd/4.0/',
      from: 'json-ld license',
    });
  });
});

describe('dates that are none', () => {
  it.each(['1970-01-01T00:00:00Z', '2999-01-01', 'yesterday', '0', '-1', '2024-99-99'])(
    'leave %s out',
    (value) => {
      const facts = read(
        `<meta property="article:published_time" content="${value}">${jsonLd(JSON.stringify({ '@type': 'NewsArticle', datePublished: value }))}`,
        `<h1>Ferries to stop</h1><time datetime="${value}">${value}</time>`,
      );
      expect(facts.published).toEqual({ value: '2024-04-29', from: 'date in the address' });
    },
  );
});

it('reads RDFa, loose Microdata, and the site that a page was taken from', () => {
  const facts = read(
    '<meta itemprop="datePublished" content="2024-04-28T09:00:00+01:00"><meta name="syndication-source" content="https://post.example/ferries">',
    '<div typeof="schema:NewsArticle"><h1 property="schema:headline">Ferries to stop</h1><span property="schema:author" typeof="schema:Person"><span property="schema:name">Ana Teller</span></span></div>',
  );
  expect(facts.byline).toEqual([{ value: 'Ana Teller', from: 'rdfa author', kind: 'person' }]);
  expect(facts.published?.from).toBe('meta itemprop datePublished');
  expect(facts.canonicalUrl).toEqual({
    value: 'https://post.example/ferries',
    from: 'meta syndication-source',
  });
});

describe('any text at all', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      'By ',
      'Автор: ',
      'A. ',
      ', ',
      ' and ',
      '(Reuters) - ',
      '2021-02-05',
      ' May ',
      '{"a":',
      '\\',
      '"',
      '©',
      ' | ',
      'translated from ',
      'This article was ',
      'FILE - ',
      '\u202e',
      '&#x',
      '12/',
      '年',
      '(',
    ),
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  it('throws nothing and makes nothing up', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = text.replace(/\s+/g, ' ');
        for (const name of [...bylineNames(text), ...(readBylineLine(text)?.names ?? [])]) {
          // Signs of agencies are written as their names.
          if (name.length > 10) expect(line).toContain(name);
        }
        expect(parseDate(text) ?? '2021').toMatch(/^[12]\d{3}(?:-\d\d)*(?:T|$)/);
        expect(dateIn(text)?.end ?? 0).toBeLessThanOrEqual(text.length);
        const dateline = readDateline(text);
        if (dateline !== undefined) expect(text).toContain(dateline.text);
        const origin = originIn(text);
        if (origin?.name !== undefined) expect(text).toContain(origin.name);
        markOf(text, text);
        try {
          parseLenientJson(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('in every tag of a page throws nothing', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [one, two] = [a, b].map((text) =>
          text.replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
        );
        const facts = read(
          `<meta name="author" content="${one}"><meta property="og:title" content="${two}"><meta name="date" content="${two}"><meta property="og:site_name" content="${one}">${jsonLd(JSON.stringify({ '@type': a, headline: b, author: [a, { name: b }], datePublished: b }))}`,
          `<h1>${one}</h1><div class="byline">${two}</div><time>${one}</time><p>${two}</p>`,
        );
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      }),
      { numRuns: 60 },
    );
  });

  it('repeated half a million times stays bounded', () => {
    for (const part of [
      'A',
      'By ',
      'A. ',
      ', ',
      '2021-',
      '(',
      'Ana Teller, ',
      '"\\',
      'from ',
      '«',
    ]) {
      const text = part.repeat(500_000);
      expect(bylineNames(text).join('').length).toBeLessThanOrEqual(text.length);
      expect(readBylineLine(text)?.names.length ?? 0).toBeLessThan(100);
      expect(dateIn(text)).toBeUndefined();
      expect(readDateline(text)).toBeUndefined();
      expect(originIn(text)).toBeUndefined();
    }
  });
});
