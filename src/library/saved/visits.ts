// Going back to a cited page: to find a quote there again, or to compare it with what was saved.

import * as v from 'valibot';
import { sha256Hex } from '../../archive/checksum.ts';
import { parseReading } from '../../article/reading.ts';
import { type Recheck, recheck } from '../../citation/recheck.ts';
import type { Citation, Quote } from '../../citation/types.ts';
import { joinParagraphs, normalisedWords } from '../../fingerprint/normalise.ts';
import { requestSite } from '../../platform/permissions.ts';
import { runScript } from '../../platform/tabs.ts';
import { ask, closeTab, landedAt, styleHighlight, visit } from '../../platform/visit.ts';

/** The person did not allow the page's site, so nothing can be read there. */
export class SiteRefusedError extends Error {
  override readonly name = 'SiteRefusedError';
}

/**
 * Asks for the page's site, which the browser does only inside the click: call it before anything is
 * awaited.
 */
export async function allowed(url: string): Promise<void> {
  if (!(await requestSite(url))) throw new SiteRefusedError(`the site of ${url} was not allowed`);
}

const shown = v.object({
  state: v.picklist(['found', 'changed', 'gone']),
  now: v.exactOptional(v.pipe(v.string(), v.maxLength(2000))),
});

export type ShownQuote = v.InferOutput<typeof shown>;

/** A name that no page can know, nor use to find out that somebody looked. */
function highlightName(): string {
  return `h${crypto.randomUUID().replaceAll('-', '')}`;
}

/** Brings the page to the front, and shows the quote there where it still stands. */
export async function showQuote(url: string, { quote, position }: Quote): Promise<ShownQuote> {
  const tab = await visit(url, true);
  await landedAt(tab.id);
  const mark = highlightName();
  await styleHighlight(tab.id, mark);
  await runScript(tab.id, __STEMMA_FILES__.quote);
  const { exact, prefix, suffix } = quote;
  const answer = await ask(tab.id, {
    call: 'quote/show',
    of: {
      mark,
      quote: {
        exact,
        ...(prefix === undefined ? {} : { prefix }),
        ...(suffix === undefined ? {} : { suffix }),
        ...(position === undefined ? {} : { start: position.start }),
      },
    },
  });
  return v.parse(shown, answer);
}

/** Compares the page as it is now with what was saved. A tab opened for it is closed again. */
export async function checkNow(citation: Citation): Promise<Recheck> {
  const url = citation.evidence?.pageUrl;
  if (url === undefined) throw new Error('an imported item has nothing to compare a page with');
  const tab = await visit(url, false);
  try {
    const { url: landed, status } = await landedAt(tab.id);
    const parsed = parseReading(await runScript(tab.id, __STEMMA_FILES__.read));
    const article = parsed.ok && parsed.reading.isArticle ? parsed.reading.article : undefined;
    const words = normalisedWords(joinParagraphs(article?.paragraphs ?? [])).join(' ');
    const textSha256 = await sha256Hex(new TextEncoder().encode(words));
    return recheck(citation, { url: landed, status, article, textSha256 });
  } finally {
    if (tab.opened) await closeTab(tab.id);
  }
}
