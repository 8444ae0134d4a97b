// Content scripts registered while running; the browser keeps them from one session to the next.

import { browser } from './browser.ts';

const ID = 'watch';

/** Runs `file` on pages that match, and on no others. */
export async function registerWatch(file: string, matches: string[]): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [file],
    matches,
    runAt: 'document_end' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
  if (registered === undefined) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
}
