// Saving the citation of a tab's page, from the state that the reader has before them.

import * as v from 'valibot';
import { parseReading } from '../src/article/reading.ts';
import { buildCitation } from '../src/citation/build.ts';
import { zonedIso } from '../src/citation/moment.ts';
import { quoteOfSelection } from '../src/citation/selected.ts';
import type { Quote } from '../src/citation/types.ts';
import { joinParagraphs } from '../src/fingerprint/normalise.ts';
import type { Result } from '../src/messages/calls.ts';
import { type Saved, saveCitation } from '../src/platform/citations.ts';
import { readTabState } from '../src/platform/tab-state.ts';
import { pageOf, runScript, tabUrl } from '../src/platform/tabs.ts';
import { problemOf } from '../src/provenance/problems.ts';
import { look } from './look.ts';

/**
 * Saves, and answers once the citation is on disk.
 * @param request of the person's act: asked again with the same one, it is saved once
 */
export async function saveTab(
  tabId: number,
  url: string,
  request: string,
  quotes: Quote[] = [],
): Promise<Result<Saved>> {
  const state = await readTabState(tabId);
  if (state?.status !== 'checked' || state.url !== url) {
    const detail = `tab ${tabId} has gone on to another page, or was not read yet`;
    return { ok: false, problem: { code: 'internal', detail } };
  }
  const { page, provenance } = state;
  const accessed = zonedIso();
  const id = crypto.randomUUID();
  try {
    const citation = buildCitation({ page, provenance, accessed, id, quotes });
    return { ok: true, value: await saveCitation(citation, request) };
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) };
  }
}

const LONGEST_SELECTION = 10_000;
const text = v.pipe(v.string(), v.maxLength(LONGEST_SELECTION));
const selection = v.nullable(v.object({ exact: text, prefix: text, suffix: text }));

/** What is selected in the tab, as quotes; none where nothing is. */
async function selectedQuotes(tabId: number): Promise<Quote[]> {
  const selected = v.parse(selection, await runScript(tabId, __STEMMA_FILES__.selection));
  if (selected === null) return [];
  const reading = parseReading(await runScript(tabId, __STEMMA_FILES__.read));
  const story = reading.ok ? joinParagraphs(reading.reading.article.paragraphs) : '';
  return [quoteOfSelection(story, selected, crypto.randomUUID(), zonedIso())];
}

/** Saves a tab's page without the popup: looks at it first where nobody has. */
export async function saveFromTab(tabId: number): Promise<Result<Saved>> {
  try {
    // First of all, since looking takes a while and a selection is soon gone.
    const quotes = await selectedQuotes(tabId);
    const url = pageOf(await tabUrl(tabId));
    const known = await readTabState(tabId);
    if (known?.status !== 'checked' || known.url !== url) await look(tabId, url);
    return await saveTab(tabId, url, crypto.randomUUID(), quotes);
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) };
  }
}
