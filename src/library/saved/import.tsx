// What an import would do, entry by entry, before it is done.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryPlace, ImportReport } from '../../citation/import.ts';
import { useShell } from '../shell-context.ts';
import type { ImportControl, Resembling } from './use-import.ts';

/** More lines than anybody reads; the count stands above them. */
const MOST_LINES = 200;

const CHOICES: [Resembling, string][] = [
  ['leave', 'importLeave'],
  ['merge', 'importMerge'],
  ['both', 'importBoth'],
];

function Lines({
  title,
  lines,
}: {
  title: string;
  lines: readonly (EntryPlace & { text: string })[];
}): JSX.Element | null {
  const { tr } = useShell();
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, MOST_LINES).map(({ entry, line, label, text }) => (
          <li key={`${entry} ${text}`}>
            {tr.t('importPlace', entry, line)} {label !== undefined && <bdi>{label}: </bdi>}
            <bdi class="small">{text}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Report({
  report,
  store,
  close,
}: {
  report: ImportReport;
  store: ImportControl['store'];
  close: () => void;
}): JSX.Element {
  const { tr } = useShell();
  const [resembling, setResembling] = useState<Resembling>('leave');
  const { added, candidates, skipped, remarks } = report;
  const count = added.length + (resembling === 'leave' ? 0 : candidates.length);
  return (
    <>
      <p>{tr.tn('importAdded', added.length)}</p>
      {candidates.length > 0 && (
        <fieldset class="resembling">
          <legend>{tr.tn('importResembling', candidates.length)}</legend>
          {CHOICES.map(([value, label]) => (
            <label key={value} class="check">
              <input
                type="radio"
                name="resembling"
                value={value}
                checked={resembling === value}
                onChange={() => setResembling(value)}
              />
              {tr.t(label)}
            </label>
          ))}
        </fieldset>
      )}
      <Lines
        title={tr.tn('importWhich', candidates.length)}
        lines={candidates.map((one) => ({ ...one, text: one.citation.item.title ?? '' }))}
      />
      <Lines
        title={tr.tn('importSkipped', skipped.length)}
        lines={skipped.map(({ why, ...place }) => ({ ...place, text: why }))}
      />
      <Lines
        title={tr.tn('importRemarks', remarks.length)}
        lines={remarks.map(({ remark, ...place }) => ({ ...place, text: remark }))}
      />
      <div class="buttons">
        {count > 0 && (
          <button type="button" class="primary" onClick={() => void store(report, resembling)}>
            {tr.tn('importStore', count)}
          </button>
        )}
        <button type="button" class="secondary" onClick={close}>
          {tr.t('cancel')}
        </button>
      </div>
    </>
  );
}

export function ImportPane({ control }: { control: ImportControl }): JSX.Element | null {
  const { tr } = useShell();
  const { state, store, close } = control;
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), [state.step]);
  if (state.step === 'none') return null;
  return (
    <section ref={box} class="details" tabIndex={-1} aria-label={tr.t('importTitle')}>
      <h2>
        {tr.t('importTitle')} {'name' in state && <bdi>{state.name}</bdi>}
      </h2>
      {state.step === 'reading' && <p role="status">{tr.t('importReading')}</p>}
      {state.step === 'storing' && (
        <p>
          <progress
            aria-label={tr.t('importTitle')}
            value={state.done}
            max={Math.max(1, state.of)}
          />
        </p>
      )}
      {state.step === 'report' && <Report report={state.report} store={store} close={close} />}
      {state.step === 'failed' && (
        <>
          <p role="alert">{tr.t('importFailed', state.why)}</p>
          <button type="button" class="secondary" onClick={close}>
            {tr.t('dismiss')}
          </button>
        </>
      )}
    </section>
  );
}
