// The state of each tab, in session storage: it outlives the worker and ends with the browser.

import type { TabState } from '../provenance/tab-state.ts';
import { browser } from './browser.ts';

const PREFIX = 'tab:';
const STATUSES = ['looking', 'not-article', 'no-access', 'error', 'checked'];

function keyOf(tabId: number): string {
  return `${PREFIX}${tabId}`;
}

/** Session storage is ours alone and ends with the browser, so its states are of this version. */
function isTabState(value: unknown): value is TabState {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    typeof value.url === 'string' &&
    'status' in value &&
    typeof value.status === 'string' &&
    STATUSES.includes(value.status)
  );
}

/** What is known of the tab's page; undefined where nothing is. */
export async function readTabState(tabId: number): Promise<TabState | undefined> {
  const key = keyOf(tabId);
  const value = (await browser.storage.session.get(key))[key];
  return isTabState(value) ? value : undefined;
}

export async function writeTabState(tabId: number, state: TabState): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: state });
}

export async function dropTabState(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** The states of all tabs. */
export async function allTabStates(): Promise<Map<number, TabState>> {
  const stored = await browser.storage.session.get(null);
  return new Map(
    Object.entries(stored).flatMap(([key, value]) =>
      key.startsWith(PREFIX) && isTabState(value)
        ? [[Number(key.slice(PREFIX.length)), value] as const]
        : [],
    ),
  );
}

/** Calls back with each later state of a tab, undefined when it is gone. Returns how to stop. */
export function onTabState(
  tabId: number,
  callback: (state: TabState | undefined) => void,
): () => void {
  const key = keyOf(tabId);
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key];
    if (change === undefined) return;
    callback(isTabState(change.newValue) ? change.newValue : undefined);
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
