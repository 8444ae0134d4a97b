// The keys that the browser keeps for Stemma, and the place where a person changes them.

import { browser } from './browser.ts';

export interface Shortcut {
  /** What it does, in the reader's language. */
  description: string;
  /** `Alt+Shift+S`; empty where none is set. */
  keys: string;
}

export async function shortcuts(): Promise<Shortcut[]> {
  const all = await browser.commands.getAll();
  return all.flatMap(({ name, description = '', shortcut = '' }) =>
    // The browser's own entry for the icon has no words of ours.
    name?.startsWith('_') === true ? [] : [{ description, keys: shortcut }],
  );
}

/** Opens the browser's own page for keys: an extension may not set them itself. */
export async function openShortcutSettings(): Promise<void> {
  const open: unknown = Reflect.get(browser.commands, 'openShortcutSettings');
  if (typeof open === 'function') {
    await Reflect.apply(open, browser.commands, []);
    return;
  }
  const isFirefox = browser.runtime.getURL('').startsWith('moz-');
  await browser.tabs.create({ url: isFirefox ? 'about:addons' : 'chrome://extensions/shortcuts' });
}
