// Saving the citation of a tab's page, from the state that the reader has before them.

import { buildCitation } from '../src/citation/build.ts';
import type { Citation } from '../src/citation/types.ts';
import type { Result } from '../src/messages/calls.ts';
import { saveCitation } from '../src/platform/citations.ts';
import { readTabState } from '../src/platform/tab-state.ts';
import { problemOf } from './look.ts';

function two(value: number): string {
  return String(Math.floor(Math.abs(value))).padStart(2, '0');
}

/** An ISO 8601 moment with the zone the reader is in: `2026-03-01T09:30:00+02:00`. */
function zonedNow(date = new Date()): string {
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${sign}${two(offset / 60)}:${two(offset % 60)}`;
}

/** Saves, and answers once the citation is on disk. */
export async function saveTab(tabId: number, url: string): Promise<Result<Citation>> {
  const state = await readTabState(tabId);
  if (state?.status !== 'checked' || state.url !== url) {
    const detail = `tab ${tabId} has gone on to another page, or was not read yet`;
    return { ok: false, problem: { code: 'internal', detail } };
  }
  const { page, provenance } = state;
  const accessed = zonedNow();
  const citation = buildCitation({ page, provenance, accessed, id: crypto.randomUUID() });
  try {
    return { ok: true, value: await saveCitation(citation) };
  } catch (cause) {
    return { ok: false, problem: problemOf(cause) };
  }
}
