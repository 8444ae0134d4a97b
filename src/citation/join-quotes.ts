// Quotes of two citations of one page, each passage once.

import type { Quote } from './types.ts';

/** Where both have a passage, that of the first stays; a note that only the second has goes with it. */
export function joinQuotes(quotes: readonly Quote[], more: readonly Quote[]): Quote[] {
  const byText = new Map(quotes.map((quote) => [quote.quote.exact, quote]));
  for (const quote of more) {
    const known = byText.get(quote.quote.exact);
    const note = known?.note ?? quote.note;
    byText.set(quote.quote.exact, {
      ...(known ?? quote),
      ...(note === undefined ? {} : { note }),
    });
  }
  return [...byText.values()];
}
