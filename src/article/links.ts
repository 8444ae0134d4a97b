// The links of the body: which lead to a source, which to related coverage.

import type { Block } from './blocks.ts';
import type { ArticleLink, RelatedPointer } from './types.ts';
import { canonicaliseUrl, checkedUrl } from './url.ts';

const mostLinks = 200;
const longestText = 300;
/** Verbs of saying at a link: outlets link the word that attributes. */
const attributes =
  /\b(?:said|says|sa(?:y|ying)|reported|reports?|according to|told|wrote|writes|announced|announcement|confirmed|statement|stated|published|tweeted|posted|study|survey|data|documents?|filing|letter|interview|investigation|findings?|press release)\b/i;

/**
 * The links of the story's blocks, in order, each address once. `source` where the linked words
 * attribute ("reported", "a statement"); everything else is `other`; pointers are `related`.
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
    if (!links.has(key)) links.set(key, { url, text: text.slice(0, longestText), kind });
  };
  for (const pointer of related) add(pointer.url ?? '', pointer.title, 'related');
  for (const block of blocks) {
    for (const link of block.links) {
      // A link into the same page is no pointer anywhere.
      if (link.href.startsWith('#')) continue;
      add(link.href, link.text, attributes.test(link.text) ? 'source' : 'other');
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
