// Which page of the newsstand a test means, by what is expected of it.

import type { VerdictKind } from '../../src/provenance/types.ts';
import type { NewsstandPage } from '../newsstand/types.ts';

/** Whatever lists pages: the newsstand does. */
interface Listed {
  pages: readonly NewsstandPage[];
}

/** The first page with a verdict, or the one whose address also contains `part`. */
export function pageWith(newsstand: Listed, verdict: VerdictKind, part = ''): NewsstandPage {
  const page = newsstand.pages.find(
    ({ url, expect }) => expect.verdict === verdict && url.includes(part),
  );
  if (!page) throw new Error(`the newsstand has no page for ${verdict} ${part}`);
  return page;
}

/** Every verdict that some page of the newsstand should get. */
export function verdictsOf(newsstand: Listed): VerdictKind[] {
  return [...new Set(newsstand.pages.flatMap(({ expect }) => expect.verdict ?? []))];
}

/** A page that is no article, the first whose address contains `part`. */
export function plainPage(newsstand: Listed, part = ''): NewsstandPage {
  const page = newsstand.pages.find(
    ({ url, expect }) => !expect.isArticle && expect.verdict === undefined && url.includes(part),
  );
  if (!page) throw new Error(`the newsstand has no page without an article at ${part}`);
  return page;
}
