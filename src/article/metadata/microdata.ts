// Claims from Microdata: `itemtype` of an article and the `itemprop`s that belong to it.

import type { ClaimCollector, ClaimedField } from './claims.ts';

const fields: [property: string, field: ClaimedField][] = [
  ['headline', 'title'],
  ['author', 'byline'],
  ['creator', 'byline'],
  ['publisher', 'publisher'],
  ['datePublished', 'published'],
  ['dateModified', 'modified'],
  ['articleSection', 'section'],
  ['inLanguage', 'language'],
  ['mainEntityOfPage', 'canonicalUrl'],
];
const mostElements = 10;

/** A property's value as the HTML standard defines it, and the name of a nested item. */
function valueOf(element: Element): string | null {
  if (element.hasAttribute('itemscope')) {
    const name = element.querySelector('[itemprop~="name"]');
    return name === null ? (element.getAttribute('itemid') ?? element.textContent) : valueOf(name);
  }
  switch (element.tagName.toLowerCase()) {
    case 'meta':
      return element.getAttribute('content');
    case 'link':
    case 'a': {
      const href = element.getAttribute('href');
      // A linked name is a name; only properties that are addresses ask for the address.
      return element.getAttribute('itemprop')?.includes('mainEntityOfPage')
        ? href
        : element.textContent;
    }
    case 'time':
      return element.getAttribute('datetime') ?? element.textContent;
    case 'data':
      return element.getAttribute('value');
    default:
      return element.getAttribute('content') ?? element.textContent;
  }
}

/** The item that a property belongs to: its nearest ancestor with `itemscope`. */
function ownerOf(element: Element): Element | null {
  return element.parentElement?.closest('[itemscope]') ?? null;
}

/** Adds what the page's Microdata says of its one article; several articles are teasers. */
export function claimMicrodata(document: Document, collector: ClaimCollector): void {
  const items = document.querySelectorAll(
    '[itemscope][itemtype*="schema.org/"][itemtype$="Article" i], [itemscope][itemtype$="schema.org/BlogPosting" i]',
  );
  const item = items[0];
  if (item === undefined || items.length > 1) return;
  for (const [property, field] of fields) {
    let found = 0;
    for (const element of item.querySelectorAll(`[itemprop~="${property}"]`)) {
      if (ownerOf(element) !== item) continue;
      if (found++ === mostElements) break;
      collector.add(field, valueOf(element), `microdata ${property}`);
    }
  }
}
