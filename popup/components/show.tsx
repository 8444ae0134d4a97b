// "Show in page": marks in the page itself what is told of it here.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Relative } from '../../src/provenance/types.ts';
import { problemWords } from '../../src/provenance/wording.ts';
import { useServices } from '../services.ts';

/**
 * The button. The popup closes when the page is marked; where it could not be, this says so.
 * @param relative the one text to mark; without it, all of them
 */
export function ShowInPage({
  url,
  relative,
  say,
}: {
  url: string;
  relative?: Relative;
  /** Where there is a place for messages already. */
  say?: (text: string) => void;
}): JSX.Element {
  const services = useServices();
  const { tr } = services;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const tell = say ?? setSaid;

  async function show(): Promise<void> {
    setBusy(true);
    tell('');
    const answer = await services.showInPage(url, relative?.match);
    setBusy(false);
    if (!answer.ok) {
      const { said: what, advice } = problemWords(answer.problem, tr);
      tell(`${what} ${advice}`);
    } else if (answer.value.marks === 0) tell(tr.t('showNothing'));
  }

  return (
    <span class={relative === undefined ? 'show' : 'show-one'}>
      <button
        type="button"
        class={relative === undefined ? 'secondary' : 'quiet'}
        aria-disabled={busy}
        onClick={() => {
          if (!busy) void show();
        }}
      >
        {relative === undefined ? tr.t('showInPage') : tr.t('showInPageOf', relative.outlet)}
      </button>
      {say === undefined && (
        <span class="small" role="status">
          {said}
        </span>
      )}
    </span>
  );
}
