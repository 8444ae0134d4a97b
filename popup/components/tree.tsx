// The mark, drawn in the popup's own colours.

import type { JSX } from 'preact';
import { drawTree, TREE_GRID, type TreeState } from '../../src/icons/tree.ts';

/** The mark in a state. Decorative: the words beside it say the same. */
export function Tree({ state }: { state: TreeState }): JSX.Element {
  return (
    <svg
      class="tree"
      viewBox={`0 0 ${TREE_GRID} ${TREE_GRID}`}
      aria-hidden="true"
      focusable="false"
    >
      {drawTree(state).map(({ tag: Tag, attributes, paint, tone }, index) => (
        <Tag key={index} class={`${paint} ${tone}`} {...attributes} />
      ))}
    </svg>
  );
}
