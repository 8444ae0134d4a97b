// Bibliographies in any CSL style, by citeproc-js. About a megabyte: only export.ts imports it, when asked to.
import CSL from 'citeproc';
import { checkedUrl } from '../article/url.ts';
import type { CslItem } from './csl.ts';
import { BrokenStyleError, checkStyle, type StyleFacts } from './csl-style.ts';
import { escapeHtml } from './html-text.ts';
import { withDeclinedMonths } from './months.ts';
import { DEFAULT_LOCALE, DEFAULT_STYLE, loadLocale, loadStyle, localeFor } from './styles.ts';

export interface BibliographyOptions {
  /** One of `STYLES`; `apa` unless told. */
  style?: string;
  /** The XML of a style that the person added, in place of {@link style}. */
  csl?: string;
  /** BCP 47 tag of the person's choice; the closest of `LOCALES` is taken. */
  locale?: string;
  /** Footnotes in place of the bibliography; the only thing that some styles have. */
  part?: 'bibliography' | 'notes';
}

/** One entry, in each form that is written. */
export interface BibliographyEntry {
  /** Which of the items it is of. */
  index: number;
  text: string;
  html: string;
  markdown: string;
}

/** Markdown's own characters, which a title may hold, and what HTML in it would begin with. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/**
 * An item as the processor gets it. Without notes: it reads "key: value" lines in them as fields.
 * Without the web archive: styles take it for a box in a cellar. Addresses are normalised, since
 * they become attributes.
 */
function prepared(item: CslItem, id: string): object {
  const { note: _, archive: __, archive_location: ___, URL: url, DOI: doi, ...rest } = item;
  const address = url === undefined ? undefined : checkedUrl(url);
  return {
    ...rest,
    id,
    ...(address === undefined ? {} : { URL: address }),
    ...(doi !== undefined && /^10\.\d{4,9}\/[^\s"<>]+$/.test(doi) ? { DOI: doi } : {}),
    annote: undefined,
  };
}

/** The tags that formatting may come as; anything else in an entry is a defect. */
const TAG =
  /<\/?(?:i|b|em|sup|sub)>|<\/?(?:span|div)(?: (?:class="(?:csl-[a-z-]+|nocase)"|style="[a-z:; -]+"))?>|<a href="https?:\/\/[^"<>]*">|<\/a>/g;

/** What the processor writes for `&`, `<` and `>`. */
function decoded(text: string): string {
  return text.replace(/&#(38|60|62);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** Text and tags in turn. @throws {BrokenStyleError} for a tag that formatting does not need */
function partsOf(entry: string): { tag: string; text: string }[] {
  const texts = entry.split(TAG);
  const tags = ['', ...(entry.match(TAG) ?? [])];
  const stray = texts.find((text) => /[<>]/.test(text));
  if (stray !== undefined) {
    throw new BrokenStyleError(
      `This style writes HTML of its own, which is not used: ${stray.slice(0, 80)}`,
    );
  }
  return texts.map((text, i) => ({ tag: tags[i] ?? '', text: decoded(text) }));
}

/** On one line: a margin or an indent is a matter of layout. */
function oneLined(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** A block that follows another stands apart from it, `1.` from what it numbers. */
function gap(tag: string): string {
  return tag.startsWith('<div') ? ' ' : '';
}

const MARKS: Record<string, string> = { i: '*', em: '*', b: '**' };

function markdownOf(parts: readonly { tag: string; text: string }[]): string {
  return parts
    .map(({ tag, text }) => {
      if (tag.startsWith('<a ')) return `<${text}>`;
      const name = /^<\/?([a-z]+)/.exec(tag)?.[1] ?? '';
      const mark = name === 'sup' || name === 'sub' ? tag : (MARKS[name] ?? gap(tag));
      return `${mark}${escapeMarkdown(text)}`;
    })
    .join('');
}

/** What the processor writes where a style prints none of an item's fields. */
const NOTHING_PRINTED = '[CSL STYLE ERROR: reference with no printed form.]';

/** An item of which a style prints nothing: its title or address, so that it is not lost. */
function bareEntry(item: CslItem | undefined, index: number): BibliographyEntry {
  const text = oneLined(item?.title ?? item?.URL ?? '');
  return { index, text, html: escapeHtml(text), markdown: escapeMarkdown(text) };
}

function entryOf(index: number, written: string): BibliographyEntry {
  const parts = partsOf(written);
  const text = parts.map((part) => `${gap(part.tag)}${part.text}`).join('');
  return {
    index,
    text: oneLined(text.replace(/ {2,}/g, ' ')),
    html: oneLined(written),
    markdown: oneLined(markdownOf(parts).replace(/ {2,}/g, ' ')),
  };
}

/**
 * Formats items in a style: in its own order for a bibliography, in the given order for notes.
 * @throws {BrokenStyleError} for a style that cannot be used
 * @throws {UnknownStyleError} for one that is not there
 */
export async function bibliography(
  items: readonly CslItem[],
  {
    style = DEFAULT_STYLE,
    csl,
    locale = DEFAULT_LOCALE,
    part = 'bibliography',
  }: BibliographyOptions,
): Promise<BibliographyEntry[]> {
  const xml = csl ?? (await loadStyle(style));
  const facts: StyleFacts = checkStyle(xml);
  const tag = localeFor(locale);
  const fallback = await loadLocale(DEFAULT_LOCALE);
  const chosen = tag === DEFAULT_LOCALE ? fallback : await loadLocale(tag);
  const prepare = new Map(items.map((item, index) => [`i${index}`, prepared(item, `i${index}`)]));
  const ids = [...prepare.keys()];
  try {
    const engine = new CSL.Engine(
      {
        retrieveLocale: (asked) => CSL.parseXml(asked === tag ? chosen : fallback),
        retrieveItem: (id) => prepare.get(id) ?? {},
      },
      CSL.parseXml(xml),
      tag,
      true,
    );
    engine.opt.development_extensions.wrap_url_and_doi = true;
    engine.updateItems(ids);
    engine.setOutputFormat('html');
    const entries = formatted(engine, ids, part, facts);
    if (entries.length > 0 && entries.every(([, written]) => written.includes(NOTHING_PRINTED))) {
      throw new BrokenStyleError('This style prints nothing of these citations.');
    }
    return entries.map(([id, written]) => {
      const index = Number(id.slice(1));
      return written.includes(NOTHING_PRINTED)
        ? bareEntry(items[index], index)
        : entryOf(index, withDeclinedMonths(written, tag));
    });
  } catch (cause) {
    if (cause instanceof BrokenStyleError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BrokenStyleError(`The style could not be used: ${reason.slice(0, 300)}`, { cause });
  }
}

/** Entries with their items' ids, in the order they are printed. */
function formatted(
  engine: InstanceType<typeof CSL.Engine>,
  ids: readonly string[],
  part: 'bibliography' | 'notes',
  { hasBibliography }: StyleFacts,
): [id: string, entry: string][] {
  const made = part === 'bibliography' && hasBibliography ? engine.makeBibliography() : false;
  if (made !== false) {
    const [{ entry_ids: printed }, entries] = made;
    return entries.map((entry, i) => [printed[i]?.[0] ?? '', entry]);
  }
  return ids.map((id) => {
    const citation = { citationItems: [{ id }], properties: { noteIndex: 1 } };
    return [id, engine.previewCitationCluster(citation, [], [], 'html')];
  });
}
