// The article as read: what every later stage takes as its input.

/** A value together with where on the page (or in the file) it was read, as evidence. */
export interface Evidenced<T = string> {
  value: T;
  /** A reader's words for the place: `json-ld headline`, `meta og:title`, `line 3`. */
  from: string;
}

/** A picture that the story shows. Fields that were not found are absent. */
export interface ArticleImage {
  url?: string;
  caption?: string;
  credit?: string;
  /** As written, e.g. `CC BY-ND 2.0`. */
  license?: string;
  licenseUrl?: string;
  from: string;
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
}

/** A link in the body. */
export interface ArticleLink {
  url: string;
  text: string;
  kind: 'source' | 'related' | 'other';
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
  byline: Evidenced[];
  publisher?: Evidenced;
  published?: Evidenced;
  modified?: Evidenced;
  section?: Evidenced;
  language?: Evidenced;
  /** The body, a paragraph an entry; captions, credits and boxes are not in it. */
  paragraphs: string[];
  images: ArticleImage[];
  sources: CitedSource[];
  links: ArticleLink[];
  related: RelatedPointer[];
}

/** What {@link Article} holds of a page once its text has been put aside. */
export type ArticleFacts = Omit<Article, 'paragraphs'>;
