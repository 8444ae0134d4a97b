// Saved citations, latest first.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Citation } from '../../citation/types.ts';
import { allCitations } from '../../platform/citation-library.ts';
import { problemWords } from '../../provenance/problems.ts';
import { useShell } from '../shell-context.ts';

export function Panel(): JSX.Element {
  const { tr, say } = useShell();
  const [all, setAll] = useState<Citation[]>();
  useEffect(() => {
    allCitations().then(setAll, (cause: unknown) => {
      say(problemWords({ code: 'internal', detail: String(cause) }, tr).said);
    });
  }, [tr, say]);
  return (
    <div class="page">
      <h1>{tr.t('panelSaved')}</h1>
      {all?.length === 0 && <p class="muted">{tr.t('savedNone')}</p>}
      <ul>
        {all?.map(({ id, item }) => (
          <li key={id}>{item.title ?? item.URL}</li>
        ))}
      </ul>
    </div>
  );
}
