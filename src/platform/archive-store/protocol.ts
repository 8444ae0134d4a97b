// What worker and reader of files say to each other, over a port that no page can reach.

import * as v from 'valibot';
import type { ByteRange } from '../../archive/types.ts';

/** Ranges of one archive's file, asked for by the worker. */
export interface ReadRequest {
  /** Given back with the answer. */
  call: number;
  archive: string;
  ranges: readonly ByteRange[];
}

/** The ranges one after another in one buffer, or why not. */
export type ReadAnswer = { call: number; bytes: ArrayBuffer } | { call: number; failed: string };

/**
 * The reader's first word on a port: the name of a lock that it holds for as long as it lives.
 * Chromium closes no port when an offscreen document goes, but lets go of its locks.
 */
export interface Greeting {
  life: string;
}

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

/** More than any lookup asks for at once, and far from exhausting anything. */
const MAX_RANGES = 65_536;

const Request = v.strictObject({
  call: natural,
  archive: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  ranges: v.pipe(
    v.array(v.strictObject({ offset: natural, length: natural })),
    v.maxLength(MAX_RANGES),
  ),
});

const Reply = v.union([
  v.strictObject({ call: natural, bytes: v.instance(ArrayBuffer) }),
  v.strictObject({ call: natural, failed: v.string() }),
  v.strictObject({ life: v.string() }),
]);

/** The request in a message, or undefined where it is none. */
export function parseRequest(message: unknown): ReadRequest | undefined {
  const parsed = v.safeParse(Request, message);
  return parsed.success ? parsed.output : undefined;
}

/** The answer in a message, or undefined where it is none. */
export function parseAnswer(message: unknown): ReadAnswer | Greeting | undefined {
  const parsed = v.safeParse(Reply, message);
  return parsed.success ? parsed.output : undefined;
}

/** The message that hands a port over: to the offscreen document, and from there to the reader. */
export const HAND_OVER = 'stemma/read-archives';

/** Tells whoever holds an archive's file to let go of it, because it is to be deleted. */
const CHANNEL = 'stemma-archives';

/** Says that a file is to be deleted. Only contexts of this extension's own origin hear it. */
export function askToClose(archive: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window
  channel.postMessage({ close: archive });
  channel.close();
}

/** Hears which files are to be deleted. */
export function onAskedToClose(close: (archive: string) => void): void {
  const shape = v.strictObject({ close: v.string() });
  new BroadcastChannel(CHANNEL).addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(shape, data);
    if (parsed.success) close(parsed.output.close);
  });
}
