// Saved citations: searched, filtered, sorted, and one or many of them at hand.

import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CitationSummary } from '../../citation/summary.ts';
import { purgeDeleted } from '../../platform/citation-library.ts';
import { problemOf, problemWords } from '../../provenance/problems.ts';
import { useShell } from '../shell-context.ts';
import { Bulk } from './bulk.tsx';
import { Details } from './details.tsx';
import { ImportPane } from './import.tsx';
import { List } from './list.tsx';
import { EVERYTHING, facetsOf, filtered, sorted } from './query.ts';
import './saved.css';
import { kept, NOTHING, type Selection } from './selection.ts';
import { Toolbar } from './toolbar.tsx';
import { Transfer } from './transfer.tsx';
import { useChanges, useFailure } from './use-changes.ts';
import { useImport } from './use-import.ts';
import { useSaved } from './use-saved.ts';

const alone = (id: string): Selection => ({ selected: new Set([id]), active: id, anchor: id });

/** The citation that the address names, `#saved/ID` or `#saved/ID/edit`, once it is listed. */
function useAddressed(
  all: readonly CitationSummary[] | undefined,
  pick: (id: string, edit: boolean) => void,
): void {
  const { detail } = useShell();
  const done = useRef('');
  useEffect(() => {
    if (all === undefined || detail === '' || done.current === detail) return;
    const edit = detail.endsWith('/edit');
    const id = edit ? detail.slice(0, -'/edit'.length) : detail;
    if (!all.some((one) => one.id === id)) return;
    done.current = detail;
    pick(id, edit);
  }, [all, detail, pick]);
}

/** `/` leads to the search from wherever no text is typed. */
function useSearchKey(): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select'))
        return;
      event.preventDefault();
      document.querySelector<HTMLInputElement>('.words')?.focus();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function Library({
  all,
  isWhole,
}: {
  all: readonly CitationSummary[];
  isWhole: boolean;
}): JSX.Element {
  const { tr } = useShell();
  const apply = useChanges();
  const [query, setQuery] = useState(EVERYTHING);
  const [selection, setSelection] = useState(NOTHING);
  const [editing, setEditing] = useState(false);
  const control = useImport();
  const side = useRef<HTMLDivElement>(null);
  const facets = useMemo(() => facetsOf(all), [all]);
  const inOrder = useMemo(() => sorted(all, query.sort), [all, query.sort]);
  const found = useMemo(() => filtered(inOrder, query), [inOrder, query]);
  useSearchKey();
  useAddressed(
    all,
    useCallback((id, edit) => {
      setQuery(EVERYTHING);
      setSelection(alone(id));
      setEditing(edit);
    }, []),
  );

  const shown = useMemo(() => kept(selection, found), [selection, found]);
  const chosen = useMemo(
    () => found.filter(({ id }) => shown.selected.has(id)),
    [found, shown.selected],
  );
  const [one] = chosen;

  function pick(next: Selection): void {
    // A form that is open belongs to the citation it was opened for.
    if (!next.selected.has(one?.id ?? '') || next.selected.size !== 1) setEditing(false);
    setSelection(next);
  }

  async function remove(): Promise<void> {
    if (chosen.length === 0) return;
    const last = found.findIndex(({ id }) => id === chosen.at(-1)?.id);
    const next = found.slice(last + 1).find(({ id }) => !shown.selected.has(id));
    const outcome = await apply(
      chosen.map(({ id, revision }) => ({ id, from: revision, to: null })),
      tr.tn('saidDeleted', chosen.length),
    );
    if (outcome.done) setSelection(next === undefined ? NOTHING : alone(next.id));
  }

  return (
    <div class={chosen.length > 0 ? 'saved has-details' : 'saved'}>
      <div class="finding">
        <h1 class="hidden">{tr.t('panelSaved')}</h1>
        <Toolbar
          query={query}
          setQuery={setQuery}
          facets={facets}
          found={found.length}
          count={all.length}
          isWhole={isWhole}
        />
        {all.length === 0 ? (
          <p class="empty muted">{tr.t('savedNone')}</p>
        ) : found.length === 0 ? (
          <p class="empty muted">{tr.t('foundNone')}</p>
        ) : (
          <List
            found={found}
            isWhole={isWhole}
            selection={shown}
            setSelection={pick}
            open={() => side.current?.querySelector<HTMLElement>('button')?.focus()}
            remove={() => void remove()}
          />
        )}
        <Transfer read={control.read} />
      </div>
      <div ref={side} class="side">
        <ImportPane control={control} />
        {control.state.step === 'none' && chosen.length === 1 && one !== undefined && (
          <Details
            key={one.id}
            summary={one}
            editing={editing}
            setEditing={setEditing}
            remove={() => void remove()}
          />
        )}
        {control.state.step === 'none' && chosen.length > 1 && (
          <Bulk
            ids={chosen.map(({ id }) => id)}
            tags={facets.tags.map(([tag]) => tag)}
            collections={facets.collections.map(([name]) => name)}
            remove={() => void remove()}
          />
        )}
      </div>
    </div>
  );
}

export function Panel(): JSX.Element | null {
  const { tr } = useShell();
  const fail = useFailure();
  const { all, isWhole, failed } = useSaved();
  useEffect(() => {
    // Not before what is shown has been read.
    if (isWhole) purgeDeleted().catch(fail);
  }, [isWhole, fail]);
  if (failed !== undefined) {
    const { said, advice } = problemWords(problemOf(failed), tr);
    return (
      <p class="warning">
        {said} {advice}
      </p>
    );
  }
  return all === undefined ? null : <Library all={all} isWhole={isWhole} />;
}
