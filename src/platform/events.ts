// The browser's events, handed to the worker. Called once, synchronously, when the worker starts.

import type { Result } from '../messages/calls.ts';
import { type Incoming, parseIncoming, type Sender } from '../messages/validate.ts';
import { browser } from './browser.ts';

export interface Handlers {
  call(incoming: Incoming): Promise<Result<unknown>>;
  tabChanged(tabId: number, change: { status?: string; url?: string }): Promise<void>;
  tabClosed(tabId: number): Promise<void>;
  sitesChanged(): Promise<void>;
}

/** What cannot be told to anyone else is told to whoever inspects the worker. */
export function report(cause: unknown): void {
  // oxlint-disable-next-line no-console -- the last place an error can go; nothing leaves the device
  console.error(cause);
}

export function listen(handlers: Handlers): void {
  const origin = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const incoming = parseIncoming(message, sender, origin, browser.runtime.id);
    // Not for us, or not theirs to ask: no answer, so that nothing can be learnt from one.
    return incoming === undefined ? undefined : handlers.call(incoming);
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    handlers
      .tabChanged(tabId, {
        ...(change.status === undefined ? {} : { status: change.status }),
        ...(change.url === undefined ? {} : { url: change.url }),
      })
      .catch(report);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    handlers.tabClosed(tabId).catch(report);
  });
  const sites = () => {
    handlers.sitesChanged().catch(report);
  };
  browser.permissions.onAdded.addListener(sites);
  browser.permissions.onRemoved.addListener(sites);
  browser.runtime.onInstalled.addListener(sites);
  browser.runtime.onStartup.addListener(sites);
}
