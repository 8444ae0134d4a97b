// Claims from JSON-LD (schema.org), as search engines ask outlets to write it.

import { licenseFromUrl } from '../license.ts';
import { sameAddress } from '../url.ts';
import { type ClaimCollector, oneLine } from './claims.ts';

type Json = Record<string, unknown>;

/** A script longer than this is not parsed: the largest real ones, with whole bodies, are half. */
const longestScript = 2_000_000;
const mostScripts = 50;
const mostNodes = 2000;
const deepest = 12;

const articleTypes =
  /^(?:[A-Za-z]*NewsArticle|Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|ScholarlyArticle|TechArticle|AdvertiserContentArticle)$/;

function isNode(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value)
    ? value.slice(0, 50)
    : value === undefined || value === null
      ? []
      : [value];
}

function types(node: Json): string[] {
  return list(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/i, '')] : [],
  );
}

/** Parses leniently what real pages get wrong: comments around, raw line breaks inside strings. */
function parseScript(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, '')
    .replace(/;\s*$/, '');
  try {
    return JSON.parse(bare);
  } catch {
    // A second try without the raw control characters; if that throws too, the caller notes it.
    return JSON.parse(bare.replace(/\p{Cc}+/gu, ' '));
  }
}

/** Every node of a document, graphs and nested values included, bounded in number and depth. */
function collectNodes(root: unknown, into: Json[], depth = 0): void {
  if (depth > deepest || into.length >= mostNodes) return;
  if (Array.isArray(root)) {
    for (const item of root.slice(0, mostNodes)) collectNodes(item, into, depth + 1);
    return;
  }
  if (!isNode(root)) return;
  if (root['@type'] !== undefined || root['@id'] !== undefined) into.push(root);
  for (const [key, value] of Object.entries(root)) {
    if (key !== '@context' && typeof value === 'object') collectNodes(value, into, depth + 1);
  }
}

/** All nodes of the page's JSON-LD; broken scripts are skipped and noted. */
export function readJsonLd(document: Document, collector: ClaimCollector): Json[] {
  const nodes: Json[] = [];
  const scripts = document.querySelectorAll('script[type="application/ld+json" i]');
  for (const script of [...scripts].slice(0, mostScripts)) {
    const text = script.textContent ?? '';
    if (text.trim() === '') continue;
    if (text.length > longestScript) {
      collector.remarks.add('metadata-too-long');
      continue;
    }
    try {
      collectNodes(parseScript(text), nodes);
    } catch {
      collector.remarks.add('broken-json-ld');
    }
  }
  return nodes;
}

function urlsOf(node: Json): string[] {
  const main = node['mainEntityOfPage'];
  return [node['url'], node['@id'], isNode(main) ? (main['@id'] ?? main['url']) : main].filter(
    (value) => typeof value === 'string',
  );
}

/** The node of this page's story: the one that names the page's address, else the only one. */
function articleNode(nodes: readonly Json[], pageUrl: string): Json | undefined {
  const articles = nodes.filter((node) => types(node).some((type) => articleTypes.test(type)));
  const named = articles.filter((node) => urlsOf(node).some((url) => sameAddress(url, pageUrl)));
  const headlined = (candidates: Json[]): Json | undefined =>
    candidates.find((node) => typeof node['headline'] === 'string') ?? candidates[0];
  if (named.length > 0) return headlined(named);
  // Teasers of other stories name other addresses; several without any cannot be told apart.
  const unnamed = articles.filter((node) => urlsOf(node).every((url) => !/^https?:/.test(url)));
  if (unnamed.length > 0) return headlined(unnamed);
  return articles.length === 1 ? articles[0] : undefined;
}

interface Names {
  resolve: (value: unknown) => unknown;
}

/** Names of persons or organisations: plain strings, nodes, references into the graph, lists. */
function names(value: unknown, { resolve }: Names): string[] {
  return list(value).flatMap((entry) => {
    const target = resolve(entry);
    if (typeof target === 'string') return /^https?:/.test(target) ? [] : [target];
    if (!isNode(target)) return [];
    const name = target['name'];
    if (name !== undefined) return list(name).filter((one) => typeof one === 'string');
    const parts = [target['givenName'], target['familyName']].filter(
      (one) => typeof one === 'string',
    );
    return parts.length === 0 ? [] : [parts.join(' ')];
  });
}

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
  const node = articleNode(nodes, pageUrl);
  if (node === undefined) {
    const site = nodes.find((candidate) => types(candidate).includes('WebSite'));
    for (const name of names(site?.['publisher'], context)) {
      collector.add('publisher', name, 'json-ld WebSite publisher');
    }
    return;
  }
  for (const type of types(node)) {
    if (articleTypes.test(type)) collector.add('schemaType', type, 'json-ld @type');
  }
  collector.add('title', list(node['headline'])[0], 'json-ld headline');
  collector.add('title', list(node['name'])[0], 'json-ld name');
  for (const name of names(node['author'] ?? node['creator'], context)) {
    collector.add('byline', name, 'json-ld author');
  }
  for (const name of names(node['publisher'] ?? node['sourceOrganization'], context)) {
    collector.add('publisher', name, 'json-ld publisher');
  }
  collector.add('published', list(node['datePublished'])[0], 'json-ld datePublished');
  collector.add('modified', list(node['dateModified'])[0], 'json-ld dateModified');
  for (const section of list(node['articleSection'])) {
    collector.add('section', section, 'json-ld articleSection');
  }
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
