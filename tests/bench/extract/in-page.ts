// Runs inside a page of the speed benchmark: what is timed there, beside Readability.

import { Readability } from '@mozilla/readability';
import { firstLook } from '../../../src/article/detect.ts';
import { extractArticle, extractInSlices } from '../../../src/article/extract.ts';

/** Milliseconds of one page. */
export interface PageTimes {
  firstLook: number;
  reading: number;
  readability: number;
  /** The longest task while reading in slices. */
  longestSlice: number;
}

/** The quickest of a few runs: what else the machine does is not the code's time. */
function quickest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Reads in slices beside a task that comes as often as it may: its gaps are the slices. */
async function longestSlice(url: string): Promise<number> {
  let gap = 0;
  let last = performance.now();
  let running = true;
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    const now = performance.now();
    gap = Math.max(gap, now - last);
    last = now;
    if (running) port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  await extractInSlices(document, url);
  running = false;
  gap = Math.max(gap, performance.now() - last);
  port1.close();
  return gap;
}

export default async function times(url: string): Promise<PageTimes> {
  const look = quickest(() => firstLook(document, url));
  const reading = quickest(() => extractArticle(document, url));
  const readability = quickest(() => {
    const copy = document.cloneNode(true);
    // It takes its document apart: the copy is part of its price, as it is of ours.
    if (copy instanceof Document) new Readability(copy).parse();
  });
  const gap = await longestSlice(url);
  return { firstLook: look, reading, readability, longestSlice: gap };
}
