// Which entries of a list are selected, and where the keyboard is: as in a list of mail.

export interface Selection {
  selected: ReadonlySet<string>;
  /** Where the keyboard is. */
  active: string | undefined;
  /** Where a range began. */
  anchor: string | undefined;
}

export const NOTHING: Selection = { selected: new Set(), active: undefined, anchor: undefined };

/** How an entry is meant: alone, one more or less, or all from the anchor to it. */
export type Reach = 'alone' | 'toggle' | 'range' | 'move';

/** The selection after an entry was clicked, or reached by a key. */
export function reached(
  { selected, anchor }: Selection,
  ids: readonly string[],
  id: string,
  reach: Reach,
): Selection {
  switch (reach) {
    case 'alone':
      return { selected: new Set([id]), active: id, anchor: id };
    case 'move':
      return { selected, active: id, anchor };
    case 'toggle': {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      return { selected: next, active: id, anchor: id };
    }
    case 'range': {
      const from = ids.indexOf(anchor ?? id);
      const to = ids.indexOf(id);
      if (from < 0) return { selected: new Set([id]), active: id, anchor: id };
      const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
      return { selected: new Set(range), active: id, anchor: ids[from] };
    }
  }
}

/** A selection without what is not listed any more. The keyboard stays where it can. */
export function kept(selection: Selection, listed: readonly { id: string }[]): Selection {
  const { selected, active, anchor } = selection;
  if (selected.size === 0 && active === undefined && anchor === undefined) return selection;
  const there = new Set(listed.map(({ id }) => id));
  const same =
    [...selected].every((id) => there.has(id)) &&
    (active === undefined || there.has(active)) &&
    (anchor === undefined || there.has(anchor));
  if (same) return selection;
  return {
    selected: new Set([...selected].filter((id) => there.has(id))),
    active: active !== undefined && there.has(active) ? active : undefined,
    anchor: anchor !== undefined && there.has(anchor) ? anchor : undefined,
  };
}

/** Where a key leads from an index, of `count` entries with `page` of them in sight. */
export function stepOf(key: string, at: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const bounded = (to: number): number => Math.max(0, Math.min(count - 1, to));
  switch (key) {
    case 'ArrowDown':
      return bounded(at + 1);
    case 'ArrowUp':
      return bounded(at < 0 ? count - 1 : at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return bounded(Math.max(at, 0) + page);
    case 'PageUp':
      return bounded(Math.max(at, 0) - page);
    default:
      return undefined;
  }
}
