// Many relatives in few rows: gathered by outlet and day, then by ever longer spans of time.

import { cleanDay } from './days.ts';
import type { LineageRow } from './lineage.ts';

/** Relatives told in one row that opens to all of them. */
export interface LineageGroup {
  /** Stays the same while the relatives do. */
  key: string;
  rows: LineageRow[];
  /** The span they share: `2021-02-05`, `2021-02`, `2021`; absent where it is unknown or mixed. */
  date?: string;
  place: LineageRow['place'];
}

export type LineageEntry = { kind: 'row'; row: LineageRow } | ({ kind: 'group' } & LineageGroup);

/** As many rows as can be taken in at a glance, and as fit beside a verdict. */
export const MOST_ROWS = 12;

/** How rows are gathered, from the finest to the coarsest. Undefined: stays a row of its own. */
const PASSES: ((row: LineageRow) => { date?: string; by: string })[] = [
  (row) => spanOf(row, 10, row.relative?.outlet ?? ''),
  (row) => spanOf(row, 10),
  (row) => spanOf(row, 7),
  (row) => spanOf(row, 4),
  () => ({ by: '' }),
];

function spanOf(row: LineageRow, digits: number, and = ''): { date?: string; by: string } {
  const date = cleanDay(row.date)?.slice(0, digits);
  return date === undefined ? { by: `?${and}` } : { date, by: `${date} ${and}` };
}

/** Whether a row is told by itself however many there are. */
function standsAlone(row: LineageRow, mainId: string | undefined): boolean {
  return (
    row.relative === undefined ||
    row.place === 'root' ||
    row.earliest ||
    row.relative.samePage ||
    row.relative.match.document.id === mainId
  );
}

/** Rows before the page, rows after it, and rows of unknown order are never gathered together. */
function sideOf(rows: readonly LineageRow[]): (row: LineageRow) => string {
  const page = rows.findIndex(({ relative }) => relative === undefined);
  const before = new Set(rows.slice(0, Math.max(page, 0)));
  return (row) => (row.place === 'unknown' ? 'unknown' : before.has(row) ? 'before' : 'after');
}

/**
 * The rows as they are told: each by itself where they are few; otherwise gathered by outlet and
 * day, by day, month and year, until they are few. Root, page, the earliest known copy and the
 * relative of the verdict always stand by themselves.
 *
 * @param mainId the document that the verdict speaks of
 */
export function lineageEntries(
  rows: readonly LineageRow[],
  mainId: string | undefined,
): LineageEntry[] {
  let entries: LineageEntry[] = rows.map((row) => ({ kind: 'row', row }));
  const side = sideOf(rows);
  for (const span of PASSES) {
    if (entries.length <= MOST_ROWS) break;
    const groups = new Map<string, LineageGroup>();
    entries = rows.flatMap((row): LineageEntry[] => {
      if (standsAlone(row, mainId)) return [{ kind: 'row', row }];
      const { date, by } = span(row);
      const key = `${side(row)} ${by}`;
      const known = groups.get(key);
      if (known !== undefined) {
        known.rows.push(row);
        return [];
      }
      const group: LineageGroup = {
        key,
        rows: [row],
        place: row.place,
        ...(date === undefined ? {} : { date }),
      };
      groups.set(key, group);
      return [{ kind: 'group', ...group }];
    });
    entries = entries.map((entry) => {
      const [only, ...others] = entry.kind === 'group' ? entry.rows : [];
      return only !== undefined && others.length === 0 ? { kind: 'row', row: only } : entry;
    });
  }
  return entries;
}
