// Claims from Microdata and RDFa: the properties that belong to the item of the story.

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
/** A page with more items of stories is a list. */
const mostItems = 20;

interface Syntax {
  name: string;
  /** Attribute that opens an item, and the one that names a property. */
  item: string;
  property: string;
  /** Items that are stories. */
  stories: string;
}

const syntaxes: Syntax[] = [
  {
    name: 'microdata',
    item: 'itemscope',
    property: 'itemprop',
    stories:
      '[itemscope][itemtype*="schema.org/"][itemtype$="Article" i], [itemscope][itemtype$="schema.org/BlogPosting" i]',
  },
  {
    name: 'rdfa',
    item: 'typeof',
    property: 'property',
    stories: '[typeof$="Article"], [typeof$="BlogPosting"]',
  },
];

/** A property's value as the HTML standard defines it, and the name of a nested item. */
function valueOf(element: Element, syntax: Syntax): string | null {
  const property = element.getAttribute(syntax.property) ?? '';
  if (element.hasAttribute(syntax.item)) {
    const name = element.querySelector(
      `[${syntax.property}~="name"], [${syntax.property}$=":name"]`,
    );
    if (name !== null) return valueOf(name, syntax);
    return element.getAttribute('itemid') ?? element.textContent;
  }
  switch (element.tagName.toLowerCase()) {
    case 'meta':
      return element.getAttribute('content');
    case 'link':
    case 'a':
      // A linked name is a name; only properties that are addresses ask for the address.
      return property.includes('mainEntityOfPage')
        ? element.getAttribute('href')
        : (element.getAttribute('content') ?? element.textContent);
    case 'time':
      return (
        element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent
      );
    case 'data':
      return element.getAttribute('value');
    default:
      return element.getAttribute('content') ?? element.textContent;
  }
}

/** The item that a property belongs to: its nearest ancestor that opens one. */
function ownerOf(element: Element, syntax: Syntax): Element | null {
  return element.parentElement?.closest(`[${syntax.item}]`) ?? null;
}

/** The one item that is the story: the only one, or the only one that holds the others. */
function storyItem(document: Document, syntax: Syntax): Element | undefined {
  const items = [...document.querySelectorAll(syntax.stories)].slice(0, mostItems);
  const outer = items.filter(
    (item) => !items.some((other) => other !== item && other.contains(item)),
  );
  if (outer.length === 1) return outer[0];
  // Teasers have no text of their own: the story is the one that says it has a body.
  const withBody = outer.filter((item) =>
    [...item.querySelectorAll(`[${syntax.property}$="articleBody"]`)].some(
      (body) => ownerOf(body, syntax) === item,
    ),
  );
  return withBody.length === 1 ? withBody[0] : undefined;
}

/** Adds what the page's Microdata and RDFa say of its one article; several articles are teasers. */
export function claimMicrodata(document: Document, collector: ClaimCollector): void {
  for (const syntax of syntaxes) {
    const item = storyItem(document, syntax);
    if (item === undefined) continue;
    for (const [property, field] of fields) {
      const selector = `[${syntax.property}~="${property}"], [${syntax.property}="schema:${property}"]`;
      let found = 0;
      for (const element of item.querySelectorAll(selector)) {
        if (ownerOf(element, syntax) !== item) continue;
        if (found++ === mostElements) break;
        collector.add(field, valueOf(element, syntax), `${syntax.name} ${property}`);
      }
    }
  }
  claimLooseMeta(document, collector);
}

/** `<meta itemprop>` that no item holds: systems write them into the head of the page. */
function claimLooseMeta(document: Document, collector: ClaimCollector): void {
  const tags = document.querySelectorAll('meta[itemprop]');
  for (const tag of [...tags].slice(0, 50)) {
    if (tag.closest('[itemscope]:not(html):not(body)') !== null) continue;
    const entry = fields.find(([property]) => property === tag.getAttribute('itemprop'));
    if (entry === undefined) continue;
    collector.add(entry[1], tag.getAttribute('content'), `meta itemprop ${entry[0]}`);
  }
}
