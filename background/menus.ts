// What the entries of the browser's menus and the keys do.

import { report } from '../src/platform/events.ts';
import { t, translator } from '../src/platform/i18n.ts';
import { openLibrary } from '../src/platform/library-page.ts';
import { createMenus, type MenuAction, onInstalled, onMenu } from '../src/platform/menus.ts';
import { readTabState } from '../src/platform/tab-state.ts';
import { showMessage } from '../src/platform/toolbar.ts';
import { problemWords } from '../src/provenance/problems.ts';
import { saveFromTab } from './citations.ts';
import { paintToolbar } from './show.ts';

/** How long the toolbar says what was done, before it says again what the page is. */
const SAID_MS = 4000;

async function save(tabId: number): Promise<void> {
  const answer = await saveFromTab(tabId);
  if (!answer.ok) {
    const { said, advice } = problemWords(answer.problem, translator());
    // Stays until the next look: who chose this has to learn that it is not saved.
    await showMessage(tabId, '!', `${said} ${advice}`);
    return;
  }
  await showMessage(tabId, '✓', t(answer.value.isNew ? 'saidSaved' : 'saidSavedBefore'));
  setTimeout(() => {
    readTabState(tabId)
      .then(async (state) => state && paintToolbar(tabId, state))
      .catch(report);
  }, SAID_MS);
}

export async function act(action: MenuAction, tabId: number | undefined): Promise<void> {
  switch (action) {
    case 'open-library':
      return openLibrary();
    case 'save-page':
    case 'save-quote':
      if (tabId !== undefined) await save(tabId);
  }
}

/** Registers everything at once: the worker may have been woken by a choice in the menu. */
export function listenToMenus(): void {
  onMenu((action, tabId) => {
    act(action, tabId).catch(report);
  });
  onInstalled(() => {
    createMenus({
      'save-page': t('menuSavePage'),
      'save-quote': t('menuSaveQuote'),
      'open-library': t('menuLibrary'),
    }).catch(report);
  });
}
