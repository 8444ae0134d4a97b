// What one source of metadata claims of the page, and the bounds every claim is held to.

import type { Reason } from '../reasons.ts';
import type { Evidenced, OriginClaim, PublisherFacts } from '../types.ts';
import { canonicaliseUrl, checkedUrl } from '../url.ts';
import { parseDate } from './date.ts';

export interface ImageClaim {
  url?: string;
  caption?: string;
  credit?: string;
  license?: string;
  licenseUrl?: string;
  from: string;
}

/** Everything that metadata can say of a page; lists run from the most to the least specific. */
export interface Claims {
  title: Evidenced[];
  byline: Evidenced[];
  publisher: Evidenced[];
  published: Evidenced[];
  modified: Evidenced[];
  section: Evidenced[];
  language: Evidenced[];
  canonicalUrl: Evidenced[];
  /** The site's own name where nothing calls it the publisher. */
  siteName: Evidenced[];
  schemaType: Evidenced[];
  images: ImageClaim[];
  paywalled: Evidenced<boolean>[];
  license: (Evidenced & { url?: string })[];
  publisherFacts: PublisherFacts;
  origins: OriginClaim[];
}

export type ClaimedField = Exclude<
  keyof Claims,
  'images' | 'paywalled' | 'license' | 'publisherFacts' | 'origins'
>;

/**
 * The longest value kept, in characters. Real headlines stay under 300 and names under 100; a
 * longer value is not one, and is left out rather than cut, so that nothing half-true is shown.
 */
const longest: Record<ClaimedField, number> = {
  title: 500,
  byline: 200,
  publisher: 150,
  published: 60,
  modified: 60,
  section: 150,
  language: 35,
  canonicalUrl: 4096,
  siteName: 150,
  schemaType: 60,
};
/** More values of one kind than any story has. */
const mostValues = 20;

/** Collects claims, holding each to its bounds and noting what was left out. */
export class ClaimCollector {
  readonly claims: Claims = {
    title: [],
    byline: [],
    publisher: [],
    published: [],
    modified: [],
    section: [],
    language: [],
    canonicalUrl: [],
    siteName: [],
    schemaType: [],
    images: [],
    paywalled: [],
    license: [],
    publisherFacts: {},
    origins: [],
  };
  readonly remarks = new Set<Reason>();
  readonly #base: string;

  /** @param base the address that relative addresses are read against */
  constructor(base: string) {
    this.#base = base;
  }

  /** Adds a value if it is a string that says something and keeps to the bounds. */
  add(field: ClaimedField, raw: unknown, from: string): void {
    if (typeof raw !== 'string' || this.claims[field].length >= mostValues) return;
    if (raw.length > 4 * longest[field]) {
      this.remarks.add('metadata-too-long');
      return;
    }
    const text = oneLine(raw);
    if (text === '') return;
    if (text.length > longest[field]) {
      this.remarks.add('metadata-too-long');
      return;
    }
    const value = this.#read(field, text);
    if (value !== undefined) this.claims[field].push({ value, from });
  }

  #read(field: ClaimedField, text: string): string | undefined {
    switch (field) {
      case 'published':
      case 'modified':
        return parseDate(text);
      case 'canonicalUrl':
        return this.address(text, true);
      case 'language':
        return languageTag(text);
      case 'title':
      case 'byline':
      case 'publisher':
      case 'section':
      case 'siteName':
      case 'schemaType':
        return text;
    }
  }

  /** A checked address, absolute; what is not http(s) is left out and noted. */
  address(raw: unknown, canonical = false): string | undefined {
    if (typeof raw !== 'string' || raw.trim() === '') return undefined;
    if (raw.length > 4 * longest.canonicalUrl) {
      this.remarks.add('metadata-too-long');
      return undefined;
    }
    const url = checkedUrl(raw, this.#base === '' ? undefined : this.#base);
    if (url === undefined) {
      if (/^\s*[a-z][a-z\d+.-]*:/i.test(raw)) this.remarks.add('unsafe-address');
      return undefined;
    }
    return canonical ? canonicaliseUrl(url) : url;
  }

  /** Adds a claim of where the text was before, if it keeps to the bounds. */
  addOrigin(origin: OriginClaim): void {
    const { origins } = this.claims;
    if (origins.length < mostValues && origin.text.length <= 300) origins.push(origin);
  }

  addImage(image: ImageClaim): void {
    if (this.claims.images.length < mostValues) this.claims.images.push(image);
  }
}

/**
 * Text as one line: control characters and runs of white space become one space. Marks that turn
 * the direction of text go: in a name they can make it read as another.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}\u200b\u2060\ufeff]+/gu, ' ')
    .trim();
}

/** A BCP 47 tag in its canonical form; `en_GB` is understood. Undefined for anything else. */
export function languageTag(text: string): string | undefined {
  const tag = text.replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    // Intl refuses a malformed tag by throwing; such a tag says nothing.
    return undefined;
  }
}
