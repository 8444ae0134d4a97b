// The foot of the library page: a live region, and the undo of what was done last.

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Translator } from '../provenance/translator.ts';
import type { FootState } from './use-foot.ts';

/** Whether an undo key meant the text of a field. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}

export function Foot({
  foot,
  undo,
  dismiss,
  tr,
}: {
  foot: FootState;
  undo: () => Promise<void>;
  dismiss: () => void;
  tr: Translator;
}): JSX.Element {
  const { said, undoable, turn } = foot;

  useEffect(() => {
    if (!undoable) return undefined;
    function onKey(event: KeyboardEvent): void {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z';
      if (!isUndo || isTyping(event.target)) return;
      event.preventDefault();
      void undo();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [undoable, undo]);

  return (
    <div class={said === '' ? 'foot' : 'foot is-shown'}>
      <p role="status">{said !== '' && <span key={turn}>{said}</span>}</p>
      {undoable && (
        <button type="button" class="quiet" onClick={() => void undo()}>
          {tr.t('undo')}
        </button>
      )}
      {said !== '' && (
        <button type="button" class="quiet" onClick={dismiss}>
          {tr.t('dismiss')}
        </button>
      )}
    </div>
  );
}
