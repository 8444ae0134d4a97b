// The popup's services without a browser: what was asked of them is kept, answers are set by the test.

import type { PopupServices } from '../../popup/services.ts';
import type { Citation } from '../../src/citation/types.ts';
import type { Answer, Argument, PopupCalls, Result } from '../../src/messages/calls.ts';
import type { PictureAnswer } from '../../src/platform/picture.ts';
import type { TrustAnswer } from '../../src/platform/trust.ts';
import type { Mark } from '../../src/provenance/marks.ts';
import type { StemmaProblem, TabState } from '../../src/provenance/tab-state.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import { PAGE, PAGE_URL } from './fixtures.ts';

export const CITATION: Citation = {
  version: 2,
  id: 'c1',
  savedAt: '2026-03-10T12:00:00Z',
  updatedAt: '2026-03-10T12:00:00Z',
  revision: 1,
  key: 'gazette.example/2024/05/07/lighthouse-bell?',
  item: {
    id: 'c1',
    type: 'article-newspaper',
    accessed: { 'date-parts': [[2026, 3, 10]] },
    URL: PAGE_URL,
  },
  evidence: {
    pageUrl: PAGE_URL,
    accessed: '2026-03-10T12:00:00Z',
    readFrom: {},
    textSha256: PAGE.textSha256,
    words: PAGE.words,
    searched: [],
  },
  edits: {},
  quotes: [],
  tags: [],
  collections: [],
  note: '',
};

export interface FakeServices {
  services: PopupServices;
  /** Everything asked, in order: `call tab/check`, `requestSite https://…`, `copy …`. */
  asked: string[];
  /** Tells the popup of a new state of its tab. */
  change: (state: TabState) => void;
  /** Another tab comes to the front. */
  front: (url: string | undefined, state: TabState | undefined) => void;
  /** What is marked as wrong. */
  marks: Mark[];
}

/** Services over one tab in a given state. */
export function fakeServices(of: {
  tr: Translator;
  state?: TabState | undefined;
  url?: string | undefined;
  saved?: boolean;
  granted?: boolean;
  allowed?: boolean;
  /** Who says what; without it, whom the page's state names. */
  attribution?: PopupServices['attributionOf'] extends (tab: never) => infer R ? () => R : never;
  /** What the file of every picture says. */
  picture?: PictureAnswer;
  /** What every site says of itself. */
  trust?: TrustAnswer;
  /** What was marked as wrong before. */
  marks?: Mark[];
  panel?: boolean;
  online?: boolean;
  /** What every call fails with. */
  problem?: StemmaProblem;
}): FakeServices {
  const asked: string[] = [];
  let listener: ((state: TabState | undefined) => void) | undefined;
  let saved = of.saved === true ? CITATION : undefined;
  const marks = [...(of.marks ?? [])];
  let { url: shownUrl, state: shownState } = of;
  let inFront: (() => void) | undefined;
  const services: PopupServices = {
    tr: of.tr,
    activeTab: async () => (shownUrl === undefined ? { id: 7 } : { id: 7, url: shownUrl }),
    readTabState: async () => shownState,
    onTabState(_tabId, changed) {
      listener = changed;
      return () => {
        listener = undefined;
      };
    },
    async call<N extends keyof PopupCalls>(
      name: N,
      argument: Argument<N>,
    ): Promise<Result<Answer<N>>> {
      // A request's id is another one each time.
      const { request: _, ...rest } = { request: '', ...argument };
      asked.push(`call ${name} ${JSON.stringify(rest)}`);
      if (of.problem !== undefined) return { ok: false, problem: of.problem };
      if (name === 'citation/save' || name === 'citation/restore') saved = CITATION;
      if (name === 'citation/remove') saved = undefined;
      const answers: { [M in keyof PopupCalls]: Answer<M> } = {
        'tab/check': null,
        'tab/show': { marks: 3 },
        'citation/save': { citation: CITATION, isNew: true, alike: [] },
        'citation/remove': null,
        'citation/restore': null,
        'sites/sync': null,
        'badges/set': null,
        'archives/list': [],
        'archives/changed': null,
        'archives/switch': null,
        'text/match': { words: 0, matches: [], problems: [] },
      };
      return { ok: true, value: answers[name] };
    },
    async showInPage(url, document) {
      asked.push(`showInPage ${url}${document === undefined ? '' : ` ${document.document.id}`}`);
      return of.problem === undefined
        ? { ok: true, value: { marks: 3 } }
        : { ok: false, problem: of.problem };
    },
    async attributionOf() {
      if (of.attribution !== undefined) return of.attribution();
      const sources = of.state?.status === 'checked' ? of.state.page.sources : [];
      return { analysed: true, language: 'en', sources };
    },
    async requestSite(url) {
      asked.push(`requestSite ${url}`);
      return of.granted ?? true;
    },
    hasSite: async () => of.allowed ?? false,
    async readPicture(url) {
      asked.push(`readPicture ${url}`);
      return of.picture ?? { ok: true, data: { format: 'JPEG', facts: [] } };
    },
    async askTrust(url) {
      asked.push(`askTrust ${url}`);
      return of.trust ?? { ok: true, found: false, asked: [] };
    },
    badgesOn: async () => true,
    findCitation: async () => saved,
    allCitations: async () => (saved === undefined ? [] : [saved, { ...saved, id: 'c2' }]),
    async exportCitations(citations, format) {
      return {
        text: `${format} of ${citations.map(({ id }) => id).join(', ')}`,
        mime: 'text/plain',
        extension: format === 'bibtex' ? 'bib' : format === 'ris' ? 'ris' : 'json',
      };
    },
    async openLibrary(detail) {
      asked.push(`openLibrary ${detail}`.trim());
    },
    async copyText(text) {
      asked.push(`copy ${text}`);
    },
    readMarks: async (page) => marks.filter((mark) => mark.page === page),
    async writeMark(mark) {
      marks.push(mark);
    },
    async removeMark(page, id) {
      const at = marks.findIndex((mark) => mark.page === page && mark.id === id);
      if (at >= 0) marks.splice(at, 1);
    },
    allMarks: async () => [...marks],
    panel: of.panel ?? false,
    canOpenPanel: of.panel !== true,
    async openPanel(tabId) {
      asked.push(`openPanel ${tabId}`);
    },
    onTabInFront(changed) {
      inFront = changed;
      return () => {
        inFront = undefined;
      };
    },
    isOnline: () => of.online ?? true,
    program: 'stemma 0.0.0',
    saveFile(name, mime, text) {
      asked.push(`file ${name} ${mime} ${text}`);
    },
  };
  return {
    services,
    asked,
    marks,
    change: (state) => listener?.(state),
    front(url, state) {
      shownUrl = url;
      shownState = state;
      inFront?.();
    },
  };
}
