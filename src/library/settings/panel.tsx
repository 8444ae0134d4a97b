// What a person can set.

import type { JSX } from 'preact';
import { useShell } from '../shell-context.ts';

export function Panel(): JSX.Element {
  const { tr } = useShell();
  return (
    <div class="page">
      <h1>{tr.t('panelSettings')}</h1>
    </div>
  );
}
