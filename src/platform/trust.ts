// Asks a site for its trust.txt when a person does.

import { looksLikeTrustTxt, parseTrustTxt, type TrustTxt } from '../publisher/trust-txt.ts';
import { ask } from './ask.ts';
import { AskError, type AskProblem, askProblem } from './ask-error.ts';

const MOST_BYTES = 64 * 1024;
const TIMEOUT_MS = 10_000;

export type TrustAnswer =
  /** `at`: the address that was read. */
  | { ok: true; found: true; at: string; file: TrustTxt }
  /** `asked`: the addresses that have none. */
  | { ok: true; found: false; asked: string[] }
  | { ok: false; problem: AskProblem };

/** The places that the reference document names, in its order. */
export function trustAddresses(pageUrl: string): string[] {
  const { origin } = new URL(pageUrl);
  return [`${origin}/trust.txt`, `${origin}/.well-known/trust.txt`];
}

async function read(url: string): Promise<TrustTxt | undefined> {
  try {
    const { bytes, type } = await ask(url, { most: MOST_BYTES, timeoutMs: TIMEOUT_MS });
    const text = new TextDecoder().decode(bytes);
    // Many sites answer any address with a page.
    return type === 'text/html' || !looksLikeTrustTxt(text) ? undefined : parseTrustTxt(text);
  } catch (cause) {
    if (cause instanceof AskError && cause.code === 'not-found') return undefined;
    throw cause;
  }
}

/** What the page's site says of itself. The browser must have been allowed to ask it. */
export async function fetchTrustTxt(pageUrl: string): Promise<TrustAnswer> {
  const asked = trustAddresses(pageUrl);
  try {
    for (const at of asked) {
      const file = await read(at);
      if (file !== undefined) return { ok: true, found: true, at, file };
    }
    return { ok: true, found: false, asked };
  } catch (cause) {
    return { ok: false, problem: askProblem(cause) };
  }
}
