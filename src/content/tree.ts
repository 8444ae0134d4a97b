// The mark as SVG elements, in the page's text colour.

import { drawTree, TREE_GRID, type TreeState } from '../icons/tree.ts';
import type { BadgeModel } from '../messages/calls.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** The drawing that says what each badge says. */
const drawings: Record<BadgeModel['state'], TreeState> = {
  original: 'earliest',
  earliest: 'earliest',
  copy: 'copy',
  edited: 'edited',
  changed: 'edited',
  shares: 'shares',
};

/** Built element by element: no markup is parsed next to a page. */
export function treeElement(state: BadgeModel['state']): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${TREE_GRID} ${TREE_GRID}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const { tag, attributes, paint } of drawTree(drawings[state])) {
    const shape = document.createElementNS(namespace, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    shape.setAttribute('fill', paint === 'fill' ? 'currentColor' : 'none');
    if (paint === 'stroke') shape.setAttribute('stroke', 'currentColor');
    svg.append(shape);
  }
  return svg;
}
