// The worker in its browser: what a cold start costs, and how long a look and a lookup take.

import type { BrowserSession } from '../e2e/harness/types.ts';
import { pageWith } from '../e2e/pages.ts';
import type { Newsstand } from '../newsstand/server.ts';
import { figure, type Spread, spread } from './figures.ts';
import { inBrowsers } from './in-browsers.ts';
import { type LookupFigures, lookupTable, measureLookups, packsFor } from './lookups-in-browser.ts';
import type { BenchOptions, BenchResult } from './types.ts';

interface WorkerFigures {
  /** A call to a worker that runs, and to one that has to start first. */
  callWarm: Spread;
  callCold: Spread;
  /** From "looking" to the verdict, archives open, and right after a cold start. */
  lookWarm: Spread;
  lookCold: Spread;
  /** From DOMContentLoaded to the badge, where the worker has to start first. */
  badgeCold: Spread;
}

const labels: [keyof WorkerFigures, string][] = [
  ['callWarm', 'a call, worker running'],
  ['callCold', 'a call, worker starting'],
  ['lookWarm', 'a look at a page, worker running'],
  ['lookCold', 'a look at a page, worker just started'],
  ['badgeCold', 'badge after DOMContentLoaded, worker starting'],
];

export async function run(options: BenchOptions): Promise<BenchResult> {
  const rounds = options.quick ? 3 : 25;
  const packs = await packsFor(options);
  const lookups = new Map<string, LookupFigures[]>();
  const measured = await inBrowsers(options, async (session, newsstand, name) => {
    const figures = await measure(session, newsstand, rounds);
    lookups.set(name, await measureLookups(session, packs, rounds, options.progress));
    return figures;
  });
  return {
    tables: [
      {
        title: 'The worker (ms)',
        columns: ['', 'p50', 'p95', 'max', 'n'],
        rows: [...measured].flatMap(([browser, figures]) =>
          labels.map(([key, label]) => {
            const { p50, p95, max, n } = figures[key];
            return [`${browser}: ${label}`, ...[p50, p95, max].map(figure), String(n)];
          }),
        ),
        notes: [
          'A look is reading the page, matching it against two archives and wording the verdict.',
        ],
      },
      lookupTable(lookups),
    ],
    json: {
      millisecondsByBrowser: Object.fromEntries(measured),
      lookupMillisecondsByBrowser: Object.fromEntries(lookups),
    },
  };
}

async function measure(
  session: BrowserSession,
  newsstand: Newsstand,
  rounds: number,
): Promise<WorkerFigures> {
  const { url } = pageWith(newsstand, 'copy');
  const samples: Record<keyof WorkerFigures, number[]> = {
    callWarm: [],
    callCold: [],
    lookWarm: [],
    lookCold: [],
    badgeCold: [],
  };
  await session.inExtension(noteLooks);
  for (let round = 0; round < rounds; round += 1) {
    await session.killWorker();
    samples.callCold.push(await session.inExtension(timeCall));
    samples.callWarm.push(await session.inExtension(timeCall));

    await session.killWorker();
    const cold = await visit(session, url);
    samples.badgeCold.push(cold.badge);
    samples.lookCold.push(cold.look);
    samples.lookWarm.push((await visit(session, url)).look);
  }
  return {
    callWarm: spread(samples.callWarm),
    callCold: spread(samples.callCold),
    lookWarm: spread(samples.lookWarm),
    lookCold: spread(samples.lookCold),
    badgeCold: spread(samples.badgeCold),
  };
}

async function visit(
  session: BrowserSession,
  url: string,
): Promise<{ badge: number; look: number }> {
  const tab = await session.open(url, { timed: true });
  const { afterDomContentLoaded } = await tab.waitForBadge();
  const look = await session.inExtension(lookOf, tab.id);
  await tab.close();
  if (afterDomContentLoaded === undefined || look === null) {
    throw new Error('a page was not timed');
  }
  return { badge: afterDomContentLoaded, look };
}

/** Runs in a page of the extension: a call that changes nothing, there and back. */
async function timeCall(): Promise<number> {
  const start = performance.now();
  const answer = chrome.runtime.sendMessage({ call: 'sites/sync', of: {} });
  // A browser may lose a message to a worker that is just being killed.
  const lost = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the worker did not answer within 30 s')), 30_000);
  });
  await Promise.race([answer, lost]);
  return performance.now() - start;
}

/** Runs in a page of the extension: notes when each tab's state is kept. */
function noteLooks(): void {
  const began = new Map<string, number>();
  const took = new Map<string, number>();
  Reflect.set(globalThis, 'looks', took);
  chrome.storage.session.onChanged.addListener((changes) => {
    const now = performance.now();
    for (const [key, { newValue }] of Object.entries(changes)) {
      if (!key.startsWith('tab:') || typeof newValue !== 'object' || newValue === null) continue;
      const status: unknown = Reflect.get(newValue, 'status');
      const start = began.get(key);
      if (status === 'looking') began.set(key, now);
      else if (status === 'checked' && start !== undefined) took.set(key, now - start);
    }
  });
}

function lookOf(tabId: number): number | null {
  const looks: unknown = Reflect.get(globalThis, 'looks');
  const took: unknown = looks instanceof Map ? looks.get(`tab:${tabId}`) : undefined;
  return typeof took === 'number' ? took : null;
}
