// Access to a site for one request: asked for inside the click, and given back when it is done.

import { type AskProblem, askProblem } from './ask-error.ts';
import { browser } from './browser.ts';
import { sitePattern } from './permissions.ts';

/** Patterns lent and not yet given back: a browser may close the popup with its own question. */
const LENT = 'lent-sites';

// By hand: the validation library is as large as half of the popup, which loads this at once.
async function readLent(): Promise<string[]> {
  const stored: unknown = (await browser.storage.session.get(LENT))[LENT];
  return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
}

async function writeLent(patterns: string[]): Promise<void> {
  await browser.storage.session.set({ [LENT]: patterns });
}

/**
 * Runs a request with access to a site. Call it first thing in a click handler: the browser asks
 * inside of a click only. A site that was allowed before is not asked about and stays allowed; any
 * other is given back afterwards, so that a picture's host is not looked at ever after.
 */
export async function withLoan<A>(
  url: string,
  request: () => Promise<A>,
): Promise<A | { ok: false; problem: AskProblem }> {
  const pattern = sitePattern(url);
  const refused = { ok: false, problem: { code: 'no-permission', detail: '' } } as const;
  if (pattern === undefined) return refused;
  const origins = [pattern];
  try {
    // All begin before anything is awaited; the first is answered before a person can answer.
    const before = browser.permissions.contains({ origins });
    const asked = browser.permissions.request({ origins });
    const [had, lent] = await Promise.all([before, readLent()]);
    const isLoan = !had || lent.includes(pattern);
    if (isLoan) await writeLent([...lent.filter((each) => each !== pattern), pattern]);
    const granted = await asked;
    try {
      return granted ? await request() : refused;
    } finally {
      if (isLoan) {
        if (granted) await browser.permissions.remove({ origins });
        await writeLent((await readLent()).filter((each) => each !== pattern));
      }
    }
  } catch (cause) {
    return { ok: false, problem: askProblem(cause) };
  }
}
