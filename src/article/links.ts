// The links of the body: which lead to a source, which to related coverage.

import type { Block } from './blocks.ts';
import type { ArticleLink, RelatedPointer } from './types.ts';
import { canonicaliseUrl, checkedUrl, siteHost } from './url.ts';

const mostLinks = 200;
const longestText = 300;
/** Verbs of saying at a link: outlets link the word that attributes. */
const attributes =
  /\b(?:said|says|sa(?:y|ying)|reported|reports?|according to|told|wrote|writes|announced|announcement|confirmed|statement|stated|published|tweeted|posted|study|survey|data|documents?|filing|letter|interview|investigation|findings?|press release)\b/i;

/** Words right before a linked name that make it the one who says. */
const namesSource =
  /(?:\b(?:according to|as reported by|reported by|first reported by|told|citing|cited by|quoted by|in an interview with|statement (?:from|by|to)|data from|survey by|study by|published (?:in|by))|по данным|по сообщению|по словам|сообщил[аи]?|сообщает|пишет|передает|со ссылкой на|заявил[аи]? (?:в|на)?|рассказал[аи]?|за даними|повідомля[єю]\p{L}*|laut|nach angaben (?:von|der|des)|selon|d['’]après|según|secondo|segundo|według)(?: (?:the|der|die|das|le|la|el|il|o|a))?\s*[«“"„]?$/iu;
/** Verbs of saying right behind a linked name: "Quay Post reported". */
const saysSo =
  /^\s?[»”"]?\s?(?:(?:has |had |have )?(?:reported|reports?|said|says|wrote|writes|announced|revealed|confirmed)\b|сообщил|сообщает|пишет|написал|передает|заявил)/iu;
const context = 60;

/** Whether a link leads to the page's own outlet: the same host, or one below the other. */
function isSameOutlet(url: string, base: string): boolean {
  const own = siteHost(base);
  const other = siteHost(url);
  if (own === undefined || other === undefined) return false;
  return own === other || own.endsWith(`.${other}`) || other.endsWith(`.${own}`);
}

/**
 * The links of the story's blocks, in order, each address once. `source` where the linked words
 * attribute ("reported", "a statement") or stand where a source is named ("according to"); pointers
 * are `related`; everything else is `other`. Links to the page's own outlet say so.
 */
export function readLinks(
  blocks: readonly Block[],
  related: readonly RelatedPointer[],
  base: string,
): ArticleLink[] {
  const links = new Map<string, ArticleLink>();
  const add = (href: string, text: string, kind: ArticleLink['kind']): void => {
    const url = checkedUrl(href, base === '' ? undefined : base);
    if (url === undefined || text === '' || links.size >= mostLinks) return;
    const key = canonicaliseUrl(url) ?? url;
    if (links.has(key)) return;
    const own = isSameOutlet(url, base) ? { sameOutlet: true } : {};
    links.set(key, { url, text: text.slice(0, longestText), kind, ...own });
  };
  for (const pointer of related) add(pointer.url ?? '', pointer.title, 'related');
  for (const block of blocks) {
    for (const link of block.links) {
      // A link into the same page is no pointer anywhere.
      if (link.href.startsWith('#')) continue;
      const isSource =
        attributes.test(link.text) ||
        namesSource.test(block.text.slice(Math.max(0, link.start - context), link.start)) ||
        saysSo.test(block.text.slice(link.end, link.end + context));
      add(link.href, link.text, isSource ? 'source' : 'other');
    }
  }
  return [...links.values()];
}

/** Pointers with checked absolute addresses, each story once. */
export function checkedPointers(
  related: readonly RelatedPointer[],
  base: string,
): RelatedPointer[] {
  const seen = new Set<string>();
  return related.slice(0, 30).flatMap(({ title, url }) => {
    const checked = url === undefined ? undefined : checkedUrl(url, base === '' ? undefined : base);
    const key = checked ?? title;
    if (title === '' || seen.has(key)) return [];
    seen.add(key);
    return [
      { title: title.slice(0, longestText), ...(checked === undefined ? {} : { url: checked }) },
    ];
  });
}
