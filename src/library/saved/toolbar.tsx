// Search, filters and order of the saved citations.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useShell } from '../shell-context.ts';
import { RELATIONS } from './labels.ts';
import { EVERYTHING, type Facets, type Query, type Sort } from './query.ts';

const SORTS: Record<Sort, string> = {
  saved: 'sortSaved',
  changed: 'sortChanged',
  issued: 'sortIssued',
  title: 'sortTitle',
  outlet: 'sortOutlet',
};

const isSort = (value: string): value is Sort => value in SORTS;

/** A choice among the values of one field. One that nothing has any more stays, while it is chosen. */
function Choice({
  label,
  value,
  options,
  nameOf = (option) => option,
  set,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, number])[];
  nameOf?: (option: string) => string;
  set: (value: string) => void;
}): JSX.Element | null {
  const { tr } = useShell();
  const id = useId();
  if (options.length === 0 && value === '') return null;
  const known = options.some(([option]) => option === value);
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{tr.t('filterAll')}</option>
        {value !== '' && !known && <option value={value}>{nameOf(value)}</option>}
        {options.map(([option, count]) => (
          <option key={option} value={option}>
            {nameOf(option)} ({tr.formatNumber(count)})
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({
  label,
  value,
  set,
}: {
  label: string;
  value: string;
  set: (value: string) => void;
}): JSX.Element {
  const id = useId();
  return (
    <div class="choice">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </div>
  );
}

/** How many filters are set, beside the words searched. */
export function filtersSet(query: Query): number {
  const { tag, collection, outlet, relation, from, to } = query;
  return [tag, collection, outlet, relation, from, to].filter((value) => value !== '').length;
}

export function Toolbar({
  query,
  setQuery,
  facets,
  found,
  count,
  isWhole,
}: {
  query: Query;
  setQuery: (next: Query) => void;
  facets: Facets;
  found: number;
  count: number;
  /** False while the rest is read: what is there is not counted then. */
  isWhole: boolean;
}): JSX.Element {
  const { tr } = useShell();
  const id = useId();
  const [open, setOpen] = useState(false);
  const set = (change: Partial<Query>): void => setQuery({ ...query, ...change });
  const filters = filtersSet(query);
  return (
    <search class="toolbar">
      <div class="searching">
        <input
          type="search"
          class="words"
          aria-label={tr.t('searchSaved')}
          aria-keyshortcuts="/"
          placeholder={tr.t('searchSaved')}
          value={query.words}
          onInput={(event) => set({ words: event.currentTarget.value })}
        />
        <button
          type="button"
          class="secondary"
          aria-expanded={open}
          aria-controls={`${id}-filters`}
          onClick={() => setOpen(!open)}
        >
          {filters === 0 ? tr.t('filters') : tr.tn('filtersSet', filters)}
        </button>
      </div>
      <div id={`${id}-filters`} class="filters" hidden={!open}>
        <Choice
          label={tr.t('filterTag')}
          value={query.tag}
          options={facets.tags}
          set={(tag) => set({ tag })}
        />
        <Choice
          label={tr.t('filterCollection')}
          value={query.collection}
          options={facets.collections}
          set={(collection) => set({ collection })}
        />
        <Choice
          label={tr.t('factPublisher')}
          value={query.outlet}
          options={facets.outlets}
          set={(outlet) => set({ outlet })}
        />
        <Choice
          label={tr.t('filterRelation')}
          value={query.relation}
          options={facets.relations}
          nameOf={(relation) => tr.t(RELATIONS[relation] ?? relation)}
          set={(relation) => set({ relation })}
        />
        <Day label={tr.t('filterFrom')} value={query.from} set={(from) => set({ from })} />
        <Day label={tr.t('filterTo')} value={query.to} set={(to) => set({ to })} />
      </div>
      <div class="counting">
        <p role="status">
          {!isWhole
            ? '\u00a0'
            : found === count
              ? tr.tn('savedCount', count)
              : tr.tn('foundCount', found, tr.formatNumber(count))}
        </p>
        {(filters > 0 || query.words !== '') && (
          <button
            type="button"
            class="quiet"
            onClick={() => setQuery({ ...EVERYTHING, sort: query.sort })}
          >
            {tr.t('showEverything')}
          </button>
        )}
        <label class="sorting">
          <span>{tr.t('sortBy')}</span>
          <select
            value={query.sort}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (isSort(value)) set({ sort: value });
            }}
          >
            {Object.entries(SORTS).map(([sort, label]) => (
              <option key={sort} value={sort}>
                {tr.t(label)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </search>
  );
}
