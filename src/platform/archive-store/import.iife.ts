// The worker of an import: reads, writes and checks a pack beside the page, which stays quick.

import { ArchiveError } from '../../archive/errors.ts';
import { importPack, NoRoomError } from './import-pack.ts';
import { type ImportReport, parseImportOrder } from './import-protocol.ts';

const cancelling = new AbortController();

function tell(report: ImportReport): void {
  postMessage(report);
}

function failure(cause: unknown): ImportReport {
  if (cancelling.signal.aborted) return { tells: 'cancelled' };
  if (cause instanceof NoRoomError) {
    return { tells: 'no-room', needed: cause.needed, free: cause.free };
  }
  if (cause instanceof ArchiveError) {
    return { tells: 'refused', code: cause.code, detail: cause.message };
  }
  const detail = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return { tells: 'failed', detail };
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const order = parseImportOrder(data);
  if (order === undefined) return;
  if (order.order === 'cancel') {
    cancelling.abort();
    return;
  }
  const { file, again, places } = order;
  importPack(file, {
    signal: cancelling.signal,
    progress: (step, share) => tell({ tells: 'progress', step, share }),
    ...(again === undefined ? {} : { again }),
    ...(places === undefined ? {} : { places }),
  }).then(
    (outcome) => tell({ tells: 'done', outcome }),
    (cause: unknown) => tell(failure(cause)),
  );
});
