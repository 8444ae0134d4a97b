// Reads a pack over a byte source: postings by key, facts by document. Nothing is loaded whole.

import { keyOf } from '../fingerprint/fingerprint.ts';
import { BlockCache } from './block-cache.ts';
import { ByteReader } from './bytes.ts';
import { crc32c, intactPayload } from './checksum.ts';
import { ArchiveError, guarded } from './errors.ts';
import { type Header, readHeader, type Section } from './header.ts';
import { ROWS_PER_BLOCK } from './layout.ts';
import { bucketOf, cutKey, decodeBucket, type KeyPostings } from './postings.ts';
import { GatheredReads, readRange, readRanges } from './ranges.ts';
import type { RecordBlock } from './records.ts';
import { type DocumentRow, decodeRows, withRow } from './rows.ts';
import { decodeRecords, StringIndex } from './strings.ts';
import type { ArchivedDocument, ArchiveInfo, ByteRange, ByteSource } from './types.ts';

export type { DocumentRow } from './rows.ts';

export interface OpenOptions {
  signal?: AbortSignal;
  /** Documents that a collection has withdrawn: they are in no answer. See `collection.ts`. */
  withdrawn?: ReadonlySet<number>;
}

/** Decoded blocks kept for the next document. */
const CACHED_ROW_BLOCKS = 64;
const CACHED_STRING_BLOCKS = 8;
/** Bucket offsets of more bytes are read by the slice: most of a large table is never looked at. */
const WHOLE_OFFSETS_BYTES = 524_288;

/** One opened pack. */
export class Archive {
  readonly info: ArchiveInfo;
  readonly header: Header;
  readonly source: ByteSource;
  readonly withdrawn: ReadonlySet<number>;
  readonly #gathered: GatheredReads;
  /** Undefined where the table is read by the slice. */
  readonly #bucketOffsets: DataView | undefined;
  readonly #rowBlocks = new BlockCache<DocumentRow[]>(CACHED_ROW_BLOCKS);
  readonly #stringBlocks = new BlockCache<RecordBlock>(CACHED_STRING_BLOCKS);
  readonly #tables = new BlockCache<DataView | StringIndex>(2);

