// Puts the newsstand together: every address it serves and what each page is meant to be told.

import { readFileSync } from 'node:fs';
import { hostilePages, unlistedPages } from './hostile/pages.ts';
import { NEWSSTAND_HOST } from './hosts.ts';
import { indexPage } from './index-page.ts';
import { OUTLETS } from './outlets/index.ts';
import { PICTURE_WIDTHS, SCENE_NAMES, scenePng, sceneSvg } from './pictures/index.ts';
import type { SeedPages } from './seed-pages.ts';
import { VERSIONS, version } from './stories/index.ts';
import type { NewsstandPage, Outlet, Resource, Version } from './types.ts';
import { versionUrl } from './urls.ts';

const HTML = 'text/html; charset=utf-8';
const MODULES = new URL('../../node_modules/@fontsource-variable/', import.meta.url);

/** Typefaces by the name under which sheets ask for them. All under the SIL Open Font License. */
export const TYPEFACES: Record<string, string> = {
  'archivo.woff2': 'archivo/files/archivo-latin-wdth-normal.woff2',
  'inter.woff2': 'inter/files/inter-latin-wght-normal.woff2',
  'inter-cyrillic.woff2': 'inter/files/inter-cyrillic-wght-normal.woff2',
  'newsreader.woff2': 'newsreader/files/newsreader-latin-opsz-normal.woff2',
  'newsreader-italic.woff2': 'newsreader/files/newsreader-latin-opsz-italic.woff2',
  'playfair.woff2': 'playfair-display/files/playfair-display-latin-wght-normal.woff2',
  'playfair-cyrillic.woff2': 'playfair-display/files/playfair-display-cyrillic-wght-normal.woff2',
  'source-serif.woff2': 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  'source-serif-italic.woff2': 'source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  'source-serif-cyrillic.woff2': 'source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2',
};

export interface Site {
  pages: NewsstandPage[];
  /** Everything served, by full address without query. */
  resources: Map<string, Resource>;
  /** All hosts that answer, with those of the seed and the unlisted one. */
  hosts: string[];
}

function newestFirst(a: Version, b: Version): number {
  return Date.parse(b.published ?? '1970-01-01') - Date.parse(a.published ?? '1970-01-01');
}

/** Files that are served on every host: pictures and typefaces. */
function sharedFiles(): Map<string, Resource> {
  const files = new Map<string, Resource>();
  const headers = { 'cache-control': 'max-age=3600', 'access-control-allow-origin': '*' };
  for (const name of SCENE_NAMES) {
    files.set(`/media/${name}.svg`, { type: 'image/svg+xml', body: () => sceneSvg(name), headers });
    for (const width of PICTURE_WIDTHS) {
      const body = (): Uint8Array => scenePng(name, width);
      files.set(`/media/${name}-${width}.png`, { type: 'image/png', body, headers });
    }
  }
  for (const [name, file] of Object.entries(TYPEFACES)) {
    const body = (): Uint8Array => readFileSync(new URL(file, MODULES));
    files.set(`/type/${name}`, { type: 'font/woff2', body, headers });
  }
  return files;
}

function sheet(name: string): Resource {
  const body = readFileSync(new URL(`./outlets/${name}`, import.meta.url), 'utf8');
  return { type: 'text/css; charset=utf-8', body };
}

function markFile(outlet: Outlet): Resource {
  const body = outlet.mark.source.replace(
    '<svg ',
    `<svg xmlns="http://www.w3.org/2000/svg" color="${outlet.colour}" `,
  );
  return { type: 'image/svg+xml', body };
}

/** What the Harbour Gazette says of itself; the other outlets have no such file. */
const TRUST_TXT = `# trust.txt of the Harbour Gazette
belongto=https://${OUTLETS.northline.host}/
controlledby=https://${NEWSSTAND_HOST}/
social=https://social.example/@harbour-gazette
disclosure=https://${OUTLETS.harbour.host}/#colophon
contact=corrections@harbour-gazette.example
datatrainingallowed=no
`;

/** The newsstand with the pages made from saved articles, where there are any. */
export function buildSite(seeds: SeedPages): Site {
  const resources = new Map<string, Resource>();
  const pages: NewsstandPage[] = [];
  const add = (page: NewsstandPage, resource: Resource): void => {
    if (resources.has(page.url)) throw new Error(`two pages at ${page.url}`);
    resources.set(page.url, resource);
    pages.push(page);
  };

  for (const outlet of Object.values(OUTLETS)) {
    const base = `https://${outlet.host}`;
    const articles = VERSIONS.filter((entry) => entry.outlet === outlet.id).toSorted(newestFirst);
    const shelf = { articles, find: version };
    const reprints = seeds.pages.flatMap((page) =>
      page.version?.outlet === outlet.id ? [page.version] : [],
    );
    const fullShelf = { articles: [...articles, ...reprints].toSorted(newestFirst), find: version };
    const resource = (body: string): Resource => ({
      type: HTML,
      body,
      ...(outlet.headers === undefined ? {} : { headers: outlet.headers }),
    });
    add(
      {
        url: `${base}/`,
        title: outlet.name,
        outlet: outlet.name,
        expect: { isArticle: false, note: 'A front page: nothing is claimed.' },
      },
      resource(outlet.front(shelf).source),
    );
    for (const section of outlet.sections) {
      add(
        {
          url: `${base}${outlet.sectionPath(section)}`,
          title: section.name,
          outlet: outlet.name,
          expect: { isArticle: false, note: 'A section page: nothing is claimed.' },
        },
        resource(outlet.section(section, fullShelf).source),
      );
    }
    for (const entry of articles) {
      add(
        {
          url: versionUrl(entry),
          title: entry.copy.headline,
          outlet: outlet.name,
          expect: { ...entry.expect, isArticle: true },
        },
        resource(outlet.article(entry, shelf).source),
      );
    }
    resources.set(`${base}/assets/site.css`, sheet(outlet.sheet));
    resources.set(`${base}/assets/mark.svg`, markFile(outlet));
  }

  for (const page of seeds.pages) {
    add(
      { url: page.url, title: page.title, outlet: page.outlet, expect: page.expect },
      page.resource,
    );
  }
  for (const { url, resource } of seeds.assets) resources.set(url, resource);
  for (const page of hostilePages()) {
    const { url, title, expect, resource } = page;
    add({ url, title, outlet: 'Hostile pages', expect }, resource);
  }
  for (const page of unlistedPages()) {
    const { url, title, expect, resource } = page;
    add({ url, title, outlet: 'Unlisted', expect }, resource);
  }
  resources.set(`https://${OUTLETS.harbour.host}/trust.txt`, {
    type: 'text/plain; charset=utf-8',
    body: TRUST_TXT,
  });
  const index = `https://${NEWSSTAND_HOST}/`;
  resources.set(`https://${NEWSSTAND_HOST}/assets/site.css`, sheet('../index-page.css'));
  add(
    {
      url: index,
      title: 'The newsstand',
      outlet: 'The newsstand',
      expect: { isArticle: false, note: 'The list of all pages.' },
    },
    { type: HTML, body: indexPage(seeds).source },
  );

  const hosts = [...new Set([...resources.keys()].map((url) => new URL(url).hostname))];
  for (const [path, resource] of sharedFiles()) {
    for (const host of hosts) resources.set(`https://${host}${path}`, resource);
  }
  return { pages, resources, hosts };
}
