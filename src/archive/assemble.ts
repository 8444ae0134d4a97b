// Sections to the bytes of one pack as they come: table, checksums, header. FORMAT.md draws it.

import { sha256 } from '@noble/hashes/sha2.js';
import { CHARACTERS, type Profile, WORDS } from '../fingerprint/fingerprint.ts';
import { NORMALISER_ID } from '../fingerprint/normalise.ts';
import { ByteWriter } from './bytes.ts';
import { crc32c, type StreamingHash } from './checksum.ts';
import {
  ALIGNMENT,
  AT,
  type Geometry,
  HEADER_BYTES,
  MAGIC,
  MAJOR,
  MINOR,
  SECTION_ROW_BYTES,
  SECTION_TABLE_ROOM,
} from './layout.ts';

/** Where the bytes of a pack go. Synchronous, as {@link Spill} is. */
export interface PackSink {
  /** Appends bytes; they may be changed afterwards. */
  write(bytes: Uint8Array): void;
  /** Writes over bytes that were written before. */
  writeAt(offset: number, bytes: Uint8Array): void;
}

/** A pack in memory. */
export class MemorySink implements PackSink {
  readonly #bytes = new ByteWriter();

  write(bytes: Uint8Array): void {
    this.#bytes.bytes(bytes);
  }

  writeAt(offset: number, bytes: Uint8Array): void {
    this.#bytes.view().set(bytes, offset);
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.finish();
  }
}

/** What the header says besides its table. */
export interface HeaderFacts extends Geometry {
  documents: number;
  keys: number;
  postings: number;
  documentFrequencyCut: number;
  profile: Profile;
}

const encoder = new TextEncoder();

/** Lays out one pack. Equal sections give equal bytes. */
export class PackAssembler {
  readonly #sink: PackSink;
  readonly #hash: StreamingHash;
  readonly #sections: { name: string; offset: number; length: number; crc: number }[] = [];
  #at = HEADER_BYTES;

  constructor(sink: PackSink, hash: StreamingHash = sha256.create()) {
    this.#sink = sink;
    this.#hash = hash;
    sink.write(new Uint8Array(HEADER_BYTES));
  }

  /**
   * Writes one section; one is open at a time.
   *
   * @param name four ASCII letters
   * @returns appends bytes to it
   */
  begin(name: string): (bytes: Uint8Array) => void {
    if (this.#sections.length === SECTION_TABLE_ROOM) {
      throw new RangeError(`no room for section ${name}: ${SECTION_TABLE_ROOM} are there`);
    }
    this.#pad();
    const section = { name, offset: this.#at, length: 0, crc: 0 };
    this.#sections.push(section);
    return (bytes) => {
      section.crc = crc32c(bytes, section.crc);
      section.length += bytes.length;
      this.#put(bytes);
    };
  }

  /** Writes a section that is at hand whole. */
  whole(name: string, bytes: Uint8Array): void {
    this.begin(name)(bytes);
  }

  #put(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#sink.write(bytes);
    this.#at += bytes.length;
  }

  #pad(): void {
    const over = this.#at % ALIGNMENT;
    if (over > 0) this.#put(new Uint8Array(ALIGNMENT - over));
  }

  /** Writes the header over the place kept for it. */
  finish(facts: HeaderFacts): { contentBytes: number; sha256: Uint8Array } {
    this.#pad();
    const header = new Uint8Array(HEADER_BYTES);
    const view = new DataView(header.buffer);
    header.set(MAGIC, AT.magic);
    view.setUint16(AT.major, MAJOR, true);
    view.setUint16(AT.minor, MINOR, true);
    view.setUint32(AT.headerBytes, HEADER_BYTES, true);
    view.setBigUint64(AT.contentBytes, BigInt(this.#at), true);
    view.setUint32(AT.documents, facts.documents, true);
    view.setUint32(AT.keys, facts.keys, true);
    view.setBigUint64(AT.postings, BigInt(facts.postings), true);
    view.setUint32(AT.documentFrequencyCut, facts.documentFrequencyCut, true);
    view.setUint8(AT.wordK, WORDS.k);
    view.setUint8(AT.wordS, WORDS.s);
    view.setUint8(AT.characterK, CHARACTERS.k);
    view.setUint8(AT.characterS, CHARACTERS.s);
    view.setUint8(AT.profile, facts.profile === 'lite' ? 1 : 0);
    view.setUint8(AT.keyBits, facts.keyBits);
    view.setUint8(AT.bucketBits, facts.bucketBits);
    header.set(encoder.encode(NORMALISER_ID), AT.normaliser);
    view.setUint32(AT.sectionCount, this.#sections.length, true);
    for (const [i, section] of this.#sections.entries()) {
      const at = AT.sections + i * SECTION_ROW_BYTES;
      header.set(encoder.encode(section.name), at);
      view.setUint32(at + 4, section.crc, true);
      view.setBigUint64(at + 8, BigInt(section.offset), true);
      view.setBigUint64(at + 16, BigInt(section.length), true);
    }
    // Last, with the hash's own place and the checksum's still zero.
    this.#hash.update(header);
    const digest = this.#hash.digest();
    header.set(digest, AT.sha256);
    view.setUint32(AT.headerCrc, crc32c(header.subarray(0, AT.headerCrc)), true);
    this.#sink.writeAt(0, header);
    return { contentBytes: this.#at, sha256: digest };
  }
}

/** 32-bit little-endian numbers as bytes, whatever the machine's own order. */
export function littleEndian(values: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setUint32(i * 4, values[i] ?? 0, true);
  return bytes;
}

/** The pack's own facts: pairs of strings. */
export function metaSection(meta: readonly (readonly [string, string])[]): Uint8Array {
  const out = new ByteWriter();
  for (const pair of meta) {
    for (const text of pair) {
      const bytes = encoder.encode(text);
      out.varint(bytes.length);
      out.bytes(bytes);
    }
  }
  return out.finish();
}
