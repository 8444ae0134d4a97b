// Content scripts on the sites that a person allowed, in line with the browser's permissions.

import { allowedSites } from '../src/platform/permissions.ts';
import { registerWatch } from '../src/platform/scripts.ts';

let syncing: Promise<void> = Promise.resolve();

/** Registers the content script on exactly the allowed sites. Calls wait for each other. */
export function syncSites(): Promise<void> {
  const next = syncing.then(async () =>
    registerWatch(__STEMMA_FILES__.watch, await allowedSites()),
  );
  syncing = next.catch(() => undefined);
  return next;
}
