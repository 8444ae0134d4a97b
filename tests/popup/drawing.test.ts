// The family tree as geometry, and many relatives in few rows.

import { describe, expect, it } from 'vitest';
import { lineageRows } from '../../popup/lineage.ts';
import { type DrawnRow, drawLineage } from '../../popup/lineage-drawing.ts';
import { lineageEntries, MOST_ROWS } from '../../popup/lineage-groups.ts';
import { manyRelatives, provenanceOf } from './fixtures.ts';

function rowAt(y: number, of: Partial<DrawnRow> = {}): DrawnRow {
  return { key: `row ${y}`, depth: 1, shape: 'whole', unknown: false, y, ...of };
}

/** Start and end of a path of ours: `M8 10V40q0 6 6 6H18`. */
function ends(path: string): { from: [number, number]; to: [number, number] } {
  const [, x = '', y = '', down = '', , bend = '', end = ''] =
    /^M([\d.-]+) ([\d.-]+)V([\d.-]+)q0 ([\d.-]+) ([\d.-]+) [\d.-]+H([\d.-]+)$/.exec(path) ?? [];
  return { from: [Number(x), Number(y)], to: [Number(end), Number(down) + Number(bend)] };
}

describe('the drawing', () => {
  const rows = [
    rowAt(14, { depth: 0 }),
    rowAt(62),
    rowAt(150, { depth: 2 }),
    rowAt(198, { depth: 2 }),
    rowAt(246, { shape: 'page' }),
    rowAt(294, { unknown: true }),
  ];
  const { nodes, lines } = drawLineage(rows);

  it('has a node at the height of each row', () => {
    expect(nodes.map(({ y }) => y)).toEqual(rows.map(({ y }) => y));
    expect(new Set(nodes.map(({ x }) => x)).size).toBe(3);
  });

  it('leads a line to each node but the root, one beginning where another is', () => {
    expect(lines).toHaveLength(rows.length - 1);
    for (const [index, { path }] of lines.entries()) {
      const { from, to } = ends(path);
      const node = nodes[index + 1];
      expect(to[1]).toBe(node?.y);
      expect(to[0]).toBeLessThan(node?.x ?? 0);
      expect(from[1]).toBeLessThan(to[1]);
    }
  });

  it('dashes only the way to what is of unknown order', () => {
    expect(lines.map(({ unknown }) => unknown)).toEqual([false, false, false, false, true]);
  });

  it('hangs members from their group and not from the trunk', () => {
    const [group, member] = [ends(lines[0]?.path ?? ''), ends(lines[1]?.path ?? '')];
    expect(member.from[0]).toBeGreaterThan(group.from[0]);
    expect(member.from[1]).toBe(62);
  });

  it('draws nothing of nothing, and rows on top of each other without bends', () => {
    expect(drawLineage([])).toEqual({ nodes: [], lines: [] });
    expect(drawLineage([rowAt(14, { depth: 0 }), rowAt(14)]).lines[0]?.path).not.toContain('NaN');
  });
});

describe('many relatives', () => {
  it.each([10, 30, 200])('%i fit in a few rows, and none is lost', (count) => {
    const relatives = manyRelatives(count);
    const main = relatives[0];
    if (main === undefined) throw new Error('no relatives');
    const rows = lineageRows(provenanceOf({ main, relatives }), '2024-05-07');
    const entries = lineageEntries(rows, main.match.document.id);
    expect(entries.length).toBeLessThanOrEqual(MOST_ROWS);
    const told = entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : entry.rows));
    expect(told).toHaveLength(rows.length);
    expect(new Set(told)).toEqual(new Set(rows));
  });

  it('are never gathered across the page, nor with those of unknown order', () => {
    const relatives = manyRelatives(200);
    const rows = lineageRows(provenanceOf({ relatives }), '2024-05-07');
    for (const entry of lineageEntries(rows, 'many-0')) {
      if (entry.kind === 'row') continue;
      const orders = new Set(entry.rows.map(({ relative }) => relative?.match.order));
      expect(orders.size).toBe(1);
    }
  });

  it('a few of them stay rows of their own', () => {
    const relatives = manyRelatives(5);
    const rows = lineageRows(provenanceOf({ relatives }), '2024-05-07');
    expect(lineageEntries(rows, 'many-0').every(({ kind }) => kind === 'row')).toBe(true);
  });
});
