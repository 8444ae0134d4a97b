// A port to the reader of files: through the offscreen document in Chromium, directly in Firefox.

import { browser } from '../browser.ts';
import { HAND_OVER } from './protocol.ts';

/** A window that a service worker can write to. */
interface WindowClient {
  url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

interface Clients {
  matchAll(options: {
    includeUncontrolled: true;
    type: 'window';
  }): Promise<readonly WindowClient[]>;
}

function hasClients(scope: object): scope is { clients: Clients } {
  return 'clients' in scope;
}

/** The reader, where this context can make one itself. */
let reader: Worker | undefined;

/** Says that the reader does not answer: the next port goes to a new one. */
export function dropReader(): void {
  reader?.terminate();
  reader = undefined;
}

/**
 * A port to a reader that may have to be started first.
 *
 * @throws where the browser offers no way to one
 */
export async function connectReader(): Promise<MessagePort> {
  const { port1, port2 } = new MessageChannel();
  if (typeof Worker === 'function') {
    reader ??= new Worker(browser.runtime.getURL('workers/reader.js'));
    reader.postMessage(HAND_OVER, [port2]);
  } else {
    (await offscreenDocument()).postMessage(HAND_OVER, [port2]);
  }
  return port1;
}

async function offscreenDocument(): Promise<WindowClient> {
  const url = browser.runtime.getURL('offscreen/index.html');
  const there = await findWindow(url);
  if (there !== undefined) return there;
  let failure: unknown;
  try {
    await chrome.offscreen.createDocument({
      url,
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification: 'Reads slices of imported archives in a dedicated worker.',
    });
  } catch (cause) {
    // There can be one at most: another lookup may have been quicker.
    failure = cause;
  }
  const made = await findWindow(url);
  if (made !== undefined) return made;
  throw failure ?? new Error('the offscreen document does not show');
}

async function findWindow(url: string): Promise<WindowClient | undefined> {
  const scope: object = globalThis;
  if (!hasClients(scope)) throw new Error('neither workers nor windows can be reached here');
  const windows = await scope.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  return windows.find((window) => window.url === url);
}
