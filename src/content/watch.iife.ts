// Runs in every page it may: a cheap first look, a word to the worker, and the badge it asks for.

import { firstLook } from '../article/detect.ts';
import type { Envelope, PageCalls } from '../messages/calls.ts';
import { type Badge, showBadge } from './badge.ts';
import { parseTabCall } from './model.ts';

/** How one run of this script finds another in the same page. Seen by this extension alone. */
interface Watch {
  alive(): boolean;
  stop(): void;
}
const marker = 'stemmaWatch';
/** Where `read.iife.ts` leaves the address of the page it read. Seen by this extension alone. */
const readMarker = 'stemmaRead';

/** Quiet time that ends a re-rendering, and how long to wait for it, in milliseconds. */
const quiet = 250;
const patience = 2500;

function isWatch(value: unknown): value is Watch {
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

function tell<N extends keyof PageCalls>(call: N, of: Envelope<N>['of']): void {
  const message: Envelope<N> = { call, of };
  try {
    // The worker may be gone in this very moment (an update); the next page finds the new one.
    chrome.runtime.sendMessage(message).catch(() => {});
  } catch {
    // Thrown at once where the extension was reloaded: nobody is left to tell.
  }
}

/** Waits until the page stops changing for a moment. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect();
      clearTimeout(pause);
      clearTimeout(limit);
      resolve();
    };
    const observer = new MutationObserver(() => {
      clearTimeout(pause);
      pause = setTimeout(done, quiet);
    });
    let pause = setTimeout(done, quiet);
    const limit = setTimeout(done, patience);
    observer.observe(document.documentElement, { childList: true, subtree: true });
  });
}

/** The page's address without fragment: what tells one page from the next. */
function page(): string {
  return location.href.replace(/#.*$/s, '');
}

/** What was told of the page; a later look is told only where it found more. */
type Told = 'nothing' | 'no' | 'without text' | 'yes';

/** Looks, and tells the worker unless it already knows as much. */
function look(told: Told): Told {
  const { articleLike, why } = firstLook(document, location.href);
  const found = !articleLike ? 'no' : why.includes('running-text') ? 'yes' : 'without text';
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const ranks: Told[] = ['nothing', 'no', 'without text', 'yes'];
  if (ranks.indexOf(found) <= ranks.indexOf(told)) return told;
  tell('page/looked', { page: page(), articleLike, why, dark });
  return found;
}

function watch(): Watch {
  let badge: Badge | undefined;
  /** The page that the worker was last told of, or that it read for a click. */
  let announced: string | undefined;
  /** The page for which the person put the badge away. */
  let dismissed: string | undefined;
  let turn = 0;
  const hide = (): void => {
    badge?.remove();
    badge = undefined;
  };
  const announce = (told: Told): Told => {
    const known = announced === page() ? told : 'nothing';
    announced = page();
    return look(known);
  };
  const lookLater = async (told: Told): Promise<void> => {
    const mine = ++turn;
    await settled();
    if (mine === turn && isConnected()) announce(told);
  };

  const onMessage = (
    message: unknown,
    sender: chrome.runtime.MessageSender,
    respond: (answer: string | null) => void,
  ): void => {
    // The worker has no tab; another content script of ours would.
    if (sender.id !== chrome.runtime.id || sender.tab !== undefined) return;
    const call = parseTabCall(message);
    switch (call?.call) {
      case 'page/which':
        respond(page());
        return;
      case 'page/look-again':
        // After a real load the question may cross this script's own word on its way.
        if (announced === page()) break;
        hide();
        void lookLater('nothing');
        break;
      case 'badge/show':
        if (call.of.page !== page()) break;
        hide();
        if (dismissed === page()) break;
        badge = showBadge(call.of, (scope) => {
          if (scope === 'page') dismissed = page();
          tell('badge/dismissed', { scope });
        });
        break;
      case 'badge/hide':
        hide();
        break;
      case undefined:
        return;
    }
    respond(null);
  };
  chrome.runtime.onMessage.addListener(onMessage);

  // A page that was read for a click is known; any other is told of now.
  const isKnown = Reflect.get(globalThis, readMarker) === page();
  // A page that fills itself in after loading gets a second chance.
  const told = isKnown ? 'yes' : announce('nothing');
  announced = page();
  // Back from the browser's cache of pages: what was known of the tab was of another page.
  addEventListener('pageshow', (event) => {
    if (event.persisted && isConnected()) announce('nothing');
  });
  if (told !== 'yes' && document.readyState !== 'complete') {
    addEventListener('load', () => void lookLater(told), { once: true });
  }
  return {
    alive: isConnected,
    stop: () => {
      turn += 1;
      hide();
    },
  };
}

// Top frame only, and once: the worker injects this file where a click asked for it.
const earlier: unknown = Reflect.get(globalThis, marker);
const isRunning = isWatch(earlier) && earlier.alive();
if (window.top === window && !isRunning && isConnected()) {
  if (isWatch(earlier)) earlier.stop();
  Reflect.set(globalThis, marker, watch());
}