  private constructor(
    source: ByteSource,
    header: Header,
    meta: ReadonlyMap<string, string>,
    bucketOffsets: Uint8Array | undefined,
    withdrawn: ReadonlySet<number>,
  ) {
    this.source = source;
    this.header = header;
    this.withdrawn = withdrawn;
    this.#gathered = new GatheredReads(source);
    this.#bucketOffsets = bucketOffsets && viewOf(bucketOffsets);
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
   * Opens a pack: its header, its own facts and, unless they are many, the bucket offsets are read
   * and checked.
   *
   * @throws {ArchiveError} naming the pack and what is wrong with it
   */
  static async open(source: ByteSource, options: OpenOptions = {}): Promise<Archive> {
    const { signal, withdrawn = new Set() } = options;
    const header = await readHeader(source);
    const { META, BKTO } = header.sections;
    const isSmall = BKTO.length <= WHOLE_OFFSETS_BYTES;
    const [metaBytes, offsets] = await readRanges(source, isSmall ? [META, BKTO] : [META], signal);
    checkSection(source.name, META, metaBytes);
    if (isSmall) checkSection(source.name, BKTO, offsets);
    const meta = guarded(source.name, 'META', () => decodeMeta(metaBytes ?? new Uint8Array()));
    return new Archive(source, header, meta, offsets, withdrawn);
  }

  /** The pack's file name. */
  get name(): string {
    return this.source.name;
  }

  /**
   * Postings of keys.
   *
   * @param high upper 32 bits of each key
   * @param low lower 8 bits, parallel
   * @returns by key (a number below 2^40); a key that is in no document is not there
   * @throws {ArchiveError} `damaged`, naming the bucket; the signal's reason when aborted
   */
  async postings(
    high: ArrayLike<number>,
    low: ArrayLike<number>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Map<number, KeyPostings>> {
    const { keyBits, bucketBits } = this.header;
    const keys = Float64Array.from(high, (upper, i) => keyOf(upper, low[i] ?? 0)).toSorted();
    const wanted: { bucket: number; keys: number[]; whole: number[] }[] = [];
    for (const key of keys) {
      const bucket = bucketOf(Math.floor(key / 256), bucketBits);
      const last = wanted.at(-1);
      if (last?.bucket !== bucket) {
        wanted.push({ bucket, keys: [cutKey(key, keyBits)], whole: [key] });
      } else if (last.whole.at(-1) !== key) {
        last.keys.push(cutKey(key, keyBits));
        last.whole.push(key);
      }
    }
    const bounds = await this.#bucketBounds(
      wanted.map(({ bucket }) => bucket),
      signal,
    );
    const slices = await readRanges(this.source, bounds, signal);
    const found = new Map<number, KeyPostings>();
    for (const [i, { bucket, keys: cut, whole }] of wanted.entries()) {
      this.#decodeBucket(slices[i] ?? new Uint8Array(), bucket, cut, (key, postings) => {
        // Two keys may be one to a pack that keeps fewer bits.
        for (let at = cut.indexOf(key); cut[at] === key; at++) found.set(whole[at] ?? 0, postings);
      });
    }
    if (this.withdrawn.size > 0) for (const postings of found.values()) this.#filter(postings);
    return found;
  }

  #decodeBucket(
    block: Uint8Array,
    bucket: number,
    wanted: readonly number[],
    found: (key: number, postings: KeyPostings) => void,
  ): void {
    if (block.length === 0) return;
    const payload = intactPayload(bucket, block);
    if (payload === undefined) {
      throw new ArchiveError('damaged', this.name, `checksum of bucket ${bucket}`);
    }
    guarded(this.name, `bucket ${bucket}`, () =>
      decodeBucket(payload, bucket, this.header, wanted, found),
    );
  }

  /** Takes out what was withdrawn. The pack's document frequencies still count it. */
  #filter(postings: KeyPostings): void {
    const kept = postings.documents.map((document) => !this.withdrawn.has(document));
    if (kept.every(Boolean)) return;
    postings.documents = postings.documents.filter((_, i) => kept[i]);
    postings.positions = postings.positions.filter((_, i) => kept[i]);
  }

  /** Where buckets stand in the file. */
  async #bucketBounds(buckets: readonly number[], signal?: AbortSignal): Promise<ByteRange[]> {
    const { BKTO, POST } = this.header.sections;
    const table = this.#bucketOffsets;
    const pairs =
      table === undefined
        ? await readRanges(
            this.source,
            buckets.map((bucket) => ({ offset: BKTO.offset + bucket * 4, length: 8 })),
            signal,
          )
        : buckets.map((bucket) => new Uint8Array(table.buffer, table.byteOffset + bucket * 4, 8));
    return buckets.map((bucket, i) =>
      this.#bounds(viewOf(pairs[i] ?? new Uint8Array(8)), 0, POST, `bucket ${bucket}`),
    );
  }

  #bounds(table: DataView, index: number, section: Section, what: string): ByteRange {
    const from = table.getUint32(index * 4, true);
    const to = table.getUint32(index * 4 + 4, true);
    if (from > to || to > section.length) {
      const detail = `bounds of ${what}: ${from} to ${to} of ${section.length}`;
      throw new ArchiveError('damaged', this.name, detail);
    }
    return { offset: section.offset + from, length: to - from };
  }

  /** The row of a document, by its number. Rows asked for together are read together. */
  async row(index: number): Promise<DocumentRow> {
    this.#checkIndex(index);
    const block = Math.floor(index / ROWS_PER_BLOCK);
    const rows = await this.#rowBlocks.get(block, () => this.#readRows(block));
    const row = rows[index % ROWS_PER_BLOCK];
    if (row === undefined) throw new ArchiveError('damaged', this.name, `no row ${index}`);
    return row;
  }

  async #readRows(block: number): Promise<DocumentRow[]> {
    const { DOCO, DOCS } = this.header.sections;
    const table = await this.#tables.get(0, async () => viewOf(await this.#section(DOCO)));
    if (table instanceof StringIndex) throw new TypeError('rows have a table of their own');
    const place = `rows ${block}`;
    const payload = await this.#block(this.#bounds(table, block, DOCS, place), block, place);
    const count = Math.min(ROWS_PER_BLOCK, this.header.documents - block * ROWS_PER_BLOCK);
    return guarded(this.name, place, () => decodeRows(payload, count));
  }

  /** Word index of each paragraph's first word. */
  async paragraphStarts(index: number): Promise<number[]> {
    return (await this.row(index)).paragraphStarts;
  }

  /** The facts of a document. Those asked for together are read together. */
  async document(index: number): Promise<ArchivedDocument> {
    this.#checkIndex(index);
    const table = await this.#stringTable();
    const block = table.blockOf(index);
    const [row, records] = await Promise.all([
      this.row(index),
      this.#stringBlocks.get(block, () => this.#readStrings(table, block)),
    ]);
    const fields = guarded(this.name, `document ${index}`, () =>
      withRow(records.get(index - table.first(block)), row),
    );
    return { ...fields, words: row.words };
  }

  async #stringTable(): Promise<StringIndex> {
    const { STRO, STRS } = this.header.sections;
    const table = await this.#tables.get(1, async () => {
      const bytes = await this.#section(STRO);
      const { documents } = this.header;
      return guarded(this.name, 'STRO', () => new StringIndex(bytes, documents, STRS.length));
    });
    if (!(table instanceof StringIndex)) throw new TypeError('strings have a table of their own');
    return table;
  }

  async #readStrings(table: StringIndex, block: number): Promise<RecordBlock> {
    const { STRS } = this.header.sections;
    const from = table.offset(block);
    const range = { offset: STRS.offset + from, length: table.offset(block + 1) - from };
    const place = `string block ${block}`;
    const payload = await this.#block(range, block, place);
    const count = table.first(block + 1) - table.first(block);
    return guarded(this.name, place, () => decodeRecords(payload, count));
  }

  async #block({ offset, length }: ByteRange, block: number, place: string): Promise<Uint8Array> {
    const payload = intactPayload(block, await this.#gathered.read(offset, length));
    if (payload === undefined) {
      throw new ArchiveError('damaged', this.name, `checksum of ${place}`);
    }
    return payload;
  }

  async #section(section: Section): Promise<Uint8Array> {
    const bytes = await this.#gathered.read(section.offset, section.length);
    checkSection(this.name, section, bytes);
    return bytes;
  }

  /**
   * A section that only some packs have, whole and checked; undefined where the pack has none.
   *
   * @param name four ASCII letters
   */
  async section(name: string, signal?: AbortSignal): Promise<Uint8Array | undefined> {
    const section = this.header.allSections.find((each) => each.name === name);
    if (section === undefined) return undefined;
    const bytes = await readRange(this.source, section.offset, section.length, signal);
    checkSection(this.name, section, bytes);
    return bytes;
  }

  /** All documents that were not withdrawn, in the order they were added. */
  async *documents(): AsyncIterable<ArchivedDocument> {
    for (let i = 0; i < this.header.documents; i++) {
      if (!this.withdrawn.has(i)) yield await this.document(i);
    }
  }

  #checkIndex(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index >= this.header.documents) {
      throw new RangeError(`${this.name}: document ${index} of ${this.header.documents}`);
    }
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function checkSection(pack: string, section: Section, bytes: Uint8Array | undefined): void {
  if (bytes === undefined || crc32c(bytes) !== section.crc) {
    throw new ArchiveError('damaged', pack, `checksum of section ${section.name}`);
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
