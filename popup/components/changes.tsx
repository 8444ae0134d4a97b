// What has changed since an archived version: what weighs most first, small edits folded.

import type { JSX } from 'preact';
import { changeWords } from '../../src/provenance/changes.ts';
import type { Relative } from '../../src/provenance/types.ts';
import { useWords } from '../services.ts';
import { Section } from './text.tsx';

/** The changes of a page against one relative; nothing where none are known. */
export function Changes({ relative }: { relative: Relative }): JSX.Element | null {
  const tr = useWords();
  const words = changeWords(relative, tr);
  if (words === undefined) return null;
  const { heading, lines, folded } = words;
  return (
    <Section title={heading} wide>
      {lines.length > 0 && (
        <ul class="statements">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {folded.length > 0 && (
        <details class="small">
          <summary>{tr.t('changesFolded')}</summary>
          <ul class="statements">
            {folded.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
