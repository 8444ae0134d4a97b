// Reads a pack over a byte source: postings by key, facts by document. Nothing is loaded whole.

import { inflateSync } from 'fflate';
import { keyOf } from '../fingerprint/fingerprint.ts';
import { contentDigest } from './assemble.ts';
import { ByteReader } from './bytes.ts';
import { crc32c, hex } from './checksum.ts';
import { ArchiveError } from './errors.ts';
import { type Header, readBytes, readHeader, type Section } from './header.ts';
import {
  DOCUMENT_ROW_BYTES,
  MAX_STRING_BLOCK_BYTES,
  MAX_WORDS,
  ROW,
  SECTION_NAMES,
  type SectionName,
} from './layout.ts';
import { decodeParagraphStarts } from './paragraphs.ts';
import { bucketOf, decodeBucket, isIntactBucket, type KeyPostings } from './postings.ts';
import { decodeRecord } from './records.ts';
import type { ArchivedDocument, ArchiveInfo, ByteSource } from './types.ts';

/** The fixed-size facts of a document, enough to score it. */
export interface DocumentRow {
  words: number;
  fingerprints: number;
  /** Fingerprints whose key is at or below the document-frequency cut. */
  uncommon: number;
  stringBlock: number;
  stringRecord: number;
}

/** Inflated string blocks kept for the next document. */
const CACHED_BLOCKS = 8;

/** One opened pack. */
export class Archive {
  readonly info: ArchiveInfo;
  readonly header: Header;
  readonly #source: ByteSource;
  readonly #bucketOffsets: DataView;
  readonly #blocks = new Map<number, Uint8Array[]>();

  private constructor(
    source: ByteSource,
    header: Header,
    meta: ReadonlyMap<string, string>,
    bucketOffsets: Uint8Array,
  ) {
    this.#source = source;
    this.header = header;
    this.#bucketOffsets = viewOf(bucketOffsets);
    this.info = {
      sha256: header.sha256,
      name: meta.get('name') ?? source.name,
      builder: meta.get('builder') ?? '',
      created: meta.get('created') ?? '',
      profile: header.profile,
      normaliser: header.normaliser,
      documents: header.documents,
      formatVersion: header.major,
      bytes: header.contentBytes,
    };
  }

  /**
   * Opens a pack: its header, its own facts and the bucket offsets are read and checked.
   *
   * @throws {ArchiveError} naming the pack and what is wrong with it
   */
  static async open(source: ByteSource): Promise<Archive> {
    const header = await readHeader(source);
    const { META, BKTO, DOCS } = header.sections;
    if (BKTO.length !== (2 ** header.bucketBits + 1) * 4) {
      const detail = `${BKTO.length} bytes of bucket offsets for ${header.bucketBits} bucket bits`;
      throw new ArchiveError('damaged', source.name, detail);
    }
    if (DOCS.length !== header.documents * DOCUMENT_ROW_BYTES) {
      const detail = `${DOCS.length} bytes of rows for ${header.documents} documents`;
      throw new ArchiveError('damaged', source.name, detail);
    }
    const [metaBytes, offsets] = await Promise.all([
      readSection(source, 'META', META),
      readSection(source, 'BKTO', BKTO),
    ]);
    const meta = guarded(source.name, 'META', () => decodeMeta(metaBytes));
    return new Archive(source, header, meta, offsets);
  }

  /** The pack's file name. */
  get name(): string {
    return this.#source.name;
  }

