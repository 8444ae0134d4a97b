// Changes to citations as the page makes them: said, undoable, and explained where they fail.

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Citation } from '../../citation/types.ts';
import {
  type Change,
  changeCitations,
  citationsById,
  RevisionConflictError,
  undoChanges,
} from '../../platform/citation-library.ts';
import { problemOf, problemWords } from '../../provenance/problems.ts';
import { useShell } from '../shell-context.ts';

/** What came of a change: done, or what stood in its way. It was told already. */
export type Outcome = { done: true } | { done: false; conflict?: RevisionConflictError };

export type Apply = (changes: readonly Change[], said: string) => Promise<Outcome>;

/** What went wrong, in one line, with what to do. */
export function useFailure(): (cause: unknown) => void {
  const { tr, say } = useShell();
  return useCallback(
    (cause: unknown): void => {
      if (cause instanceof RevisionConflictError) {
        say(tr.t('changedElsewhere'));
        return;
      }
      const { said, advice } = problemWords(problemOf(cause), tr);
      say(`${said} ${advice}`);
    },
    [tr, say],
  );
}

export function useChanges(): Apply {
  const { tr, offerUndo } = useShell();
  const fail = useFailure();
  return useCallback(
    async (changes, said) => {
      try {
        const made = await changeCitations(changes);
        offerUndo({
          said,
          undo: async () => {
            await undoChanges(made);
            return tr.t('saidUndone');
          },
        });
        return { done: true };
      } catch (cause) {
        fail(cause);
        return cause instanceof RevisionConflictError
          ? { done: false, conflict: cause }
          : { done: false };
      }
    },
    [tr, offerUndo, fail],
  );
}

/** A citation whole, read again at each revision. Undefined while it is read, or where it is gone. */
export function useCitation(id: string, revision: number): Citation | undefined {
  const fail = useFailure();
  const [citation, setCitation] = useState<Citation>();
  useEffect(() => {
    let gone = false;
    citationsById([id]).then(([found]) => {
      if (!gone) setCitation(found);
    }, fail);
    return () => {
      gone = true;
    };
  }, [id, revision, fail]);
  return citation?.id === id ? citation : undefined;
}
