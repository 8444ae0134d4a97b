// Fetches a picture's file when a person asks, and reads what it says of itself.

import { layoutOf } from '../picture/layout.ts';
import { readPictureData } from '../picture/read.ts';
import type { PictureData } from '../picture/types.ts';
import { ask } from './ask.ts';
import { type AskProblem, askProblem } from './ask-error.ts';

const MB = 1024 * 1024;
/** Press photographs at full size are 5 to 15 MB. */
const MOST_BYTES = 20 * MB;
/** In JPEG, metadata stands before the picture; 512 KB hold it with a preview and a colour profile. */
const ENOUGH_OF_JPEG = 512 * 1024;
const TIMEOUT_MS = 20_000;

export type PictureAnswer = { ok: true; data: PictureData } | { ok: false; problem: AskProblem };

/** Enough of a file: a JPEG's metadata, all of anything else, nothing more of what is no picture. */
function enough(bytes: Uint8Array): boolean {
  if (bytes.length < 64) return false;
  const layout = layoutOf(bytes, false);
  if (layout === undefined) return true;
  return layout.format === 'JPEG' && (layout.ended || bytes.length >= ENOUGH_OF_JPEG);
}

/** What the file at an address says of itself. The browser must have been allowed to ask its host. */
export async function fetchPictureData(url: string): Promise<PictureAnswer> {
  try {
    const { bytes, whole } = await ask(url, { most: MOST_BYTES, timeoutMs: TIMEOUT_MS, enough });
    return { ok: true, data: readPictureData(bytes, whole, new DOMParser()) };
  } catch (cause) {
    return { ok: false, problem: askProblem(cause) };
  }
}
