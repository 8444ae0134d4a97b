// How soon the popup is there with what it says: with no, ten and two hundred relatives.

import type { Provenance, Relative } from '../../src/provenance/types.ts';
import { pause } from '../e2e/harness/in-page.ts';
import type { BrowserSession, TabHandle } from '../e2e/harness/types.ts';
import { pageWith } from '../e2e/pages.ts';
import type { Newsstand } from '../newsstand/server.ts';
import { checkedState, manyRelatives, provenanceOf, withoutMain } from '../popup/fixtures.ts';
import { figure, type Spread, spread } from './figures.ts';
import { inBrowsers } from './in-browsers.ts';
import type { BenchOptions, BenchResult } from './types.ts';

const RELATIVES = [0, 10, 200] as const;

interface PopupFigures {
  relatives: number;
  /** From the beginning of the popup's document to its first text, the verdict. */
  fromDocument: Spread;
  /** From the press of the toolbar's button to the same. */
  fromPress: Spread;
}

function provenanceWith(count: number): Provenance {
  const relatives: Relative[] = manyRelatives(count);
  const [main] = relatives;
  return main === undefined ? withoutMain({ kind: 'no-match' }) : provenanceOf({ main, relatives });
}

export async function run(options: BenchOptions): Promise<BenchResult> {
  const rounds = options.quick ? 3 : 25;
  const measured = await inBrowsers(options, (session, newsstand) =>
    measure(session, newsstand, rounds),
  );
  return {
    tables: [
      {
        title: 'The popup, opened over a page that is known (ms)',
        columns: ['', 'p50', 'p95', 'max', 'n'],
        rows: [...measured].flatMap(([browser, all]) =>
          all.flatMap(({ relatives, fromDocument, fromPress }) =>
            (
              [
                ['after its document began', fromDocument],
                ['after the press', fromPress],
              ] as const
            ).map(([what, { p50, p95, max, n }]) => [
              `${browser}: ${relatives} relatives, content ${what}`,
              ...[p50, p95, max].map(figure),
              String(n),
            ]),
          ),
        ),
        notes: [
          'Content is the first text that is painted: the verdict, with the lineage below it.',
        ],
      },
    ],
    json: { millisecondsByBrowser: Object.fromEntries(measured) },
  };
}

async function measure(
  session: BrowserSession,
  newsstand: Newsstand,
  rounds: number,
): Promise<PopupFigures[]> {
  const figures: PopupFigures[] = [];
  for (const relatives of RELATIVES) {
    const fromDocument: number[] = [];
    const fromPress: number[] = [];
    const tab = await session.open(pageWith(newsstand, 'copy').url);
    await tab.waitForBadge();
    await keep(session, tab, provenanceWith(relatives));
    // The first one reads the popup's files from disk.
    for (let round = -1; round < rounds; round += 1) {
      const popup = await session.openPopup(tab);
      await popup.waitForText(relatives === 0 ? 'No earlier copy' : 'Same text');
      const drawn = await popup.evaluate(firstText);
      await popup.close();
      if (round < 0) continue;
      fromDocument.push(drawn.after);
      fromPress.push(drawn.at - popup.pressedAt);
    }
    await tab.close();
    figures.push({ relatives, fromDocument: spread(fromDocument), fromPress: spread(fromPress) });
  }
  return figures;
}

/** Puts an invented provenance in the place of what was found for a tab. */
async function keep(session: BrowserSession, tab: TabHandle, provenance: Provenance) {
  const { url: _, ...state } = checkedState({ provenance });
  await session.inExtension(
    async (id, rest) => {
      const key = `tab:${id}`;
      const known: unknown = (await chrome.storage.session.get(key))[key];
      const url: unknown =
        typeof known === 'object' && known !== null ? Reflect.get(known, 'url') : '';
      await chrome.storage.session.set({ [key]: { ...rest, url } });
    },
    tab.id,
    state,
  );
  await pause(200);
}

/** Runs in the popup: when its first text was painted; before it there are bars without text. */
async function firstText(): Promise<{ at: number; after: number }> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [entry] = performance.getEntriesByName('first-contentful-paint');
    if (entry) return { at: performance.timeOrigin + entry.startTime, after: entry.startTime };
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error('nothing was painted in the popup');
}
