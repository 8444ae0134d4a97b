// Injected when a person asks to see passages in the page: waits for the worker's word, then marks.

import { pageHere, type Shown, showMarks } from './highlight.ts';
import { parseShow } from './highlight-model.ts';

/** How one run of this script finds another in the same page. Seen by this extension alone. */
interface Run {
  alive(): boolean;
  stop(): void;
}
const marker = 'stemmaMarks';

function isRun(value: unknown): value is Run {
  return typeof value === 'object' && value !== null && 'alive' in value && 'stop' in value;
}

/** False once the extension was reloaded or removed: this script is then an orphan. */
function isConnected(): boolean {
  try {
    return typeof chrome.runtime.id === 'string';
  } catch {
    // Firefox throws where Chromium gives undefined.
    return false;
  }
}

function listen(): Run {
  let shown: Shown | undefined;
  const onMessage = (
    message: unknown,
    sender: chrome.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ): void => {
    // The worker has no tab; another content script of ours would.
    if (sender.id !== chrome.runtime.id || sender.tab !== undefined) return;
    const model = parseShow(message);
    if (model === undefined) return;
    if (model.page !== pageHere()) {
      respond(null);
      return;
    }
    shown?.off();
    shown = showMarks(model, () => {
      shown = undefined;
      if (!isConnected()) return;
      // The worker may be gone in this very moment; the style then goes with the page.
      const call = { call: 'marks/off', of: { name: model.name } };
      chrome.runtime.sendMessage(call).catch(() => {});
    });
    respond(shown.answer);
  };
  chrome.runtime.onMessage.addListener(onMessage);
  return { alive: isConnected, stop: () => shown?.off() };
}

const earlier: unknown = Reflect.get(globalThis, marker);
const isRunning = isRun(earlier) && earlier.alive();
if (window.top === window && !isRunning) {
  if (isRun(earlier)) earlier.stop();
  Reflect.set(globalThis, marker, listen());
}
