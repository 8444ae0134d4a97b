// What stands below who says what: loaded while the page is read for that, and drawn with it.

import type { JSX } from 'preact';
import { useMarks } from '../marks.tsx';
import { type CheckedState, useWords } from '../services.ts';
import type { AttributionView } from '../use-attribution.ts';
import { Always } from './always.tsx';
import { Facts } from './evidence.tsx';
import { Photos } from './photos.tsx';
import { Publisher } from './publisher.tsx';
import { Related } from './related.tsx';
import { Sources } from './sources.tsx';

/** At the end: how much is out of sight because the reader said so. */
function HiddenNote(): JSX.Element | null {
  const tr = useWords();
  const { hidden, show, trouble } = useMarks();
  if (hidden === 0 && trouble === undefined) return null;
  return (
    <p class="always small" role={trouble === undefined ? undefined : 'status'}>
      {trouble ?? tr.tn('hiddenMarked', hidden)}
      {hidden > 0 && (
        <button type="button" class="quiet" onClick={show}>
          {tr.t('showHidden')}
        </button>
      )}
    </p>
  );
}

/** Sources, photo, publisher, related coverage, and what is offered last. */
export function Below({
  state,
  view,
  url,
}: {
  state: CheckedState;
  view: Exclude<AttributionView, 'reading'>;
  /** Of the tab. */
  url: string;
}): JSX.Element {
  const { page, provenance } = state;
  return (
    <>
      <Sources state={state} view={view} />
      <Photos state={state} />
      <Publisher page={page} />
      {provenance.main === undefined ? <Facts page={page} /> : <Related state={state} />}
      <HiddenNote />
      <Always url={url} />
    </>
  );
}
