// Claims from JSON-LD (schema.org), as search engines ask outlets to write it.

import { licenseFromUrl } from '../license.ts';
import { sameAddress } from '../url.ts';
import { type ClaimCollector, oneLine } from './claims.ts';
import { isNode, type Json, list, type Names, names, readJsonLd, types } from './json-ld-nodes.ts';
import { claimJsonLdOrigins, claimPublisherFacts, claimTerms } from './publisher.ts';

const articleTypes =
  /^(?:[A-Za-z]*NewsArticle|Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|ScholarlyArticle|TechArticle|AdvertiserContentArticle)$/;

function urlsOf(node: Json): string[] {
  const main = node['mainEntityOfPage'];
  return [node['url'], node['@id'], isNode(main) ? (main['@id'] ?? main['url']) : main].filter(
    (value) => typeof value === 'string',
  );
}

/** What describes the page itself, where nothing describes the story. */
const pageTypes =
  /^(?:(?:Medical|Item|About|FAQ|QA)?(?:Web)?Page|Recipe|HowTo|Review|CreativeWork|Guide|LearningResource|Course|Product)$/;

/** The node of the page, for its dates and authors: systems put them there when there is no story. */
function pageNode(nodes: readonly Json[], pageUrl: string): Json | undefined {
  const pages = nodes.filter((node) => types(node).some((type) => pageTypes.test(type)));
  const dated = pages.filter((node) => node['datePublished'] !== undefined);
  const named = dated.filter((node) => urlsOf(node).some((url) => sameAddress(url, pageUrl)));
  return named[0] ?? (dated.length === 1 ? dated[0] : undefined);
}

function headlined(candidates: readonly Json[]): Json | undefined {
  return candidates.find((node) => typeof node['headline'] === 'string') ?? candidates[0];
}

/** The node of this page's story: the one that names the page's address, else the only one. */
function articleNode(nodes: readonly Json[], pageUrl: string): Json | undefined {
  const articles = nodes.filter((node) => types(node).some((type) => articleTypes.test(type)));
  const named = articles.filter((node) => urlsOf(node).some((url) => sameAddress(url, pageUrl)));
  if (named.length > 0) return headlined(named);
  // Teasers of other stories name other addresses; several without any cannot be told apart.
  const unnamed = articles.filter((node) => urlsOf(node).every((url) => !/^https?:/.test(url)));
  if (unnamed.length > 0) return headlined(unnamed);
  return articles.length === 1 ? articles[0] : undefined;
}

/** Where an author that data calls an organisation was read. */
export const organisationAuthor = 'json-ld author, an organisation';

function short(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 1000) return undefined;
  return oneLine(value) || undefined;
}

function claimImages(node: Json, collector: ClaimCollector, context: Names): void {
  for (const entry of list(node['image']).slice(0, 5)) {
    const target = context.resolve(entry);
    if (typeof target === 'string') {
      const url = collector.address(target);
      if (url !== undefined) collector.addImage({ url, from: 'json-ld image' });
      continue;
    }
    if (!isNode(target)) continue;
    const url = collector.address(target['url'] ?? target['contentUrl'] ?? target['@id']);
    const caption = short(target['caption']);
    const credit =
      short(target['creditText']) ??
      short(names(target['copyrightHolder'], context)[0]) ??
      short(names(target['creator'] ?? target['author'], context)[0]);
    const terms = licenseFromUrl(collector.address(target['license']) ?? '');
    if (url === undefined && caption === undefined && credit === undefined) continue;
    collector.addImage({
      ...(url === undefined ? {} : { url }),
      ...(caption === undefined ? {} : { caption }),
      ...(credit === undefined ? {} : { credit }),
      ...terms,
      from: 'json-ld image',
    });
  }
}

/** Adds what the page's JSON-LD says of the story. */
export function claimJsonLd(document: Document, pageUrl: string, collector: ClaimCollector): void {
  const nodes = readJsonLd(document, collector);
  const byId = new Map<string, Json>();
  for (const node of nodes) {
    const id = node['@id'];
    // A bare reference must not hide the node it refers to.
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  const resolve = (value: unknown): unknown => {
    if (!isNode(value)) return value;
    const id = value['@id'];
    return typeof id === 'string' ? (byId.get(id) ?? value) : value;
  };
  const context: Names = { resolve };
  const page = pageNode(nodes, pageUrl);
  const node = articleNode(nodes, pageUrl) ?? page;
  const sites = nodes.filter((candidate) => types(candidate).includes('WebSite'));
  if (node === undefined) {
    for (const name of names(sites[0]?.['publisher'], context)) {
      collector.add('publisher', name, 'json-ld WebSite publisher');
    }
  }
  claimPublisherFacts(nodes, node, sites, collector, context);
  collector.add('siteName', list(sites[0]?.['name'])[0], 'json-ld WebSite name');
  if (node === undefined) return;
  for (const type of types(node)) {
    if (articleTypes.test(type)) collector.add('schemaType', type, 'json-ld @type');
  }
  collector.add('title', list(node['headline'])[0], 'json-ld headline');
  collector.add('title', list(node['name'])[0], 'json-ld name');
  for (const author of list(node['author'] ?? node['creator'])) {
    const target = resolve(author);
    const isOrganisation =
      isNode(target) && types(target).some((type) => type.endsWith('Organization'));
    for (const name of names(author, context)) {
      collector.add('byline', name, isOrganisation ? organisationAuthor : 'json-ld author');
    }
  }
  for (const name of names(node['publisher'] ?? node['sourceOrganization'], context)) {
    collector.add('publisher', name, 'json-ld publisher');
  }
  for (const each of new Set([node, page ?? node])) {
    collector.add('published', list(each['datePublished'])[0], 'json-ld datePublished');
    collector.add('modified', list(each['dateModified'])[0], 'json-ld dateModified');
  }
  for (const section of list(node['articleSection'])) {
    collector.add('section', section, 'json-ld articleSection');
  }
  claimTerms(node, collector);
  claimJsonLdOrigins(node, collector, context);
  const language = list(node['inLanguage'])[0];
  collector.add(
    'language',
    isNode(language) ? (language['alternateName'] ?? language['name']) : language,
    'json-ld inLanguage',
  );
  for (const url of urlsOf(node)) {
    if (/^https?:/.test(url) || !/^#|#\//.test(url))
      collector.add('canonicalUrl', url, 'json-ld url');
  }
  claimImages(node, collector, context);
}
