// From a look at a page to a verdict: read, match, keep, show. One tab at a time, latest look wins.

import { sha256Hex } from '../src/archive/checksum.ts';
import type { Reading } from '../src/article/reading.ts';
import { parseReading } from '../src/article/reading.ts';
import { joinParagraphs, normalisedWords } from '../src/fingerprint/normalise.ts';
import { matchText } from '../src/match/match.ts';
import { readTabState } from '../src/platform/tab-state.ts';
import { canRunScripts, pageOf, runScript } from '../src/platform/tabs.ts';
import { pageAddress, provenanceOf } from '../src/provenance/provenance.ts';
import type { TabState } from '../src/provenance/tab-state.ts';
import { archiveProblem, openArchives } from './archives.ts';
import { show } from './show.ts';

/** Counts looks per tab, so that a slow one cannot overwrite a later one. */
const looks = new Map<number, number>();

/** Forgets what is under way in a tab: it went to another page or was closed. */
export function abandonLooks(tabId: number): void {
  looks.set(tabId, (looks.get(tabId) ?? 0) + 1);
}

/** Looks at the page of a tab and shows what was found. */
export async function look(tabId: number, url: string): Promise<void> {
  abandonLooks(tabId);
  const turn = looks.get(tabId);
  const isLatest = () => looks.get(tabId) === turn;
  await show(tabId, { url, at: now(), status: 'looking' });
  const state = await stateOf(tabId, url, isLatest);
  if (isLatest()) await show(tabId, state);
}

async function stateOf(tabId: number, url: string, isLatest: () => boolean): Promise<TabState> {
  let reading: Reading;
  try {
    const answer = await runScript(tabId, __STEMMA_FILES__.read);
    const parsed = parseReading(answer);
    if (!parsed.ok) {
      const problem = { code: 'page-unreadable', detail: parsed.detail } as const;
      return { url, at: now(), status: 'error', problem };
    }
    reading = parsed.reading;
  } catch (cause) {
    if (!(await canRunScripts(tabId))) return { url, at: now(), status: 'no-access' };
    const detail = cause instanceof Error ? cause.message : String(cause);
    const problem = { code: 'page-unreadable', detail } as const;
    return { url, at: now(), status: 'error', problem };
  }
  const { article } = reading;
  const page = pageOf(article.url);
  if (!reading.isArticle) return { url: page, at: now(), status: 'not-article', why: reading.why };
  if (!isLatest()) return { url: page, at: now(), status: 'looking' };

  const { archives, problems } = await openArchives();
  if (archives.length === 0) {
    const problem = problems[0] ?? { code: 'internal', detail: 'no archive is installed' };
    return { url: page, at: now(), status: 'error', problem };
  }
  const result = await matchText(
    {
      paragraphs: article.paragraphs,
      url: pageAddress(article),
      ...(article.published === undefined ? {} : { published: article.published.value }),
    },
    archives,
  );
  const { paragraphs, ...facts } = article;
  const words = normalisedWords(joinParagraphs(paragraphs)).join(' ');
  return {
    url: page,
    at: now(),
    status: 'checked',
    page: {
      ...facts,
      words: result.words,
      textSha256: await sha256Hex(new TextEncoder().encode(words)),
    },
    provenance: provenanceOf(article, result),
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
