// Claims from visible markup: headline, byline line, time elements, canonical link, `html lang`.

import { findHeadline } from '../headline.ts';
import type { ClaimCollector } from './claims.ts';

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

function claimBylines(scope: ParentNode, collector: ClaimCollector): void {
  const selectors: [selector: string, from: string][] = [
    ['[rel~="author"]', 'link rel=author'],
    ['[itemprop~="author"] [itemprop~="name"], [itemprop~="author"]', 'itemprop author'],
    ['.h-entry .p-author, .byline__name, .author-name, .author__name, .byline-name', 'author line'],
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
      collector.add('byline', text, from);
    }
    if (collector.claims.byline.length > 0) return;
  }
}

/** Adds what the page's visible markup and its `link` elements say. */
export function claimMarkup(document: Document, collector: ClaimCollector): void {
  const headline = findHeadline(document);
  if (headline !== undefined) {
    collector.add('title', headline.textContent, `headline (${headline.tagName.toLowerCase()})`);
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
  collector.add('language', document.documentElement?.getAttribute('lang'), 'html lang');
}
