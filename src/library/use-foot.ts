// What is said at the foot of the page, and what can be taken back for as long as it stands there.

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { problemWords } from '../provenance/problems.ts';
import type { Translator } from '../provenance/translator.ts';
import type { Undoable } from './shell-context.ts';

/**
 * How long an undo is offered. Long enough to be reached by keyboard or screen reader; WCAG 2.2.1
 * asks for twenty seconds or a way to hold it, and the offer also stays while focus or pointer is in it.
 */
const UNDO_MS = 20_000;
const SAY_MS = 6000;

export interface FootState {
  said: string;
  undoable: boolean;
  /** Another number for each message, so that the same words are said twice. */
  turn: number;
}

export interface FootControl {
  foot: FootState;
  say: (message: string) => void;
  offerUndo: (of: Undoable) => void;
  undo: () => Promise<void>;
  /** Ends the offer now; what was done stays done. */
  dismiss: () => void;
}

export function useFoot(tr: Translator): FootControl {
  const [foot, setFoot] = useState<FootState>({ said: '', undoable: false, turn: 0 });
  const offered = useRef<Undoable | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const show = useCallback((said: string, undoable: boolean): void => {
    setFoot(({ turn }) => ({ said, undoable, turn: turn + 1 }));
  }, []);

  /** Makes final what was offered before. */
  const settle = useCallback((): void => {
    const last = offered.current;
    offered.current = undefined;
    last?.settle?.().catch((cause: unknown) => {
      show(problemWords({ code: 'internal', detail: String(cause) }, tr).said, false);
    });
  }, [tr, show]);

  const clearLater = useCallback(
    (after: number): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(function end() {
        // Whoever is on its way to the button is not cut off.
        if (document.querySelector('.foot:is(:hover, :focus-within)') !== null) {
          timer.current = setTimeout(end, SAY_MS);
          return;
        }
        settle();
        show('', false);
      }, after);
    },
    [settle, show],
  );

  const say = useCallback(
    (message: string): void => {
      // A message does not take the undo away: it stands beside it until that has ended.
      show(message, offered.current !== undefined);
      clearLater(offered.current === undefined ? SAY_MS : UNDO_MS);
    },
    [show, clearLater],
  );

  const offerUndo = useCallback(
    (of: Undoable): void => {
      settle();
      offered.current = of;
      show(of.said, true);
      clearLater(UNDO_MS);
    },
    [settle, show, clearLater],
  );

  const undo = useCallback(async (): Promise<void> => {
    const last = offered.current;
    if (last === undefined) return;
    offered.current = undefined;
    try {
      show(await last.undo(), false);
    } catch (cause) {
      offered.current = last;
      show(problemWords({ code: 'internal', detail: String(cause) }, tr).said, true);
    }
    clearLater(SAY_MS);
  }, [tr, show, clearLater]);

  const dismiss = useCallback((): void => {
    clearTimeout(timer.current);
    settle();
    show('', false);
  }, [settle, show]);

  useEffect(() => {
    addEventListener('pagehide', settle);
    return () => removeEventListener('pagehide', settle);
  }, [settle]);

  return { foot, say, offerUndo, undo, dismiss };
}
