// The newsstand holds together: titles, lengths, hosts, no dead links and nothing fetched from elsewhere.

import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { earlierVersions } from './archive.ts';
import { HOSTILE_HOST, NEWSSTAND_HOSTS, UNLISTED_HOST } from './hosts.ts';
import { OUTLETS } from './outlets/index.ts';
import { siteWithSeeds } from './site-for-tests.ts';
import { STORIES, VERSIONS } from './stories/index.ts';
import { countWords, plainText } from './text.ts';
import type { NewsstandPage } from './types.ts';
import { versionUrl } from './urls.ts';

const { site } = siteWithSeeds();
const OUTLET_HOSTS = Object.values(OUTLETS).map((outlet) => outlet.host);

function sourceOf(page: NewsstandPage): string {
  const body = site.resources.get(page.url)?.body;
  const content = typeof body === 'function' ? body() : body;
  return typeof content === 'string' ? content : '';
}

const host = (page: NewsstandPage): string => new URL(page.url).hostname;
/** Pages that are meant to be whole: all but the hostile ones. */
const whole = site.pages.filter((page) => host(page) !== HOSTILE_HOST);

describe('the newsstand as a whole', () => {
  test('has at least six outlets, each with a front page, sections and stories', () => {
    expect(Object.keys(OUTLETS).length).toBeGreaterThanOrEqual(6);
    for (const outlet of Object.values(OUTLETS)) {
      expect(site.resources.has(`https://${outlet.host}/`), outlet.name).toBe(true);
      expect(outlet.sections.length, outlet.name).toBeGreaterThan(0);
      for (const section of outlet.sections) {
        const inSection = VERSIONS.filter(
          (entry) => entry.outlet === outlet.id && entry.section === section.slug,
        );
        expect(inSection.length, `${outlet.name}, ${section.name}`).toBeGreaterThan(0);
      }
    }
  });

  test('has at least eight stories and every kind of version', () => {
    expect(STORIES.length).toBeGreaterThanOrEqual(8);
    const kinds = new Set(VERSIONS.map((entry) => entry.expect.verdict));
    for (const kind of [
      'original',
      'earliest',
      'copy',
      'edited',
      'changed',
      'excerpt',
      'contains',
      'passages',
      'no-match',
    ] as const) {
      expect(kinds, kind).toContain(kind);
    }
  });

  test('stands on .example hosts, apart from the saved article’s own', () => {
    const own = new Set(site.pages.filter((page) => page.outlet === 'The Moscow Times').map(host));
    for (const name of site.hosts) {
      if (!own.has(name)) expect(name).toMatch(/\.example$|^newsstand\.example$/);
    }
    expect(NEWSSTAND_HOSTS).not.toContain(UNLISTED_HOST);
    for (const name of [...OUTLET_HOSTS, HOSTILE_HOST]) expect(NEWSSTAND_HOSTS).toContain(name);
  });

  test('archives only what the outlets carry, each under an id of its own', () => {
    const documents = earlierVersions();
    expect(new Set(documents.map((entry) => entry.id)).size).toBe(documents.length);
    for (const entry of documents) {
      expect(site.resources.has(entry.url ?? ''), entry.id).toBe(true);
      expect(
        entry.paragraphs.every((text) => text.trim() !== ''),
        entry.id,
      ).toBe(true);
    }
  });
});

describe('every page', () => {
  test.each(whole)('$url has a title and fetches nothing from elsewhere', (page) => {
    const { document } = parseHTML(sourceOf(page));
    expect(document.title.trim()).not.toBe('');
    const fetched = [
      ...document.querySelectorAll(
        '[src], [srcset], [poster], [data], link[rel]:not([rel="canonical"]):not([rel="shortlink"])',
      ),
    ].flatMap((element) =>
      ['src', 'srcset', 'poster', 'data', 'href'].flatMap((name) => {
        const value = element.getAttribute(name) ?? '';
        if (name === 'href' && element.getAttribute('rel')?.startsWith('schema.') === true)
          return [];
        return value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
      }),
    );
    for (const address of fetched.filter((entry) => entry !== '' && entry !== 'data:')) {
      const url = new URL(address, page.url);
      expect(url.hostname, address).toBe(host(page));
      expect(site.resources.has(url.href), `${address} is served`).toBe(true);
    }
    expect(sourceOf(page)).not.toMatch(/@import|url\(\s*['"]?(?:https?:)?\/\//);
  });

  test.each(whole.filter((page) => OUTLET_HOSTS.some((name) => name === host(page))))(
    '$url links to nothing that is missing',
    (page) => {
      const { document } = parseHTML(sourceOf(page));
      for (const link of document.querySelectorAll('a[href]')) {
        const href = link.getAttribute('href') ?? '';
        if (href.startsWith('#') || href.startsWith('mailto:')) continue;
        const url = new URL(href, page.url);
        if (link.getAttribute('rel') === 'license') continue;
        expect(site.resources.has(url.href), href).toBe(true);
      }
    },
  );

  test.each(VERSIONS)('$id has 300 to 800 words, or 150 where it is an excerpt', (entry) => {
    const words = countWords(plainText(entry.copy));
    const cut = entry.expect.verdict === 'excerpt';
    expect(words).toBeGreaterThanOrEqual(cut ? 150 : 300);
    expect(words).toBeLessThanOrEqual(800);
  });

  test.each(VERSIONS)('$id shows every paragraph of its text and its picture’s credit', (entry) => {
    const source = String(site.resources.get(versionUrl(entry))?.body);
    const { document } = parseHTML(source);
    const text = (document.body.textContent ?? '').replace(/\s+/g, ' ');
    for (const paragraph of plainText(entry.copy).split('\n\n')) expect(text).toContain(paragraph);
    expect(text).toContain(entry.picture.credit);
    if (entry.picture.licence !== undefined) expect(text).toContain(entry.picture.licence);
    if (entry.published === undefined) {
      expect(document.querySelector('time')).toBeNull();
      expect(source).not.toMatch(/datePublished|published_time/);
    }
  });
});

describe('sheets', () => {
  test.each(OUTLET_HOSTS)('%s asks for nothing but its own typefaces', (name) => {
    const sheet = String(site.resources.get(`https://${name}/assets/site.css`)?.body);
    const addresses = [...sheet.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) {
      expect(site.resources.has(`https://${name}${address}`), address).toBe(true);
    }
  });
});
