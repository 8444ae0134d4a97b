// The popup's services as the browser gives them.

import { call } from '../src/platform/call.ts';
import { translator } from '../src/platform/i18n.ts';
import { withLoan } from '../src/platform/lend.ts';
import { openLibrary } from '../src/platform/library-page.ts';
import { hasSite, requestSite } from '../src/platform/permissions.ts';
import { allMarks, readMarks, removeMark, writeMark } from '../src/platform/reader-marks.ts';
import { hasSidePanel, onTabInFront, openSidePanel } from '../src/platform/side-panel.ts';
import { onTabState, readTabState } from '../src/platform/tab-state.ts';
import { activeTab } from '../src/platform/tabs.ts';
import { pageAddress } from '../src/provenance/provenance.ts';
import type { PopupServices } from './services.ts';

/** A download is read from memory after the click that began it. */
const KEEP_FILE_MS = 60_000;

/** How long a page that could not be read is left alone before it is asked once more. */
const AGAIN_AFTER_MS = 300;

function saveFile(name: string, mime: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_FILE_MS);
}

/** The panel has a document of its own with the same content. */
const isPanel = document.documentElement.hasAttribute('data-panel');

export const browserServices: PopupServices = {
  tr: translator(),
  activeTab,
  readTabState,
  onTabState,
  call,
  async showInPage(url, of) {
    const tab = await activeTab();
    const document = of && { archive: of.archive.sha256, id: of.document.id };
    const answer = await call('tab/show', {
      tabId: tab?.id ?? -1,
      url,
      ...(document === undefined ? {} : { document }),
    });
    // The page is what is to be looked at now; in Firefox a popup would stay over it.
    if (answer.ok && answer.value.marks > 0) window.close();
    return answer;
  },
  // The rules are as much again as the popup, and the page is read for them: after the first paint.
  async attributionOf({ id, url }) {
    const [{ readPageText }, { attribute }] = await Promise.all([
      import('../src/platform/page-text.ts'),
      import('../src/attribution/attribute.ts'),
    ]);
    // A page that is busy, or changes just then, may answer nothing the first time.
    const article = await readPageText(id, url).catch(async () => {
      await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS));
      return readPageText(id, url);
    });
    return article === undefined ? undefined : attribute(article);
  },
  requestSite,
  hasSite,
  // The library of formats is larger than the popup: it comes when somebody asks for a picture.
  readPicture: (url) =>
    withLoan(url, async () => (await import('../src/platform/picture.ts')).fetchPictureData(url)),
  askTrust: (pageUrl) =>
    withLoan(pageUrl, async () =>
      (await import('../src/platform/trust.ts')).fetchTrustTxt(pageUrl),
    ),
  // Storage with its validation is half as much again as the popup: it comes after the first paint.
  badgesOn: async (host) => (await import('../src/platform/settings.ts')).badgesOn(host),
  findCitation: async ({ page }) =>
    (await import('../src/platform/citations.ts')).findCitation(pageAddress(page)),
  allCitations: async () => (await import('../src/platform/citation-library.ts')).allCitations(),
  // The library of formats is several times the popup: it comes when somebody exports.
  exportCitations: async (citations, format) =>
    (await import('../src/citation/export.ts')).exportCitations(citations, format),
  async openLibrary(detail) {
    await openLibrary('saved', detail);
    // In Firefox a popup stays open over the tab that came to the front.
    if (!isPanel) window.close();
  },
  readMarks,
  writeMark,
  removeMark,
  allMarks,
  panel: isPanel,
  canOpenPanel: !isPanel && hasSidePanel(),
  async openPanel(tabId) {
    await openSidePanel(tabId);
    window.close();
  },
  onTabInFront,
  isOnline: () => navigator.onLine,
  program: `stemma ${__STEMMA_VERSION__}`,
  copyText: (text) => navigator.clipboard.writeText(text),
  saveFile,
};
