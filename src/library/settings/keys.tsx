// The keys that work anywhere in the browser, and the way to change them.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openShortcutSettings, type Shortcut, shortcuts } from '../../platform/shortcuts.ts';
import { problemWords } from '../../provenance/problems.ts';
import { useShell } from '../shell-context.ts';

export function Keys(): JSX.Element {
  const { tr, say } = useShell();
  const [all, setAll] = useState<Shortcut[]>([]);
  useEffect(() => {
    shortcuts().then(setAll, (cause: unknown) => {
      say(problemWords({ code: 'internal', detail: String(cause) }, tr).said);
    });
  }, [tr, say]);

  async function change(): Promise<void> {
    try {
      await openShortcutSettings();
    } catch (cause) {
      say(problemWords({ code: 'internal', detail: String(cause) }, tr).said);
    }
  }

  return (
    <>
      <h2>{tr.t('shortcuts')}</h2>
      <dl class="settings-archives">
        {all.map(({ description, keys }) => (
          <div key={description}>
            <dt>{description}</dt>
            <dd>{keys === '' ? tr.t('keysNone') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="quiet" onClick={() => void change()}>
        {tr.t('keysChange')}
      </button>
    </>
  );
}
