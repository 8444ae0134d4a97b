// What each call to the worker does.

import { siteHost } from '../src/article/url.ts';
import type { Result } from '../src/messages/calls.ts';
import type { Incoming, PageMessage, PopupMessage } from '../src/messages/validate.ts';
import { removeCitation, restoreCitation } from '../src/platform/citations.ts';
import { setBadges, writeTheme } from '../src/platform/settings.ts';
import { allTabStates } from '../src/platform/tab-state.ts';
import { pageOf, tabUrl } from '../src/platform/tabs.ts';
import { showDefaultIcon } from '../src/platform/toolbar.ts';
import { problemOf } from '../src/provenance/problems.ts';
import { archiveEntries, forgetArchives, switchArchive } from './archives.ts';
import { saveTab } from './citations.ts';
import { hideFromPage, showInPage } from './highlight.ts';
import { abandonLooks, look } from './look.ts';
import { lookUp } from './look-up.ts';
import { paintBadge, show } from './show.ts';
import { syncSites } from './sites.ts';

const DONE = { ok: true, value: null } as const;

/** Answers a call. A failure becomes a named problem, never a lost promise. */
export async function answer(incoming: Incoming): Promise<Result<unknown>> {
  try {
    return incoming.from === 'page'
      ? await answerPage(incoming.message, incoming.tabId, incoming.url)
      : await answerPopup(incoming.message);
  } catch (cause) {
    const { code, detail } = problemOf(cause);
    return { ok: false, problem: { code, detail: `${incoming.message.call}: ${detail}` } };
  }
}

async function answerPage(
  message: PageMessage,
  tabId: number,
  url: string,
): Promise<Result<unknown>> {
  switch (message.call) {
    case 'page/looked': {
      const { articleLike, why, dark } = message.of;
      const page = pageOf(message.of.page);
      const theme = dark ? 'dark' : 'light';
      if (await writeTheme(theme)) await showDefaultIcon(theme);
      if (articleLike) await look(tabId, page);
      else {
        abandonLooks(tabId);
        await show(tabId, { url: page, at: new Date().toISOString(), status: 'not-article', why });
      }
      return DONE;
    }
    case 'marks/off':
      await hideFromPage(tabId, message.of.name);
      return DONE;
    case 'badge/dismissed': {
      const host = siteHost(url);
      if (message.of.scope === 'site' && host !== undefined) await switchBadges(host, false);
      return DONE;
    }
  }
}

async function answerPopup(message: PopupMessage): Promise<Result<unknown>> {
  switch (message.call) {
    case 'tab/check': {
      const { tabId } = message.of;
      await look(tabId, pageOf(await tabUrl(tabId)));
      return DONE;
    }
    case 'tab/show':
      return showInPage(message.of.tabId, message.of.url, message.of.document);
    case 'citation/save':
      return saveTab(message.of.tabId, message.of.url, message.of.request);
    case 'citation/remove':
      await removeCitation(message.of.id);
      return DONE;
    case 'citation/restore':
      await restoreCitation(message.of.id);
      return DONE;
    case 'sites/sync':
      await syncSites();
      return DONE;
    case 'archives/list':
      return { ok: true, value: await archiveEntries() };
    case 'archives/changed':
      forgetArchives();
      return DONE;
    case 'text/match':
      return { ok: true, value: await lookUp(message.of.paragraphs) };
    case 'archives/switch':
      await switchArchive(message.of.id, message.of.on);
      return DONE;
    case 'badges/set': {
      const { host, on } = message.of;
      await switchBadges(host, on);
      return DONE;
    }
  }
}

/** Badges of a host on or off, in all of its open tabs too. */
async function switchBadges(host: string, on: boolean): Promise<void> {
  await setBadges(host, on);
  const states = await allTabStates();
  await Promise.all(
    Array.from(states, async ([tabId, state]) => {
      if (siteHost(state.url) === host) await paintBadge(tabId, state);
    }),
  );
}
