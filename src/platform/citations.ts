// Saving and finding citations: what the worker and the popup need. Answered once it is on disk.

import { addressKey } from '../article/url.ts';
import { joinQuotes } from '../citation/join-quotes.ts';
import { summaryOf } from '../citation/summary.ts';
import type { Citation, Quote } from '../citation/types.ts';
import {
  allOrNothing,
  citationDatabase,
  isLive,
  type Row,
  readable,
  tellChanged,
} from './citation-db.ts';

/** Requests remembered with a citation; a retry comes within seconds of the first. */
const REQUESTS_KEPT = 8;

/** What a save led to. */
export interface Saved {
  citation: Citation;
  /** False where the page was saved before: that citation is answered, with the new quotes in it. */
  isNew: boolean;
  /** Other citations of the same text or the same canonical address, which a person may merge. */
  alike: string[];
}

/** A citation with more quotes, as its next revision; itself where it has them all. */
function withQuotes(citation: Citation, more: readonly Quote[]): Citation {
  const quotes = joinQuotes(citation.quotes, more);
  if (quotes.length === citation.quotes.length) return citation;
  const updatedAt = new Date().toISOString();
  return { ...citation, quotes, revision: citation.revision + 1, updatedAt };
}

/**
 * Saves a citation unless its page is saved already, in one transaction on disk
 * (`durability: 'strict'`), so that a confirmation shown is a citation kept.
 *
 * @param request an id of the person's act: asked again with the same one, nothing is done twice
 */
export async function saveCitation(citation: Citation, request: string): Promise<Saved> {
  const db = await citationDatabase();
  const transaction = db.transaction(['citations', 'summaries'], 'readwrite', {
    durability: 'strict',
  });
  const rows = transaction.objectStore('citations');
  const saved = await allOrNothing(transaction, async (): Promise<Saved> => {
    const done = await rows.index('requests').get(request);
    const [existing] = (await rows.index('key').getAll(citation.key)).filter(isLive);
    const found = done ?? existing;
    const before = readable(found?.citation);
    const after = before === undefined ? citation : withQuotes(before, citation.quotes);
    const requests = [...(found?.requests ?? []), request].slice(-REQUESTS_KEPT);
    await rows.put({ id: after.id, citation: after, requests });
    await transaction.objectStore('summaries').put(summaryOf(after));
    const isNew = before === undefined || done !== undefined;
    return { citation: after, isNew, alike: await alikeTo(after, rows) };
  });
  tellChanged([saved.citation.id]);
  return saved;
}

interface Indexed {
  index(name: 'key' | 'canonical' | 'text'): { getAll(of: string): Promise<Row[]> };
}

/** Ids of other citations with the same address, canonical address or text. */
async function alikeTo(citation: Citation, rows: Indexed): Promise<string[]> {
  const { key, id, evidence } = citation;
  const found = await Promise.all([
    rows.index('key').getAll(key),
    evidence?.canonicalUrl === undefined
      ? []
      : rows.index('canonical').getAll(evidence.canonicalUrl),
    evidence === undefined ? [] : rows.index('text').getAll(evidence.textSha256),
  ]);
  const ids = found
    .flat()
    .filter(isLive)
    .map((row) => row.id);
  return [...new Set(ids)].filter((other) => other !== id);
}

/** As {@link alikeTo}, for a citation that is saved. */
export async function alikeCitations(citation: Citation): Promise<string[]> {
  const db = await citationDatabase();
  return alikeTo(citation, db.transaction('citations').store);
}

/** Takes a citation out of sight. It can be brought back until {@link purgeDeleted}. */
export async function removeCitation(id: string): Promise<void> {
  await mark([id], (row) => ({ ...row, deletedAt: new Date().toISOString() }));
}

/** Takes back {@link removeCitation}. A citation that is gone for good is no error. */
export async function restoreCitation(id: string): Promise<void> {
  await mark([id], (row) => ({ id, citation: row.citation, requests: row.requests }));
}

/** Changes rows by their ids, and their summaries with them, in one transaction. */
async function mark(ids: readonly string[], change: (row: Row) => Row): Promise<void> {
  const db = await citationDatabase();
  const transaction = db.transaction(['citations', 'summaries'], 'readwrite', {
    durability: 'strict',
  });
  const rows = transaction.objectStore('citations');
  const summaries = transaction.objectStore('summaries');
  await allOrNothing(transaction, async () => {
    for (const id of ids) {
      const row = await rows.get(id);
      if (row === undefined) continue;
      const next = change(row);
      await rows.put(next);
      const citation = isLive(next) ? readable(next.citation) : undefined;
      if (citation === undefined) await summaries.delete(id);
      else await summaries.put(summaryOf(citation));
    }
  });
  tellChanged(ids);
}

/** The saved citation of a page, by its address. */
export async function findCitation(url: string): Promise<Citation | undefined> {
  const key = addressKey(url);
  if (key === undefined) return undefined;
  const rows = await (await citationDatabase()).getAllFromIndex('citations', 'key', key);
  const [row] = rows.filter(isLive);
  return readable(row?.citation);
}
