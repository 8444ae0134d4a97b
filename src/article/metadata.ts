// The facts a page states of itself, each with the place it was read from.

import { headlineAttribution } from './attribution.ts';
import { findHeadline, titleAgreement, titleKey } from './headline.ts';
import { bylineNames, distinctNames } from './metadata/byline.ts';
import { ClaimCollector, type ImageClaim } from './metadata/claims.ts';
import { dateInAddress } from './metadata/date.ts';
import { claimJsonLd } from './metadata/json-ld.ts';
import { claimMarkup } from './metadata/markup.ts';
import { claimMetaTags } from './metadata/meta-tags.ts';
import { claimMicrodata } from './metadata/microdata.ts';
import type { Reason } from './reasons.ts';
import type { Article, Evidenced } from './types.ts';
import { checkedUrl } from './url.ts';

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
    | 'section'
    | 'language'
    | 'schemaType'
  > {
  /** Pictures that metadata names, for {@link file://./images.ts}. */
  images: ImageClaim[];
  /** What was left out, and why. */
  remarks: Reason[];
}

/** Drops "… | Outlet" and "… - Outlet" where the rest is the headline or the tail is the outlet. */
function withoutSiteName(title: string, publisher: string | undefined): string {
  const cut = /^(.{12,}?)\s+[|–—·»:-]\s+([^|–—·»]{2,40})$/u.exec(title);
  if (cut?.[1] === undefined || cut[2] === undefined || publisher === undefined) return title;
  const tail = titleKey(cut[2]);
  const name = titleKey(publisher);
  const domain = /^(?:www )?(.+?) (?:com|org|net|co uk|example)$/.exec(tail)?.[1];
  return tail === name || domain === name || name === `the ${tail}` || tail === `the ${name}`
    ? cut[1]
    : title;
}

/**
 * The title as the reader sees it: the visible headline where metadata agrees with it, with the
 * most specific place that states it; otherwise the first claim.
 */
function chooseTitle(
  claims: readonly Evidenced[],
  headline: string | undefined,
  publisher: string | undefined,
): Evidenced | undefined {
  const cleaned = claims.map(({ value, from }) => ({
    value: withoutSiteName(value, publisher),
    from,
  }));
  if (headline !== undefined) {
    const exact = cleaned.find(({ value }) => titleAgreement(value, headline) === 2);
    if (exact !== undefined) return exact;
  }
  return cleaned[0];
}

/** A canonical address at the root of a site while the page is not there is a broken template. */
function isBrokenCanonical(canonical: string, pageUrl: string): boolean {
  if (!URL.canParse(pageUrl)) return false;
  const page = new URL(pageUrl);
  return (
    new URL(canonical).pathname === '/' && page.pathname !== '/' && new URL(canonical).search === ''
  );
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
  claimJsonLd(document, url, collector);
  claimMicrodata(document, collector);
  claimMetaTags(document, collector);
  claimMarkup(document, collector);
  const { claims, remarks } = collector;

  const [publisher] = claims.publisher;
  const headline = findHeadline(document)?.textContent ?? undefined;
  const title = chooseTitle(claims.title, headline, publisher?.value);
  const named = title && headlineAttribution(title.value);
  // "… - Harbour Gazette" is the outlet's own name behind its headline, not a source.
  const isOutlet = titleKey(named ?? '') === titleKey(publisher?.value ?? '');
  const attribution = isOutlet ? undefined : named;
  const place = claims.byline[0]?.from;
  const byline = distinctNames(
    claims.byline
      .filter(({ from }) => from === place)
      .flatMap(({ value, from }) => bylineNames(value).map((name) => ({ value: name, from }))),
  );
  const addressDate = dateInAddress(url);
  const published =
    claims.published[0] ??
    (addressDate === undefined ? undefined : { value: addressDate, from: 'date in the address' });
  const [modified] = claims.modified;
  const [section] = claims.section;
  const [language] = claims.language;
  const [schemaType] = claims.schemaType;
  const canonicalUrl =
    claims.canonicalUrl.find(({ from }) => from === 'link rel=canonical') ??
    claims.canonicalUrl.find(({ from }) => from.startsWith('meta')) ??
    claims.canonicalUrl[0];
  const hasCanonical = canonicalUrl !== undefined && !isBrokenCanonical(canonicalUrl.value, url);
  return {
    byline,
    images: claims.images,
    remarks: [...remarks],
    ...(title === undefined ? {} : { title }),
    ...(title === undefined || attribution === undefined
      ? {}
      : { attribution: { value: attribution, from: title.from } }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(section === undefined ? {} : { section }),
    ...(language === undefined ? {} : { language }),
    ...(schemaType === undefined ? {} : { schemaType }),
    ...(hasCanonical ? { canonicalUrl } : {}),
  };
}
