// The toolbar icon of one tab: icon, badge text, and the title that a screen reader says.

import type { TreeState } from '../icons/tree.ts';
import type { ToolbarState } from '../provenance/wording.ts';
import { browser } from './browser.ts';

const SIZES = [16, 32] as const;

function iconPaths(icon: TreeState, theme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [size, `/icons/${icon}-${theme}-${size}.png`]));
}

/** The icon of every tab that Stemma knows nothing of, for the toolbar's theme. */
export async function showDefaultIcon(theme: 'light' | 'dark'): Promise<void> {
  await browser.action.setIcon({ path: iconPaths('no-access', theme) });
}

/** Shows a state on a tab's icon. A tab that was closed meanwhile is no error. */
export async function showToolbar(
  tabId: number,
  state: ToolbarState,
  theme: 'light' | 'dark',
): Promise<void> {
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path: iconPaths(state.icon, theme) }),
      browser.action.setBadgeText({ tabId, text: state.badgeText }),
      browser.action.setTitle({ tabId, title: state.title }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BADGE[theme].background }),
      browser.action.setBadgeTextColor({ tabId, color: BADGE[theme].text }),
    ]);
  } catch (cause) {
    if (await exists(tabId)) throw cause;
  }
}

/** Says something on a tab's icon, in place of what the page is. A closed tab is no error. */
export async function showMessage(tabId: number, text: string, title: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch (cause) {
    if (await exists(tabId)) throw cause;
  }
}

/** One accent for every state: colour says nothing of good or bad. At least 4.5:1 on each theme. */
const BADGE = {
  light: { background: '#2b46c8', text: '#ffffff' },
  dark: { background: '#9fb3ff', text: '#141b3a' },
} as const;

async function exists(tabId: number): Promise<boolean> {
  try {
    await browser.tabs.get(tabId);
    return true;
  } catch {
    return false;
  }
}
