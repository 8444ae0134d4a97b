// The drawn family tree beside the rows of a list: measured from them, so that it fits at any size.

import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  DRAWING_WIDTH,
  type DrawnNode,
  type DrawnRow,
  drawLineage,
  type NodeShape,
} from '../lineage-drawing.ts';

/** Where a row's first line has its middle, below the row's upper edge. */
const FIRST_LINE = 14;
/** A row of two lines; stands in until rows have been measured. */
const USUAL_ROW = 48;

function Inside({ shape, x, y }: DrawnNode): JSX.Element | null {
  switch (shape) {
    case 'half':
      return <path class="ink" d={`M${x - 5} ${y}a5 5 0 0 0 10 0z`} />;
    case 'part':
      return <circle class="ink" cx={x} cy={y} r="2" />;
    case 'edited':
      return <path class="ground" d={`M${x} ${y}V${y - 7}H${x + 7}V${y}z`} />;
    case 'page':
      return <circle class="accent" cx={x} cy={y} r="4.5" />;
    case 'group':
      return (
        <>
          <circle class="ink" cx={x - 2.5} cy={y} r="1" />
          <circle class="ink" cx={x} cy={y} r="1" />
          <circle class="ink" cx={x + 2.5} cy={y} r="1" />
        </>
      );
    case 'whole':
      return null;
  }
}

const FILLED: readonly NodeShape[] = ['whole', 'edited'];

function Node({ node }: { node: DrawnNode }): JSX.Element {
  const { shape, unknown, x, y } = node;
  const filled = FILLED.includes(shape) ? ' filled' : '';
  return (
    <g class={`node ${shape}${filled}${unknown ? ' unknown' : ''}`}>
      <circle class="ring" cx={x} cy={y} r={shape === 'page' ? 7 : 5} />
      <Inside {...node} />
    </g>
  );
}

/** A row as the tree draws it; its place down the page is measured. */
export type StemmaRow = Omit<DrawnRow, 'y'>;

/**
 * Draws the tree beside a list. Each of `rows` stands for the element inside with `data-row` of its
 * key; opened rows may be of any height.
 *
 * @param title the whole in one sentence, for those who do not see it
 */
export function Stemma({
  rows,
  title,
  children,
}: {
  rows: readonly StemmaRow[];
  title: string;
  children: ComponentChildren;
}): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());

  const keys = rows.map(({ key }) => key).join('\n');
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const above = element.getBoundingClientRect().top;
      const found = [...element.querySelectorAll<HTMLElement>('[data-row]')].map(
        (row): [string, number] => [
          row.dataset['row'] ?? '',
          row.getBoundingClientRect().top - above,
        ],
      );
      setTops(new Map(found));
    };
    // Before the first paint, and whenever a row is opened, wraps otherwise or is zoomed.
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [keys]);

  const { nodes, lines } = drawLineage(
    rows.map((row, index) => ({
      ...row,
      y: Math.round((tops.get(row.key) ?? index * USUAL_ROW) + FIRST_LINE),
    })),
  );
  return (
    <div ref={box} class="stemma">
      <svg class="rail" role="img" aria-labelledby={titleId} width={DRAWING_WIDTH} height="100%">
        <title id={titleId}>{title}</title>
        {lines.map(({ path, unknown }) => (
          <path key={path} class={unknown ? 'line unknown' : 'line'} d={path} />
        ))}
        {nodes.map((node) => (
          <Node key={node.key} node={node} />
        ))}
      </svg>
      {children}
    </div>
  );
}