  /**
   * Postings of keys.
   *
   * @param keys upper 32 and lower 8 bits, parallel
   * @returns by key (a number below 2^40); a key that is in no document is not there
   * @throws {ArchiveError} `damaged`, naming the bucket
   */
  async postings(
    high: ArrayLike<number>,
    low: ArrayLike<number>,
  ): Promise<Map<number, KeyPostings>> {
    const wanted = new Map<number, Set<number>>();
    for (let i = 0; i < high.length; i++) {
      const bucket = bucketOf(high[i] ?? 0, this.header.bucketBits);
      const keys = wanted.get(bucket) ?? new Set<number>();
      keys.add(keyOf(high[i] ?? 0, low[i] ?? 0));
      wanted.set(bucket, keys);
    }
    const found = await Promise.all(
      Array.from(wanted, ([bucket, keys]) => this.#bucket(bucket, keys)),
    );
    return new Map(found.flatMap((postings) => [...postings]));
  }

  async #bucket(bucket: number, keys: ReadonlySet<number>): Promise<Map<number, KeyPostings>> {
    const { POST } = this.header.sections;
    const from = this.#bucketOffsets.getUint32(bucket * 4, true);
    const to = this.#bucketOffsets.getUint32(bucket * 4 + 4, true);
    if (from > to || to > POST.length) {
      throw new ArchiveError('damaged', this.name, `bounds of bucket ${bucket}`);
    }
    const bytes = await readBytes(this.#source, POST.offset + from, to - from);
    if (!isIntactBucket(bytes)) {
      throw new ArchiveError('damaged', this.name, `checksum of bucket ${bucket}`);
    }
    const { bucketBits, documents } = this.header;
    return guarded(this.name, `bucket ${bucket}`, () =>
      decodeBucket(bytes, bucket, bucketBits, keys, documents),
    );
  }

  /** The row of a document, by its index. */
  async row(index: number): Promise<DocumentRow> {
    this.#checkIndex(index);
    const offset = this.header.sections.DOCS.offset + index * DOCUMENT_ROW_BYTES;
    const view = viewOf(await readBytes(this.#source, offset, DOCUMENT_ROW_BYTES));
    const words = view.getUint32(ROW.words, true);
    if (words > MAX_WORDS) {
      throw new ArchiveError('damaged', this.name, `document ${index} has ${words} words`);
    }
    return {
      words,
      fingerprints: view.getUint32(ROW.fingerprints, true),
      uncommon: view.getUint32(ROW.uncommon, true),
      stringBlock: view.getUint32(ROW.stringBlock, true),
      stringRecord: view.getUint32(ROW.stringRecord, true),
    };
  }

  /** Word index of each paragraph's first word. */
  async paragraphStarts(index: number): Promise<number[]> {
    this.#checkIndex(index);
    const { PARO, PARA } = this.header.sections;
    const bytes = await this.#slice(PARO, PARA, index, 'paragraphs');
    return guarded(this.name, `paragraphs of document ${index}`, () =>
      decodeParagraphStarts(bytes),
    );
  }

  /** The facts of a document. */
  async document(index: number): Promise<ArchivedDocument> {
    const row = await this.row(index);
    const records = await this.#stringBlock(row.stringBlock);
    const record = records[row.stringRecord];
    if (record === undefined) {
      const detail = `record ${row.stringRecord} of string block ${row.stringBlock}, which has ${records.length}`;
      throw new ArchiveError('damaged', this.name, detail);
    }
    const fields = guarded(this.name, `document ${index}`, () => decodeRecord(record));
    return { ...fields, words: row.words };
  }

  /** All documents, in the order they were added. */
  async *documents(): AsyncIterable<ArchivedDocument> {
    for (let i = 0; i < this.header.documents; i++) yield await this.document(i);
  }

  /**
   * Reads the whole pack and checks its checksums. Once, before a pack is first believed: rows and
   * paragraphs have no checksum of their own when they are read.
   *
   * @throws {ArchiveError} `damaged`, naming what does not hold
   */
  async verifyChecksums(): Promise<void> {
    for (const name of SECTION_NAMES) {
      await readSection(this.#source, name, this.header.sections[name]);
    }
    const content = await readBytes(this.#source, 0, this.header.contentBytes);
    const digest = hex(await contentDigest(content));
    if (digest !== this.header.sha256) {
      const detail = `SHA-256 is ${digest.slice(0, 12)}…, the header says ${this.header.sha256.slice(0, 12)}…`;
      throw new ArchiveError('damaged', this.name, detail);
    }
  }

  /**
   * As {@link verifyChecksums}, and decodes every document.
   *
   * @throws {ArchiveError} `damaged`, naming what does not hold
   */
  async verify(): Promise<void> {
    await this.verifyChecksums();
    for (let i = 0; i < this.header.documents; i++) {
      await this.document(i);
      await this.paragraphStarts(i);
    }
  }

  #checkIndex(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.header.documents) {
      throw new RangeError(`${this.name}: document ${index} of ${this.header.documents}`);
    }
  }

  /** Item `index` of a section whose items' bounds stand in another section. */
  async #slice(offsets: Section, items: Section, index: number, what: string): Promise<Uint8Array> {
    if ((index + 2) * 4 > offsets.length) {
      throw new ArchiveError('damaged', this.name, `no bounds of ${what} ${index}`);
    }
    const bounds = viewOf(await readBytes(this.#source, offsets.offset + index * 4, 8));
    const from = bounds.getUint32(0, true);
    const to = bounds.getUint32(4, true);
    if (from > to || to > items.length) {
      throw new ArchiveError('damaged', this.name, `bounds of ${what} ${index}`);
    }
    return readBytes(this.#source, items.offset + from, to - from);
  }

  async #stringBlock(block: number): Promise<Uint8Array[]> {
    const cached = this.#blocks.get(block);
    if (cached !== undefined) return cached;
    const { STRO, STRS } = this.header.sections;
    const bytes = await this.#slice(STRO, STRS, block, 'string block');
    const place = `string block ${block}`;
    const payload = bytes.subarray(4);
    if (bytes.length < 4 || viewOf(bytes).getUint32(0, true) !== crc32c(payload)) {
      throw new ArchiveError('damaged', this.name, `checksum of ${place}`);
    }
    const records = guarded(this.name, place, () => recordsOf(payload));
    const oldest = this.#blocks.keys().next();
    if (this.#blocks.size >= CACHED_BLOCKS && oldest.done !== true)
      this.#blocks.delete(oldest.value);
    this.#blocks.set(block, records);
    return records;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

async function readSection(
  source: ByteSource,
  name: SectionName,
  section: Section,
): Promise<Uint8Array> {
  const bytes = await readBytes(source, section.offset, section.length);
  if (crc32c(bytes) !== section.crc) {
    throw new ArchiveError('damaged', source.name, `checksum of section ${name}`);
  }
  return bytes;
}

/** Runs a decoder; whatever it meets becomes an {@link ArchiveError} that names the place. */
function guarded<T>(pack: string, place: string, decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ArchiveError('damaged', pack, `${place}: ${detail}`, { cause });
  }
}

function decodeMeta(bytes: Uint8Array): Map<string, string> {
  const reader = new ByteReader(bytes);
  const decoder = new TextDecoder();
  const meta = new Map<string, string>();
  while (!reader.done) {
    const key = decoder.decode(reader.bytes(reader.varint()));
    meta.set(key, decoder.decode(reader.bytes(reader.varint())));
  }
  return meta;
}

function recordsOf(deflated: Uint8Array): Uint8Array[] {
  // Given its room, fflate throws instead of growing: a bomb stays small.
  const inflated = inflateSync(deflated, { out: new Uint8Array(inflatedRoom(deflated.length)) });
  const reader = new ByteReader(inflated);
  const records: Uint8Array[] = [];
  // Copies: a view would keep the whole block in memory for one document.
  while (!reader.done) records.push(reader.bytes(reader.varint()).slice());
  return records;
}

/** Deflate shrinks at most 1032 times (zlib's technical notes). */
function inflatedRoom(deflatedBytes: number): number {
  return Math.min(MAX_STRING_BLOCK_BYTES, deflatedBytes * 1032 + 64);
}
