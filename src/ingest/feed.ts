// Feeds to Articles: an entry that carries its full text is a story, one that carries a summary is none.

import type { Article, Evidenced } from '../article/types.ts';
import { canonicaliseUrl, checkedUrl } from '../article/url.ts';
import type { ByteReader } from './byte-reader.ts';
import { readDate, readIsoDate } from './dates.ts';
import { type FeedEntry, type FeedField, FeedReader } from './feed-xml.ts';
import { readHtml } from './html.ts';
import type { InputItem } from './inputs.ts';
import { tidySpace } from './markup.ts';
import { outletOf } from './outlets.ts';
import { parsePage } from './page-tree.ts';
import { streamDecoder } from './xml-encoding.ts';

type Fields = readonly FeedField[];

/** The first field of these names that is not blank. */
function first(fields: Fields, ...names: string[]): FeedField | undefined {
  for (const name of names) {
    const found = fields.find((field) => field.name === name && field.text.trim() !== '');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a field says as plain text: titles hold markup and entities, escaped once more or not. */
function plain(field: FeedField): string {
  const { text } = field;
  const type = field.attributes['type'];
  const isMarkup =
    type === 'html' || (type === undefined && /&[#\w]+;|<\/?[a-z][^<>]*>/i.test(text));
  if (!isMarkup) return tidySpace(text);
  return tidySpace(parsePage(`<html><body>${text}</body></html>`).body.textContent ?? '');
}

function evidence(field: FeedField | undefined, where: string): Evidenced | undefined {
  if (field === undefined) return undefined;
  const value = plain(field);
  return value === '' ? undefined : { value, from: `${where} ${field.name.replace('atom:', '')}` };
}

/** `<link rel="alternate" href="…">` of Atom, in either kind of feed. */
function atomLink(fields: Fields): string | undefined {
  const links = fields.filter(({ name }) => name === 'atom:link');
  const alternate = links.find(
    ({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate',
  );
  return alternate?.attributes['href'];
}

/** Where the feed lives: what relative addresses in it are relative to. */
function siteOf({ feed }: FeedEntry): string | undefined {
  return checkedUrl(first(feed, 'link')?.text ?? '') ?? checkedUrl(atomLink(feed) ?? '');
}

function addressOf(entry: FeedEntry): string | undefined {
  const { fields } = entry;
  const guid = fields.find(({ name }) => name === 'guid');
  const isAddress = guid !== undefined && guid.attributes['isPermaLink'] !== 'false';
  const candidates = [
    // What is behind the counter that a feed service puts in place of the link.
    first(fields, 'feedburner:origLink')?.text,
    first(fields, 'link')?.text,
    atomLink(fields),
    isAddress ? guid.text : undefined,
    fields.find(({ name }) => name === 'atom:id')?.text,
  ];
  const site = siteOf(entry);
  for (const candidate of candidates) {
    if (candidate === undefined || candidate.trim() === '') continue;
    // An id may be anything; only an address of its own is one.
    const checked =
      checkedUrl(candidate) ??
      (/^\/[^/]/.test(candidate.trim()) ? checkedUrl(candidate, site) : undefined);
    if (checked !== undefined) return checked;
  }
  return undefined;
}

/** The full text as HTML, or why there is none. */
function contentOf({ fields }: FeedEntry): { html: string; from: string } | { why: string } {
  const encoded = first(fields, 'content:encoded');
  if (encoded !== undefined) return { html: encoded.text, from: 'content:encoded' };
  const content = fields.find(({ name }) => name === 'atom:content');
  if (content === undefined) return { why: 'a summary only' };
  const type = (content.attributes['type'] ?? 'text').toLowerCase();
  if (content.attributes['src'] !== undefined) return { why: 'its text is elsewhere' };
  if (content.text.trim() === '') return { why: 'a summary only' };
  if (type === 'xhtml' || type === 'html' || type === 'text/html') {
    return { html: content.text, from: 'atom content' };
  }
  if (type !== 'text' && type !== 'text/plain') return { why: 'content that is not text' };
  const escapedText = content.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const paragraphs = escapedText.split(/\n\s*\n/).map((text) => `<p>${text}</p>`);
  return { html: paragraphs.join(''), from: 'atom content' };
}

function dateOf(fields: Fields, names: string[]): Evidenced | undefined {
  for (const name of names) {
    const text = first(fields, name)?.text.trim();
    if (text === undefined) continue;
    const value = readIsoDate(text) ?? readDate(text);
    if (value !== undefined) return { value, from: `feed ${name.replace('atom:', '')}` };
  }
  return undefined;
}

/** `desk@gazette.example (Anna Bell)`, as RSS has it, or a plain name. */
function nameOf(field: FeedField): string | undefined {
  const text = plain(field);
  const named = /^\S+@\S+\s+\((.+)\)$/.exec(text)?.[1] ?? text;
  return named === '' || /^\S+@\S+$/.test(named) || /^https?:/.test(named) ? undefined : named;
}

function bylineOf({ fields, feed, kind }: FeedEntry): Evidenced[] {
  const names =
    kind === 'atom' ? ['atom:author', 'dc:creator'] : ['dc:creator', 'author', 'atom:author'];
  const from = (of: Fields): Evidenced[] => {
    const name = names.find((each) => of.some((field) => field.name === each));
    return of
      .filter((field) => field.name === name)
      .flatMap((field) => {
        const value = nameOf(field);
        return value === undefined
          ? []
          : [{ value, from: `feed ${field.name.replace('atom:', '')}` }];
      });
  };
  const own = from(fields);
  // Atom's author of the feed is the author of every entry that names none (RFC 4287, 4.2.1).
  return own.length > 0 || kind !== 'atom' ? own : from(feed);
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page that the entry would be: the reader then tells the story from what stands around it. */
function asPage(html: string, title: string, language: string | undefined): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  return `<!doctype html><html${lang}><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta property="og:type" content="article"></head><body><article><h1>${escapeHtml(title)}</h1>
${html}</article></body></html>`;
}

function readEntry(entry: FeedEntry, file: string): InputItem {
  const { fields, feed } = entry;
  const input = `${file}:${entry.number}`;
  const url = addressOf(entry);
  const passed = (why: string, detail?: string): InputItem => ({
    passed: {
      input,
      why,
      ...(url === undefined ? {} : { url }),
      ...(detail === undefined ? {} : { detail }),
    },
  });
  const content = contentOf(entry);
  if ('why' in content) return passed(content.why);
  if (url === undefined) return passed('no http(s) address');
  const title = evidence(first(fields, 'title', 'atom:title', 'dc:title'), 'feed');
  const language = first(feed, 'language', 'dc:language')?.text.trim();
  const page = readHtml(Buffer.from(asPage(content.html, title?.value ?? '', language)), input, {
    url,
  });
  if ('problem' in page) return passed(page.problem.why);
  const publisher =
    evidence(first(feed, 'title', 'atom:title', 'dc:title'), 'feed') ?? outletOf(url);
  const published = dateOf(fields, [
    'pubDate',
    'atom:published',
    'atom:issued',
    'dc:date',
    'dcterms:created',
  ]);
  const modified = dateOf(fields, ['atom:updated', 'atom:modified', 'dcterms:modified']);
  const canonical = canonicaliseUrl(url);
  // Dates and names are the feed's: what the reader finds in the text was said of something else.
  const {
    title: _title,
    published: _published,
    modified: _modified,
    dates: _dates,
    byline,
    publisher: _publisher,
    canonicalUrl: _canonical,
    ...facts
  } = page.article;
  const authors = bylineOf(entry);
  const article: Article = {
    ...facts,
    ...(canonical === undefined ? {} : { canonicalUrl: { value: canonical, from: 'feed link' } }),
    ...(title === undefined ? {} : { title }),
    byline: authors.length > 0 ? authors : byline,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
  };
  const why = [content.from, ...page.why];
  if (page.isArticle) return { read: { input, isArticle: true, why, article } };
  return {
    ...passed('too little text for a story', page.why.join(', ')),
    read: { input, isArticle: false, why, article },
  };
}

/**
 * Reads a feed (RSS 2.0, RSS 1.0, Atom), one entry at a time. Entries with `content:encoded` or
 * Atom's `content` are stories; a summary is not the text, so the others are passed over. A feed
 * that ends early or declares entities of its own is a problem, behind the entries before it.
 */
export async function* readFeed(source: ByteReader, file: string): AsyncIterable<InputItem> {
  const reader = new FeedReader();
  const decode = streamDecoder(await source.peek(1024));
  const fix = 'give RSS 2.0, RSS 1.0 or Atom';
  for (;;) {
    const offset = source.offset;
    const bytes = await source.take(65_536);
    const { entries, problem } = bytes.length === 0 ? reader.end() : reader.push(decode(bytes));
    for (const entry of entries) yield readEntry(entry, file);
    if (problem !== undefined) {
      const { code, message: why } = problem;
      const record = reader.entries;
      yield { problem: { code, file, ...(record === 0 ? {} : { record, offset }), why, fix } };
      return;
    }
    if (bytes.length === 0) return;
  }
}
