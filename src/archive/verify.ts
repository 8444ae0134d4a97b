// Checks a whole pack in bounded memory: checksums and SHA-256 first, then everything decoded.

import { sha256 } from '@noble/hashes/sha2.js';
import { crc32c, intactPayload, type StreamingHash } from './checksum.ts';
import { ArchiveError, guarded } from './errors.ts';
import { HEADER_BYTES } from './layout.ts';
import { BucketCursor } from './postings.ts';
import { readRange } from './ranges.ts';
import type { Archive } from './reader.ts';
import { blankHeader, checkDigest } from './verify-whole.ts';

export interface VerifyOptions {
  signal?: AbortSignal;
  /** Told how far it is, in bytes of the whole pack. */
  progress?: (done: number, total: number) => void;
  /** A faster SHA-256 where there is one. */
  hash?: StreamingHash;
}

const PIECE_BYTES = 1_048_576;

/**
 * Reads the whole pack once, a piece at a time, and checks every section's CRC and the SHA-256.
 *
 * @throws {ArchiveError} `damaged`, naming the section or the hash; the signal's reason when aborted
 */
export async function verifyChecksums(
  { source, header }: Archive,
  { signal, progress, hash = sha256.create() }: VerifyOptions = {},
): Promise<void> {
  const { contentBytes, allSections } = header;
  const crcs = allSections.map(() => 0);
  for (let at = HEADER_BYTES; at < contentBytes; ) {
    const length = Math.min(PIECE_BYTES, contentBytes - at);
    const bytes = await readRange(source, at, length, signal);
    hash.update(bytes);
    for (const [i, { offset, length: size }] of allSections.entries()) {
      const from = Math.max(0, offset - at);
      const to = Math.min(length, offset + size - at);
      if (from < to) crcs[i] = crc32c(bytes.subarray(from, to), crcs[i]);
    }
    at += length;
    progress?.(at, contentBytes);
  }
  for (const [i, { name, crc }] of allSections.entries()) {
    if (crcs[i] !== crc) {
      throw new ArchiveError('damaged', source.name, `checksum of section ${name}`);
    }
  }
  hash.update(blankHeader(await readRange(source, 0, HEADER_BYTES, signal)));
  checkDigest(hash.digest(), header, source.name);
}

/**
 * As {@link verifyChecksums}, and decodes every bucket, row and document.
 *
 * @throws {ArchiveError} `damaged`, naming what does not hold; the signal's reason when aborted
 */
export async function verifyPack(archive: Archive, options: VerifyOptions = {}): Promise<void> {
  await verifyChecksums(archive, options);
  await verifyContent(archive, options);
}

/**
 * Decodes every bucket, row and document, and compares their counts with the header's.
 *
 * @throws {ArchiveError} `damaged`, naming what does not hold
 */
async function verifyContent(archive: Archive, { signal }: VerifyOptions): Promise<void> {
  const { keys, postings, documents } = archive.header;
  const uncommon = new Uint32Array(documents);
  let [keysFound, postingsFound] = [0, 0];
  for await (const [bucket, cursor] of eachBucket(archive, signal)) {
    guarded(archive.name, `bucket ${bucket}`, () => {
      while (cursor.next()) {
        keysFound++;
        postingsFound += cursor.count;
        cursor.eachPlace((document, _position, isAddress) => {
          if (!isAddress) uncommon[document] = (uncommon[document] ?? 0) + 1;
        });
      }
    });
  }
  if (keysFound !== keys || postingsFound !== postings) {
    const detail = `${keysFound} keys and ${postingsFound} postings, the header says ${keys} and ${postings}`;
    throw new ArchiveError('damaged', archive.name, detail);
  }
  for (let i = 0; i < documents; i++) {
    signal?.throwIfAborted();
    await archive.document(i);
    const row = await archive.row(i);
    if (row.uncommon !== uncommon[i]) {
      const detail = `${uncommon[i]} fingerprints listed of document ${i}, its row says ${row.uncommon}`;
      throw new ArchiveError('damaged', archive.name, detail);
    }
  }
}

/** Buckets that hold something, in order, read many at a time. */
export async function* eachBucket(
  archive: Archive,
  signal?: AbortSignal,
): AsyncGenerator<[bucket: number, cursor: BucketCursor], void, undefined> {
  const { header, source, name } = archive;
  const { BKTO, POST } = header.sections;
  const buckets = 2 ** header.bucketBits;
  const perTable = PIECE_BYTES / 4;
  for (let first = 0; first < buckets; first += perTable) {
    const count = Math.min(perTable, buckets - first);
    const table = await readRange(source, BKTO.offset + first * 4, (count + 1) * 4, signal);
    const offsets = new DataView(table.buffer, table.byteOffset, table.length);
    const boundary = (i: number) => offsets.getUint32(i * 4, true);
    for (let from = 0; from < count; ) {
      const start = boundary(from);
      let to = from + 1;
      while (to < count && boundary(to + 1) - start <= PIECE_BYTES) to++;
      if (start > boundary(to) || boundary(to) > POST.length) {
        const detail = `bounds of bucket ${first + from}: ${start} to ${boundary(to)} of ${POST.length}`;
        throw new ArchiveError('damaged', name, detail);
      }
      const bytes = await readRange(source, POST.offset + start, boundary(to) - start, signal);
      for (let i = from; i < to; i++) {
        const bucket = first + i;
        const [begin, end] = [boundary(i) - start, boundary(i + 1) - start];
        if (begin === end) continue;
        const payload = begin < end ? intactPayload(bucket, bytes.subarray(begin, end)) : undefined;
        if (payload === undefined) {
          throw new ArchiveError('damaged', name, `checksum of bucket ${bucket}`);
        }
        yield [
          bucket,
          guarded(name, `bucket ${bucket}`, () => new BucketCursor(payload, bucket, header)),
        ];
      }
      from = to;
    }
  }
}
