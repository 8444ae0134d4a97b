// A browser in memory, as far as the worker sees it: tabs, storage, toolbar, permissions, scripts.

import type { Citation } from '../../src/citation/types.ts';
import type { BadgeModel, Envelope, TabCalls } from '../../src/messages/calls.ts';
import type { ShownCalls, ShownModel } from '../../src/messages/shown.ts';
import type { Saved } from '../../src/platform/citations.ts';
import { fillMessage } from '../popup/messages.ts';
import { readMessages } from '../popup/words.ts';

/** The files that the build names, as `vite.config.ts` defines them for tests too. */
export const { read: READ, watch: WATCH, selection: SELECTION } = __STEMMA_FILES__;

export interface FakeTab {
  /** The document's address, which may have a fragment. */
  url: string;
  /** Whether our watching script is in the document. */
  watched: boolean;
  /** Whether a script of ours may run at all. */
  scriptable: boolean;
  /** What the reader answers. */
  read: () => Promise<unknown>;
  /** What is selected on the page, with what stands before and after it. */
  selected?: { exact: string; prefix: string; suffix: string };
  /** What a script waits for before it begins: a page may be busy, or never come to its end. */
  begins: () => Promise<void>;
  /** What the document waits for before it answers which page it is. */
  which: () => Promise<void>;
  /** What the toolbar shows: icon's name and theme, and the texts. */
  icon?: string;
  badgeText?: string;
  title?: string;
  /** The badge beside the headline. */
  badge?: BadgeModel & { page: string };
  /** What the marking script was given last. */
  marks?: ShownModel;
  /** What that script answers. */
  marksAnswer?: unknown;
  /** Style sheets inserted. */
  styles: string[];
  /** Everything done to the tab, in order: `icon copy`, `run content/read.js`, `tell badge/show`. */
  did: string[];
}

/** What the worker may say to a script in a tab: one envelope a call. */
type Told = { [N in keyof (TabCalls & ShownCalls)]: Envelope<N> }[keyof (TabCalls & ShownCalls)];

interface WatchScript {
  id: string;
  js: string[];
  matches: string[];
}

class Area {
  readonly items = new Map<string, unknown>();
  /** Decides on a write before it is made: throws, or waits. */
  beforeWrite: (key: string, value: unknown) => Promise<void> = async () => {};

  async get(key: string | null): Promise<Record<string, unknown>> {
    return structuredClone(
      Object.fromEntries([...this.items].filter(([name]) => key === null || name === key)),
    );
  }

  async set(items: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(structuredClone(items))) {
      await this.beforeWrite(key, value);
      this.items.set(key, value);
    }
  }

  async remove(key: string): Promise<void> {
    this.items.delete(key);
  }
}

const messages = readMessages('en');

const atOnce = (): Promise<void> => Promise.resolve();
const unreadable = (): Promise<never> => Promise.reject(new Error('nothing to read here'));

export class FakePlatform {
  readonly session = new Area();
  readonly local = new Area();
  readonly tabs = new Map<number, FakeTab>();
  /** The icon of tabs that nothing is known of. */
  defaultIcon: string | undefined;
  /** Packaged files by path; one that is not here cannot be fetched. */
  readonly files = new Map<string, Uint8Array>();
  /** How often each packaged file was fetched. */
  readonly fetched: string[] = [];
  /** Patterns that the manifest declares, and all that are granted. */
  declared: string[] = [];
  granted: string[] = [];
  readonly registered = new Map<string, WatchScript>();
  /** Waits before a script is registered or changed, or throws. */
  beforeRegister: () => Promise<void> = async () => {};
  readonly citations = new Map<string, Citation>();
  /** Waits before a citation is on disk, or throws. */
  beforeSave: () => Promise<void> = async () => {};
  /** What a tab's document does when it is told to look again. */
  lookAgain: (tabId: number) => void = () => {};

  /** Opens a tab whose page an allowed site serves, unless told otherwise. */
  open(tabId: number, url: string, fields: Partial<FakeTab> = {}): FakeTab {
    const tab = {
      url,
      watched: true,
      scriptable: true,
      read: unreadable,
      begins: atOnce,
      which: atOnce,
      styles: [],
      did: [],
      ...fields,
    };
    this.tabs.set(tabId, tab);
    return tab;
  }

