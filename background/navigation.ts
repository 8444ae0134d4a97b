// Tabs that load, change their address or close: what was known of the page goes with the page.

import { dropTabState, readTabState } from '../src/platform/tab-state.ts';
import { pageInTab, pageOf, tell } from '../src/platform/tabs.ts';
import { abandonLooks, lookTurn } from './look.ts';
import { paintToolbar } from './show.ts';

/** What the browser tells of a tab; `url` only on sites we may see. */
export interface TabChange {
  status?: string | undefined;
  url?: string | undefined;
}

/**
 * A tab changed. What was known goes when another page is there.
 *
 * Another address is another page: its state is dropped, and the content script, which is still
 * there on a single-page site, is asked to look. A mere "loading" proves nothing: browsers say it of
 * links that lead to a download, of loads that are stopped, and of scripts that rewrite the address
 * to itself. So at "complete" the document itself is asked which page it is. A page that loaded
 * again has announced itself by then, and its new look is under way.
 */
export async function tabChanged(tabId: number, change: TabChange): Promise<void> {
  const { status, url } = change;
  if (url === undefined && status !== 'complete') return;
  // A page announces itself soon after its address is told: what began meanwhile is its own look.
  const turn = lookTurn(tabId);
  const known = await readTabState(tabId);
  if (lookTurn(tabId) !== turn) return;
  if (url !== undefined) {
    // A jump inside the page, or a state that is already the new page's.
    if (known?.url === pageOf(url)) return;
    if (await forget(tabId)) await tell(tabId, 'page/look-again', {});
    return;
  }
  // What is said of a page without access is true of the next one too.
  if (known === undefined || known.status === 'no-access') return;
  const page = await pageInTab(tabId);
  if (lookTurn(tabId) !== turn) return;
  // A click began to read a page that has no script of ours yet: that look asks by itself. One that
  // could not be read has none either, and its error stands until the address changes.
  if (page === undefined && (known.status === 'looking' || known.status === 'error')) return;
  if (page !== known.url) await forget(tabId);
}

/** Drops what is known of a tab. Answers false where a new look began while that was done. */
async function forget(tabId: number): Promise<boolean> {
  abandonLooks(tabId);
  const turn = lookTurn(tabId);
  await dropTabState(tabId);
  if (lookTurn(tabId) !== turn) return false;
  await paintToolbar(tabId, { url: '', at: '', status: 'no-access' });
  return lookTurn(tabId) === turn;
}

export async function tabClosed(tabId: number): Promise<void> {
  abandonLooks(tabId);
  await dropTabState(tabId);
}
