// The bottom bar: save the citation, and the menu with everything that is needed less often.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Citation } from '../../src/citation/types.ts';
import { problemWords } from '../../src/provenance/wording.ts';
import { type CheckedState, useServices } from '../services.ts';
import { useLater } from '../use-later.ts';
import { ShowInPage } from './show.tsx';

/** The citation of a page as it is saved; `undefined` while that is being read. */
type Saved = Citation | null | undefined;

export interface ActionsProps {
  state: CheckedState;
  tab: { id: number; url: string };
  check: () => Promise<void>;
}

/** Wanted by few, and not before a press: it comes after the first paint. */
const loadMenu = () => import('./menu.tsx');

/** Save and menu. What they did is shown beside them, and said to a screen reader. */
export function Actions({ state, tab, check }: ActionsProps): JSX.Element {
  const services = useServices();
  const { tr } = services;
  const [saved, setSaved] = useState<Saved>();
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState('');
  const [undo, setUndo] = useState<() => Promise<void>>();
  const [open, setOpen] = useState(false);
  const menu = useLater(loadMenu);
  const bar = useRef<HTMLElement>(null);
  const more = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    let gone = false;
    const found = (citation: Citation | undefined): void => {
      if (!gone) setSaved(citation ?? null);
    };
    services.findCitation(state).then(found, (error: unknown) => {
      found(undefined);
      setSaid(problemWords({ code: 'internal', detail: String(error) }, tr).said);
    });
    return () => {
      gone = true;
    };
  }, [services, state, tr]);

  useEffect(() => {
    if (!open) return undefined;
    function onPress(event: Event): void {
      if (event.target instanceof Node && bar.current?.contains(event.target) === true) return;
      setOpen(false);
    }
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open]);

  /** Saves once: a citation that is already saved is given back as it is. */
  async function save(): Promise<Citation | undefined> {
    if (saved) return saved;
    setSaving(true);
    const request = crypto.randomUUID();
    const answer = await services.call('citation/save', { tabId: tab.id, url: state.url, request });
    setSaving(false);
    if (answer.ok) {
      const { citation, isNew, alike } = answer.value;
      setSaved(citation);
      const what = tr.t(isNew ? 'saidSaved' : 'saidSavedBefore');
      setSaid(alike.length > 0 ? `${what} ${tr.tn('alikeSaved', alike.length)}` : what);
      if (isNew) setUndo(() => () => remove(citation));
      return citation;
    }
    const { said: what, advice } = problemWords(answer.problem, tr);
    setSaid(`${what} ${advice}`);
    return undefined;
  }

  async function remove(citation: Citation): Promise<void> {
    const answer = await services.call('citation/remove', { id: citation.id });
    if (answer.ok) {
      setSaved(null);
      setUndo(() => () => restore(citation));
    }
    setSaid(answer.ok ? tr.t('saidRemoved') : problemWords(answer.problem, tr).said);
  }

  async function restore(citation: Citation): Promise<void> {
    const answer = await services.call('citation/restore', { id: citation.id });
    if (answer.ok) {
      setSaved(citation);
      setUndo(undefined);
    }
    setSaid(answer.ok ? tr.t('saidRestored') : problemWords(answer.problem, tr).said);
  }

  function close(): void {
    setOpen(false);
    more.current?.focus();
  }

  const isSaved = saved !== null && saved !== undefined;
  return (
    <footer
      ref={bar}
      class="actions"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault(); // Escape would close the popup itself.
        close();
      }}
    >
      {open && menu !== undefined && (
        <menu.Menu
          state={state}
          tab={tab}
          saved={saved ?? undefined}
          save={save}
          remove={remove}
          say={setSaid}
          check={check}
          close={close}
        />
      )}
      <button
        type="button"
        class={isSaved ? 'save is-saved' : 'save'}
        aria-disabled={isSaved || saving}
        onClick={() => {
          if (!isSaved && !saving) void save();
        }}
      >
        {isSaved
          ? tr.t('saved', tr.formatDate(saved.savedAt))
          : saving
            ? tr.t('saving')
            : tr.t('save')}
      </button>
      {state.provenance.relatives.length > 0 && <ShowInPage url={state.url} say={setSaid} />}
      <p class="said" role="status">
        {said}
      </p>
      {undo !== undefined && (
        <button type="button" class="quiet" onClick={() => void undo()}>
          {tr.t('undo')}
        </button>
      )}
      <button
        ref={more}
        type="button"
        class="more"
        aria-expanded={open}
        aria-label={tr.t('more')}
        title={tr.t('more')}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <circle cx="3" cy="8" r="1.5" />
          <circle cx="8" cy="8" r="1.5" />
          <circle cx="13" cy="8" r="1.5" />
        </svg>
      </button>
    </footer>
  );
}
