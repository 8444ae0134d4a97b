// The form for what a person may change of a citation. What was typed stays until it is saved.

import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Citation } from '../../citation/types.ts';
import { useShell } from '../shell-context.ts';
import { Conflict } from './conflict.tsx';
import {
  FIELD_NAMES,
  type FieldName,
  type Fields,
  fieldsOf,
  problemsOf,
  withFields,
} from './fields.ts';
import { LABELS } from './labels.ts';
import { type Apply, useChanges } from './use-changes.ts';

const HINTS: Partial<Record<FieldName, string>> = {
  authors: 'hintAuthors',
  issued: 'hintDate',
  language: 'hintLanguage',
  tags: 'hintCommas',
  collections: 'hintCommas',
};

const LONG: ReadonlySet<FieldName> = new Set(['title', 'authors', 'note']);

function Field({
  name,
  value,
  problem,
  set,
}: {
  name: FieldName;
  value: string;
  problem: string | undefined;
  set: (value: string) => void;
}): JSX.Element {
  const { tr } = useShell();
  const id = useId();
  const hint = HINTS[name];
  const shared = {
    id,
    name,
    dir: 'auto' as const,
    value,
    ...(hint === undefined && problem === undefined ? {} : { 'aria-describedby': `${id}-more` }),
    ...(problem === undefined ? {} : { 'aria-invalid': true }),
    onInput: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{tr.t(LABELS[name])}</label>
      {LONG.has(name) ? (
        <textarea {...shared} rows={name === 'note' ? 4 : 2} />
      ) : (
        <input type="text" {...shared} />
      )}
      {(problem ?? hint) !== undefined && (
        <p id={`${id}-more`} class={problem === undefined ? 'hint' : 'hint is-wrong'}>
          {tr.t(problem ?? hint ?? '')}
        </p>
      )}
    </div>
  );
}

/** Saves the form over a revision; answers the conflict where another window was faster. */
async function saveForm(
  apply: Apply,
  citation: Citation,
  before: Fields,
  fields: Fields,
  said: string,
): Promise<'done' | 'failed' | Citation | 'deleted'> {
  const to = withFields(citation, before, fields);
  const outcome = await apply([{ id: citation.id, from: citation.revision, to }], said);
  if (outcome.done) return 'done';
  if (outcome.conflict === undefined) return 'failed';
  return outcome.conflict.theirs ?? 'deleted';
}

export function EditForm({
  citation: opened,
  close,
}: {
  citation: Citation;
  close: () => void;
}): JSX.Element {
  const { tr, say } = useShell();
  const apply = useChanges();
  // The revision that the form began with: what other windows do meanwhile does not move it.
  const [citation] = useState(opened);
  const [before] = useState(() => fieldsOf(opened));
  const [fields, setFields] = useState(before);
  const [theirs, setTheirs] = useState<Citation>();
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = problemsOf(fields);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, []);

  async function save(over: Citation): Promise<void> {
    setAsked(true);
    const [wrong] = Object.keys(problems);
    if (wrong !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
      return;
    }
    const result = await saveForm(apply, over, before, fields, tr.t('saidChanged'));
    if (result === 'done') close();
    else if (result === 'deleted') say(tr.t('deletedElsewhere'));
    else if (result !== 'failed') setTheirs(result);
  }

  return (
    <form
      ref={form}
      class="edit"
      aria-label={tr.t('edit')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(citation);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(citation);
      }}
    >
      {FIELD_NAMES.map((name) => (
        <Field
          key={name}
          name={name}
          value={fields[name]}
          problem={asked ? problems[name] : undefined}
          set={(value) => setFields((now) => ({ ...now, [name]: value }))}
        />
      ))}
      {theirs !== undefined && (
        <Conflict
          before={before}
          mine={fields}
          theirs={fieldsOf(theirs)}
          keepMine={() => void save(theirs)}
          takeTheirs={close}
        />
      )}
      <div class="buttons">
        <button type="submit" class="primary">
          {tr.t('saveChanges')}
        </button>
        <button type="button" class="secondary" onClick={close}>
          {tr.t('cancel')}
        </button>
      </div>
    </form>
  );
}
