// The facts a page states of itself, each with the place it was read from.

import { headlineAttribution } from './attribution.ts';
import { findHeadline, titleKey } from './headline.ts';
import { chooseByline } from './metadata/choose-byline.ts';
import { chooseDates } from './metadata/choose-dates.ts';
import { chooseTitle } from './metadata/choose-title.ts';
import { ClaimCollector, type Claims, type ImageClaim } from './metadata/claims.ts';
import { claimJsonLd } from './metadata/json-ld.ts';
import { claimMarkup } from './metadata/markup.ts';
import { claimMetaTags } from './metadata/meta-tags.ts';
import { claimMicrodata } from './metadata/microdata.ts';
import { readVisible } from './metadata/visible.ts';
import type { Reason } from './reasons.ts';
import type { Article, Evidenced, OriginClaim } from './types.ts';
import { checkedUrl, siteHost } from './url.ts';

export interface Metadata
  extends Pick<
    Article,
    | 'canonicalUrl'
    | 'title'
    | 'attribution'
    | 'byline'
    | 'publisher'
    | 'published'
    | 'modified'
    | 'dates'
    | 'section'
    | 'language'
    | 'schemaType'
    | 'publisherFacts'
    | 'paywalled'
    | 'license'
  > {
  /** Pictures that metadata names, for {@link file://./images.ts}. */
  images: ImageClaim[];
  /** Where metadata says that the text was before, for {@link file://./dispatch.ts}. */
  origins: OriginClaim[];
  /** What was left out, and why. */
  remarks: Reason[];
}

/** A canonical address at the root of a site while the page is not there is a broken template. */
function isBrokenCanonical(canonical: string, pageUrl: string): boolean {
  if (!URL.canParse(pageUrl)) return false;
  const page = new URL(pageUrl);
  return (
    new URL(canonical).pathname === '/' && page.pathname !== '/' && new URL(canonical).search === ''
  );
}

/** The canonical link first; on copies the address of the original, where nothing else is said. */
function chooseCanonical(claims: readonly Evidenced[], url: string): Evidenced | undefined {
  const ranks = [/^link/, /^meta og:/, /^json-ld|^microdata|^rdfa/, /^meta/];
  const sound = claims.filter(({ value }) => !isBrokenCanonical(value, url));
  for (const rank of ranks) {
    const found = sound.find(({ from }) => rank.test(from));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `syndication-source` and `original-source` that lead to another site tell of a republication. */
function sourceOrigins(claims: Claims, url: string): OriginClaim[] {
  return claims.canonicalUrl.flatMap(({ value, from }) => {
    const name = siteHost(value);
    if (!from.endsWith('-source') || name === undefined || name === siteHost(url)) return [];
    return [{ kind: 'republished', name, url: value, text: value.slice(0, 300), from }];
  });
}

/** A field only where there is something in it. */
function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // A computed key widens to string; it is the one key of the result.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

/**
 * Reads all metadata of a page. Fields that no source states are absent; a modification date never
 * stands in for a publication date; strings and addresses are bounded and checked.
 */
export function readMetadata(document: Document, url: string): Metadata {
  const base =
    checkedUrl(
      document.querySelector('base[href]')?.getAttribute('href') ?? '',
      url || undefined,
    ) ?? url;
  const collector = new ClaimCollector(base);
  const headline = findHeadline(document);
  claimJsonLd(document, url, collector);
  claimMicrodata(document, collector);
  claimMetaTags(document, collector);
  claimMarkup(document, headline, collector);
  const { claims, remarks } = collector;
  const visible = readVisible(headline);

  const [publisher] = claims.publisher;
  const siteNames = [...claims.publisher, ...claims.siteName].map(({ value }) => value);
  const title = chooseTitle(claims.title, siteNames, url);
  const named = title && headlineAttribution(title.value);
  // "… - Harbour Gazette" is the outlet's own name behind its headline, not a source.
  const isOutlet = titleKey(named ?? '') === titleKey(publisher?.value ?? '');
  const facts = Object.keys(claims.publisherFacts).length > 0 ? claims.publisherFacts : undefined;
  const attribution =
    title === undefined || named === undefined || isOutlet
      ? undefined
      : { value: named, from: title.from };
  return {
    byline: chooseByline(claims.byline, visible.bylines, siteNames, url),
    images: claims.images,
    origins: [...claims.origins, ...sourceOrigins(claims, url)],
    remarks: [...remarks],
    ...optional('title', title),
    ...optional('attribution', attribution),
    ...optional('publisher', publisher),
    ...chooseDates(claims, visible, url),
    ...optional('section', claims.section[0]),
    ...optional('language', claims.language[0]),
    ...optional('schemaType', claims.schemaType[0]),
    ...optional('canonicalUrl', chooseCanonical(claims.canonicalUrl, url)),
    ...optional('publisherFacts', facts),
    ...optional('paywalled', claims.paywalled[0]),
    ...optional('license', claims.license[0]),
  };
}
