// All citations in memory as they are listed, kept in line with what any window does.

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CitationSummary } from '../../citation/summary.ts';
import { onCitationsChanged } from '../../platform/citation-db.ts';
import { allSummaries, latestSummaries, summariesOf } from '../../platform/citation-library.ts';

/** More than a window shows. */
const FIRST = 30;

export interface SavedList {
  /** Undefined until something is read; then the latest, and soon all. */
  all: CitationSummary[] | undefined;
  /** Whether these are all. */
  isWhole: boolean;
  failed: unknown;
}

export function useSaved(): SavedList {
  const [byId, setById] = useState<ReadonlyMap<string, CitationSummary>>();
  const [isWhole, setIsWhole] = useState(false);
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
    const show = (some: readonly CitationSummary[], which: 'first' | 'all'): void => {
      if (gone) return;
      setById(new Map(some.map((one) => [one.id, one])));
      // After the frame that paints them; the browser's own tools show it, and the benchmark.
      requestAnimationFrame(() => setTimeout(() => performance.mark(`saved: ${which} rows`)));
    };
    async function read(): Promise<void> {
      const latest = await latestSummaries(FIRST);
      if (latest.length === FIRST) show(latest, 'first');
      const all = await allSummaries();
      show(all, 'all');
      if (!gone) setIsWhole(true);
      isRead = true;
      if (early.length > 0) await refresh(early);
    }
    read().catch(fail);
    return () => {
      gone = true;
      stop();
    };
  }, []);

  const all = useMemo(() => byId && [...byId.values()], [byId]);
  return { all, isWhole, failed };
}
