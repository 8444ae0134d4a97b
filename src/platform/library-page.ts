// The library page as a tab of the browser: brought to the front where it is open, else opened.

import { browser } from './browser.ts';

/** The panels of the library page, as its address names them after `#`. */
export type PanelName = 'saved' | 'archives' | 'settings' | 'about';

const PATH = 'src/library/index.html';

/**
 * Shows a panel of the library page. Uses the tab that has it open, so that no second one appears.
 * @param detail what in the panel, such as a citation's id: ends up behind a slash
 */
export async function openLibrary(panel: PanelName = 'saved', detail = ''): Promise<void> {
  const page = browser.runtime.getURL(PATH);
  const url = `${page}#${panel}${detail === '' ? '' : `/${detail.split('/').map(encodeURIComponent).join('/')}`}`;
  // Browsers tell an extension the addresses of its own pages without the "tabs" permission.
  const open = (await browser.tabs.query({})).find(({ url: at }) => at?.startsWith(page) === true);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true, url });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
