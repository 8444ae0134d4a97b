// "Show in page": what is known of a tab's page, marked in the page itself.

import * as v from 'valibot';
import { highlightStyle } from '../src/content/highlight-colours.ts';
import { joinParagraphs } from '../src/fingerprint/normalise.ts';
import type { Result } from '../src/messages/calls.ts';
import { translator } from '../src/platform/i18n.ts';
import { addStyle, askToMark, removeStyle } from '../src/platform/marks.ts';
import { readPageText } from '../src/platform/page-text.ts';
import { readTabState } from '../src/platform/tab-state.ts';
import { problemOf } from '../src/provenance/problems.ts';
import { type DocumentName, shownModel } from '../src/provenance/shown.ts';
import { textDigest } from '../src/provenance/text-digest.ts';
import { look } from './look.ts';

/** What the script in the page answers; it runs next to the page, so it is not taken at its word. */
const answer = v.object({ dark: v.boolean(), placed: v.number() });

/** A name that nobody can guess: a page may list the names of highlights, and should learn nothing. */
function freshName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

function failed(detail: string): Result<never> {
  return { ok: false, problem: { code: 'page-unreadable', detail } };
}

async function checked(tabId: number, url: string) {
  const state = await readTabState(tabId);
  return state?.status === 'checked' && state.url === url ? state : undefined;
}

/**
 * Marks what a page shares with one archived text, or with all of them. The page is read again, since
 * nothing of its text is kept; where its words are others than those that were matched, it is looked
 * at again first: positions of another text would mark the wrong words.
 *
 * @returns how many marks there are; 0 where there is nothing to mark
 */
export async function showInPage(
  tabId: number,
  url: string,
  of: DocumentName | undefined,
): Promise<Result<{ marks: number }>> {
  try {
    let state = await checked(tabId, url);
    if (state === undefined) return failed('the page was not looked at yet');
    const article = await readPageText(tabId, url);
    if (article === undefined) return failed('the tab has gone on to another page');
    const digest = await textDigest(joinParagraphs(article.paragraphs));
    if (digest !== state.page.textSha256) {
      await look(tabId, url);
      state = await checked(tabId, url);
      if (state?.page.textSha256 !== digest) return failed('the text changes while it is read');
    }
    const model = shownModel(state.provenance, of, translator());
    if (model === undefined) return { ok: true, value: { marks: 0 } };
    const name = freshName();
    const { paragraphs } = article;
    const parsed = v.safeParse(
      answer,
      await askToMark(tabId, { ...model, name, page: url, paragraphs }),
    );
    if (!parsed.success) return failed('the page went on while it was being marked');
    await addStyle(tabId, highlightStyle(name, parsed.output.dark));
    return { ok: true, value: { marks: model.marks.length } };
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) };
  }
}

/** The marks of that name are gone from the page: their style goes too. */
export async function hideFromPage(tabId: number, name: string, dark: boolean): Promise<void> {
  await removeStyle(tabId, highlightStyle(name, dark));
}
