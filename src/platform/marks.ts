// Marks in a tab's page: the script, its word, and the style, which the page cannot list.

import type { Argument } from '../messages/calls.ts';
import { browser } from './browser.ts';
import { runScript } from './tabs.ts';

/**
 * Brings the marking script into a tab; a second one leaves the first to answer.
 * @throws where the page cannot be scripted
 */
export async function injectMarking(tabId: number): Promise<void> {
  await runScript(tabId, __STEMMA_FILES__.highlight);
}

/** Asks the marking script of a tab. */
export async function askToMark(tabId: number, of: Argument<'marks/show'>): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, { call: 'marks/show', of }, { frameId: 0 });
}

/**
 * Puts a style sheet into the page that the page cannot list. Of the origin AUTHOR: Chromium paints
 * no colours of `::highlight()` that come from a user's sheet, though it computes them.
 */
export async function addStyle(tabId: number, css: string): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId }, css, origin: 'AUTHOR' });
}

/** Takes it away; it is told from others by its very text. */
export async function removeStyle(tabId: number, css: string): Promise<void> {
  await browser.scripting.removeCSS({ target: { tabId }, css, origin: 'AUTHOR' });
}