  #tab(tabId: number): FakeTab {
    const tab = this.tabs.get(tabId);
    if (tab === undefined) throw new Error(`No tab with id: ${tabId}.`);
    return tab;
  }

  async #run(tabId: number, file: string | undefined): Promise<{ result: unknown }[]> {
    const tab = this.#tab(tabId);
    if (!tab.scriptable) throw new Error('Cannot access contents of the page.');
    await tab.begins();
    tab.did.push(`run ${file ?? 'a function'}`);
    if (file === READ) return [{ result: await tab.read() }];
    if (file === SELECTION) return [{ result: tab.selected ?? null }];
    if (file === WATCH) tab.watched = true;
    return [{ result: file === undefined ? true : undefined }];
  }

  async #message(tabId: number, message: Told): Promise<unknown> {
    const tab = this.#tab(tabId);
    if (!tab.watched) throw new Error('Could not establish connection.');
    tab.did.push(`tell ${message.call}`);
    if (message.call === 'page/which') {
      await tab.which();
      return tab.url.replace(/#.*$/, '');
    }
    if (message.call === 'marks/show') {
      tab.marks = structuredClone(message.of);
      return tab.marksAnswer ?? { placed: message.of.marks.length };
    }
    if (message.call === 'badge/hide') delete tab.badge;
    if (message.call === 'badge/show') Object.assign(tab, { badge: message.of });
    if (message.call === 'page/look-again') this.lookAgain(tabId);
    return null;
  }

  async #register([script]: WatchScript[], isNew: boolean): Promise<void> {
    if (script === undefined) return;
    await this.beforeRegister();
    if (this.registered.has(script.id) === isNew) throw new Error(`script ID "${script.id}"`);
    this.registered.set(script.id, script);
  }

  /** What `webextension-polyfill` would give. */
  readonly browser = {
    runtime: {
      getManifest: () => ({ content_scripts: [{ matches: this.declared }] }),
    },
    i18n: {
      getMessage: (key: string, args: string[]) => fillMessage(messages, key, args),
      getUILanguage: () => 'en-GB',
    },
    storage: { session: this.session, local: this.local },
    tabs: {
      get: async (tabId: number) => ({ url: this.#tab(tabId).url }),
      sendMessage: (tabId: number, message: Told) => this.#message(tabId, message),
    },
    action: {
      setIcon: async ({ tabId, path }: { tabId?: number; path: Record<string, string> }) => {
        const icon = /icons\/(.+)-16\.png$/.exec(path['16'] ?? '')?.[1] ?? 'none';
        if (tabId === undefined) {
          this.defaultIcon = icon;
          return;
        }
        const tab = this.#tab(tabId);
        tab.icon = icon;
        tab.did.push(`icon ${icon}`);
      },
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        this.#tab(tabId).badgeText = text;
      },
      setTitle: async ({ tabId, title }: { tabId: number; title: string }) => {
        this.#tab(tabId).title = title;
      },
      setBadgeBackgroundColor: async ({ tabId }: { tabId: number }) => void this.#tab(tabId),
      setBadgeTextColor: async ({ tabId }: { tabId: number }) => void this.#tab(tabId),
    },
    permissions: { getAll: async () => ({ origins: [...this.granted] }) },
    scripting: {
      insertCSS: async ({ target, css }: { target: { tabId: number }; css: string }) => {
        this.#tab(target.tabId).styles.push(css);
      },
      removeCSS: async ({ target, css }: { target: { tabId: number }; css: string }) => {
        const tab = this.#tab(target.tabId);
        tab.styles = tab.styles.filter((style) => style !== css);
      },
      executeScript: ({ target, files }: { target: { tabId: number }; files?: string[] }) =>
        this.#run(target.tabId, files?.[0]?.replace(/^\//, '')),
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        [...this.registered.values()].filter(({ id }) => ids.includes(id)),
      registerContentScripts: (scripts: WatchScript[]) => this.#register(scripts, true),
      updateContentScripts: (scripts: WatchScript[]) => this.#register(scripts, false),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) this.registered.delete(id);
      },
    },
  };

  async packagedBytes(path: string): Promise<Uint8Array> {
    this.fetched.push(path);
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`${path}: status 404`);
    return bytes;
  }

  async saveCitation(citation: Citation): Promise<Saved> {
    await this.beforeSave();
    this.citations.set(citation.id, citation);
    return { citation, isNew: true, alike: [] };
  }

  async removeCitation(id: string): Promise<void> {
    this.citations.delete(id);
  }
}
