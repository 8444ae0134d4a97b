// The archives that a page is compared with.

import type { JSX } from 'preact';
import { useShell } from '../shell-context.ts';

export function Panel(): JSX.Element {
  const { tr } = useShell();
  return (
    <div class="page">
      <h1>{tr.t('panelArchives')}</h1>
      <ul>
        {__STEMMA_ARCHIVES__.map(({ file, name }) => (
          <li key={file}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
