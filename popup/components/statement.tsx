// One statement: what is said, what it rests on behind a button, and there a way to call it wrong.

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type Markable, useMarks } from '../marks.tsx';
import { useWords } from '../services.ts';

/** At the end of what a statement rests on: puts the statement out of sight. */
export function Wrong({ of, words }: { of: Markable; words?: string | undefined }): JSX.Element {
  const tr = useWords();
  const { mark } = useMarks();
  return (
    <p class="wrong">
      <button type="button" class="quiet" onClick={() => mark(of)}>
        {words ?? tr.t('thisIsWrong')}
      </button>
    </p>
  );
}

/** Stands where a marked statement stood. Takes the focus, which was on what has gone. */
export function MarkedWrong({ id, words }: { id: string; words?: string }): JSX.Element {
  const tr = useWords();
  const { unmark } = useMarks();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <p class="small marked" role="status">
      {words ?? tr.t('markedWrong')}{' '}
      <button ref={undo} type="button" class="quiet" onClick={() => unmark(id)}>
        {tr.t('undo')}
      </button>
    </p>
  );
}

/** Opens and closes; drawn as a chevron that points to where the rest appears. */
export function Opener({
  open,
  toggle,
  controls,
  label,
}: {
  open: boolean;
  toggle: () => void;
  controls: string;
  label: string;
}): JSX.Element {
  return (
    <button
      type="button"
      class="opener"
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M4 6l4 4 4-4" />
      </svg>
    </button>
  );
}

/**
 * What is said, with a button that opens what it rests on.
 *
 * @param of the statement as it can be marked
 * @param wrong other words for "this is wrong"
 */
export function Statement({
  of,
  children,
  rests,
  wrong,
}: {
  of: Markable;
  children: ComponentChildren;
  rests: ComponentChildren;
  wrong?: string;
}): JSX.Element {
  const tr = useWords();
  const { isMarked } = useMarks();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (isMarked(of.id)) return <MarkedWrong id={of.id} />;
  return (
    <div class="statement">
      <div class="says">{children}</div>
      <Opener
        open={open}
        toggle={() => setOpen(!open)}
        controls={id}
        label={tr.t('restsOn', of.said)}
      />
      {open && (
        <div id={id} class="rests">
          {rests}
          <Wrong of={of} words={wrong} />
        </div>
      )}
    </div>
  );
}
