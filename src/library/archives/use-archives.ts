// The archives there are, as the worker tells of them, and what can be done to one.

import { useCallback, useEffect, useState } from 'preact/hooks';
import { checkStored } from '../../platform/archive-store/check.ts';
import { removeArchive, sweepArchives } from '../../platform/archive-store/sweep.ts';
import type { ArchiveEntry } from '../../platform/archive-store/types.ts';
import { call } from '../../platform/call.ts';
import { problemWords } from '../../provenance/problems.ts';
import type { StemmaProblem } from '../../provenance/tab-state.ts';
import { useShell } from '../shell-context.ts';

export interface Archives {
  /** Undefined until they are known. */
  entries: ArchiveEntry[] | undefined;
  refresh: () => Promise<void>;
  /** Has the worker open anew what has changed, and lists again. */
  changed: () => Promise<void>;
  setOn: (entry: ArchiveEntry, on: boolean) => Promise<void>;
  remove: (entry: ArchiveEntry) => Promise<void>;
  /** Reads a whole archive and checks it; answers what is wrong, undefined where it holds. */
  check: (entry: ArchiveEntry) => Promise<string | undefined>;
}

export function useArchives(): Archives {
  const { tr, say } = useShell();
  const [entries, setEntries] = useState<ArchiveEntry[]>();

  const tell = useCallback(
    (problem: StemmaProblem): void => say(problemWords(problem, tr).said),
    [say, tr],
  );
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await call('archives/list', {});
    if (answer.ok) setEntries(answer.value);
    else tell(answer.problem);
  }, [tell]);
  const changed = useCallback(async (): Promise<void> => {
    const answer = await call('archives/changed', {});
    if (!answer.ok) tell(answer.problem);
    await refresh();
  }, [tell, refresh]);

  useEffect(() => {
    // What an import left that ended with its window.
    sweepArchives().catch((cause: unknown) => tell({ code: 'internal', detail: String(cause) }));
    void refresh();
    // Another window may have imported or removed one.
    const shown = (): void => {
      if (!document.hidden) void refresh();
    };
    document.addEventListener('visibilitychange', shown);
    return () => document.removeEventListener('visibilitychange', shown);
  }, [refresh, tell]);

  return {
    entries,
    refresh,
    changed,
    async setOn({ id }, on) {
      const answer = await call('archives/switch', { id, on });
      if (!answer.ok) tell(answer.problem);
      await refresh();
    },
    async remove(entry) {
      try {
        await removeArchive(entry.id);
        say(tr.t('archiveRemoved', entry.info?.name ?? entry.file));
      } catch (cause) {
        tell({ code: 'internal', detail: String(cause) });
      }
      await changed();
    },
    check: ({ id }) => checkStored(id),
  };
}
