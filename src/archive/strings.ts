// The facts of documents in deflated blocks of about 32 KB, each behind its checksum.

import { deflateSync, inflateSync } from 'fflate';
import { ByteWriter, DecodeError } from './bytes.ts';
import { blockChecksum } from './checksum.ts';
import { MAX_SECTION_BYTES, MAX_STRING_BLOCK_BYTES, STRING_BLOCK_BYTES } from './layout.ts';
import { encodeRecords, RecordBlock, type RecordFields, recordRoom } from './records.ts';

/** Writes records in blocks as they come. */
export class StringsWriter {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #index = new ByteWriter();
  #records: RecordFields[] = [];
  /** Characters of the records at hand. */
  #characters = 0;
  #written = 0;
  #blocks = 0;
  #documents = 0;
  /** Number of the first document in the block at hand. */
  #first = 0;

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
  }

  /** @throws {RangeError} for a record that no block holds */
  add(record: RecordFields): void {
    const room = recordRoom(record);
    if (room > MAX_STRING_BLOCK_BYTES / 2) {
      const detail = `up to ${room} bytes of facts, at most ${MAX_STRING_BLOCK_BYTES / 2} fit`;
      throw new RangeError(`document ${this.#documents} has ${detail}`);
    }
    // A third of the room is what strings of Latin letters take.
    const characters = Math.ceil(room / 3);
    if (this.#records.length > 0 && this.#characters + characters > STRING_BLOCK_BYTES) {
      this.#endBlock();
    }
    this.#records.push(record);
    this.#characters += characters;
    this.#documents++;
  }

  #endBlock(): void {
    const deflated = deflateSync(encodeRecords(this.#records), { level: 9 });
    const crc = new Uint8Array(4);
    new DataView(crc.buffer).setUint32(0, blockChecksum(this.#blocks, deflated), true);
    this.#write(crc);
    this.#write(deflated);
    this.#mark();
    this.#blocks++;
    this.#written += crc.length + deflated.length;
    if (this.#written > MAX_SECTION_BYTES) throw new RangeError(`${this.#written} bytes of facts`);
    this.#first = this.#documents;
    this.#records = [];
    this.#characters = 0;
  }

  #mark(): void {
    this.#index.uint32(this.#first);
    this.#index.uint32(this.#written);
  }

  /** Writes the last block and gives the index of blocks: pairs of first document and offset. */
  finish(): Uint8Array {
    if (this.#records.length > 0) this.#endBlock();
    this.#mark();
    return this.#index.view();
  }
}

/** Where blocks of strings begin, and with which document. */
export class StringIndex {
  readonly #view: DataView;
  readonly blocks: number;

  /** @throws {DecodeError} where the index does not ascend or does not end where it must */
  constructor(bytes: Uint8Array, documents: number, sectionBytes: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.blocks = bytes.length / 8 - 1;
    if (!Number.isInteger(this.blocks) || this.blocks < 0) {
      throw new DecodeError(`${bytes.length} bytes of string blocks' places`);
    }
    for (let block = 0; block < this.blocks; block++) {
      if (
        this.first(block) >= this.first(block + 1) ||
        this.offset(block) > this.offset(block + 1)
      ) {
        throw new DecodeError(`string block ${block} begins after the next`);
      }
    }
    if (this.first(0) !== 0 || this.first(this.blocks) !== documents) {
      throw new DecodeError(
        `string blocks of ${this.first(this.blocks)} documents, not ${documents}`,
      );
    }
    if (this.offset(this.blocks) !== sectionBytes) {
      throw new DecodeError(`string blocks end at ${this.offset(this.blocks)} of ${sectionBytes}`);
    }
  }

  first(block: number): number {
    return this.#view.getUint32(block * 8, true);
  }

  offset(block: number): number {
    return this.#view.getUint32(block * 8 + 4, true);
  }

  /** The block a document's record is in. */
  blockOf(document: number): number {
    let low = 0;
    let high = this.blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.first(middle) <= document) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/**
 * The records of a block.
 *
 * @param deflated the block without its checksum
 * @param count records it must have
 * @throws {DecodeError}, or what fflate throws, where it does not inflate to them
 */
export function decodeRecords(deflated: Uint8Array, count: number): RecordBlock {
  if (count > MAX_STRING_BLOCK_BYTES) throw new DecodeError(`${count} records in one block`);
  // Given its room, fflate throws instead of growing: a bomb stays small.
  const room = new Uint8Array(inflatedRoom(deflated.length));
  return new RecordBlock(inflateSync(deflated, { out: room }).slice(), count);
}

/** Deflate shrinks at most 1032 times (zlib's technical notes). */
function inflatedRoom(deflatedBytes: number): number {
  return Math.min(MAX_STRING_BLOCK_BYTES, deflatedBytes * 1032 + 64);
}
