// What differs between the browsers, as small as it can be; everything else stands in session.ts.

import type { Browser, KeyInput, Page } from 'puppeteer-core';
import type { BrowserKind } from './types.ts';

/** An open popup, at the level of source text, pixels and keys. */
export interface PopupSurface {
  /** When the toolbar button was pressed, in milliseconds since 1970. */
  pressedAt: number;
  evaluate(expression: string): Promise<unknown>;
  /** A mouse click at a point of the popup's viewport. */
  click(x: number, y: number): Promise<void>;
  /** A key by its DOM name: `Tab`, `Enter`, `Escape`, `a`. */
  press(key: KeyInput, shift: boolean): Promise<void>;
  screenshot(path: string): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export interface Driver {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  readonly version: string;
  readonly origin: string;
  readonly downloads: string;
  /** A page with the extension's origin and rights, in a tab of its own. */
  readonly extensionPage: Page;
  /** Presses the toolbar button on a tab; answers once the popup's document is there. */
  openPopup(page: Page, tabId: number): Promise<PopupSurface>;
  /** As if an entry of the extension's menus, or its key, had been chosen over a tab. */
  choose(how: 'menu' | 'key', name: string, tabId: number): Promise<void>;
  killWorker(): Promise<void>;
  workerRuns(): Promise<boolean>;
  readonly closed: Promise<void>;
  close(): Promise<void>;
}
