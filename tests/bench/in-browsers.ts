// For benchmarks that need a browser: the demo build in each one that is here, with the newsstand.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserKind, type FoundBrowser, findBrowser } from '../../scripts/browsers.ts';
import { root, run } from '../../scripts/command.ts';
import { launch } from '../e2e/harness/session.ts';
import type { BrowserSession } from '../e2e/harness/types.ts';
import { type Newsstand, startNewsstand } from '../newsstand/server.ts';
import type { BenchOptions } from './types.ts';

export const seeds = join(root, '..', 'shared', 'seeds');

const BROWSERS: readonly BrowserKind[] = ['chrome', 'firefox'];

/**
 * Builds once, then runs `measure` in each browser; answers what was measured, by its name.
 * `STEMMA_BENCH_BROWSER` leaves out the other one.
 */
export async function inBrowsers<T>(
  { progress }: BenchOptions,
  measure: (session: BrowserSession, newsstand: Newsstand, name: string) => Promise<T>,
): Promise<Map<string, T>> {
  const only = process.env['STEMMA_BENCH_BROWSER'];
  const kinds = BROWSERS.filter((kind) => only === undefined || kind === only);
  const here = kinds.flatMap((kind) => findBrowser(kind) ?? []);
  for (const kind of kinds) {
    if (!here.some((browser) => browser.kind === kind)) progress(`${kind}: missing, left out`);
  }
  const modes = here.map(({ kind }) => `demo-${kind}`);
  if ((await run('tsx', ['scripts/build/index.ts', ...modes], {}, 'stderr')) !== 0) {
    throw new Error('the build failed');
  }
  const measured = new Map<string, T>();
  for (const browser of here) {
    progress(`${nameOf(browser)} …`);
    const newsstand = await startNewsstand(existsSync(seeds) ? { seeds } : {});
    let session: BrowserSession | undefined;
    try {
      session = await launch(browser.kind, {
        executable: browser.path,
        extensionDir: join(root, 'dist', `demo-${browser.kind}`),
        ports: newsstand,
      });
      measured.set(nameOf(browser), await measure(session, newsstand, nameOf(browser)));
    } finally {
      await session?.close();
      await newsstand.close();
    }
  }
  return measured;
}

function nameOf({ name, version }: FoundBrowser): string {
  return `${name} ${version.split('.')[0] ?? version}`;
}
