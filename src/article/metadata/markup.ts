// Claims from visible markup: headline, byline line, time elements, canonical link, `html lang`.

import { headlineText, titleKey } from '../headline.ts';
import { isPersonName, peopleIn, readBylineLine } from './byline.ts';
import type { ClaimCollector } from './claims.ts';
import { addLicense } from './publisher.ts';

const sideBoxes =
  'nav, aside, footer, form, [class*="comment" i], [class*="related" i], [id*="related" i]';

/** Where the story's own markup stands: the article around the headline, else the page. */
function storyScope(headline: Element | undefined, document: Document): ParentNode {
  return headline?.closest('article, main, [role="main"]') ?? document;
}

function claimTimes(scope: ParentNode, collector: ClaimCollector): void {
  const times = [...scope.querySelectorAll('time')]
    .slice(0, 40)
    .filter((time) => time.closest(sideBoxes) === null);
  let unlabelled: { value: string; from: string } | undefined;
  for (const time of times) {
    const value = time.getAttribute('datetime') ?? time.textContent ?? '';
    const own = `${time.className} ${time.getAttribute('itemprop') ?? ''} ${time.textContent ?? ''}`;
    const around = `${time.parentElement?.className ?? ''} ${leadIn(time)}`;
    const words = `${own} ${around}`;
    if (/updat|modif|edited|correct|обновл|aktualisiert|actualizad|mis à jour/i.test(words)) {
      collector.add('modified', value, 'time element, marked as updated');
    } else if (
      time.hasAttribute('pubdate') ||
      /publi|posted|issued|entry-date|pubdate/i.test(words)
    ) {
      collector.add('published', value, 'time element, marked as published');
    } else unlabelled ??= { value, from: 'time element' };
  }
  if (unlabelled !== undefined) collector.add('published', unlabelled.value, unlabelled.from);
}

/** The words just before an element in its own line: `Updated: `. */
function leadIn(element: Element): string {
  const before = element.previousSibling?.textContent ?? '';
  return before.slice(-30);
}

/** Bylines that markup names as such, wherever in the story they stand. */
function claimBylines(scope: ParentNode, collector: ClaimCollector): void {
  const selectors: [selector: string, from: string][] = [
    ['[rel~="author"]', 'link rel=author'],
    ['[itemprop~="author"] [itemprop~="name"], [itemprop~="author"]', 'itemprop author'],
    [
      '.h-entry .p-author, .byline__name, .author-name, .author__name, .byline-name, .wp-block-post-author__name, [class*="author-name" i], [class*="authorName"], [class*="author_name" i]',
      'author line',
    ],
    [
      '.byline, .c-byline, .article-byline, .post-byline, .entry-author, .author, [data-testid="byline"]',
      'byline line',
    ],
  ];
  for (const [selector, from] of selectors) {
    const seen = new Set<string>();
    for (const element of [...scope.querySelectorAll(selector)].slice(0, 6)) {
      const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (element.closest(sideBoxes) !== null || text.length > 120 || seen.has(text)) continue;
      seen.add(text);
      // A box may hold more than a name; what is no name by form or words is left.
      const names = readBylineLine(text)?.names ?? peopleIn(text, true);
      for (const name of names) collector.add('byline', name, from);
    }
    if (collector.claims.byline.length > 0) return;
  }
  claimAuthorBox(scope, collector);
}

const authorBox =
  '[class*="author" i], [class*="byline" i], [class*="writer" i], [class*="contributor" i], a[href*="/author"], a[href*="/people/"], a[href*="/contributor"], a[href*="/staff/"]';
/** Cards of other stories name their own authors. */
const card =
  '[class*="card" i], [class*="related" i], [class*="teaser" i], [class*="comment" i], [class*="recent" i], [class*="popular" i], nav, footer';
const mostBoxes = 80;

/** The one person whom boxes about authors name, wherever on the page; several are of other stories. */
function claimAuthorBox(scope: ParentNode, collector: ClaimCollector): void {
  const people = new Map<string, string>();
  for (const element of [...scope.querySelectorAll(authorBox)].slice(0, mostBoxes)) {
    const text = (element.textContent ?? '').slice(0, 200).replace(/\s+/g, ' ').trim();
    if (text.length > 80 || element.closest(card) !== null) continue;
    const line = readBylineLine(text);
    if (line?.role !== undefined) continue;
    for (const name of (line?.names ?? peopleIn(text)).filter(isPersonName)) {
      people.set(titleKey(name), name);
    }
  }
  const [only, another] = people.values();
  if (only !== undefined && another === undefined) collector.add('byline', only, 'author box');
}

/** Adds what the page's visible markup and its `link` elements say. */
export function claimMarkup(
  document: Document,
  headline: Element | undefined,
  collector: ClaimCollector,
): void {
  if (headline !== undefined) {
    collector.add('title', headlineText(headline), `headline (${headline.tagName.toLowerCase()})`);
  }
  collector.add('title', document.querySelector('head > title')?.textContent, 'title element');
  const scope = storyScope(headline, document);
  if (collector.claims.byline.length === 0) claimBylines(scope, collector);
  claimTimes(scope, collector);
  collector.add(
    'canonicalUrl',
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'),
    'link rel=canonical',
  );
  for (const link of [...document.querySelectorAll('link[rel~="license" i]')].slice(0, 3)) {
    addLicense(collector.address(link.getAttribute('href')), 'link rel=license', collector);
  }
  for (const name of ['syndication-source', 'original-source']) {
    const content = document.querySelector(`meta[name="${name}" i]`)?.getAttribute('content');
    const url = collector.address(content);
    if (url === undefined) continue;
    collector.claims.canonicalUrl.push({ value: url, from: `meta ${name}` });
  }
  collector.add('language', document.documentElement?.getAttribute('lang'), 'html lang');
}
