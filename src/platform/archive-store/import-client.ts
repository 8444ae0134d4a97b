// Starts an import from a page of ours, and hears how it goes.

import { browser } from '../browser.ts';
import type { Step } from './import-pack.ts';
import type { ImportEnd, ImportOrder, ImportReport } from './import-protocol.ts';

export interface RunningImport {
  /** Resolves however the import ended; never rejects. */
  end: Promise<ImportEnd>;
  /** Gives it up; `end` then tells `cancelled`, when nothing of it is left. */
  cancel(): void;
}

/**
 * Imports a pack.
 *
 * @param again take the place of the same pack that is here, whose bytes did not hold
 */
export function startImport(
  file: File,
  progress: (step: Step, share: number) => void,
  again = false,
): RunningImport {
  const worker = new Worker(browser.runtime.getURL('workers/import.js'));
  const order = (of: ImportOrder) => worker.postMessage(of, []);
  const end = new Promise<ImportEnd>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ImportReport>) => {
      if (data.tells === 'progress') progress(data.step, data.share);
      else resolve(data);
    });
    worker.addEventListener('error', ({ message }) =>
      resolve({ tells: 'failed', detail: message }),
    );
  }).finally(() => worker.terminate());
  order({ order: 'import', file, again });
  return { end, cancel: () => order({ order: 'cancel' }) };
}
