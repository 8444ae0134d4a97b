// What pages were found to be when they were compared again with what was saved of them.

import * as v from 'valibot';
import type { Recheck } from '../citation/recheck.ts';
import { allOrNothing, type CheckRow, citationDatabase, tellChanged } from './citation-db.ts';

export interface Check {
  id: string;
  /** ISO 8601 with zone. */
  at: string;
  result: Recheck;
}

function differenceOf<T>(value: v.GenericSchema<unknown, T>) {
  return v.exactOptional(
    v.object({ before: v.exactOptional(value), after: v.exactOptional(value) }),
  );
}
const share = v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const shape: v.GenericSchema<unknown, Recheck> = v.object({
  outcome: v.picklist(['same', 'changed', 'moved', 'gone']),
  status: v.exactOptional(v.number()),
  movedTo: v.exactOptional(v.string()),
  title: differenceOf(v.string()),
  published: differenceOf(v.string()),
  modified: differenceOf(v.string()),
  words: differenceOf(v.number()),
  textKept: share,
  textAdded: share,
  quotes: v.exactOptional(
    v.array(v.object({ id: v.string(), state: v.picklist(['found', 'changed', 'gone']) })),
  ),
});

/** Keeps a check; answers when it is on disk. */
export async function addCheck(citationId: string, check: Check): Promise<void> {
  const db = await citationDatabase();
  const transaction = db.transaction('checks', 'readwrite', { durability: 'strict' });
  await allOrNothing(transaction, () => transaction.store.put({ ...check, citationId }));
  tellChanged([citationId]);
}

/** The checks of citations, latest first. One that cannot be read is left out, and stays. */
export async function checksOf(citationIds: readonly string[]): Promise<Check[]> {
  const { store } = (await citationDatabase()).transaction('checks');
  const rows = await Promise.all(
    citationIds.map((id): Promise<CheckRow[]> => store.index('citation').getAll(id)),
  );
  return rows
    .flat()
    .flatMap(({ id, at, result }) => {
      const parsed = v.safeParse(shape, result);
      return parsed.success ? [{ id, at, result: parsed.output }] : [];
    })
    .toSorted((x, y) => Date.parse(y.at) - Date.parse(x.at));
}
