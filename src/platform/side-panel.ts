// The panel beside the page: Chromium's side panel, Firefox's sidebar; and the tabs it goes along with.

import { browser } from './browser.ts';

/** Whether this browser has a place beside the page. */
export function hasSidePanel(): boolean {
  return 'sidePanel' in browser || 'sidebarAction' in browser;
}

/** Opens the panel. To be called inside a click, before anything is awaited. */
export async function openSidePanel(tabId: number): Promise<void> {
  if ('sidePanel' in browser) await chrome.sidePanel.open({ tabId });
  else await browser.sidebarAction.open();
}

/** Calls back when another tab comes to the front in any window, or a tab goes to another page. */
export function onTabInFront(changed: () => void): () => void {
  const updated = (_: number, change: { url?: string; status?: string }): void => {
    if (change.url !== undefined || change.status === 'complete') changed();
  };
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(changed);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
