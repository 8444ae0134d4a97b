// The four builds by name: a release and a demo for each browser.
export const MODES = ['chrome', 'firefox', 'demo-chrome', 'demo-firefox'] as const;

export type Mode = (typeof MODES)[number];
export type BrowserName = 'chrome' | 'firefox';

/** What is built for a store. A demo also knows the newsstand, and is never published. */
export const RELEASES = ['chrome', 'firefox'] as const satisfies readonly Mode[];

export interface Build {
  mode: Mode;
  browser: BrowserName;
  demo: boolean;
}

/**
 * Reads a mode's name.
 * @throws {TypeError} naming the modes there are
 */
export function parseMode(name: string): Build {
  const mode = MODES.find((known) => known === name);
  if (mode === undefined) {
    throw new TypeError(`Unknown build mode "${name}": use one of ${MODES.join(', ')}.`);
  }
  return {
    mode,
    browser: mode.endsWith('firefox') ? 'firefox' : 'chrome',
    demo: mode.startsWith('demo-'),
  };
}
