// "Show in page": what is known of a tab's page, marked in the page itself.

import * as v from 'valibot';
import { highlightStyle } from '../src/content/highlight-colours.ts';
import { joinParagraphs } from '../src/fingerprint/normalise.ts';
import type { Result } from '../src/messages/calls.ts';
import { translator } from '../src/platform/i18n.ts';
import { addStyle, askToMark, injectMarking, removeStyle } from '../src/platform/marks.ts';
import { readPageText } from '../src/platform/page-text.ts';
import { readTabState } from '../src/platform/tab-state.ts';
import { problemOf } from '../src/provenance/problems.ts';
import { type DocumentName, shownModel } from '../src/provenance/shown.ts';
import type { TabState } from '../src/provenance/tab-state.ts';
import { textDigest } from '../src/provenance/text-digest.ts';
import { look } from './look.ts';
import { recalled } from './stories.ts';

/** What the script in the page answers; it runs next to the page, so it is not taken at its word. */
const answer = v.object({ placed: v.number() });

/** A name that nobody can guess: a page may list the names of highlights, and should learn nothing. */
function freshName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

function failed(detail: string): Result<never> {
  return { ok: false, problem: { code: 'page-unreadable', detail } };
}

type CheckedState = Extract<TabState, { status: 'checked' }>;

async function checked(tabId: number, url: string): Promise<CheckedState | undefined> {
  const state = await readTabState(tabId);
  return state?.status === 'checked' && state.url === url ? state : undefined;
}

/**
 * The story that positions in a state count words of: as it was last read, where this worker still
 * knows it. Else the page is read again, since nothing of its text is stored; where its words are
 * others than those that were matched, it is looked at again first: positions of another text would
 * mark the wrong words.
 */
async function storyOf(
  tabId: number,
  url: string,
  state: CheckedState,
): Promise<{ state: CheckedState; paragraphs: readonly string[] } | undefined> {
  const known = recalled(tabId, state.page.textSha256);
  if (known !== undefined) return { state, paragraphs: known };
  const article = await readPageText(tabId, url);
  if (article === undefined) return undefined;
  const { paragraphs } = article;
  if ((await textDigest(joinParagraphs(paragraphs))) === state.page.textSha256) {
    return { state, paragraphs };
  }
  await look(tabId, url);
  const again = await checked(tabId, url);
  const read = again && recalled(tabId, again.page.textSha256);
  return again === undefined || read === undefined ? undefined : { state: again, paragraphs: read };
}

/**
 * Marks what a page shares with one archived text, or with all of them.
 *
 * @returns how many marks there are; 0 where there is nothing to mark
 */
export async function showInPage(
  tabId: number,
  url: string,
  of: DocumentName | undefined,
): Promise<Result<{ marks: number }>> {
  try {
    const state = await checked(tabId, url);
    if (state === undefined) return failed('the page was not looked at yet');
    const [story] = await Promise.all([storyOf(tabId, url, state), injectMarking(tabId)]);
    if (story === undefined) return failed('the tab has gone on, or its text changes all the time');
    const model = shownModel(story.state.provenance, of, translator());
    if (model === undefined) return { ok: true, value: { marks: 0 } };
    const name = freshName();
    const { paragraphs } = story;
    const css = highlightStyle(name);
    const [answered] = await Promise.all([
      askToMark(tabId, { ...model, name, page: url, paragraphs }),
      addStyle(tabId, css),
    ]);
    if (!v.is(answer, answered)) {
      await removeStyle(tabId, css);
      return failed('the page went on while it was being marked');
    }
    return { ok: true, value: { marks: model.marks.length } };
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) };
  }
}

/** The marks of that name are gone from the page: their style goes too. */
export async function hideFromPage(tabId: number, name: string): Promise<void> {
  await removeStyle(tabId, highlightStyle(name));
}
