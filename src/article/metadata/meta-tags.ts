// Claims from `meta` elements: Open Graph, article:, Dublin Core, and the names outlets add.

import { type ClaimCollector, type ClaimedField, languageTag } from './claims.ts';

/** Names in the order they are trusted, and the field each fills. */
const known: [name: string, field: ClaimedField][] = [
  ['og:title', 'title'],
  ['parsely-title', 'title'],
  ['dc.title', 'title'],
  ['dcterms.title', 'title'],
  ['twitter:title', 'title'],
  ['parsely-author', 'byline'],
  ['article:author_name', 'byline'],
  ['article:author', 'byline'],
  ['author', 'byline'],
  ['article.author', 'byline'],
  ['cxenseparse:author', 'byline'],
  ['rnews:author', 'byline'],
  ['dcsext.author', 'byline'],
  ['og:author', 'byline'],
  ['dc.creator', 'byline'],
  ['dcterms.creator', 'byline'],
  ['citation_author', 'byline'],
  ['sailthru.author', 'byline'],
  ['byl', 'byline'],
  ['og:site_name', 'publisher'],
  ['dc.publisher', 'publisher'],
  ['dcterms.publisher', 'publisher'],
  ['citation_journal_title', 'publisher'],
  ['article:published_time', 'published'],
  ['og:article:published_time', 'published'],
  ['article:published', 'published'],
  ['parsely-pub-date', 'published'],
  ['datepublished', 'published'],
  ['publishdate', 'published'],
  ['pubdate', 'published'],
  ['dc.date.issued', 'published'],
  ['dcterms.issued', 'published'],
  ['dcterms.created', 'published'],
  ['dc.date.created', 'published'],
  ['dc.date', 'published'],
  ['sailthru.date', 'published'],
  ['citation_publication_date', 'published'],
  ['citation_online_date', 'published'],
  ['citation_date', 'published'],
  ['article.published', 'published'],
  ['article:post_date', 'published'],
  ['article:publish_date', 'published'],
  ['article:publicationdate', 'published'],
  ['rnews:datepublished', 'published'],
  ['cxenseparse:recs:publishtime', 'published'],
  ['cludo:date', 'published'],
  ['published', 'published'],
  ['published_date', 'published'],
  ['published-date', 'published'],
  ['published_time', 'published'],
  ['publish_date', 'published'],
  ['publish-date', 'published'],
  ['publication_date', 'published'],
  ['publication-date', 'published'],
  ['publicationdate', 'published'],
  ['pub_date', 'published'],
  ['pub-date', 'published'],
  ['date.issued', 'published'],
  ['originalpublicationdate', 'published'],
  ['displaydate', 'published'],
  ['date', 'published'],
  ['article:modified_time', 'modified'],
  ['og:updated_time', 'modified'],
  ['dcterms.modified', 'modified'],
  ['dc.date.modified', 'modified'],
  ['modified-date', 'modified'],
  ['article:modified', 'modified'],
  ['article.updated', 'modified'],
  ['last-modified', 'modified'],
  ['lastmod', 'modified'],
  ['article:section', 'section'],
  ['parsely-section', 'section'],
  ['dc.subject', 'section'],
  ['dc.language', 'language'],
  ['dcterms.language', 'language'],
  ['content-language', 'language'],
  ['og:locale', 'language'],
  ['og:url', 'canonicalUrl'],
  ['application-name', 'siteName'],
  ['apple-mobile-web-app-title', 'siteName'],
];

const order = new Map(known.map(([name, field], rank) => [name, { field, rank }]));
/** More `meta` elements than any page needs. */
const mostTags = 1000;

/** Adds what `meta` elements say; each claim names its tag. */
export function claimMetaTags(document: Document, collector: ClaimCollector): void {
  const found: { name: string; field: ClaimedField; rank: number; content: string }[] = [];
  let looked = 0;
  for (const tag of document.getElementsByTagName('meta')) {
    if (looked++ === mostTags) break;
    const content = tag.getAttribute('content');
    if (content === null || content.trim() === '') continue;
    for (const attribute of ['property', 'name', 'http-equiv'] as const) {
      const names = tag.getAttribute(attribute)?.slice(0, 200).toLowerCase().split(/\s+/) ?? [];
      for (const name of names) {
        const entry = order.get(name);
        if (entry !== undefined) found.push({ name, ...entry, content });
      }
    }
  }
  found.sort((a, b) => a.rank - b.rank);
  for (const { name, field, content } of found) {
    // `article:author` is often the address of a profile, `og:locale` a default.
    if (field === 'byline' && /^\s*(?:https?:)?\/\//.test(content)) continue;
    if (field === 'language' && languageTag(content.trim()) === undefined) continue;
    // Libraries write names as their catalogues do: the last one first.
    const [, last = '', first = ''] = /^([^,]+), ([^,]+)$/.exec(content.trim()) ?? [];
    const reversed = name === 'citation_author' && first !== '';
    collector.add(field, reversed ? `${first} ${last}` : content, `meta ${name}`);
  }
  claimLabelledPairs(document, collector);
  claimTiers(document, collector);
  const images = document.querySelectorAll(
    'meta[property="og:image"], meta[property="og:image:url"], meta[name="twitter:image"], meta[name="twitter:image:src"]',
  );
  for (const tag of [...images].slice(0, 4)) {
    const url = collector.address(tag.getAttribute('content'));
    const name = tag.getAttribute('property') ?? tag.getAttribute('name') ?? '';
    if (url !== undefined) collector.addImage({ url, from: `meta ${name}` });
  }
}

const writtenBy =
  /^(?:written by|author|by|verfasst von|escrito por|écrit par|scritto da|автор|написано)$/i;

/** `twitter:label1` "Written by" with its `twitter:data1`, as WordPress writes them. */
function claimLabelledPairs(document: Document, collector: ClaimCollector): void {
  for (const number of ['1', '2']) {
    const content = (kind: string): string =>
      document.querySelector(`meta[name="twitter:${kind}${number}"]`)?.getAttribute('content') ??
      '';
    if (!writtenBy.test(content('label').trim())) continue;
    collector.add('byline', content('data'), `meta twitter:data${number}`);
  }
}

/** `article:content_tier` (https://developers.facebook.com/docs/instant-articles/subscriptions). */
function claimTiers(document: Document, collector: ClaimCollector): void {
  const tier = document
    .querySelector('meta[property="article:content_tier"], meta[name="article:content_tier"]')
    ?.getAttribute('content')
    ?.trim()
    .toLowerCase();
  const from = 'meta article:content_tier';
  if (tier === 'free') collector.claims.paywalled.push({ value: false, from });
  if (tier === 'locked' || tier === 'metered')
    collector.claims.paywalled.push({ value: true, from });
}
