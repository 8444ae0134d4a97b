// What the reader script answers, checked: it comes out of a page's process.

import * as v from 'valibot';
import type { Article } from './types.ts';

export interface Reading {
  isArticle: boolean;
  why: string[];
  article: Article;
}

/** A page may claim anything of itself; what is kept with a tab is kept short. In code units. */
const LONGEST_FACT = 4096;
/** Paragraphs of one page together, as the reader bounds them too. */
const LONGEST_BODY = 4_000_000;
/** Entries of a list: bylines, pictures, sources. */
const MOST = 200;

const text = v.pipe(
  v.string(),
  v.transform((value) => value.slice(0, LONGEST_FACT)),
);

/** A list of at most {@link MOST} entries; the rest is left out. */
function list<T>(entry: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((entries) => entries.slice(0, MOST)),
    v.array(entry),
  );
}

const evidenced = v.object({ value: text, from: text });
const byline = v.object({
  value: text,
  from: text,
  kind: v.exactOptional(v.picklist(['person', 'organisation', 'agency'])),
  role: v.exactOptional(text),
});
const image = v.object({
  url: v.exactOptional(text),
  caption: v.exactOptional(text),
  alt: v.exactOptional(text),
  credit: v.exactOptional(text),
  agency: v.exactOptional(text),
  marked: v.exactOptional(v.object({ value: v.picklist(['archive', 'illustration']), from: text })),
  lead: v.exactOptional(v.boolean()),
  license: v.exactOptional(text),
  licenseUrl: v.exactOptional(text),
  from: text,
});
const apartText = v.object({
  kind: v.picklist([
    'caption',
    'correction',
    'editor-note',
    'author-bio',
    'newsletter',
    'donation',
    'related',
    'tags',
    'updated',
    'share',
    'paywall',
    'embed',
    'other',
  ]),
  text,
  before: v.exactOptional(v.number()),
});
const dispatch = v.object({
  agencies: list(evidenced),
  dateline: v.exactOptional(
    v.object({
      place: v.exactOptional(text),
      date: v.exactOptional(text),
      agency: v.exactOptional(text),
      text,
    }),
  ),
  origins: list(
    v.object({
      kind: v.picklist(['first-published', 'republished', 'translated', 'adapted', 'agency']),
      name: v.exactOptional(text),
      url: v.exactOptional(text),
      published: v.exactOptional(text),
      text,
      from: text,
    }),
  ),
});
const publisherFacts = v.object({
  legalName: v.exactOptional(evidenced),
  url: v.exactOptional(evidenced),
  publishingPrinciples: v.exactOptional(evidenced),
  correctionsPolicy: v.exactOptional(evidenced),
  ownershipFundingInfo: v.exactOptional(evidenced),
  ethicsPolicy: v.exactOptional(evidenced),
  masthead: v.exactOptional(evidenced),
});
const article = v.object({
  url: text,
  canonicalUrl: v.exactOptional(evidenced),
  title: v.exactOptional(evidenced),
  attribution: v.exactOptional(evidenced),
  byline: list(byline),
  publisher: v.exactOptional(evidenced),
  published: v.exactOptional(evidenced),
  modified: v.exactOptional(evidenced),
  dates: v.exactOptional(v.object({ published: list(evidenced), modified: list(evidenced) })),
  section: v.exactOptional(evidenced),
  language: v.exactOptional(evidenced),
  schemaType: v.exactOptional(evidenced),
  paragraphs: v.pipe(
    v.array(v.string()),
    v.check(
      (paragraphs) => paragraphs.reduce((sum, each) => sum + each.length, 0) <= LONGEST_BODY,
      `more than ${LONGEST_BODY} characters of text`,
    ),
  ),
  apart: v.exactOptional(list(apartText)),
  dispatch: v.exactOptional(dispatch),
  publisherFacts: v.exactOptional(publisherFacts),
  paywalled: v.exactOptional(v.object({ value: v.boolean(), from: text })),
  license: v.exactOptional(v.object({ value: text, from: text, url: v.exactOptional(text) })),
  images: list(image),
  sources: list(
    v.object({
      name: text,
      kind: v.picklist(['person', 'organisation', 'document', 'unnamed']),
      role: v.exactOptional(text),
      cue: v.exactOptional(text),
      denies: v.exactOptional(v.boolean()),
      quote: v.exactOptional(text),
      at: v.exactOptional(v.tuple([v.number(), v.number()])),
      link: v.exactOptional(text),
    }),
  ),
  links: list(
    v.object({
      url: text,
      text,
      kind: v.picklist(['source', 'related', 'other']),
      sameOutlet: v.exactOptional(v.boolean()),
    }),
  ),
  related: list(v.object({ title: text, url: v.exactOptional(text) })),
});
const reading: v.GenericSchema<unknown, Reading> = v.object({
  isArticle: v.boolean(),
  why: list(text),
  article,
});

/** The reading, or what is wrong with it and where. */
export function parseReading(
  answer: unknown,
): { ok: true; reading: Reading } | { ok: false; detail: string } {
  const parsed = v.safeParse(reading, answer);
  if (parsed.success) return { ok: true, reading: parsed.output };
  const [issue] = parsed.issues;
  return { ok: false, detail: `${v.getDotPath(issue) ?? 'the reading'}: ${issue.message}` };
}
