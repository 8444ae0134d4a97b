// Every page, read from its HTML and matched against the archives, is told what it is meant to be told.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { Article } from '../../src/article/types.ts';
import { readHtml } from '../../src/ingest/html.ts';
import { matchText } from '../../src/match/match.ts';
import { provenanceOf } from '../../src/provenance/provenance.ts';
import { packParts } from '../../src/related/pack-parts.ts';
import { withRelated } from '../../src/related/related.ts';
import { archiveOf } from '../support/packs.ts';
import { earlierVersions } from './archive.ts';
import { HOSTILE_HOST } from './hosts.ts';
import { OUTLETS } from './outlets/index.ts';
import { SEED_DIRECTORY, siteWithSeeds } from './site-for-tests.ts';
import { VERSIONS } from './stories/index.ts';
import { plainParagraphs } from './text.ts';
import type { NewsstandPage } from './types.ts';
import { versionUrl } from './urls.ts';

const { site, reason } = siteWithSeeds();
if (reason !== undefined) console.log(`seed pages not tested: ${reason} (${SEED_DIRECTORY})`);

/** Pages whose article is only there once their script has run: for browsers. */
const NEED_A_BROWSER = new Set(['/spa', '/spa/story', '/clobbers']);

/**
 * Pages that are not yet read as they should be, each with what is read wrongly. A page that turns
 * out right fails here, so that its line is taken out.
 */
const MISREAD: Record<string, string> = {};

const misread = (page: NewsstandPage): boolean => new URL(page.url).pathname in MISREAD;
const inNode = site.pages.filter((page) => !needsABrowser(page));

async function check(page: NewsstandPage): Promise<void> {
  const read = readHtml(bytesOf(page.url), page.url, { url: page.url });
  if ('problem' in read) throw new Error(read.problem.why);
  expect(read.isArticle, read.why.join(', ')).toBe(page.expect.isArticle);
  if (page.expect.verdict === undefined) return;
  const { article } = read;
  const { paragraphs, url, published, title, publisher, links } = article;
  const query = {
    paragraphs,
    url,
    links: links.map((link) => link.url),
    ...(title === undefined ? {} : { title: title.value }),
    ...(publisher === undefined ? {} : { publisher: publisher.value }),
    ...(published === undefined ? {} : { published: published.value }),
  };
  const result = await withRelated(await matchText(query, archives), query, archives);
  const { kind, related } = provenanceOf(article, result);
  const why = related.map((story) => `${story.title}: ${JSON.stringify(story.reasons)}`).join('; ');
  expect(kind, why).toBe(page.expect.verdict);
}

function needsABrowser(page: NewsstandPage): boolean {
  const url = new URL(page.url);
  return url.hostname === HOSTILE_HOST && NEED_A_BROWSER.has(url.pathname);
}

let archives: Archive[];
beforeAll(async () => {
  const shipped = readFileSync(new URL('../../public/archives/seed.stemma', import.meta.url));
  archives = [
    await archiveOf(earlierVersions(), 'std', { parts: packParts }),
    await Archive.open(new MemorySource('seed.stemma', shipped)),
  ];
});
afterAll(() => {
  archives = [];
});

function bytesOf(url: string): Uint8Array {
  const body = site.resources.get(url)?.body;
  const content = typeof body === 'function' ? body() : body;
  if (content === undefined) throw new Error(`nothing is served at ${url}`);
  return Buffer.from(content);
}

describe('what the pages are told', () => {
  test.each(inNode.filter((page) => !misread(page)))('$url: $expect.verdict', check);
  test.fails.each(inNode.filter(misread))('not yet: $url: $expect.verdict', check);
});

describe('what the texts are told', () => {
  test.each(VERSIONS)('$id: $expect.verdict', async (entry) => {
    const dateline = OUTLETS[entry.outlet].dateline?.(entry) ?? '';
    const [first = '', ...rest] = plainParagraphs(entry.copy);
    const article: Article = {
      url: versionUrl(entry),
      byline: [],
      paragraphs: [`${dateline}${first}`, ...rest],
      images: [],
      sources: [],
      links: [],
      related: [],
      ...(entry.published === undefined
        ? {}
        : { published: { value: entry.published, from: 'test' } }),
    };
    const { paragraphs, url } = article;
    const published = entry.published === undefined ? {} : { published: entry.published };
    const result = await matchText({ paragraphs, url, ...published }, archives);
    const { kind, main } = provenanceOf(article, result);
    expect(kind).toBe(entry.expect.verdict);
    if (kind === 'copy') expect(main?.samePage).toBe(false);
    if (entry.id === 'court-river/northline')
      expect(main?.match.orderReason.rule).toBe('same-date');
    if (entry.id === 'school-meals/quay') expect(main?.match.orderReason.rule).toBe('no-page-date');
  });
});
