// Finds the headline of a page, and tells whether two titles are one.

/** Places whose headings are never the story's. */
const elsewhere = 'nav, aside, footer, dialog, form, [role="navigation"], [role="complementary"]';

/** Letters and digits only, so that quotes, dashes and case cannot hide that two titles agree. */
export function titleKey(text: string): string {
  return text
    .slice(0, 600)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How two titles stand: 2 the same, 1 one holds the other (a site's name added), 0 neither. */
export function titleAgreement(a: string, b: string): 0 | 1 | 2 {
  const left = titleKey(a);
  const right = titleKey(b);
  if (left === '' || right === '') return 0;
  if (left === right) return 2;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length >= 12 && ` ${long} `.includes(` ${short} `) ? 1 : 0;
}

/** The titles that the head of the page gives, bounded. */
function headTitles(document: Document): string[] {
  const social = document
    .querySelector('meta[property="og:title"], meta[name="twitter:title"]')
    ?.getAttribute('content');
  return [social, document.title].flatMap((title) =>
    title === null || title === undefined || title.trim() === '' ? [] : [title.slice(0, 600)],
  );
}

/** The text of a heading as it reads: a line broken in two is two words. */
export function headlineText(heading: Element): string {
  const parts: string[] = [];
  const walk = (node: Node, depth: number): void => {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    else if (/^(?:br|div|p|h\d)$/i.test(node.nodeName)) parts.push(' ');
    // A heading nested deeper than this is none.
    if (depth === 20) return;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      walk(child, depth + 1);
    }
  };
  walk(heading, 0);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** A heading that leads to the front page, or says the site's name, is the site's. */
function isSiteName(heading: Element, text: string): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]');
  const href = link?.getAttribute('href') ?? '';
  if (/^(?:(?:https?:)?\/\/[^/]+)?\/?$/.test(href) && href !== '') return true;
  const site = heading.ownerDocument
    .querySelector('meta[property="og:site_name"]')
    ?.getAttribute('content');
  return site !== undefined && site !== null && titleKey(site) === titleKey(text);
}

/** Headings of one level that may be the story's, in the page's order. */
function candidatesOf(document: Document, tag: 'h1' | 'h2'): HTMLElement[] {
  const candidates: HTMLElement[] = [];
  for (const heading of document.getElementsByTagName(tag)) {
    if (candidates.length === 20) break;
    const text = heading.textContent?.trim() ?? '';
    if (text !== '' && heading.closest(elsewhere) === null && !isSiteName(heading, text)) {
      candidates.push(heading);
    }
  }
  return candidates;
}

/** The heading that agrees best with one of the titles; undefined where none does. */
function agreeing(
  candidates: readonly HTMLElement[],
  titles: readonly string[],
): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let bestAgreement = 0;
  for (const candidate of candidates) {
    const text = candidate.textContent ?? '';
    for (const title of titles) {
      // Two that the title holds are the headline and the site's name: the longer one.
      const agreement = titleAgreement(text, title) + Math.min(text.length, 500) / 1000;
      if (agreement >= 1 && agreement > bestAgreement) {
        [best, bestAgreement] = [candidate, agreement];
      }
    }
  }
  return best;
}

/** The heading, where all of them say the same: some pages show it once for each width of screen. */
function onlyOne([first, ...others]: readonly HTMLElement[]): HTMLElement | undefined {
  const key = titleKey(first?.textContent ?? '');
  return others.every(({ textContent }) => titleKey(textContent ?? '') === key) ? first : undefined;
}

/**
 * The element of the story's headline: the `h1` (else `h2`) that agrees best with the page's own
 * title; failing that the only `h1`. Never one in navigation, an aside or a footer. Undefined where
 * there is none or where several could be meant.
 */
export function findHeadline(document: Document): HTMLElement | undefined {
  const titles = headTitles(document);
  const first = candidatesOf(document, 'h1');
  const agreed = agreeing(first, titles);
  if (agreed !== undefined) return agreed;
  const only = onlyOne(first);
  const second = agreeing(candidatesOf(document, 'h2'), titles);
  if (second === undefined || only === undefined) return only ?? second;
  // Below the only `h1` an `h2` is a section; above it, the story's sections are `h1`.
  const isAbove = (second.compareDocumentPosition(only) & 4) !== 0;
  return isAbove ? second : only;
}
