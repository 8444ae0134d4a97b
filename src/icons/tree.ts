// The mark: a small family tree of three nodes and two lines. Pure geometry, drawn for 16 px first.

/** What the toolbar icon, the popup and the badge can say with the mark. */
export const TREE_STATES = [
  'not-article',
  'looking',
  'no-match',
  'earliest',
  'copy',
  'edited',
  'shares',
  'related',
  'no-access',
  'error',
] as const;

export type TreeState = (typeof TREE_STATES)[number];

/** `ink` draws, `faint` recedes, `accent` marks this page. */
export type Tone = 'ink' | 'faint' | 'accent';

/** One SVG element of the drawing, on a grid of {@link TREE_GRID} units. */
export interface Shape {
  tag: 'circle' | 'path';
  attributes: Record<string, string | number>;
  paint: 'fill' | 'stroke';
  tone: Tone;
}

/** Side of the square the mark is drawn on: one unit is one pixel of the smallest icon. */
export const TREE_GRID = 16;

interface Node {
  x: number;
  y: number;
  /** Outer radius. */
  r: number;
}

// Centres are chosen so that outer edges fall on whole pixels at 16 px. The page's node is the lower
// left one: Chromium draws its badge text over the lower right of an icon, Firefox over the upper
// right, and what the icon says must stay visible beside both.
const SMALL = 2.5;
const BIG = 3.5;
const ROOT: Node = { x: 8.5, y: SMALL, r: SMALL };
const RIGHT: Node = { x: 13.5, y: 13.5, r: SMALL };
const LEFT: Node = { x: 2.5, y: 13.5, r: SMALL };
const BIG_ROOT: Node = { x: 8.5, y: BIG, r: BIG };
const BIG_LEFT: Node = { x: 3.5, y: 12.5, r: BIG };

const STROKE = 1.25;

function ring(node: Node, tone: Tone): Shape {
  return {
    tag: 'circle',
    attributes: { cx: node.x, cy: node.y, r: node.r - STROKE / 2, 'stroke-width': STROKE },
    paint: 'stroke',
    tone,
  };
}

function disc(node: Node, tone: Tone): Shape {
  return {
    tag: 'circle',
    attributes: { cx: node.x, cy: node.y, r: node.r },
    paint: 'fill',
    tone,
  };
}

function path(d: string, tone: Tone, width?: number): Shape {
  return {
    tag: 'path',
    attributes:
      width === undefined ? { d } : { d, 'stroke-width': width, 'stroke-linecap': 'round' },
    paint: width === undefined ? 'fill' : 'stroke',
    tone,
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A line from the edge of one node to the edge of another. */
function line(from: Node, to: Node, tone: Tone): Shape {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = (node: Node, distance: number, sign: 1 | -1): string =>
    `${round(node.x + (sign * (to.x - from.x) * distance) / length)} ${round(
      node.y + (sign * (to.y - from.y) * distance) / length,
    )}`;
  return {
    tag: 'path',
    attributes: {
      d: `M${along(from, from.r - 0.2, 1)}L${along(to, to.r - 0.2, -1)}`,
      'stroke-width': STROKE,
    },
    paint: 'stroke',
    tone,
  };
}

/** Root and right leaf with their line: what surrounds the page's node in most states. */
function family(page: Node, tone: Tone = 'ink'): Shape[] {
  return [line(ROOT, page, tone), line(ROOT, RIGHT, tone), ring(ROOT, tone), ring(RIGHT, tone)];
}

// Half a unit off the centre, so that the cut falls between two pixels at 16 px.
const CUT = 0.5;
const HALF_CHORD = round(Math.sqrt(BIG ** 2 - CUT ** 2));

/** The page's node with a piece gone, away from the line: the same text, with something changed. */
function notched({ x, y, r }: Node): Shape {
  const [left, top] = [x - CUT, y - CUT];
  return path(
    `M${left} ${top}H${round(x + HALF_CHORD)}A${r} ${r} 0 1 0 ${left} ${round(y + HALF_CHORD)}Z`,
    'accent',
  );
}

/** The lower part of the page's node, to stand in a ring: what is shared, and room above it. */
function half({ x, y, r }: Node): Shape {
  const top = y + CUT;
  return path(
    `M${round(x - HALF_CHORD)} ${top}A${r} ${r} 0 0 0 ${round(x + HALF_CHORD)} ${top}Z`,
    'accent',
  );
}

const LOCK: Shape[] = [
  path('M1.9 11.2V9.9a1.6 1.6 0 0 1 3.2 0v1.3', 'ink', STROKE),
  path(
    'M0.7 10.9H6.3a0.7 0.7 0 0 1 .7 .7V15.3a0.7 0.7 0 0 1-.7 .7H0.7a0.7 0.7 0 0 1-.7-.7V11.6a0.7 0.7 0 0 1 .7-.7Z',
    'ink',
  ),
];

const EXCLAMATION: Shape[] = [
  path('M1.75 6H5.25L4.6 12.3H2.4Z', 'ink'),
  { tag: 'circle', attributes: { cx: 3.5, cy: 14.5, r: 1.5 }, paint: 'fill', tone: 'ink' },
];

/**
 * The drawing of a state, in painting order.
 *
 * The page is the one big node: at the root when nothing earlier is known, at the lower left leaf
 * when it has an ancestor. How that node is filled says how much of the text is the ancestor's.
 */
export function drawTree(state: TreeState): Shape[] {
  switch (state) {
    case 'not-article':
      return [...family(LEFT, 'faint'), ring(LEFT, 'faint')];
    case 'looking':
      return [...family(LEFT), ring(LEFT, 'ink')];
    case 'no-match':
      return [
        line(BIG_ROOT, LEFT, 'faint'),
        line(BIG_ROOT, RIGHT, 'faint'),
        ring(LEFT, 'faint'),
        ring(RIGHT, 'faint'),
        disc(BIG_ROOT, 'ink'),
      ];
    case 'earliest':
      return [
        line(BIG_ROOT, LEFT, 'ink'),
        line(BIG_ROOT, RIGHT, 'ink'),
        ring(LEFT, 'ink'),
        ring(RIGHT, 'ink'),
        disc(BIG_ROOT, 'accent'),
      ];
    case 'copy':
      return [...family(BIG_LEFT), disc(BIG_LEFT, 'accent')];
    case 'edited':
      return [...family(BIG_LEFT), notched(BIG_LEFT)];
    case 'shares':
      return [...family(BIG_LEFT), ring(BIG_LEFT, 'accent'), half(BIG_LEFT)];
    case 'related':
      return [disc(ROOT, 'ink'), disc(RIGHT, 'ink'), disc(LEFT, 'ink')];
    case 'no-access':
      return [line(ROOT, RIGHT, 'ink'), ring(ROOT, 'ink'), ring(RIGHT, 'ink'), ...LOCK];
    case 'error':
      return [line(ROOT, RIGHT, 'ink'), ring(ROOT, 'ink'), ring(RIGHT, 'ink'), ...EXCLAMATION];
  }
}
