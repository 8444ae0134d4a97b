// JSON Lines to Articles, a line at a time: {"url", "title", "text", "published"?, …}, also gzipped.

import * as v from 'valibot';
import type { Article, Evidenced } from '../article/types.ts';
import { canonicaliseUrl } from '../article/url.ts';
import { readIsoDate } from './dates.ts';
import { headlineAttribution } from './headline.ts';
import { detectLanguage } from './language.ts';
import { tidySpace } from './markup.ts';
import { checkOriginalUrl } from './original-url.ts';
import { outletOf } from './outlets.ts';
import type { IngestProblem, IngestProblemCode } from './problem.ts';
import { longestText } from './text.ts';

/** A field that is null or blank is as good as absent. */
const text = v.optional(
  v.nullable(
    v.pipe(
      v.string(),
      v.transform((value) => (value.trim() === '' ? undefined : value)),
    ),
  ),
);

const date = v.optional(
  v.nullable(
    v.pipe(
      v.string(),
      v.transform((value) => (value.trim() === '' ? undefined : value)),
      v.check(
        (value) => value === undefined || readIsoDate(value) !== undefined,
        'is not an ISO 8601 date of the calendar',
      ),
      v.transform((value) => (value === undefined ? undefined : readIsoDate(value))),
    ),
  ),
);

const Line = v.object({
  id: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200, 'is longer than 200 characters')))),
  url: text,
  title: text,
  text: v.pipe(v.string()),
  published: date,
  modified: date,
  publisher: text,
  authors: v.optional(v.nullable(v.array(v.string()))),
  language: text,
});

export interface JsonlDocument {
  id?: string;
  article: Article;
}

function told(key: string, value: string | null | undefined): Evidenced | undefined {
  return value === null || value === undefined
    ? undefined
    : { value: tidySpace(value), from: `field ${key}` };
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length === 1;
  } catch {
    // What is no language tag is a RangeError here.
    return false;
  }
}

/**
 * Reads one line of JSON Lines. Fields beyond the form are let go.
 *
 * @param file and `line` say where, for messages
 */
export function readJsonlLine(
  json: string,
  file: string,
  line: number,
  options: { requireUrl?: boolean } = {},
): JsonlDocument | { problem: IngestProblem } {
  const problem = (code: IngestProblemCode, why: string, fix: string) => ({
    problem: { code, file, line, why, fix },
  });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    // Some messages quote the line itself: of those only where it went wrong is told.
    const at = error instanceof Error ? /position \d+/.exec(error.message)?.[0] : undefined;
    const why = at === undefined ? 'not JSON' : `not JSON (${at})`;
    return problem('bad-json', why, 'write one JSON object a line');
  }
  const parsed = v.safeParse(Line, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const key = v.getDotPath(issue);
    const why = key === null ? 'not a JSON object' : `field "${key}": ${issue.message}`;
    return problem('bad-field', why, 'correct the field or leave it out');
  }
  const fields = parsed.output;
  let url = '';
  if (fields.url !== undefined && fields.url !== null) {
    const checked = checkOriginalUrl(fields.url.trim());
    if ('why' in checked) return problem('bad-url', checked.why, 'correct the field "url"');
    url = checked.url;
  } else if (options.requireUrl ?? true) {
    return problem('no-url', 'no field "url"', 'add the address of the original');
  }
  const paragraphs = fields.text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map(tidySpace)
    .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph));
  if (paragraphs.length === 0) {
    return problem('no-body', 'the field "text" holds no text', 'leave the line out');
  }

  const title = told('title', fields.title);
  const published = told('published', fields.published);
  const modified = told('modified', fields.modified);
  const publisher = told('publisher', fields.publisher) ?? (url === '' ? undefined : outletOf(url));
  const attribution =
    title === undefined ? undefined : headlineAttribution(title.value, publisher?.value);
  const tag = told('language', fields.language);
  const language = tag !== undefined && isTag(tag.value) ? tag : detectLanguage(paragraphs);
  const canonical = url === '' ? undefined : canonicaliseUrl(url);
  const article: Article = {
    url,
    ...(canonical === undefined ? {} : { canonicalUrl: { value: canonical, from: 'field url' } }),
    ...(title === undefined ? {} : { title }),
    ...(attribution === undefined
      ? {}
      : { attribution: { value: attribution, from: 'field title' } }),
    byline: (fields.authors ?? []).flatMap((name) => {
      const author = told('authors', name.trim() === '' ? undefined : name);
      return author === undefined ? [] : [author];
    }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(language === undefined ? {} : { language }),
    paragraphs,
    images: [],
    sources: [],
    links: [],
    related: [],
  };
  const id = fields.id?.trim() ?? '';
  return id === '' ? { article } : { id, article };
}

/** A line of a stream; `text` is undefined for one too long to be a document. */
export interface StreamLine {
  number: number;
  text: string | undefined;
}

/**
 * Splits a stream of bytes into lines without holding more than one. UTF-8; a byte order mark at
 * the start is dropped.
 */
export async function* streamLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterable<StreamLine> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const take = (): StreamLine => {
    const tooLong = length > longestText;
    const bytes = tooLong ? undefined : Buffer.concat(parts);
    const line = bytes === undefined ? undefined : decoder.decode(bytes).replace(/^\uFEFF/, '');
    parts = [];
    length = 0;
    return { number: number++, text: line };
  };
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length > longestText) parts = [];
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
