// The shapes of the newsstand: stories, their versions, outlets and what each page should be told.

import type { VerdictKind } from '../../src/provenance/types.ts';
import type { OUTLET_HOSTS } from './hosts.ts';
import type { Markup } from './html.ts';

export type OutletId = keyof typeof OUTLET_HOSTS;

/**
 * The words of one version. A body entry that begins with `## ` is a crosshead and one that begins
 * with `> ` a block quotation; `[text](url)` and `*text*` work inside; everything else is plain.
 */
export interface Copy {
  headline: string;
  standfirst: string;
  body: string[];
}

export type LicenceName = 'CC BY 4.0' | 'CC BY-SA 4.0' | 'CC BY-ND 2.0' | 'CC0 1.0';

export interface Picture {
  /** Name of a drawing in pictures/. */
  scene: string;
  alt: string;
  caption: string;
  /** `Mara Quill / Openframe` */
  credit: string;
  licence?: LicenceName;
}

/** What a page is meant to be told, and why. */
export interface Expectation {
  /** Absent on pages that are no article, and where only survival is asked for. */
  verdict?: VerdictKind;
  isArticle: boolean;
  /** Id of the archived document about the same event. */
  relatedTo?: string;
  /** One sentence for the index page and for test names. */
  note: string;
}

/** One outlet's version of a story, at one address. */
export interface Version {
  /** `story/outlet`; also the id of the archived document. */
  id: string;
  outlet: OutletId;
  path: string;
  /** Slug of one of the outlet's sections. */
  section: string;
  language?: 'en' | 'ru';
  copy: Copy;
  authors: string[];
  /** Place the story was written from. */
  dateline?: string;
  /** ISO 8601 with the precision the page gives. Absent: the page says no date anywhere. */
  published?: string;
  modified?: string;
  picture: Picture;
  /** Where the text came from, as the outlet puts it under the story. */
  creditLine?: string;
  /** Ids of versions at the same outlet, shown as related. */
  related?: string[];
  /** What the archive holds of this address: the text as it is here, or an earlier one. */
  archived?: 'as-is' | Copy;
  expect: Omit<Expectation, 'isArticle'> & { verdict: VerdictKind };
}

export interface Story {
  slug: string;
  /** One line for the index page. */
  about: string;
  versions: Version[];
}

/** What an outlet's templates may ask for. */
export interface Shelf {
  /** The outlet's versions, newest first; those without a date last. */
  articles: Version[];
  find(id: string): Version;
}

export interface Section {
  slug: string;
  name: string;
}

export interface Outlet {
  id: OutletId;
  name: string;
  host: string;
  tagline: string;
  language: 'en' | 'ru';
  /** One colour that stands for the outlet on the index page. */
  colour: string;
  sections: Section[];
  /** Path of a section's page. */
  sectionPath(section: Section): string;
  /** How its pages say what they are, for the index page. */
  convention: string;
  /** Sheet in outlets/. */
  sheet: string;
  /** The masthead's own drawing. */
  mark: Markup;
  /** What the outlet puts before the first words of a story with a dateline: part of its text. */
  dateline?(of: Version): string | undefined;
  /** Extra response headers of its pages. */
  headers?: Record<string, string>;
  article(version: Version, shelf: Shelf): Markup;
  front(shelf: Shelf): Markup;
  section(section: Section, shelf: Shelf): Markup;
}

/** One page of the newsstand as tests and the demo see it. */
export interface NewsstandPage {
  url: string;
  title: string;
  outlet: string;
  expect: Expectation;
}

/** A thing served at an address. */
export interface Resource {
  type: string;
  body: string | Uint8Array | (() => string | Uint8Array);
  status?: number;
  headers?: Record<string, string>;
}
