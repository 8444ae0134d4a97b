// Entries of the browser's own menus, and keys: both let Stemma read the page in front, once.

import { browser } from './browser.ts';

export type MenuAction = 'save-page' | 'save-quote' | 'open-library';

const ACTIONS: readonly MenuAction[] = ['save-page', 'save-quote', 'open-library'];

/** Puts the entries into the menus. The browser keeps them until the extension changes. */
export async function createMenus(words: Record<MenuAction, string>): Promise<void> {
  await browser.contextMenus.removeAll();
  const documentUrlPatterns = ['https://*/*', 'http://*/*'];
  browser.contextMenus.create({
    id: 'save-page',
    title: words['save-page'],
    contexts: ['page', 'action'],
    documentUrlPatterns,
  });
  browser.contextMenus.create({
    id: 'save-quote',
    title: words['save-quote'],
    contexts: ['selection'],
    documentUrlPatterns,
  });
  browser.contextMenus.create({
    id: 'open-library',
    title: words['open-library'],
    contexts: ['action'],
  });
}

function isAction(name: unknown): name is MenuAction {
  return ACTIONS.some((action) => action === name);
}

/** Calls back when an entry was chosen, or its key pressed, over a tab. To be called at once. */
export function onMenu(chosen: (action: MenuAction, tabId: number | undefined) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (isAction(menuItemId)) chosen(menuItemId, tab?.id);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (isAction(command)) chosen(command, tab?.id);
  });
}

/** Calls back when the menus have to be made: at install and at each update. */
export function onInstalled(made: () => void): void {
  browser.runtime.onInstalled.addListener(made);
}
