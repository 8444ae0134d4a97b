// Tabs: which one is in front, what is at its address, scripts into it, words to it.

import type { Argument, Envelope, TabCalls } from '../messages/calls.ts';
import { browser } from './browser.ts';

/** The tab in front in the window that asks. Its URL is known only where we have access. */
export async function activeTab(): Promise<{ id: number; url?: string } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  return tab.url === undefined ? { id: tab.id } : { id: tab.id, url: tab.url };
}

/** An address without its fragment: what tells one page from the next. */
export function pageOf(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}

/**
 * Runs a packaged script in the tab's top frame.
 *
 * @returns the script's completion value
 * @throws where the page cannot be scripted: no access, a browser page, an error page
 */
export async function runScript(tabId: number, file: string): Promise<unknown> {
  // Firefox takes a path without a slash from the page that asks, not from the extension's root.
  const files = [`/${file}`];
  const [answer] = await browser.scripting.executeScript({ target: { tabId }, files });
  if (answer?.error !== undefined) {
    throw new Error(`${file} failed in the page: ${describe(answer.error)}`);
  }
  return answer?.result;
}

/** Whether the tab's page lets a script of ours run at all: access, and no page of the browser. */
export async function canRunScripts(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => true });
    return true;
  } catch {
    return false;
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : JSON.stringify(cause);
}

/** Tells the content script of a tab. A tab without one (or closed) is no error: answers false. */
export async function tell<N extends keyof TabCalls>(
  tabId: number,
  call: N,
  of: Argument<N>,
): Promise<boolean> {
  const message: Envelope<N> = { call, of };
  try {
    await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}

/**
 * The page that our content script is in, without fragment: the document itself answers, so a link
 * that was clicked but has not led anywhere does not count. Undefined where no script of ours is.
 */
export async function pageInTab(tabId: number): Promise<string | undefined> {
  const message: Envelope<'page/which'> = { call: 'page/which', of: {} };
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, message, { frameId: 0 });
    return typeof answer === 'string' ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** The address of a tab, empty where the browser does not tell. */
export async function tabUrl(tabId: number): Promise<string> {
  return (await browser.tabs.get(tabId)).url ?? '';
}
