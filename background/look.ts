// From a look at a page to a verdict: read, match, keep, show. One tab at a time, latest look wins.

import { type ArchivedOutlet, allOutlets } from '../src/archive/outlets.ts';
import type { Reading } from '../src/article/reading.ts';
import { parseReading } from '../src/article/reading.ts';
import type { Article } from '../src/article/types.ts';
import { fingerprintsOf } from '../src/citation/fingerprints.ts';
import { joinParagraphs, tokenise } from '../src/fingerprint/normalise.ts';
import { matchText } from '../src/match/match.ts';
import type { MatchResult } from '../src/match/types.ts';
import { report } from '../src/platform/events.ts';
import { dropTabState, readTabState, writeTabState } from '../src/platform/tab-state.ts';
import { canRunScripts, pageInTab, pageOf, runScript } from '../src/platform/tabs.ts';
import { problemOf } from '../src/provenance/problems.ts';
import { pageAddress, provenanceOf } from '../src/provenance/provenance.ts';
import type { StemmaProblem, TabState } from '../src/provenance/tab-state.ts';
import { textDigest } from '../src/provenance/text-digest.ts';
import { withRelated } from '../src/related/related.ts';
import { archiveProblem, openArchives } from './archives.ts';
import { paintBadge, paintToolbar, show } from './show.ts';
import { forget, remember } from './stories.ts';

/** Counts looks per tab, so that a slow one cannot overwrite a later one. */
const looks = new Map<number, number>();

/** Ends the search of a tab's latest look. */
const searches = new Map<number, AbortController>();

/** Forgets what is under way in a tab: it went to another page or was closed. */
export function abandonLooks(tabId: number): void {
  looks.set(tabId, (looks.get(tabId) ?? 0) + 1);
  searches.get(tabId)?.abort();
  searches.delete(tabId);
  forget(tabId);
}

/** Which look is the latest of a tab: to see whether another began while something was awaited. */
export function lookTurn(tabId: number): number {
  return looks.get(tabId) ?? 0;
}

/** How long a page may take to be read before it is given up, in milliseconds. */
const READING_TIME = 20_000;

/** Looks at the page of a tab and shows what was found. A look that fails is told, never left open. */
export async function look(tabId: number, url: string): Promise<void> {
  abandonLooks(tabId);
  const turn = looks.get(tabId);
  const isLatest = () => looks.get(tabId) === turn;
  const search = new AbortController();
  searches.set(tabId, search);
  let state: TabState;
  try {
    await show(tabId, { url, at: now(), status: 'looking' }, isLatest);
    state = await stateOf(tabId, url, search.signal);
  } catch (cause) {
    state = { url, at: now(), status: 'error', problem: problemOf(cause) };
  } finally {
    if (searches.get(tabId) === search) searches.delete(tabId);
  }
  const isThere = await isStillThere(tabId, state);
  if (!isLatest()) return;
  if (!isThere) {
    // Another page came without a word that the worker could hear.
    await dropTabState(tabId);
    return;
  }
  try {
    await show(tabId, state, isLatest);
  } catch (cause) {
    if (isLatest()) {
      await showFailure(tabId, { url, at: now(), status: 'error', problem: problemOf(cause) });
    }
    throw cause;
  }
}

/** A verdict that did not fit into storage: the error is small, and nothing stays "looking". */
async function showFailure(tabId: number, state: TabState): Promise<void> {
  try {
    await writeTabState(tabId, state);
  } catch {
    await dropTabState(tabId);
  }
  await paintToolbar(tabId, state);
}

/** A page that could not be read has no script of ours to ask; what is said of it says so. */
async function isStillThere(tabId: number, { status, url }: TabState): Promise<boolean> {
  if (status !== 'checked' && status !== 'not-article') return true;
  return (await pageInTab(tabId)) === url;
}

