// The family tree as geometry: nodes and lines for rows whose heights are known. No DOM.

import type { Relation } from '../src/match/types.ts';

/**
 * How a node is filled says how much of its text is this page's, as in the mark: `whole`, `edited`
 * (a piece gone), `half` (an excerpt, or a longer story), `part` (passages); `page` is this page,
 * `group` stands for several.
 */
export type NodeShape = 'whole' | 'edited' | 'half' | 'part' | 'page' | 'group';

/** One row of the list, as it is drawn beside. */
export interface DrawnRow {
  key: string;
  /** 0 for the root, 1 for what hangs from the trunk, 2 for what a group opened to. */
  depth: 0 | 1 | 2;
  shape: NodeShape;
  /** Whether its place in time is unknown. */
  unknown: boolean;
  /** Where the middle of its first line is, in pixels from the top. */
  y: number;
}

export interface DrawnNode {
  key: string;
  shape: NodeShape;
  unknown: boolean;
  x: number;
  y: number;
}

export interface DrawnLine {
  /** SVG path data. */
  path: string;
  unknown: boolean;
}

export interface Drawing {
  nodes: DrawnNode[];
  lines: DrawnLine[];
}

/** Across: the trunk, what hangs from it, and what hangs from that; 40 px in all. */
const COLUMNS = [8, 24, 35] as const;
export const DRAWING_WIDTH = 44;
const BEND = 6;
const RADIUS = 6;

const SHAPES: Record<Relation, NodeShape> = {
  identical: 'whole',
  edited: 'edited',
  contains: 'half',
  'excerpt-of': 'half',
  partial: 'part',
  'shares-quote': 'part',
};

export const shapeOf = (relation: Relation): NodeShape => SHAPES[relation];

/** From a trunk down and across to a node, with a bend. */
function branch(trunk: number, from: number, x: number, y: number): string {
  const bend = Math.max(0, Math.min(BEND, y - from, x - trunk));
  return `M${trunk} ${from}V${y - bend}q0 ${bend} ${bend} ${bend}H${x - RADIUS}`;
}

/**
 * The tree: a trunk from the root down to the last row whose place in time is known, a branch from
 * it to each row, and a dashed trunk on to those whose place is not known. Members of an opened
 * group hang from the group.
 */
export function drawLineage(rows: readonly DrawnRow[]): Drawing {
  const nodes = rows.map(({ key, shape, unknown, depth, y }) => ({
    key,
    shape,
    unknown,
    x: COLUMNS[depth],
    y,
  }));
  const lines: DrawnLine[] = [];
  const [root] = rows;
  if (root === undefined) return { nodes, lines };
  const [trunk, limb] = COLUMNS;
  let above = root.y;
  let group = root.y;
  for (const { depth, unknown, y } of rows.slice(1)) {
    if (depth === 2) {
      lines.push({ path: branch(limb, group, COLUMNS[2], y), unknown });
      group = y - BEND;
    } else {
      lines.push({ path: branch(trunk, above, limb, y), unknown });
      above = y - BEND;
      group = y;
    }
  }
  return { nodes, lines };
}
