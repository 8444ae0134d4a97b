// The one typed call map between contexts. Each direction is a type; failures are values.

import type { ArchiveEntry } from '../platform/archive-store/types.ts';
import type { Saved } from '../platform/citations.ts';
import type { DocumentName } from '../provenance/shown.ts';
import type { StemmaProblem } from '../provenance/tab-state.ts';
import type { ShownCalls } from './shown.ts';

/** A call's answer: a value, or a named problem. Nothing is thrown across a context. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: StemmaProblem };

/** What a content script may ask of the worker. The shorter list: it runs next to hostile pages. */
export interface PageCalls {
  /** The page was looked at: is it worth reading? Answers nothing; a badge comes as {@link TabCalls}. */
  'page/looked': (of: {
    /** Its address now, without fragment: a single-page site has left the one it was loaded at. */
    page: string;
    articleLike: boolean;
    why: string[];
    dark: boolean;
  }) => null;
  /** A person put the badge away, for this page or for the whole site. */
  'badge/dismissed': (of: { scope: 'page' | 'site' }) => null;
  /** The marks of that name have left the page: their style may go. */
  'marks/off': (of: { name: string }) => null;
}

/** What the popup and other pages of the extension may ask of the worker. */
export interface PopupCalls {
  /** Look at the tab's page now. With activeTab this works on any page. */
  'tab/check': (of: { tabId: number }) => null;
  /**
   * Mark in the tab's page, which must still be `url`, what it shares with one archived text or with
   * all of them. Answers how many marks there are.
   */
  'tab/show': (of: { tabId: number; url: string; document?: DocumentName | undefined }) => {
    marks: number;
  };
  /**
   * Save the citation of the tab's page, which must still be `url`. Answers once it is on disk. Asked
   * again with the same `request`, it is saved once.
   */
  'citation/save': (of: { tabId: number; url: string; request: string }) => Saved;
  /** Takes a citation out of sight; `citation/restore` brings it back. */
  'citation/remove': (of: { id: string }) => null;
  'citation/restore': (of: { id: string }) => null;
  /** A site was allowed or withdrawn in the browser: bring the content scripts in line. */
  'sites/sync': (of: Record<string, never>) => null;
  /** Badges on or off for the host of a URL. */
  'badges/set': (of: { host: string; on: boolean }) => null;
  /** Every archive there is, with how it is read and what is wrong with it. */
  'archives/list': (of: Record<string, never>) => ArchiveEntry[];
  /** An archive was imported or removed: what is open is out of date. */
  'archives/changed': (of: Record<string, never>) => null;
  /** Compares a text that a person put in with all archives that are on. */
  'text/match': (of: { paragraphs: string[] }) => TextMatches;
  /** Search an archive, or leave it out. */
  'archives/switch': (of: { id: string; on: boolean }) => null;
}

/** Where a text that a person put in stands. */
export interface TextMatches {
  /** Words of the text, as the normaliser counts them. */
  words: number;
  /** Best first. */
  matches: {
    archive: string;
    title?: string;
    publisher?: string;
    published?: string;
    url?: string;
    /** Share of the text that stands there, 0 to 1. */
    share: number;
  }[];
  problems: StemmaProblem[];
}

/** What the worker tells the content script of a tab. */
export interface TabCalls {
  /** For the page at `page`, without fragment, and for no other that may have come meanwhile. */
  'badge/show': (of: BadgeModel & { page: string }) => null;
  'badge/hide': (of: Record<string, never>) => null;
  /** The address changed without a load (a single-page site): look again. */
  'page/look-again': (of: Record<string, never>) => null;
  /** Which page is there? Its address without fragment. No answer: a page nobody looked at. */
  'page/which': (of: Record<string, never>) => string;
}

/** Everything the badge says, in the reader's language, ready to become text nodes. */
export interface BadgeModel {
  state: 'original' | 'earliest' | 'copy' | 'edited' | 'changed' | 'shares';
  /** At most five words and a date: `Same text: Moscow Times, 5 Feb`. */
  label: string;
  /** The full sentences shown when the badge is opened. */
  lines: string[];
  /** Text direction of the reader's language. */
  dir: 'ltr' | 'rtl';
  /** Words of the badge's controls. */
  words: { open: string; close: string; thisPage: string; thisSite: string; cancel: string };
}

export type Calls = PageCalls & PopupCalls & TabCalls & ShownCalls;
export type CallName = keyof Calls;
export type Argument<N extends CallName> = Parameters<Calls[N]>[0];
export type Answer<N extends CallName> = ReturnType<Calls[N]>;

/** A message on the wire. */
export interface Envelope<N extends CallName = CallName> {
  call: N;
  of: Argument<N>;
}
