// Two windows changed one citation: both versions side by side, and which one stays.

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useShell } from '../shell-context.ts';
import { FIELD_NAMES, type FieldName, type Fields } from './fields.ts';
import { LABELS } from './labels.ts';

/** Fields in which the two differ. */
export function differing(mine: Fields, theirs: Fields): FieldName[] {
  return FIELD_NAMES.filter((name) => mine[name] !== theirs[name]);
}

/**
 * What is saved with "mine": the fields that this form changed. Fields that only the other window
 * changed stay as it left them.
 */
export function Conflict({
  before,
  mine,
  theirs,
  keepMine,
  takeTheirs,
}: {
  before: Fields;
  mine: Fields;
  theirs: Fields;
  keepMine: () => void;
  takeTheirs: () => void;
}): JSX.Element {
  const { tr } = useShell();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} class="conflict" role="group" tabIndex={-1} aria-label={tr.t('conflict')}>
      <p>{tr.t('conflictExplained')}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{tr.t('conflictMine')}</th>
            <th scope="col">{tr.t('conflictTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differing(mine, theirs).map((name) => (
            <tr key={name}>
              <th scope="row">{tr.t(LABELS[name])}</th>
              <td dir="auto" class={mine[name] === before[name] ? 'muted' : ''}>
                {mine[name]}
              </td>
              <td dir="auto" class={theirs[name] === before[name] ? 'muted' : ''}>
                {theirs[name]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="buttons">
        <button type="button" class="secondary" onClick={keepMine}>
          {tr.t('keepMine')}
        </button>
        <button type="button" class="secondary" onClick={takeTheirs}>
          {tr.t('takeTheirs')}
        </button>
      </div>
    </div>
  );
}
