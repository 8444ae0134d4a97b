// The rows of the lineage: the page among its relatives, in the order that is known.

import { publishedOf, versionDate } from '../src/provenance/phrases.ts';
import type { Provenance, Relative } from '../src/provenance/types.ts';

export interface LineageRow {
  /** Absent for the page itself. */
  relative?: Relative;
  /** The page itself as it is archived, where it still is as archived. */
  self?: Relative;
  /** ISO 8601; absent where no date is known. */
  date?: string;
  /**
   * `root` heads the tree; `branch` descends from it; `unknown` may stand before or after the page.
   */
  place: 'root' | 'branch' | 'unknown';
  /** The earliest publication that is known. */
  earliest: boolean;
}

function dated(relative: Relative): LineageRow {
  const date = relative.samePage ? versionDate(relative) : publishedOf(relative);
  return {
    relative,
    ...(date === undefined ? {} : { date }),
    place: 'branch',
    earliest: false,
  };
}

/** Whether the relative is the page itself as archived, and so not a row of its own. */
const isPageItself = (provenance: Provenance, relative: Relative): boolean =>
  relative.samePage && provenance.kind !== 'changed';

/**
 * Relatives known to be earlier, the page, relatives known to be later, and last those whose place
 * is unknown. Nothing but the known order decides: a date alone may be too coarse to sort by.
 *
 * @param pageDate when the page says it was published
 */
export function lineageRows(provenance: Provenance, pageDate: string | undefined): LineageRow[] {
  const relatives = provenance.relatives.filter((relative) => !isPageItself(provenance, relative));
  if (relatives.length === 0 && provenance.main === undefined) return [];
  const earlier: LineageRow[] = [];
  const later: LineageRow[] = [];
  const unknown: LineageRow[] = [];
  for (const relative of relatives) {
    const row = dated(relative);
    // An archived version of this page came before what stands here now, whatever it is dated.
    if (relative.samePage || relative.match.order === 'archive-earlier') earlier.push(row);
    else if (relative.match.order === 'page-earlier') later.push(row);
    else unknown.push({ ...row, place: 'unknown' });
  }
  const self = provenance.relatives.find((relative) => isPageItself(provenance, relative));
  const page: LineageRow = {
    ...(self === undefined ? {} : { self }),
    ...(pageDate === undefined ? {} : { date: pageDate }),
    place: 'branch',
    earliest: provenance.kind === 'original' || provenance.kind === 'earliest',
  };
  const rows = [...earlier, page, ...later, ...unknown];
  const [first] = rows;
  if (first !== undefined) {
    first.place = 'root';
    const document = first.relative?.match.document;
    if (document !== undefined && document.id === provenance.earliest?.document.id) {
      first.earliest = true;
    }
  }
  return rows;
}
