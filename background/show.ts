// Keeps the state of a tab and shows it: session storage first, then toolbar and badge.

import { siteHost } from '../src/article/url.ts';
import { translator } from '../src/platform/i18n.ts';
import { badgesOn, readTheme } from '../src/platform/settings.ts';
import { writeTabState } from '../src/platform/tab-state.ts';
import { tell } from '../src/platform/tabs.ts';
import { showToolbar } from '../src/platform/toolbar.ts';
import type { TabState } from '../src/provenance/tab-state.ts';
import { badgeModel, toolbarState } from '../src/provenance/wording.ts';

/**
 * Keeps and shows a state. It is kept first: what is shown is also there after the worker died.
 *
 * @param isLatest false once a later look began; nothing is painted then
 */
export async function show(
  tabId: number,
  state: TabState,
  isLatest: () => boolean = () => true,
): Promise<void> {
  await writeTabState(tabId, state);
  if (!isLatest()) return;
  await Promise.all([paintToolbar(tabId, state), paintBadge(tabId, state)]);
}

/** The toolbar icon for a state. */
export async function paintToolbar(tabId: number, state: TabState): Promise<void> {
  await showToolbar(tabId, toolbarState(state, translator()), await readTheme());
}

/** The badge for a state, or none. */
export async function paintBadge(tabId: number, state: TabState): Promise<void> {
  const model =
    state.status === 'checked' && (await badgesOn(siteHost(state.url) ?? ''))
      ? badgeModel(state.provenance, translator())
      : undefined;
  if (model === undefined) {
    await tell(tabId, 'badge/hide', {});
    return;
  }
  await tell(tabId, 'badge/show', { ...model, page: state.url });
}
