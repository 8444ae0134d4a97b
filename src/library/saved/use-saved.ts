// All citations in memory as they are listed, kept in line with what any window does.

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CitationSummary } from '../../citation/summary.ts';
import { onCitationsChanged } from '../../platform/citation-db.ts';
import { allSummaries, summariesOf } from '../../platform/citation-library.ts';

export interface SavedList {
  /** Undefined until it is read. */
  all: CitationSummary[] | undefined;
  failed: unknown;
}

export function useSaved(): SavedList {
  const [byId, setById] = useState<ReadonlyMap<string, CitationSummary>>();
  const [failed, setFailed] = useState<unknown>();

  useEffect(() => {
    let gone = false;
    const fail = (cause: unknown): void => {
      if (!gone) setFailed(cause);
    };
    async function refresh(ids: readonly string[]): Promise<void> {
      const fresh = await summariesOf(ids);
      if (gone) return;
      setById((before) => {
        if (before === undefined) return before;
        const next = new Map(before);
        for (const id of ids) next.delete(id);
        for (const one of fresh) next.set(one.id, one);
        return next;
      });
    }
    // Listen before reading, so that no change falls between the two.
    const early: string[] = [];
    let isRead = false;
    const stop = onCitationsChanged((ids) => {
      if (isRead) refresh(ids).catch(fail);
      else early.push(...ids);
    });
    allSummaries()
      .then(async (all) => {
        if (gone) return;
        setById(new Map(all.map((one) => [one.id, one])));
        isRead = true;
        if (early.length > 0) await refresh(early);
      })
      .catch(fail);
    return () => {
      gone = true;
      stop();
    };
  }, []);

  const all = useMemo(() => byId && [...byId.values()], [byId]);
  return { all, failed };
}
