// The popup's services as the browser gives them.

import { call } from '../src/platform/call.ts';
import { allCitations, findCitation } from '../src/platform/citations.ts';
import { translator } from '../src/platform/i18n.ts';
import { hasSite, requestSite } from '../src/platform/permissions.ts';
import { badgesOn } from '../src/platform/settings.ts';
import { onTabState, readTabState } from '../src/platform/tab-state.ts';
import { activeTab } from '../src/platform/tabs.ts';
import { pageAddress } from '../src/provenance/provenance.ts';
import type { PopupServices } from './services.ts';

/** A download is read from memory after the click that began it. */
const KEEP_FILE_MS = 60_000;

function saveFile(name: string, mime: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_FILE_MS);
}

export const browserServices: PopupServices = {
  tr: translator(),
  activeTab,
  readTabState,
  onTabState,
  call,
  requestSite,
  hasSite,
  badgesOn,
  findCitation: ({ page }) => findCitation(pageAddress(page)),
  allCitations,
  async exportCitations(citations, format) {
    // The library of formats is several times the popup: loaded when somebody exports.
    const { exportCitations } = await import('../src/citation/export.ts');
    return exportCitations(citations, format);
  },
  copyText: (text) => navigator.clipboard.writeText(text),
  saveFile,
};
