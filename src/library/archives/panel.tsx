// The archives that a page is compared with: those that came with Stemma, and those imported.

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useShell } from '../shell-context.ts';
import { ArchiveItem } from './archive.tsx';
import './archives.css';
import { Import, PackField, useImport } from './import.tsx';
import { LookUp } from './look-up.tsx';
import { useArchives } from './use-archives.ts';

export function Panel(): JSX.Element {
  const { tr } = useShell();
  const archives = useArchives();
  const importing = useImport(archives.changed);
  const again = useRef<HTMLInputElement>(null);
  const { entries } = archives;
  return (
    <div class="page">
      <h1>{tr.t('panelArchives')}</h1>
      <p class="muted">{tr.t('archivesExplained')}</p>
      <ul class="archives" aria-busy={entries === undefined}>
        {entries?.map((entry) => (
          <ArchiveItem
            key={entry.id}
            entry={entry}
            archives={archives}
            chooseAgain={() => again.current?.click()}
          />
        ))}
      </ul>
      <h2>{tr.t('importArchive')}</h2>
      <Import importing={importing} />
      <h2>{tr.t('lookUpHeading')}</h2>
      <LookUp />
      <PackField field={again} choose={(file) => importing.begin(file, true)} />
    </div>
  );
}
