// Pages that are huge, deep, empty or full of junk: bounded, quick, and nothing thrown.
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { firstLook } from '../../src/article/detect.ts';
import { type Extraction, extractArticle } from '../../src/article/extract.ts';

const address = 'https://quay.example/2024/04/29/ferries-to-stop-for-two-weeks';
const sentence =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt. ';

function read(html: string): Extraction {
  return extractArticle(parseHTML(html).document, address);
}

function story(paragraphs: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Ferries to stop</title>${head}</head><body><article><h1>Ferries to stop</h1>${paragraphs}</article></body></html>`;
}

const body = `<p>${sentence.repeat(2)}</p>`.repeat(6);

describe('a page that is too much', () => {
  it('of 5 MB is read up to two million characters, and says so', () => {
    const paragraph = `<p>${sentence.repeat(5)}</p>`;
    const html = story(paragraph.repeat(Math.ceil(5_000_000 / paragraph.length)));
    expect(html.length).toBeGreaterThan(5_000_000);
    const { isArticle, why, article } = read(html);
    expect(isArticle).toBe(true);
    expect(why).toContain('text-cut');
    const length = article.paragraphs.join('').length;
    expect(length).toBeGreaterThan(1_990_000);
    expect(length).toBeLessThan(2_010_000);
  });

  it('of 5 MB in one paragraph is read in bounds too', () => {
    const { article } = read(story(`<p>${sentence.repeat(55_000)}</p>`));
    expect(article.paragraphs.join('').length).toBeLessThan(2_010_000);
  });

  it('of 10,000 junk elements around a story gives the story', () => {
    const junk = '<div class="x"><span>·</span></div>'.repeat(5000);
    const { isArticle, article } = read(
      story(body).replace('<body>', `<body>${junk}`).replace('</body>', `${junk}</body>`),
    );
    expect(isArticle).toBe(true);
    expect(article.paragraphs).toHaveLength(6);
  });

  it('of 10,000 junk elements alone is no article', () => {
    for (const junk of ['<div><b></b></div>', '<p>x</p>', '<a href="/x">link to somewhere</a>']) {
      const html = `<html><body>${junk.repeat(10_000)}</body></html>`;
      expect(read(html).isArticle).toBe(false);
      expect(firstLook(parseHTML(html).document, address).articleLike).toBe(false);
    }
  });

  it('nested 3,000 deep breaks nothing', () => {
    const deep = `${'<div>'.repeat(3000)}${body}${'</div>'.repeat(3000)}`;
    expect(read(story(deep)).article.paragraphs.length).toBeGreaterThan(0);
  });
});

describe('metadata that is too much', () => {
  const long = 'x'.repeat(1_000_000);
  it.each([
    ['og:title', `<meta property="og:title" content="${long}">`],
    ['author', `<meta name="author" content="${long}">`],
    ['canonical', `<link rel="canonical" href="https://quay.example/${long}">`],
    [
      'json-ld',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${long}","datePublished":"${long}","author":"${long}","image":{"url":"https://q.example/${long}","creditText":"${long}"}}</script>`,
    ],
    [
      'section',
      `<meta property="article:section" content="${long}"><meta name="dc.language" content="${long}">`,
    ],
  ])('a %s of 1 MB is left out', (_, head) => {
    const { why, article } = read(story(body, head));
    const { paragraphs, ...facts } = article;
    expect(JSON.stringify(facts).length).toBeLessThan(5000);
    expect(why).toContain('metadata-too-long');
    expect(paragraphs).toHaveLength(6);
    expect(article.title?.value).toBe('Ferries to stop');
  });

  it('in a million levels of JSON-LD is skipped', () => {
    const head = `<script type="application/ld+json">${'['.repeat(500_000)}${']'.repeat(500_000)}</script>`;
    expect(read(story(body, head)).article.title?.value).toBe('Ferries to stop');
  });

  it('with 5,000 authors keeps a few', () => {
    const authors = Array.from({ length: 5000 }, (_, i) => `{"name":"Person Number${i}"}`).join();
    const head = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferries to stop","author":[${authors}]}</script>`;
    expect(read(story(body, head)).article.byline.length).toBeLessThanOrEqual(20);
  });

  it('in 5,000 meta tags and long pictures lists stays bounded', () => {
    const tags = '<meta name="author" content="Bo Marsh">'.repeat(5000);
    const figures = '<figure><img src="/a.jpg"><figcaption>A caption</figcaption></figure>'.repeat(
      2000,
    );
    const { article } = read(story(body + figures, tags));
    expect(article.byline).toHaveLength(1);
    expect(article.images.length).toBeLessThanOrEqual(30);
  });
});

describe('a page that is too little', () => {
  it.each([
    '',
    '<html></html>',
    '<!doctype html>',
    '<p>',
    '<body></body>',
    'plain text',
    '<svg></svg>',
    '<frameset></frameset>',
  ])('%s is no article', (html) => {
    const { document } = parseHTML(html);
    const { isArticle, article } = extractArticle(document, '');
    expect(isArticle).toBe(false);
    expect(article.title).toBeUndefined();
    expect(firstLook(document, '').articleLike).toBe(false);
  });
});