/** The answer, or an error after a time: a page may keep a script waiting for ever. */
async function within<T>(time: number, what: string, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not end within ${time} ms`)), time);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long a page may take to say whether scripts run there; a busy one is not a forbidden one. */
const ASKING_TIME = 1000;

async function mayRunScripts(tabId: number): Promise<boolean> {
  try {
    return await within(ASKING_TIME, 'asking for access', canRunScripts(tabId));
  } catch {
    return true;
  }
}

/** The reader's answer; and the watching script, where a click looked at a page without one. */
async function read(tabId: number): Promise<unknown> {
  const answer = await runScript(tabId, __STEMMA_FILES__.read);
  if ((await pageInTab(tabId)) === undefined) await runScript(tabId, __STEMMA_FILES__.watch);
  return answer;
}

/**
 * How long the whole search may take before what its first part found is shown, in milliseconds. A
 * search takes 2 to 40; what changes under a reader's eyes is worth it only on slow storage.
 */
const EARLY_AFTER = 150;

async function stateOf(tabId: number, url: string, signal: AbortSignal): Promise<TabState> {
  // Archives open while the page is read. What fails is met where they are used.
  const opening = openArchives();
  opening.catch(() => undefined);
  let reading: Reading;
  try {
    const parsed = parseReading(await within(READING_TIME, 'reading the page', read(tabId)));
    if (!parsed.ok) {
      const problem = { code: 'page-unreadable', detail: parsed.detail } as const;
      return { url, at: now(), status: 'error', problem };
    }
    reading = parsed.reading;
  } catch (cause) {
    if (!(await mayRunScripts(tabId))) return { url, at: now(), status: 'no-access' };
    const detail = cause instanceof Error ? cause.message : String(cause);
    const problem = { code: 'page-unreadable', detail } as const;
    return { url, at: now(), status: 'error', problem };
  }
  const { article } = reading;
  const page = pageOf(article.url);
  if (!reading.isArticle) return { url: page, at: now(), status: 'not-article', why: reading.why };
  if (signal.aborted) return { url: page, at: now(), status: 'looking' };

  const { archives, problems } = await opening;
  const [problem] = problems;
  if (archives.length === 0 && problem !== undefined) {
    return { url: page, at: now(), status: 'error', problem };
  }
  const outlets = allOutlets(archives, signal);
  const stated = async (result: MatchResult) => {
    const { outlets: known } = await outlets;
    return checkedState(page, article, result, { outlets: known, problems });
  };
  let soon: ReturnType<typeof setTimeout> | undefined;
  const isOver = new AbortController();
  const onEarly = (result: MatchResult) => {
    soon = setTimeout(() => {
      stated(result)
        .then((state) => paintEarly(tabId, state, AbortSignal.any([signal, isOver.signal])))
        .catch(report);
    }, EARLY_AFTER);
  };
  try {
    const query = {
      paragraphs: article.paragraphs,
      url: pageAddress(article),
      links: article.links.map((link) => link.url),
      ...(article.title === undefined ? {} : { title: article.title.value }),
      ...(article.publisher === undefined ? {} : { publisher: article.publisher.value }),
      ...(article.published === undefined ? {} : { published: article.published.value }),
    };
    const result = await matchText(query, archives, { signal, onEarly });
    const state = await stated(await withRelated(result, query, archives, signal));
    if (state.status === 'checked' && !signal.aborted) {
      remember(tabId, state.page.textSha256, article.paragraphs);
    }
    return state;
  } finally {
    clearTimeout(soon);
    isOver.abort();
  }
}

/** Shows what is known so far. It is not kept: a worker that dies now begins again. */
async function paintEarly(tabId: number, state: TabState, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await Promise.all([paintToolbar(tabId, state), paintBadge(tabId, state)]);
}

async function checkedState(
  page: string,
  article: Article,
  result: MatchResult,
  { outlets, problems }: { outlets: readonly ArchivedOutlet[]; problems: readonly StemmaProblem[] },
): Promise<TabState> {
  // Kept with the tab: nothing needs the links again, and a page can hold a megabyte of them.
  const { paragraphs, links: _, ...facts } = article;
  const text = joinParagraphs(paragraphs);
  return {
    url: page,
    at: now(),
    status: 'checked',
    page: {
      ...facts,
      words: result.words,
      textSha256: await textDigest(text),
      fingerprints: fingerprintsOf(tokenise(text)),
    },
    provenance: provenanceOf(article, result, outlets),
    problems: [...problems, ...result.failed.map((cause) => archiveProblem(cause.pack, cause))],
  };
}

/** Takes up looks that a killed worker left unfinished. */
export async function resumeLooks(states: ReadonlyMap<number, TabState>): Promise<void> {
  await Promise.all(
    Array.from(states, async ([tabId, { status, url }]) => {
      if (status !== 'looking' || looks.has(tabId)) return;
      const state = await readTabState(tabId);
      if (state?.status === 'looking') await look(tabId, url);
    }),
  );
}

function now(): string {
  return new Date().toISOString();
}
