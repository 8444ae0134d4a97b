// Tabs that load, change their address or close: what was known of the page goes with the page.

import { dropTabState, readTabState } from '../src/platform/tab-state.ts';
import { pageOf, tell } from '../src/platform/tabs.ts';
import { abandonLooks } from './look.ts';
import { paintToolbar } from './show.ts';

/** What the browser tells of a tab; `url` only on sites we may see. */
export interface TabChange {
  status?: string | undefined;
  url?: string | undefined;
}

/**
 * A tab changed. Its state is dropped when another page begins to load there. An address that
 * changes without a load is a single-page site: the content script, still there, is asked to look.
 */
export async function tabChanged(tabId: number, change: TabChange): Promise<void> {
  const { status, url } = change;
  if (url === undefined && status !== 'loading') return;
  const known = await readTabState(tabId);
  // A jump inside the page, or a state that is already the new page's.
  if (url !== undefined && known?.url === pageOf(url)) return;
  abandonLooks(tabId);
  await dropTabState(tabId);
  await paintToolbar(tabId, { url: '', at: '', status: 'no-access' });
  if (url !== undefined) await tell(tabId, 'page/look-again', {});
}

export async function tabClosed(tabId: number): Promise<void> {
  abandonLooks(tabId);
  await dropTabState(tabId);
}
