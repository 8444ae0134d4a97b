// Files that come with the extension.

import { browser } from './browser.ts';

/** The bytes of a packaged file. Nothing leaves the device: the address is the extension's own. */
export async function packagedBytes(path: string): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`${path}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
