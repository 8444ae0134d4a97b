// The newsstand's pages, read off seven kinds of markup, give back what their authors wrote.
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { firstLook } from '../../src/article/detect.ts';
import { extractArticle } from '../../src/article/extract.ts';
import { OUTLETS } from '../newsstand/outlets/index.ts';
import { siteWithSeeds } from '../newsstand/site-for-tests.ts';
import { VERSIONS } from '../newsstand/stories/index.ts';
import { plainParagraphs } from '../newsstand/text.ts';
import { versionUrl } from '../newsstand/urls.ts';

const { site } = siteWithSeeds();

function pageAt(url: string): Document {
  const body = site.resources.get(url)?.body;
  const content = typeof body === 'function' ? body() : body;
  if (content === undefined) throw new Error(`nothing is served at ${url}`);
  const html = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return parseHTML(html).document;
}

/** Pages that call themselves articles, and of which only the reader can tell that they hold none. */
const calledArticles = new Set(['/empty-article']);
/** Pages that their own script fills in: nothing can be seen of them here. */
const filledIn = new Set(['/spa', '/spa/story', '/clobbers']);

describe('the first look', () => {
  const pages = site.pages.filter(({ url }) => {
    const { pathname } = new URL(url);
    return !calledArticles.has(pathname) && !filledIn.has(pathname);
  });
  it.each(pages)('$url', ({ url, expect: expected }) => {
    const { articleLike, why } = firstLook(pageAt(url), url);
    expect(articleLike, why.join(', ')).toBe(expected.isArticle);
  });
});

describe('what is read', () => {
  it.each(VERSIONS)('$id', (version) => {
    const url = versionUrl(version);
    const { isArticle, why, article } = extractArticle(pageAt(url), url);
    expect(isArticle, why.join(', ')).toBe(true);
    expect(article.title?.value).toBe(version.copy.headline);
    expect(article.byline.map(({ value }) => value)).toEqual(version.authors);
    expect(article.published?.value).toEqual(version.published);

    const dateline = OUTLETS[version.outlet].dateline?.(version) ?? '';
    const [first = '', ...rest] = plainParagraphs(version.copy);
    expect(article.paragraphs).toEqual([`${dateline}${first}`, ...rest]);

    const [picture] = article.images;
    expect(picture?.url).toMatch(/\/media\//);
    if (picture?.from === 'figure') {
      expect(picture.caption).toBe(version.picture.caption);
      expect(picture.credit).toBe(version.picture.credit);
      expect(picture.license).toBe(version.picture.licence);
    }
  });
});
