// What the popup needs from outside, as one interface: the browser gives it, or a test.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Attribution } from '../src/attribution/attribute.ts';
import type { ExportedFile, ExportFormat } from '../src/citation/export.ts';
import type { Citation } from '../src/citation/types.ts';
import type { Match } from '../src/match/types.ts';
import type { Answer, Argument, PopupCalls, Result } from '../src/messages/calls.ts';
import type { PictureAnswer } from '../src/platform/picture.ts';
import type { TrustAnswer } from '../src/platform/trust.ts';
import type { Mark } from '../src/provenance/marks.ts';
import type { TabState } from '../src/provenance/tab-state.ts';
import type { Translator } from '../src/provenance/translator.ts';

/** What was found on a page. */
export type CheckedState = Extract<TabState, { status: 'checked' }>;

export interface PopupServices {
  tr: Translator;
  /** The tab the popup was opened over; without `url` where the browser keeps it to itself. */
  activeTab(): Promise<{ id: number; url?: string } | undefined>;
  readTabState(tabId: number): Promise<TabState | undefined>;
  /** Calls back at each change; gives a function that ends it. */
  onTabState(tabId: number, changed: (state: TabState | undefined) => void): () => void;
  call<N extends keyof PopupCalls>(name: N, of: Argument<N>): Promise<Result<Answer<N>>>;
  /** Marks the page in front, which must still be `url`, and closes the popup where there were marks. */
  showInPage(
    url: string,
    of?: Pick<Match, 'archive' | 'document'>,
  ): Promise<Result<{ marks: number }>>;
  /** Who says what in a tab's page; undefined where the tab has gone on to another page. */
  attributionOf(tab: { id: number; url: string }): Promise<Attribution | undefined>;
  /** Asks the browser for a site. To be called inside a click, before anything is awaited. */
  requestSite(url: string): Promise<boolean>;
  hasSite(url: string): Promise<boolean>;
  /** Fetches a picture and reads its own data. To be called inside a click, unawaited. */
  readPicture(url: string): Promise<PictureAnswer>;
  /** Fetches the trust.txt of a page's site. To be called inside a click, unawaited. */
  askTrust(pageUrl: string): Promise<TrustAnswer>;
  /** Whether badges are shown on a host. */
  badgesOn(host: string): Promise<boolean>;
  /** The saved citation of a page, if it was saved. */
  findCitation(state: CheckedState): Promise<Citation | undefined>;
  allCitations(): Promise<Citation[]>;
  exportCitations(citations: Citation[], format: ExportFormat): Promise<ExportedFile>;
  /** Opens the library page in a tab; `detail` is a citation's id, or `ID/edit`. */
  openLibrary(detail: string): Promise<void>;
  copyText(text: string): Promise<void>;
  /** What the reader marked as wrong about a page. */
  readMarks(page: string): Promise<Mark[]>;
  writeMark(mark: Mark): Promise<void>;
  removeMark(page: string, id: string): Promise<void>;
  allMarks(): Promise<Mark[]>;
  /** Whether it stands beside the page and goes along with the tab in front. */
  panel: boolean;
  /** Whether it could be opened there. */
  canOpenPanel: boolean;
  /** Opens it beside the page. To be called inside a click, before anything is awaited. */
  openPanel(tabId: number): Promise<void>;
  /** Calls back when another tab comes to the front, or a tab goes to another page. */
  onTabInFront(changed: () => void): () => void;
  isOnline(): boolean;
  /** `stemma 0.1.0` */
  program: string;
  /** Offers a file to the reader. */
  saveFile(name: string, mime: string, text: string): void;
}

const Services = createContext<PopupServices | undefined>(undefined);

export const ServicesProvider = Services.Provider;

/** The services of the popup this component stands in. */
export function useServices(): PopupServices {
  const services = useContext(Services);
  if (services === undefined) throw new Error('useServices: no ServicesProvider around this');
  return services;
}

/** The words of the popup this component stands in. */
export const useWords = (): Translator => useServices().tr;
