// Several citations of one story as one. What only one of them has is kept, the others whole beside it.

import { citedItem, editsFor } from '../../citation/edits.ts';
import { joinQuotes } from '../../citation/join-quotes.ts';
import type { Citation } from '../../citation/types.ts';

/** Notes of all, each once, a blank line between. */
function joinNotes(notes: readonly string[]): string {
  return [...new Set(notes.map((note) => note.trim()))].filter((note) => note !== '').join('\n\n');
}

/**
 * Merges citations into the first. Its item stands, and takes the fields that only the others have;
 * quotes, tags, collections and notes are joined. The others stay inside of it as they were, with
 * their evidence, in `merged`.
 */
export function mergeCitations(first: Citation, others: readonly Citation[]): Citation {
  const all = [first, ...others];
  const fields = all.map(({ item, edits }) => citedItem({ item, edits }));
  const wanted = Object.assign({}, ...fields.toReversed(), fields[0]);
  const quotes = others.reduce((known, { quotes: more }) => joinQuotes(known, more), first.quotes);
  const translatedTitle = all.find((one) => one.translatedTitle !== undefined)?.translatedTitle;
  return {
    ...first,
    edits: editsFor(first.item, { ...wanted, id: first.item.id, type: first.item.type }),
    quotes,
    tags: [...new Set(all.flatMap(({ tags }) => tags))],
    collections: [...new Set(all.flatMap(({ collections }) => collections))],
    note: joinNotes(all.map(({ note }) => note)),
    ...(translatedTitle === undefined ? {} : { translatedTitle }),
    merged: [
      ...(first.merged ?? []),
      ...others.flatMap((one) => [withoutMerged(one), ...(one.merged ?? [])]),
    ],
  };
}

function withoutMerged(citation: Citation): Citation {
  const { merged: _, ...rest } = citation;
  return rest;
}
