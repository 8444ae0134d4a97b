// What a reader's page pays and how soon it is answered: bytes, time to badge, time to popup.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/command.ts';
import type { BrowserSession } from '../e2e/harness/types.ts';
import { pageWith } from '../e2e/pages.ts';
import type { Newsstand } from '../newsstand/server.ts';
import { figure, type Spread, spread } from './figures.ts';
import { inBrowsers } from './in-browsers.ts';
import type { BenchOptions, BenchResult } from './types.ts';

interface PageFigures {
  badge: Spread;
  popupFromPress: Spread;
  popupFromDocument: Spread;
}

export async function run(options: BenchOptions): Promise<BenchResult> {
  const rounds = options.quick ? 3 : 30;
  const measured = await inBrowsers(options, (session, newsstand) =>
    measure(session, newsstand, rounds),
  );
  const bytes = injectedBytes();
  return {
    tables: [
      {
        title: 'What a page carries',
        columns: ['script', 'bytes', 'gzip'],
        rows: bytes.map(({ script, raw, gzip }) => [script, figure(raw), figure(gzip)]),
        notes: [
          'watch.js runs on every page of a known site; read.js only on what looks like an article.',
        ],
      },
      {
        title: 'How soon a page is answered (ms)',
        columns: ['', 'p50', 'p95', 'max', 'n'],
        rows: [...measured].flatMap(([browser, { badge, popupFromPress, popupFromDocument }]) =>
          (
            [
              ['badge after DOMContentLoaded', badge],
              ['popup with content, after the press', popupFromPress],
              ['popup with content, after its document began', popupFromDocument],
            ] as const
          ).map(([what, { p50, p95, max, n }]) => [
            `${browser}: ${what}`,
            ...[p50, p95, max].map(figure),
            String(n),
          ]),
        ),
        notes: ['The page is a syndicated copy; the worker is running, the archives are open.'],
      },
    ],
    json: { bytes, millisecondsByBrowser: Object.fromEntries(measured) },
  };
}

async function measure(
  session: BrowserSession,
  newsstand: Newsstand,
  rounds: number,
): Promise<PageFigures> {
  const { url } = pageWith(newsstand, 'copy');
  const badge: number[] = [];
  const popupFromPress: number[] = [];
  const popupFromDocument: number[] = [];
  // The first one starts the worker and opens the archives: that is another benchmark.
  for (let round = -1; round < rounds; round += 1) {
    const tab = await session.open(url, { timed: true });
    const { afterDomContentLoaded } = await tab.waitForBadge();
    if (afterDomContentLoaded === undefined) throw new Error('the badge was not timed');
    const popup = await session.openPopup(tab);
    await popup.waitForText('Same text');
    const drawn = await popup.evaluate(firstDrawn);
    await popup.close();
    await tab.close();
    if (round < 0) continue;
    badge.push(afterDomContentLoaded);
    popupFromPress.push(drawn.at - popup.pressedAt);
    popupFromDocument.push(drawn.after);
  }
  return {
    badge: spread(badge),
    popupFromPress: spread(popupFromPress),
    popupFromDocument: spread(popupFromDocument),
  };
}

/**
 * Runs in the popup: when its first text was painted. Before the state is known, the popup shows
 * empty bars only, which are not contentful; its first text is the verdict.
 */
async function firstDrawn(): Promise<{ at: number; after: number }> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [entry] = performance.getEntriesByName('first-contentful-paint');
    if (entry) return { at: performance.timeOrigin + entry.startTime, after: entry.startTime };
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error('nothing was painted in the popup');
}

function injectedBytes(): { script: string; raw: number; gzip: number }[] {
  const folder = join(root, 'dist', 'demo-chrome', 'content');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js') && statSync(join(folder, name)).isFile())
    .map((script) => {
      const bytes = readFileSync(join(folder, script));
      return { script, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
    });
}
