// Asks the reader of files, and asks again where it died: the right bytes late, never wrong ones.

import type { ByteRange } from '../../archive/types.ts';
import { BatchedSource } from './batched.ts';
import { connectReader, dropReader } from './connect.ts';
import { parseAnswer } from './protocol.ts';

/**
 * Milliseconds that an answer may take; a lookup takes 2 to 20. A reader that dies is heard of by
 * its lock, but one that hangs says nothing. A disk that is slower than this is read another way.
 */
const PATIENCE = 1500;

/** Readers tried before the error counts. */
const ATTEMPTS = 2;

/** The reader died or was never there. What it was asked may be asked again. */
class ReaderLost extends Error {
  override name = 'ReaderLost';
}

interface Waiting {
  done: (bytes: Uint8Array) => void;
  fail: (cause: Error) => void;
}

interface Connection {
  port: MessagePort;
  /** Aborted when it is given up. */
  ended: AbortController;
  waiting: Map<number, Waiting>;
}

let connected: Promise<Connection> | undefined;
let calls = 0;

function connection(): Promise<Connection> {
  connected ??= connect().catch((cause: unknown) => {
    connected = undefined;
    throw new ReaderLost(String(cause), { cause });
  });
  return connected;
}

async function connect(): Promise<Connection> {
  const port = await connectReader();
  const waiting = new Map<number, Waiting>();
  const made: Connection = { port, waiting, ended: new AbortController() };
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const answer = parseAnswer(data);
    if (answer === undefined) return;
    if ('life' in answer) {
      void outlive(made, answer.life);
      return;
    }
    const asked = waiting.get(answer.call);
    waiting.delete(answer.call);
    if ('bytes' in answer) asked?.done(new Uint8Array(answer.bytes));
    else asked?.fail(new Error(answer.failed));
  });
  port.start();
  return made;
}

/** Waits for the lock that the reader holds while it lives. */
async function outlive(made: Connection, life: string): Promise<void> {
  try {
    await navigator.locks.request(life, { signal: made.ended.signal }, () => {
      lose(made, 'the reader went away');
    });
  } catch (cause) {
    if (!made.ended.signal.aborted) throw cause;
  }
}

/** Gives up a connection and all that waits on it. */
function lose(lost: Connection, why: string): void {
  if (lost.ended.signal.aborted) return;
  lost.ended.abort();
  lost.port.close();
  for (const { fail } of lost.waiting.values()) fail(new ReaderLost(why));
  lost.waiting.clear();
  connected = undefined;
  dropReader();
}

async function ask(
  archive: string,
  ranges: readonly ByteRange[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const to = await connection();
  const call = ++calls;
  return new Promise((done, fail) => {
    const timer = setTimeout(
      () => lose(to, `the reader said nothing for ${PATIENCE} ms`),
      PATIENCE,
    );
    const end = () => {
      clearTimeout(timer);
      to.waiting.delete(call);
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      end();
      // The signal's own reason, whatever it is: that is what callers compare with.
      fail(signal?.reason);
    };
    signal?.addEventListener('abort', abort);
    to.waiting.set(call, {
      done: (bytes) => {
        end();
        done(bytes);
      },
      fail: (cause) => {
        end();
        fail(cause);
      },
    });
    to.port.postMessage({ call, archive, ranges }, []);
  });
}

/** An archive's file, read by the reader's synchronous access handle. */
export class ReaderSource extends BatchedSource {
  readonly #archive: string;

  constructor(name: string, archive: string, size: number) {
    super(name, size);
    this.#archive = archive;
  }

  protected override async fetch(
    ranges: readonly ByteRange[],
    signal?: AbortSignal,
  ): Promise<Uint8Array[]> {
    const all = await this.#ask(ranges, signal);
    const wanted = ranges.reduce((sum, { length }) => sum + length, 0);
    if (all.length !== wanted) {
      throw new Error(`${this.name}: ${all.length} bytes came for ${wanted}`);
    }
    let at = 0;
    return ranges.map(({ length }) => all.subarray(at, (at += length)));
  }

  async #ask(ranges: readonly ByteRange[], signal: AbortSignal | undefined): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(this.#archive, ranges, signal);
      } catch (cause) {
        if (!(cause instanceof ReaderLost) || attempt === ATTEMPTS) throw cause;
      }
    }
  }
}
