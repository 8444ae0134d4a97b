// What a person changed, laid over what was read: the two are never mixed in storage.
import { overlaid } from './overlay.ts';
import type { Citation, CslItem, ItemEdits } from './types.ts';
import { parseItem } from './validate.ts';

/**
 * The item as it is cited: as read, with the person's changes. `id` stays the record's own.
 * @throws {InvalidCitationError} where a change makes an item that no format could hold
 */
export function citedItem({ item, edits }: Pick<Citation, 'item' | 'edits'>): CslItem {
  return Object.keys(edits).length === 0 ? item : parseItem(overlaid(item, edits));
}

function same(x: unknown, y: unknown): boolean {
  return JSON.stringify(x) === JSON.stringify(y);
}

/**
 * The edits that turn the item as read into `wanted`: a field put back to what was read is none.
 * @param wanted the whole item as the person wants it cited
 */
export function editsFor(item: CslItem, wanted: CslItem): ItemEdits {
  const before = new Map<string, unknown>(Object.entries(item));
  const after = new Map<string, unknown>(Object.entries(wanted));
  const changed = [...after].filter(
    ([field, value]) => field !== 'id' && value !== undefined && !same(before.get(field), value),
  );
  const gone = [...before.keys()].filter(
    (field) => field !== 'id' && after.get(field) === undefined,
  );
  return Object.fromEntries([...changed, ...gone.map((field): [string, unknown] => [field, null])]);
}
