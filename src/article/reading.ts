// What the reader script answers, checked: it comes out of a page's process.

import * as v from 'valibot';
import type { Article } from './types.ts';

export interface Reading {
  isArticle: boolean;
  why: string[];
  article: Article;
}

const text = v.string();
const evidenced = v.object({ value: text, from: text });
const article = v.object({
  url: text,
  canonicalUrl: v.exactOptional(evidenced),
  title: v.exactOptional(evidenced),
  attribution: v.exactOptional(evidenced),
  byline: v.array(evidenced),
  publisher: v.exactOptional(evidenced),
  published: v.exactOptional(evidenced),
  modified: v.exactOptional(evidenced),
  section: v.exactOptional(evidenced),
  language: v.exactOptional(evidenced),
  paragraphs: v.array(text),
  images: v.array(
    v.object({
      url: v.exactOptional(text),
      caption: v.exactOptional(text),
      credit: v.exactOptional(text),
      license: v.exactOptional(text),
      licenseUrl: v.exactOptional(text),
      from: text,
    }),
  ),
  sources: v.array(
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
  links: v.array(v.object({ url: text, text, kind: v.picklist(['source', 'related', 'other']) })),
  related: v.array(v.object({ title: text, url: v.exactOptional(text) })),
});
const reading: v.GenericSchema<unknown, Reading> = v.object({
  isArticle: v.boolean(),
  why: v.array(text),
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
