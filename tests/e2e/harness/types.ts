// What a test may do with a browser that has Stemma loaded: the same in Chromium and in Firefox.

import type { KeyInput, Page } from 'puppeteer-core';

export type BrowserKind = 'chrome' | 'firefox';
export type ColorScheme = 'light' | 'dark';

/** The ports of the local servers every request of the browser is led to. */
export interface Ports {
  httpsPort: number;
  httpPort: number;
  /** A CONNECT proxy that leads every host to `httpsPort`; Firefox has no resolver rules. */
  proxyPort: number;
}

export interface LaunchOptions {
  executable: string;
  /** The built extension, unpacked. */
  extensionDir: string;
  ports: Ports;
  /** Default: light. */
  colorScheme?: ColorScheme;
  /** Default: true. */
  headless?: boolean;
  /** Answer the browser's permission prompt with yes. Default: false, the prompt stays unanswered. */
  allowPermissions?: boolean;
}

/** A rectangle in CSS pixels of the viewport. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Badge {
  /** All visible text, white space collapsed. */
  text: string;
  rect: Rect;
  /** The headline's rectangle, when the page has an `h1`. */
  headline?: Rect;
  /** Names of the controls that are shown, in order. */
  controls: string[];
  /** Name of the control that has the focus. */
  focused?: string;
  /** The HTML inside the shadow root, and its style sheets: to be looked at apart from the page. */
  markup: { html: string; css: string };
  /**
   * Milliseconds from the page's DOMContentLoaded event to the badge's insertion. Negative where it
   * came first. Only for tabs opened with `timed`.
   */
  afterDomContentLoaded?: number;
}

export interface Toolbar {
  text: string;
  title: string;
}

/** One line of what assistive technology meets: `button "Save citation"`. */
export interface AccessibleNode {
  role: string;
  name: string;
  /** `aria-expanded`, `aria-checked` and the like, only where set. */
  states?: Record<string, string>;
}

export interface AxeViolation {
  id: string;
  impact: string;
  help: string;
  nodes: string[];
}

/** One tab. */
export interface TabHandle {
  readonly id: number;
  readonly page: Page;
  /** Loads an address and returns at DOMContentLoaded. */
  goto(url: string): Promise<void>;
  /** The badge as it stands now, read through its closed shadow root. */
  badge(): Promise<Badge | undefined>;
  /** Waits for a badge. Throws after `timeout` milliseconds (default 10,000). */
  waitForBadge(timeout?: number): Promise<Badge>;
  /** Presses one of the badge's controls with the mouse. */
  clickBadge(control: string): Promise<void>;
  toolbar(): Promise<Toolbar>;
  /** Waits until the toolbar says what `until` asks for. Throws with what it said last. */
  waitForToolbar(until: (toolbar: Toolbar) => boolean, timeout?: number): Promise<Toolbar>;
  /** What the extension keeps for this tab in session storage. */
  state(): Promise<unknown>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/** The toolbar's own popup, open. */
export interface PopupHandle {
  /** When the toolbar button was pressed, in milliseconds since 1970. */
  readonly pressedAt: number;
  /** Everything a reader sees, one line a block. */
  text(): Promise<string>;
  /** Waits until the text contains a string or matches an expression; answers the text. */
  waitForText(wanted: string | RegExp, timeout?: number): Promise<string>;
  /** Headings, buttons, links, fields, regions and live regions, in order. */
  snapshot(): Promise<AccessibleNode[]>;
  /** Clicks with the mouse on the shown element of that role whose name is, or matches, `name`. */
  click(role: string, name: string | RegExp): Promise<void>;
  press(key: KeyInput, options?: { shift?: boolean }): Promise<void>;
  /** Role and name of the element that has the focus. */
  focused(): Promise<AccessibleNode | undefined>;
  evaluate<A extends readonly unknown[], R>(of: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  axe(): Promise<AxeViolation[]>;
  screenshot(path: string): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export interface BrowserSession {
  readonly kind: BrowserKind;
  readonly version: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
  /** The folder that downloads go to; it goes with the browser. */
  readonly downloads: string;
  /**
   * Opens a tab (and, with `url`, loads it).
   *
   * `timed` puts an observer into the page, which the page could see: for measuring only.
   */
  open(url?: string, options?: { window?: boolean; timed?: boolean }): Promise<TabHandle>;
  /** The tab the browser opened by itself. */
  firstTab(): Promise<TabHandle>;
  /** Presses the toolbar button on a tab, which grants activeTab, and waits for the popup. */
  openPopup(tab: TabHandle): Promise<PopupHandle>;
  /**
   * Chooses an entry of the extension's menus, or presses its key, over a tab. The browser's own menu
   * and keys cannot be reached without a display: the extension is told as the browser would tell it.
   */
  choose(how: 'menu' | 'key', name: string, tab: TabHandle): Promise<void>;
  /** Ends the service worker or event page at once, as a browser may at any time. */
  killWorker(): Promise<void>;
  /** True while the worker or event page runs. */
  workerRuns(): Promise<boolean>;
  stored(area: 'session' | 'local'): Promise<Record<string, unknown>>;
  /** Runs a function in a page of the extension, which has all its rights but activeTab's. */
  inExtension<A extends readonly unknown[], R>(
    of: (...args: A) => R,
    ...args: A
  ): Promise<Awaited<R>>;
  /** Closes the page that the harness works through: after it, the browser is a person's. */
  release(): Promise<void>;
  /** Resolves when the browser has gone, however that came. */
  readonly closed: Promise<void>;
  /** Ends the browser and everything it started. */
  close(): Promise<void>;
}
