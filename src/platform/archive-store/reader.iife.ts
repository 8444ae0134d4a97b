// The reader of archives' files: a dedicated worker, the only place where a file can be read at once.

import { openSync, readRange, type SyncHandle } from './files.ts';
import { type Greeting, onAskedToClose, parseRequest, type ReadAnswer } from './protocol.ts';

const handles = new Map<string, Promise<SyncHandle>>();

function handleOf(archive: string): Promise<SyncHandle> {
  const known = handles.get(archive);
  if (known !== undefined) return known;
  const opening = openSync(archive, 'read-only').catch((cause: unknown) => {
    handles.delete(archive);
    throw cause;
  });
  handles.set(archive, opening);
  return opening;
}

async function answer(message: unknown, port: MessagePort): Promise<void> {
  const request = parseRequest(message);
  if (request === undefined) return;
  const { call, archive, ranges } = request;
  let reply: ReadAnswer;
  try {
    const handle = await handleOf(archive);
    const all = new Uint8Array(ranges.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const range of ranges) {
      const bytes = readRange(handle, range);
      if (bytes.length !== range.length) {
        throw new RangeError(`${bytes.length} bytes of ${range.length} at ${range.offset}`);
      }
      all.set(bytes, at);
      at += bytes.length;
    }
    reply = { call, bytes: all.buffer };
  } catch (cause) {
    reply = {
      call,
      failed: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
    };
  }
  port.postMessage(reply, 'bytes' in reply ? [reply.bytes] : []);
}

const greeting: Greeting = { life: `stemma-reader-${crypto.randomUUID()}` };
const alive = new Promise<void>((isHeld) => {
  void navigator.locks.request(greeting.life, () => {
    isHeld();
    return new Promise<never>(() => undefined);
  });
});

// Whoever made this worker speaks here; everything else comes through the ports it hands over.
addEventListener('message', ({ ports }: MessageEvent<unknown>) => {
  for (const port of ports) {
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => void answer(data, port));
    port.start();
    void alive.then(() => port.postMessage(greeting));
  }
});

onAskedToClose((archive) => {
  const handle = handles.get(archive);
  handles.delete(archive);
  handle?.then(
    (open) => open.close(),
    () => undefined,
  );
});
