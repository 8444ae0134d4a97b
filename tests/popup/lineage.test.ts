// The page among its relatives: only a known order puts one before another.

import { describe, expect, it } from 'vitest';
import { lineageRows } from '../../popup/lineage.ts';
import type { Provenance } from '../../src/provenance/types.ts';
import {
  checkedStates,
  documentOf,
  laterRelative,
  matchOf,
  provenanceOf,
  relativeOf,
  undatedRelative,
  withoutMain,
} from './fixtures.ts';

/** Rows as `outlet:place`, the earliest known with a star. */
function drawn(provenance: Provenance): string[] {
  return lineageRows(provenance, '2024-05-07').map(
    ({ relative, place, earliest }) =>
      `${relative?.outlet ?? 'page'}:${place}${earliest ? '*' : ''}`,
  );
}

describe('the lineage', () => {
  it('runs from earlier relatives over the page to later ones, unknown ones last', () => {
    const relatives = [undatedRelative(), relativeOf(), laterRelative()];
    expect(drawn(provenanceOf({ relatives }))).toEqual([
      'The Pebble Bay Mercury:root*',
      'page:branch',
      'North Quay Post:branch',
      'Saltmarsh Weekly:unknown',
    ]);
  });

  it('is headed by the page where nothing is earlier', () => {
    expect(drawn(provenanceOf({ kind: 'earliest', main: laterRelative() }))).toEqual([
      'page:root*',
      'North Quay Post:branch',
    ]);
  });

  it('does not call the page earliest beside a relative of unknown order', () => {
    const main = undatedRelative();
    expect(drawn(provenanceOf({ main }))).toEqual(['page:root', 'Saltmarsh Weekly:unknown']);
  });

  it('does not list the page beside itself', () => {
    const original = checkedStates()['original']?.provenance;
    expect(original && drawn(original)).toEqual(['page:root*', 'North Quay Post:branch']);
  });

  it('puts an archived version of a changed page before it, with the version’s date', () => {
    const changed = checkedStates()['changed']?.provenance;
    const rows = changed === undefined ? [] : lineageRows(changed, '2024-05-07');
    expect(rows.map(({ date }) => date)).toEqual(['2024-05-08', '2024-05-07']);
    expect(rows[0]?.relative?.samePage).toBe(true);
  });

  it('has no rows without relatives', () => {
    expect(lineageRows(withoutMain({ kind: 'no-match' }), undefined)).toEqual([]);
  });

  it('marks as earliest only what is the earliest of all', () => {
    const other = relativeOf({
      outlet: 'Cliff Courier',
      match: matchOf({ document: documentOf({ id: 'elsewhere' }) }),
    });
    const provenance = provenanceOf({ relatives: [other] });
    expect(drawn(provenance)).toEqual(['Cliff Courier:root', 'page:branch']);
  });
});
