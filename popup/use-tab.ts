// The page under the popup: its state as it is known, asked for where it is not.

import { useCallback, useEffect, useState } from 'preact/hooks';
import { checkedUrl } from '../src/article/url.ts';
import type { Mark } from '../src/provenance/marks.ts';
import type { StemmaProblem, TabState } from '../src/provenance/tab-state.ts';
import type { PopupServices } from './services.ts';

/** What the popup shows. */
export type View =
  /** Nothing is known yet; lasts a few milliseconds. */
  | { kind: 'opening' }
  /** A page that extensions cannot read. */
  | { kind: 'closed' }
  /** In the panel: a page that nobody has let us look at. */
  | { kind: 'unseen' }
  | { kind: 'problem'; problem: StemmaProblem }
  | { kind: 'state'; state: TabState };

export interface TabView {
  view: View;
  /** The tab's id and http(s) address; absent while opening and over closed pages. */
  tab: { id: number; url: string } | undefined;
  /** What was marked about the page that the popup was opened over. */
  known: { page: string; marks: Mark[] } | undefined;
  /** Looks at the page now. */
  check: () => Promise<void>;
}

/** A check that has gone on for longer was cut off with the worker that ran it. */
const LOST_AFTER_MS = 20_000;

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

/** Whether a state speaks of the page that the tab shows, and is not a check that never ended. */
function holds(state: TabState | undefined, url: string): state is TabState {
  if (state === undefined || withoutFragment(state.url) !== withoutFragment(url)) return false;
  return state.status !== 'looking' || Date.now() - Date.parse(state.at) < LOST_AFTER_MS;
}

/**
 * The state of the active tab, kept up to date while the popup is open. In the panel the tab may
 * change, and nothing is asked for: pages there are looked at as they are without it.
 */
export function useTab(services: PopupServices): TabView {
  const [view, setView] = useState<View>({ kind: 'opening' });
  const [tab, setTab] = useState<{ id: number; url: string }>();

  const [known, setKnown] = useState<TabView['known']>();
  const [front, setFront] = useState(0);

  useEffect(
    () =>
      services.panel ? services.onTabInFront(() => setFront((count) => count + 1)) : undefined,
    [services],
  );

  const checkTab = useCallback(
    async (tabId: number): Promise<void> => {
      const answer = await services.call('tab/check', { tabId });
      if (!answer.ok) setView({ kind: 'problem', problem: answer.problem });
    },
    [services],
  );

  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    async function open(): Promise<void> {
      const active = await services.activeTab();
      const url = active?.url === undefined ? undefined : checkedUrl(active.url);
      if (gone) return;
      if (active === undefined || (url === undefined && !services.panel)) {
        setView({ kind: 'closed' });
        return;
      }
      // Listen before reading, so that no change falls between the two.
      stop = services.onTabState(active.id, (state) => {
        if (state === undefined) return;
        setTab({ id: active.id, url: state.url });
        setView({ kind: 'state', state });
      });
      if (url === undefined) {
        setView({ kind: active.url === undefined ? 'unseen' : 'closed' });
        return;
      }
      // Together: marks decide what of the state is shown, and each wait delays the first paint.
      const page = withoutFragment(url);
      const [state, marks] = await Promise.all([
        services.readTabState(active.id),
        services.readMarks(page).catch(() => undefined),
      ]);
      if (gone) return;
      setKnown(marks === undefined ? undefined : { page, marks });
      setTab({ id: active.id, url });
      if (holds(state, url)) {
        setView({ kind: 'state', state });
        return;
      }
      const at = new Date().toISOString();
      if (services.panel) {
        const status = (await services.hasSite(url)) ? 'looking' : 'no-access';
        if (!gone) setView({ kind: 'state', state: { url, at, status } });
        return;
      }
      setView({ kind: 'state', state: { url, at, status: 'looking' } });
      await checkTab(active.id);
    }
    open().catch((error: unknown) => {
      setView({ kind: 'problem', problem: { code: 'internal', detail: String(error) } });
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [services, checkTab, front]);

  const check = useCallback(async (): Promise<void> => {
    if (tab === undefined) return;
    const at = new Date().toISOString();
    setView({ kind: 'state', state: { url: tab.url, at, status: 'looking' } });
    await checkTab(tab.id);
  }, [tab, checkTab]);

  return { view, tab, known, check };
}
