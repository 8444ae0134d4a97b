// Site access: asked for one site at a time, inside the click; and where the manifest gives it.

import { browser } from './browser.ts';

/** The match pattern of a page's site; undefined for what is not http(s). */
export function sitePattern(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return `${protocol}//${hostname}/*`;
}

/**
 * Asks the person for access to a page's site. Call it first thing in a click handler: both browsers
 * refuse outside of a gesture, and an await ends the gesture.
 */
export function requestSite(url: string): Promise<boolean> {
  const pattern = sitePattern(url);
  if (pattern === undefined) return Promise.resolve(false);
  return browser.permissions.request({ origins: [pattern] });
}

/** Whether Stemma looks at this page's site by itself. */
export async function hasSite(url: string): Promise<boolean> {
  const pattern = sitePattern(url);
  return pattern !== undefined && (await browser.permissions.contains({ origins: [pattern] }));
}

/** Patterns that a person allowed beyond those of the manifest. */
export async function allowedSites(): Promise<string[]> {
  const { content_scripts: declared = [] } = browser.runtime.getManifest();
  const shipped = new Set(declared.flatMap(({ matches }) => matches));
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => !shipped.has(origin));
}

/** Gives a site back: Stemma no longer looks there by itself. */
export async function withdrawSite(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}
