// The postings section: keys to documents and positions, in buckets that are read one at a time.

import { KEY_BITS, keyOf } from '../fingerprint/fingerprint.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { crc32c } from './checksum.ts';
import { ADDRESS_POSITION, MAX_BUCKET_BITS, POSTINGS_PER_BUCKET } from './layout.ts';
import type { PostingColumns } from './posting-columns.ts';

/** Where one key stands. */
export interface KeyPostings {
  /** Documents that have the key, also where they are not listed. */
  documentFrequency: number;
  /** Parallel to `positions`; empty for keys above the document-frequency cut. */
  documents: number[];
  positions: number[];
}

export interface EncodedPostings {
  bucketBits: number;
  /** Start of each bucket in `bytes`, and the end: 2^bucketBits + 1 entries. */
  offsets: Uint32Array;
  bytes: Uint8Array<ArrayBuffer>;
  /** Distinct keys. */
  keys: number;
  postings: number;
  /** Per document: fingerprints at or below the cut. */
  uncommon: Uint32Array;
}

/** Bytes of a bucket's checksum, before its entries. */
const BUCKET_CRC_BYTES = 4;

/** The bucket of a key: its uppermost bits. */
export function bucketOf(high: number, bucketBits: number): number {
  return bucketBits === 0 ? 0 : high >>> (32 - bucketBits);
}

function bitsFor(postings: number): number {
  let bits = 0;
  while (bits < MAX_BUCKET_BITS && postings > POSTINGS_PER_BUCKET * 2 ** bits) bits++;
  return bits;
}

/** Postings grouped by bucket: indexes into the columns, and where each bucket's begin. */
function groupByBucket(columns: PostingColumns, bucketBits: number) {
  const buckets = 2 ** bucketBits;
  const starts = new Uint32Array(buckets + 1);
  for (let i = 0; i < columns.length; i++) {
    const next = bucketOf(columns.high[i] ?? 0, bucketBits) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let b = 0; b < buckets; b++) starts[b + 1] = (starts[b + 1] ?? 0) + (starts[b] ?? 0);
  const fill = starts.slice();
  const order = new Uint32Array(columns.length);
  for (let i = 0; i < columns.length; i++) {
    const bucket = bucketOf(columns.high[i] ?? 0, bucketBits);
    const at = fill[bucket] ?? 0;
    order[at] = i;
    fill[bucket] = at + 1;
  }
  return { starts, order };
}

/**
 * Encodes all postings.
 *
 * @param cut keys in more documents keep their document frequency only
 */
export function encodePostings(
  columns: PostingColumns,
  documents: number,
  cut: number,
): EncodedPostings {
  const bucketBits = bitsFor(columns.length);
  const { starts, order } = groupByBucket(columns, bucketBits);
  const buckets = 2 ** bucketBits;
  const offsets = new Uint32Array(buckets + 1);
  const uncommon = new Uint32Array(documents);
  const out = new ByteWriter();
  const bucketBytes = new ByteWriter();
  let keys = 0;
  let kept = 0;

  for (let bucket = 0; bucket < buckets; bucket++) {
    offsets[bucket] = out.length;
    const entries = Array.from(order.subarray(starts[bucket], starts[bucket + 1]), (i) => ({
      key: keyOf(columns.high[i] ?? 0, columns.low[i] ?? 0),
      document: columns.document[i] ?? 0,
      position: columns.position[i] ?? 0,
    }));
    if (entries.length === 0) continue;
    entries.sort((x, y) => x.key - y.key || x.document - y.document || x.position - y.position);
    bucketBytes.clear();
    let lastKey = bucket * 2 ** (KEY_BITS - bucketBits);
    for (let from = 0; from < entries.length; ) {
      const key = entries[from]?.key ?? 0;
      let to = from;
      let documentFrequency = 0;
      let lastDocument = -1;
      for (let entry = entries[to]; entry?.key === key; entry = entries[++to]) {
        if (entry.document !== lastDocument) documentFrequency++;
        lastDocument = entry.document;
      }
      const run = entries.slice(from, to);
      const listed = documentFrequency <= cut;
      writeKey(bucketBytes, key - lastKey, documentFrequency, listed ? run : []);
      keys++;
      if (listed) {
        kept += run.length;
        for (const { document, position } of run) {
          if (position !== ADDRESS_POSITION) uncommon[document] = (uncommon[document] ?? 0) + 1;
        }
      }
      lastKey = key;
      from = to;
    }
    const payload = bucketBytes.finish();
    const crc = new Uint8Array(BUCKET_CRC_BYTES);
    new DataView(crc.buffer).setUint32(0, crc32c(payload), true);
    out.bytes(crc);
    out.bytes(payload);
  }
  offsets[buckets] = out.length;
  return { bucketBits, offsets, bytes: out.finish(), keys, postings: kept, uncommon };
}

function writeKey(
  out: ByteWriter,
  delta: number,
  documentFrequency: number,
  run: { document: number; position: number }[],
): void {
  const single = documentFrequency === 1 && run.length === 1;
  out.varint(delta * 2 + (single ? 1 : 0));
  if (!single) {
    out.varint(documentFrequency);
    out.varint(run.length);
  }
  let lastDocument = 0;
  let lastPosition = 0;
  for (const { document, position } of run) {
    if (document !== lastDocument) lastPosition = 0;
    out.varint(document - lastDocument);
    out.varint(position - lastPosition);
    lastDocument = document;
    lastPosition = position;
  }
}

/** Whether a bucket's bytes are as they were written. */
export function isIntactBucket(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true;
  if (bytes.length < BUCKET_CRC_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, BUCKET_CRC_BYTES);
  return view.getUint32(0, true) === crc32c(bytes.subarray(BUCKET_CRC_BYTES));
}

/**
 * Decodes the wanted keys of one bucket.
 *
 * @param wanted keys as numbers below 2^40
 * @param documents number of documents in the pack, to check against
 * @throws {DecodeError} or {@link RangeError} where the entries do not hold together
 */
export function decodeBucket(
  bytes: Uint8Array,
  bucket: number,
  bucketBits: number,
  wanted: ReadonlySet<number>,
  documents: number,
): Map<number, KeyPostings> {
  const found = new Map<number, KeyPostings>();
  if (bytes.length === 0) return found;
  const reader = new ByteReader(bytes, BUCKET_CRC_BYTES);
  // Keys ascend: what is not wanted is passed over undecoded, and nothing is read past the last.
  const keys = Float64Array.from(wanted).toSorted();
  let next = 0;
  let key = bucket * 2 ** (KEY_BITS - bucketBits);
  while (next < keys.length && !reader.done) {
    const head = reader.varint();
    key += Math.floor(head / 2);
    const single = head % 2 === 1;
    const documentFrequency = single ? 1 : reader.varint();
    const count = single ? 1 : reader.varint();
    while (next < keys.length && (keys[next] ?? 0) < key) next++;
    if (keys[next] !== key) {
      reader.skipVarints(count * 2);
      continue;
    }
    const postings: KeyPostings = { documentFrequency, documents: [], positions: [] };
    let document = 0;
    let position = 0;
    for (let i = 0; i < count; i++) {
      const step = reader.varint();
      if (step > 0) position = 0;
      document += step;
      position += reader.varint();
      if (document >= documents) {
        throw new RangeError(`bucket ${bucket}: document ${document} of ${documents}`);
      }
      postings.documents.push(document);
      postings.positions.push(position);
    }
    found.set(key, postings);
  }
  return found;
}
