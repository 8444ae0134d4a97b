// The list of citations. Only what is in sight is in the document; what it says of itself is the whole.

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CitationSummary } from '../../citation/summary.ts';
import { useShell } from '../shell-context.ts';
import { type Reach, reached, type Selection, stepOf } from './selection.ts';

/** Height of a row in CSS pixels, as `.row` has it in the style sheet. */
const ROW = 60;
/** Rows drawn above and below what is in sight, so that a fast wheel meets no emptiness. */
const OVER = 8;

const optionId = (id: string): string => `saved-${id}`;

function Row({
  one,
  index,
  count,
  selection,
  onPick,
}: {
  one: CitationSummary;
  index: number;
  count: number;
  selection: Selection;
  onPick: (id: string, event: MouseEvent) => void;
}): JSX.Element {
  const { tr } = useShell();
  const { id, title, url, outlet, authors, issued, tags, quotes } = one;
  const isActive = selection.active === id;
  return (
    <div
      id={optionId(id)}
      role="option"
      class={isActive ? 'row is-active' : 'row'}
      aria-selected={selection.selected.has(id)}
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ insetBlockStart: `${index * ROW}px` }}
      onClick={(event) => onPick(id, event)}
    >
      <span class="row-title clip">
        <bdi>{title || url}</bdi>
      </span>{' '}
      <span class="row-facts clip">
        {[outlet, authors, issued === '' ? '' : tr.formatDate(issued)]
          .filter((fact) => fact !== '')
          .map((fact, at) => (
            <>
              {at > 0 && ' · '}
              <bdi>{fact}</bdi>
            </>
          ))}
        {quotes > 0 && <> · {tr.tn('quotesCount', quotes)}</>}
        {tags.map((tag) => (
          <>
            {' '}
            <bdi class="tag">{tag}</bdi>
          </>
        ))}
      </span>
    </div>
  );
}

export interface ListProps {
  found: readonly CitationSummary[];
  /** False while the rest is read: how many there are is not known then. */
  isWhole: boolean;
  selection: Selection;
  setSelection: (next: Selection) => void;
  /** Goes on to what is selected: Enter. */
  open: () => void;
  remove: () => void;
}

/** First and last row in sight. */
function useView(
  box: { current: HTMLElement | null },
  count: number,
): { first: number; last: number; page: number } {
  const [view, setView] = useState({ first: 0, last: 20, page: 10 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    function look(): void {
      if (element === null) return;
      const { scrollTop, clientHeight } = element;
      const first = Math.floor(scrollTop / ROW);
      const page = Math.max(1, Math.floor(clientHeight / ROW));
      const next = { first, last: first + page + 1, page };
      setView((now) =>
        now.first === next.first && now.last === next.last && now.page === page ? now : next,
      );
    }
    look();
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box, count]);
  return view;
}

export function List({
  found,
  isWhole,
  selection,
  setSelection,
  open,
  remove,
}: ListProps): JSX.Element {
  const { tr } = useShell();
  const box = useRef<HTMLDivElement>(null);
  const { first, last, page } = useView(box, found.length);
  const activeIndex = found.findIndex(({ id }) => id === selection.active);

  function show(index: number): void {
    const element = box.current;
    if (element === null) return;
    const top = index * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + ROW - element.clientHeight;
    }
  }

  // What an address or a change brought to the fore is brought into sight.
  const active = selection.active;
  useEffect(() => {
    if (activeIndex >= 0) show(activeIndex);
    // Only where the keyboard is counts: a new search moves rows, not the reader.
  }, [active]);

  function go(id: string, reach: Reach): void {
    const ids = reach === 'range' ? found.map((one) => one.id) : [];
    setSelection(reached(selection, ids, id, reach));
  }

  function onKey(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    const to = stepOf(event.key, activeIndex, found.length, page);
    const target = to === undefined ? undefined : found[to];
    if (target !== undefined && to !== undefined) {
      go(target.id, event.shiftKey ? 'range' : command ? 'move' : 'alone');
      show(to);
    } else if (event.key === ' ' && active !== undefined) {
      go(active, event.shiftKey ? 'range' : 'toggle');
    } else if (command && event.key.toLowerCase() === 'a') {
      const selected = new Set(found.map(({ id }) => id));
      setSelection({ ...selection, selected, active: active ?? found[0]?.id });
    } else if (event.key === 'Escape' && selection.selected.size > 0) {
      setSelection({ ...selection, selected: new Set() });
    } else if (event.key === 'Enter') open();
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else return;
    event.preventDefault();
  }

  const from = Math.max(0, first - OVER);
  const drawn = found.slice(from, last + OVER).map((one, at) => ({ one, index: from + at }));
  const activeOne = found[activeIndex];
  // The row that the keyboard is on is there for a screen reader, also where it is out of sight.
  if (activeOne !== undefined && !drawn.some(({ index }) => index === activeIndex)) {
    drawn.push({ one: activeOne, index: activeIndex });
  }
  return (
    <div
      ref={box}
      class="list"
      role="listbox"
      tabIndex={0}
      aria-label={tr.t('savedList')}
      aria-multiselectable
      aria-keyshortcuts="Control+A Delete"
      {...(active === undefined ? {} : { 'aria-activedescendant': optionId(active) })}
      onKeyDown={onKey}
    >
      <div class="rows" role="presentation" style={{ blockSize: `${found.length * ROW}px` }}>
        {drawn.map(({ one, index }) => (
          <Row
            key={one.id}
            one={one}
            index={index}
            count={isWhole ? found.length : -1}
            selection={selection}
            onPick={(id, event) => {
              box.current?.focus();
              go(
                id,
                event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone',
              );
            }}
          />
        ))}
      </div>
    </div>
  );
}
