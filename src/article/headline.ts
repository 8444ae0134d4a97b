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

/**
 * The element of the story's headline: the `h1` (else `h2`) that agrees best with the page's own
 * title; failing that the only `h1`. Never one in navigation, an aside or a footer. Undefined where
 * there is none or where several could be meant.
 */
export function findHeadline(document: Document): HTMLElement | undefined {
  const titles = headTitles(document);
  for (const tag of ['h1', 'h2'] as const) {
    const candidates: HTMLElement[] = [];
    for (const heading of document.getElementsByTagName(tag)) {
      if (candidates.length === 20) break;
      const text = heading.textContent?.trim() ?? '';
      if (text !== '' && heading.closest(elsewhere) === null) candidates.push(heading);
    }
    let best: HTMLElement | undefined;
    let bestAgreement = 0;
    for (const candidate of candidates) {
      for (const title of titles) {
        const agreement = titleAgreement(candidate.textContent ?? '', title);
        if (agreement > bestAgreement) [best, bestAgreement] = [candidate, agreement];
      }
    }
    if (best !== undefined) return best;
    const [only, another] = candidates;
    if (tag === 'h1' && only !== undefined && another === undefined) return only;
  }
  return undefined;
}
