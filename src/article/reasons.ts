// The reasons for taking a page for an article or not: short stable codes that others word.

/** Marks that speak for an article. */
export const reasonsFor = [
  /** Structured data (JSON-LD) calls the page an article. */
  'json-ld-article',
  /** `og:type` is `article`. */
  'og-type-article',
  /** Microdata or microformats call one part of the page an article. */
  'microdata-article',
  /** One `article` element, or one with most of the text. */
  'article-element',
  /** The page has one headline. */
  'one-headline',
  /** The address looks like a story's: dated, or with a long name or number at its end. */
  'address-of-story',
  /** Several paragraphs of running text. */
  'running-text',
  /** The page names an author. */
  'signed',
  /** A date stands by the headline. */
  'dated',
] as const;

/** Marks that speak against one. */
export const reasonsAgainst = [
  /** The document is not a page of text: an image, a PDF, XML, a frame set. */
  'not-a-page',
  /** The address is the root of a site. */
  'address-of-front-page',
  /** The address is a list: a section, a tag, a search, an author. */
  'address-of-list',
  /** Structured data or `og:type` calls the page something else. */
  'typed-otherwise',
  /** The page's address, its data or its software is a forum's. */
  'forum',
  /** Many people write on one page. */
  'many-voices',
  /** The page's address or software is a manual's, or much of it is code. */
  'documentation',
  /** The page's address or its data is a shop's. */
  'shop',
  /** The page speaks of an outfit's own services. */
  'service',
  /** Much of the page is to be filled in. */
  'form',
  /** Many stories are teased on one page. */
  'many-articles',
  /** No headline was found. */
  'no-headline',
  /** Fewer running paragraphs than a story has. */
  'few-paragraphs',
  /** Fewer words than can be matched. */
  'few-words',
  /** Most of the text is links. */
  'mostly-links',
  /** No body of text could be told from the rest of the page. */
  'no-body',
] as const;

/** Remarks about how far the page was read. */
export const reasonsOfReading = [
  /** The text was longer than is read; its beginning was taken. */
  'text-cut',
  /** A value in the page's metadata was longer than is kept, and was left out. */
  'metadata-too-long',
  /** An address in the page's metadata was neither http nor https, and was left out. */
  'unsafe-address',
  /** Part of the structured data could not be parsed, and was left out. */
  'broken-json-ld',
] as const;

export type Reason =
  | (typeof reasonsFor)[number]
  | (typeof reasonsAgainst)[number]
  | (typeof reasonsOfReading)[number];
