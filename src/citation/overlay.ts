// A person's changes laid over an item as read.
import type { ItemEdits } from './types.ts';

/** The fields with the changes: `null` takes one away, and `id` stays the record's own. Unchecked. */
export function overlaid(item: object, edits: ItemEdits): Record<string, unknown> {
  const entries = new Map<string, unknown>(Object.entries(item));
  for (const [field, value] of Object.entries(edits)) {
    if (field === 'id') continue;
    if (value === null || value === undefined) entries.delete(field);
    else entries.set(field, value);
  }
  return Object.fromEntries(entries);
}
