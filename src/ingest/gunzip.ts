// Gzip a member at a time (RFC 1952): what stood before damage is given out, and where it is, is told.

import { once } from 'node:events';
import { createInflateRaw } from 'node:zlib';
import CRC32 from 'crc-32';
import type { ByteReader } from './byte-reader.ts';

/**
 * A member that is damaged or cut. Node's own gunzip drops what it had unpacked in the same piece,
 * and stops without a word where the sign of the next member is damaged.
 */
export class GzipError extends Error {
  override readonly name = 'GzipError';
  readonly code = 'Z_DATA_ERROR';
}

/** The sign of gzip and its one method. */
export const gzipSign = Uint8Array.of(0x1f, 0x8b, 8);

/** Deflate unpacks to at most 1,032 times its size: 4 KB at once are at most 4 MB held. */
const pieceBytes = 4096;
/** A file's name or comment in a member's head. */
const longestName = 65_536;

async function exactly(source: ByteReader, count: number): Promise<Uint8Array> {
  const bytes = await source.take(count);
  if (bytes.length < count) throw new GzipError('the file ends within a gzip member');
  return bytes;
}

async function skipName(source: ByteReader): Promise<void> {
  for (let length = 0; length < longestName; length++) {
    if ((await exactly(source, 1))[0] === 0) return;
  }
  throw new GzipError(`a name of more than ${longestName} bytes in a gzip member`);
}

async function skipHead(source: ByteReader): Promise<void> {
  const head = await exactly(source, 10);
  if (gzipSign.some((byte, at) => head[at] !== byte)) {
    throw new GzipError('no gzip where a gzip member should begin');
  }
  const flags = head[3] ?? 0;
  if (flags & 4) {
    const [low = 0, high = 0] = await exactly(source, 2);
    await exactly(source, low + high * 256);
  }
  if (flags & 8) await skipName(source);
  if (flags & 16) await skipName(source);
  if (flags & 2) await exactly(source, 2);
}

async function* inflateOne(source: ByteReader): AsyncIterable<Uint8Array> {
  const inflate = createInflateRaw();
  let failure: Error | undefined;
  let unpacked: Uint8Array[] = [];
  let settle: (() => void) | undefined;
  inflate.on('data', (bytes: Uint8Array) => unpacked.push(bytes));
  inflate.on('error', (error) => {
    failure = error;
    settle?.();
  });
  let crc = 0;
  let length = 0;
  try {
    while (!inflate.readableEnded) {
      const piece = (await source.look()).subarray(0, pieceBytes);
      if (piece.length === 0) throw new GzipError('the file ends within a gzip member');
      const before = inflate.bytesWritten;
      await new Promise<void>((resolve) => {
        settle = resolve;
        inflate.write(piece, () => resolve());
      });
      const used = inflate.bytesWritten - before;
      // What it did not want is the end of the member.
      if (failure === undefined && used < piece.length && !inflate.readableEnded)
        await once(inflate, 'end');
      for (const bytes of unpacked) {
        crc = CRC32.buf(bytes, crc);
        length = (length + bytes.length) >>> 0;
        yield bytes;
      }
      unpacked = [];
      if (failure !== undefined)
        throw new GzipError(`a gzip member is damaged (${failure.message})`);
      await source.skip(used);
    }
  } finally {
    inflate.destroy();
  }
  const tail = Buffer.from(await exactly(source, 8));
  if (tail.readUInt32LE(0) !== crc >>> 0 || tail.readUInt32LE(4) !== length) {
    throw new GzipError('what a gzip member holds is not what its checksum says');
  }
}

/**
 * Unpacks all members, one after another; zeros between and behind them are padding.
 *
 * @param onMember told the offset of each member before its first bytes come
 * @throws {GzipError} after everything before the damage
 */
export async function* unpackMembers(
  source: ByteReader,
  onMember?: (offset: number) => void,
): AsyncIterable<Uint8Array> {
  for (;;) {
    const next = await source.look();
    if (next.length === 0) return;
    if (next[0] === 0) {
      await source.skip(1);
      continue;
    }
    onMember?.(source.offset);
    await skipHead(source);
    yield* inflateOne(source);
  }
}
