// Chromium's offscreen document: holds the reader of files, which a service worker cannot make.

import { HAND_OVER } from './protocol.ts';

const reader = new Worker(new URL('../workers/reader.js', location.href));

navigator.serviceWorker.addEventListener(
  'message',
  ({ data, ports, source }: MessageEvent<unknown>) => {
    // Our own worker, and it alone: messages of `runtime`, which content scripts can send too, are
    // not listened to here.
    const isOurs =
      source instanceof ServiceWorker && source.scriptURL.startsWith(`${location.origin}/`);
    if (isOurs && data === HAND_OVER) reader.postMessage(HAND_OVER, [...ports]);
  },
);
navigator.serviceWorker.startMessages();
