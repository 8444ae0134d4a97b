// Below the list: a file in, everything out, and the keys.

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { allCitations } from '../../platform/citation-library.ts';
import { useShell } from '../shell-context.ts';
import { saveFile } from './files.ts';
import { Shortcuts } from './shortcuts.tsx';
import { useFailure } from './use-changes.ts';

const ACCEPTED = '.json,.bib,.bibtex,.ris,.txt,application/json,application/x-bibtex';

export function Transfer({ read }: { read: (file: File) => Promise<void> }): JSX.Element {
  const { tr, say } = useShell();
  const fail = useFailure();
  const input = useRef<HTMLInputElement>(null);

  async function backUp(): Promise<void> {
    try {
      const { exportCitations } = await import('../../citation/export.ts');
      const all = await allCitations();
      const file = await exportCitations(all, 'backup');
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`stemma-citations-${day}.${file.extension}`, file.mime, file.text);
      say(tr.tn('saidBackedUp', all.length));
    } catch (cause) {
      fail(cause);
    }
  }

  return (
    <div class="transfer">
      <input
        ref={input}
        class="hidden"
        type="file"
        accept={ACCEPTED}
        tabIndex={-1}
        aria-label={tr.t('importTitle')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void read(file);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" class="quiet" onClick={() => input.current?.click()}>
        {tr.t('importFile')}
      </button>
      <button type="button" class="quiet" onClick={() => void backUp()}>
        {tr.t('backUp')}
      </button>
      <Shortcuts />
    </div>
  );
}
