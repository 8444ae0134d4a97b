// The keys of the list, said on the page itself.

import type { JSX } from 'preact';
import { useShell } from '../shell-context.ts';

const KEYS: [keys: string, does: string][] = [
  ['/', 'keySearch'],
  ['↑ ↓ Home End PgUp PgDn', 'keyMove'],
  ['Shift + ↑ ↓', 'keyRange'],
  ['Ctrl + ↑ ↓, Space', 'keyToggle'],
  ['Ctrl + A', 'keyAll'],
  ['Enter', 'keyOpen'],
  ['Delete', 'keyDelete'],
  ['Ctrl + Z', 'keyUndo'],
  ['Esc', 'keyNone'],
];

export function Shortcuts(): JSX.Element {
  const { tr } = useShell();
  return (
    <details class="shortcuts">
      <summary>{tr.t('shortcuts')}</summary>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{tr.t(does)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
