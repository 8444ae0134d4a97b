// A text looked up in imported archives, from message to answer, in a real browser.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/command.ts';
import { FilePackBuilder } from '../../src/archive/node-pack.ts';
import { NodeFileSource } from '../../src/archive/node-source.ts';
import { Archive } from '../../src/archive/reader.ts';
import type { Profile } from '../../src/fingerprint/fingerprint.ts';
import type { Kept } from '../../src/platform/archive-store/types.ts';
import { openArchivesPage } from '../e2e/harness/archives-page.ts';
import { callOf } from '../e2e/harness/in-page.ts';
import type { BrowserSession } from '../e2e/harness/types.ts';
import { changeWords } from '../support/edits.ts';
import { figure, type Spread, spread } from './figures.ts';
import { nonsense } from './news.ts';
import type { BenchOptions, Table } from './types.ts';

interface PackFile {
  what: string;
  path: string;
  documents: number;
}

/** What one pack took, kept in one place. */
export interface LookupFigures {
  pack: string;
  kept: Kept;
  /** The import from the choice of the file to its end. */
  importSeconds: number;
  /** The worker runs and has answered before. */
  warm: Spread;
  /** The worker was just killed; the reader of files, where it is another process, still runs. */
  cold: Spread;
  /** Both are gone, as after the browser's start. Chromium only: Firefox's reader goes with its worker. */
  coldest?: Spread;
}

const FILL_BATCH = 2000;
const SEED = 1_000_000;

/**
 * The packs to look up in: one that is too large to be read whole; with `large` those of the mark.
 * They are built once and kept in `out/bench`, since a million documents take minutes.
 */
export async function packsFor({ quick, large, progress }: BenchOptions): Promise<PackFile[]> {
  const folder = join(root, 'out', 'bench');
  mkdirSync(folder, { recursive: true });
  const sizes = large
    ? ([
        [100_000, 'std'],
        [1_000_000, 'lite'],
      ] as const)
    : ([[quick ? 2000 : 30_000, 'std']] as const);
  const files: PackFile[] = [];
  for (const [documents, profile] of sizes) {
    const what = `${documents.toLocaleString('en')} ${profile}`;
    const path = join(folder, `${documents}-${profile}.stemma`);
    if (!(await isReadable(path))) {
      progress(`building ${what} …`);
      await build(path, what, documents, profile);
    }
    files.push({ what, path, documents });
  }
  return files;
}

/** Whether a pack is there that this version reads. */
async function isReadable(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const source = await NodeFileSource.open(path);
  try {
    await Archive.open(source);
    return true;
  } catch {
    return false;
  } finally {
    await source.close();
  }
}

async function build(path: string, name: string, documents: number, profile: Profile) {
  const created = '2026-01-01T00:00:00Z';
  const builder = new FilePackBuilder(path, { name, builder: 'bench', created, profile });
  for (let at = 0; at < documents; at += FILL_BATCH) {
    for (const document of nonsense(Math.min(FILL_BATCH, documents - at), SEED + at)) {
      builder.add(document);
    }
  }
  await builder.finish();
}

/** Archived stories with one word in ten changed, another one for each question. */
function questions(count: number, documents: number): string[][] {
  return Array.from({ length: count }, (_, i) => {
    const at = Math.floor((i * documents) / count / FILL_BATCH) * FILL_BATCH;
    const [document] = nonsense(1, SEED + at);
    return changeWords(document?.paragraphs ?? [], 0.1, i);
  });
}

/** Imports each pack by the product's own page, twice: into a file, and into the database. */
export async function measureLookups(
  session: BrowserSession,
  packs: readonly PackFile[],
  rounds: number,
  progress: (line: string) => void,
): Promise<LookupFigures[]> {
  const figures: LookupFigures[] = [];
  for (const { what, path, documents } of packs) {
    for (const kept of ['opfs', 'indexeddb'] as const) {
      progress(`${what} in ${kept} …`);
      const tab = await session.open();
      const panel = await openArchivesPage(session, tab);
      await panel.page.evaluate(callOf(preferPlace, [kept]));
      const start = performance.now();
      await panel.choose(path);
      await panel.waitFor(`Imported ${what}`, 600_000);
      const importSeconds = (performance.now() - start) / 1000;
      figures.push({
        pack: what,
        kept,
        importSeconds,
        ...(await ask(session, questions(rounds, documents), kept)),
      });
      await panel.press('Remove');
      await panel.waitFor('from this device?');
      await panel.press('Remove');
      await panel.waitFor('was removed.');
      await tab.close();
    }
  }
  return figures;
}

async function ask(
  session: BrowserSession,
  texts: string[][],
  kept: Kept,
): Promise<Pick<LookupFigures, 'warm' | 'cold' | 'coldest'>> {
  const time = (text: string[]) => session.inExtension(timeLookUp, text);
  const cold: number[] = [];
  const warm: number[] = [];
  const coldest: number[] = [];
  for (const text of texts) {
    await session.killWorker();
    cold.push(await time(text));
  }
  for (const text of [...texts, ...texts]) warm.push(await time(text));
  if (session.kind === 'chrome' && kept === 'opfs') {
    for (const text of texts) {
      await session.inExtension(() => chrome.offscreen.closeDocument().catch(() => undefined));
      await session.killWorker();
      coldest.push(await time(text));
    }
  }
  return {
    cold: spread(cold),
    warm: spread(warm),
    ...(coldest.length > 0 ? { coldest: spread(coldest) } : {}),
  };
}

/** Runs in a page of the extension: one text, there and back. */
async function timeLookUp(paragraphs: string[]): Promise<number> {
  const start = performance.now();
  const answer: Promise<unknown> = chrome.runtime.sendMessage({
    call: 'text/match',
    of: { paragraphs },
  });
  // A browser may lose a message to a worker that is just being killed.
  const lost = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('the worker did not answer within 30 s')), 30_000);
  });
  const found = JSON.stringify(await Promise.race([answer, lost]));
  const took = performance.now() - start;
  if (!found.includes('"share":')) throw new Error(`not found: ${found.slice(0, 500)}`);
  return took;
}

/** Runs in the archives panel: imports go to one place. Speaks to the import's worker as the page does. */
function preferPlace(place: string): void {
  const send: unknown = Reflect.get(Worker.prototype, 'postMessage');
  if (typeof send !== 'function') throw new Error('workers take no messages');
  Reflect.set(Worker.prototype, 'postMessage', function preferring(this: Worker, of: object) {
    return Reflect.apply(send, this, ['file' in of ? { ...of, places: [place] } : of, []]);
  });
}

export function lookupTable(measured: ReadonlyMap<string, LookupFigures[]>): Table {
  return {
    title: 'A text looked up in an imported archive, from message to answer (ms)',
    columns: ['', 'p50', 'p95', 'max', 'n'],
    rows: [...measured].flatMap(([browser, all]) =>
      all.flatMap(({ pack, kept, warm, cold, coldest, importSeconds }) => {
        const row = (what: string, { p50, p95, max, n }: Spread) => [
          `${browser}: ${pack}, ${kept}, ${what}`,
          ...[p50, p95, max].map(figure),
          String(n),
        ];
        return [
          row('worker running', warm),
          row('worker just killed', cold),
          ...(coldest === undefined ? [] : [row('and no offscreen document', coldest)]),
          [`${browser}: ${pack}, ${kept}, import (s)`, figure(importSeconds), '', '', '1'],
        ];
      }),
    ),
    notes: [
      'Seeded nonsense of 420 words a document; each text is an archived one with 10 % of its words changed.',
      'The text travels from a page of the extension to the worker and the matches back.',
    ],
  };
}
