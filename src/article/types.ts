// The article as read: what every later stage takes as its input.

/** A value together with where on the page (or in the file) it was read, as evidence. */
export interface Evidenced<T = string> {
  value: T;
  /** A reader's words for the place: `json-ld headline`, `meta og:title`, `line 3`. */
  from: string;
}

/** One who made the story, as the byline names them. */
export interface Byline extends Evidenced {
  kind?: 'person' | 'organisation' | 'agency';
  /** Where it is not the writing: `photographs`, `translation`, `additional reporting`. */
  role?: string;
}

/** A picture that the story shows. Fields that were not found are absent. */
export interface ArticleImage {
  url?: string;
  caption?: string;
  /** What the page offers to those who cannot see it. */
  alt?: string;
  credit?: string;
  /** The agency or platform that the credit names: `Reuters`, `Flickr`. */
  agency?: string;
  /** Whether the page itself marks it as older, or as an illustration, with its words. */
  marked?: Evidenced<'archive' | 'illustration'>;
  /** Where it stands: the story's first picture, or one further down. */
  lead?: boolean;
  /** As written, e.g. `CC BY-ND 2.0`. */
  license?: string;
  licenseUrl?: string;
  from: string;
}

/** One sentence that says who said something. */
export interface Statement {
  /** The word that attributes, as it stands in the text. */
  cue: string;
  /** A denial, of what others claim. */
  denies?: boolean;
  /** The quoted words, where the statement is a quotation. */
  quote?: string;
  /** Half-open range of word positions of the sentence, as the normaliser counts them. */
  at: [number, number];
  /** The speaker is told only by a pronoun or a role, and taken from what stands before. */
  inferred?: boolean;
  /** Whom the speaker in turn has it from: "the lawyer said neighbours had told him". */
  restsOn?: string;
}

/** Somebody or something the story rests on. */
export interface CitedSource {
  name: string;
  kind: 'person' | 'organisation' | 'document' | 'unnamed';
  /** `lawyer`, `Chechen leader`: as the story puts it. */
  role?: string;
  /** The word that attributes: `reported`, `said`, `according to`, `denies`. */
  cue?: string;
  /** A denial stands apart from a claim. */
  denies?: boolean;
  quote?: string;
  /** Half-open range of word positions in the text. */
  at?: [number, number];
  link?: string;
  /** Everything the story attributes to this source, in order; a denial is a source of its own. */
  statements?: Statement[];
}

/** A link in the body. */
export interface ArticleLink {
  url: string;
  text: string;
  kind: 'source' | 'related' | 'other';
  /** It leads to the page's own outlet. */
  sameOutlet?: boolean;
}

/** Text that stands within the story and is not its body, under its own name. */
export interface ApartText {
  kind:
    | 'caption'
    | 'correction'
    | 'editor-note'
    | 'author-bio'
    | 'newsletter'
    | 'donation'
    | 'related'
    | 'tags'
    | 'updated'
    | 'share'
    | 'paywall'
    | 'embed'
    | 'other';
  text: string;
  /** Index of the body paragraph that it stands before; the number of paragraphs at the end. */
  before?: number;
}

/** A text's own word on where it was before. */
export interface OriginClaim {
  kind: 'first-published' | 'republished' | 'translated' | 'adapted' | 'agency';
  /** The outlet or agency named. */
  name?: string;
  url?: string;
  /** ISO 8601 with the precision known, where the notice gives a date. */
  published?: string;
  /** The notice's own words, at most 300 characters. */
  text: string;
  from: string;
}

/** What marks a text as sent out by an agency, or as taken from elsewhere. */
export interface Dispatch {
  /** Agencies in byline, dateline or credit line. */
  agencies: Evidenced[];
  /** `MOSCOW, Feb 5 (Reuters) -` */
  dateline?: { place?: string; date?: string; agency?: string; text: string };
  origins: OriginClaim[];
}

/** What a site says of itself: links, never a rating. */
export interface PublisherFacts {
  legalName?: Evidenced;
  url?: Evidenced;
  publishingPrinciples?: Evidenced;
  correctionsPolicy?: Evidenced;
  ownershipFundingInfo?: Evidenced;
  ethicsPolicy?: Evidenced;
  masthead?: Evidenced;
}

/** Another story that this one points to as related. */
export interface RelatedPointer {
  title: string;
  url?: string;
}

/**
 * One news story as it stands on a page or in a saved file.
 *
 * Absent rather than guessed: a field that was not found is not there. Dates are ISO 8601 with the
 * precision known (`2021`, `2021-02`, `2021-02-05`, `2021-02-05T10:00:00Z`).
 */
export interface Article {
  /** The page's own URL; empty for a text without one. */
  url: string;
  canonicalUrl?: Evidenced;
  title?: Evidenced;
  /** Whom the headline itself attributes the story to: `NGO` in "…- NGO". */
  attribution?: Evidenced;
  byline: Byline[];
  publisher?: Evidenced;
  published?: Evidenced;
  modified?: Evidenced;
  /** Every date the page states, also those that were not chosen, for the evidence. */
  dates?: { published: Evidenced[]; modified: Evidenced[] };
  section?: Evidenced;
  language?: Evidenced;
  /** What the page calls itself in schema.org's words: `NewsArticle`, `BlogPosting`. */
  schemaType?: Evidenced;
  /** The body, a paragraph an entry; captions, credits and boxes are not in it. */
  paragraphs: string[];
  /** Text of the story that is not body: captions, notes, boxes. */
  apart?: ApartText[];
  dispatch?: Dispatch;
  publisherFacts?: PublisherFacts;
  /** Whether the page says its text is behind a paywall. */
  paywalled?: Evidenced<boolean>;
  /** Licence of the text: as written, with its address in `url` where known. */
  license?: Evidenced & { url?: string };
  images: ArticleImage[];
  /** Empty as read; found by `src/attribution` where somebody asks. */
  sources: CitedSource[];
  links: ArticleLink[];
  related: RelatedPointer[];
}

/** What {@link Article} holds of a page once its text has been put aside. */
export type ArticleFacts = Omit<Article, 'paragraphs'>;
