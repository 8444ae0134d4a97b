// Reads and checks the header of a pack before anything else of it is believed.

import { KEY_BITS } from '../fingerprint/fingerprint.ts';
import { NORMALISER_ID } from '../fingerprint/normalise.ts';
import { crc32c, hex } from './checksum.ts';
import { ArchiveError } from './errors.ts';
import {
  AT,
  HEADER_BYTES,
  MAGIC,
  MAJOR,
  MAX_BUCKET_BITS,
  NORMALISER_BYTES,
  SECTION_ROW_BYTES,
  type SectionName,
} from './layout.ts';
import type { ByteSource } from './types.ts';

export interface Section {
  offset: number;
  length: number;
  crc: number;
}

export interface Header {
  major: number;
  minor: number;
  contentBytes: number;
  documents: number;
  keys: number;
  postings: number;
  documentFrequencyCut: number;
  profile: 'std' | 'lite';
  bucketBits: number;
  normaliser: string;
  sha256: string;
  sections: Record<SectionName, Section>;
}

/** Reads bytes, and tells a source that fails from a pack that is too short. */
export async function readBytes(
  source: ByteSource,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  try {
    return await source.read(offset, length);
  } catch (cause) {
    const code = cause instanceof RangeError ? 'truncated' : 'unreadable';
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ArchiveError(code, source.name, `reading ${length} bytes at ${offset}: ${detail}`, {
      cause,
    });
  }
}

/**
 * Reads the header of a pack.
 *
 * @throws {ArchiveError} by name: not a pack, of a future version, cut short, damaged, or of
 *   another normaliser
 */
export async function readHeader(source: ByteSource): Promise<Header> {
  const { name } = source;
  const size = await source.size();
  const start = await readBytes(source, 0, Math.min(size, HEADER_BYTES));
  if (start.length < AT.major || MAGIC.some((byte, i) => start[i] !== byte)) {
    throw new ArchiveError('not-a-pack', name, 'not a Stemma pack (its first bytes are others)');
  }
  if (start.length < AT.minor + 2) {
    throw new ArchiveError('truncated', name, `${size} bytes, ends inside its header`);
  }
  const view = new DataView(start.buffer, start.byteOffset, start.length);
  const major = view.getUint16(AT.major, true);
  const minor = view.getUint16(AT.minor, true);
  if (major > MAJOR) {
    const detail = `pack format ${major}.${minor}, this Stemma reads format ${MAJOR}: update Stemma`;
    throw new ArchiveError('future-version', name, detail);
  }
  if (start.length < HEADER_BYTES) {
    throw new ArchiveError('truncated', name, `${size} bytes, a header alone has ${HEADER_BYTES}`);
  }
  const crc = view.getUint32(AT.headerCrc, true);
  if (crc !== crc32c(start.subarray(0, AT.headerCrc))) {
    throw new ArchiveError('damaged', name, 'checksum of the header');
  }
  const contentBytes = Number(view.getBigUint64(AT.contentBytes, true));
  if (contentBytes > size) {
    throw new ArchiveError('truncated', name, `${size} bytes of ${contentBytes}`);
  }
  const normaliser = new TextDecoder()
    .decode(start.subarray(AT.normaliser, AT.normaliser + NORMALISER_BYTES))
    .replace(/\0+$/, '');
  if (normaliser !== NORMALISER_ID) {
    const detail = `made with normaliser ${normaliser}, this Stemma compares ${NORMALISER_ID} only`;
    throw new ArchiveError('other-normaliser', name, detail);
  }
  const keyBits = view.getUint8(AT.keyBits);
  const bucketBits = view.getUint8(AT.bucketBits);
  if (keyBits !== KEY_BITS || bucketBits > MAX_BUCKET_BITS) {
    const detail = `${keyBits} key bits and ${bucketBits} bucket bits; ${KEY_BITS} and at most ${MAX_BUCKET_BITS} are known`;
    throw new ArchiveError('damaged', name, detail);
  }
  return {
    major,
    minor,
    contentBytes,
    documents: view.getUint32(AT.documents, true),
    keys: view.getUint32(AT.keys, true),
    postings: Number(view.getBigUint64(AT.postings, true)),
    documentFrequencyCut: view.getUint32(AT.documentFrequencyCut, true),
    profile: view.getUint8(AT.profile) === 1 ? 'lite' : 'std',
    bucketBits,
    normaliser,
    sha256: hex(start.subarray(AT.sha256, AT.sha256 + 32)),
    sections: readSectionTable(start, contentBytes, name),
  };
}

function readSectionTable(
  header: Uint8Array,
  contentBytes: number,
  pack: string,
): Record<SectionName, Section> {
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const count = view.getUint32(AT.sectionCount, true);
  const room = Math.floor((AT.headerCrc - AT.sections) / SECTION_ROW_BYTES);
  if (count > room) {
    throw new ArchiveError('damaged', pack, `${count} sections, room for ${room}`);
  }
  const found = new Map<string, Section>();
  for (let i = 0; i < count; i++) {
    const at = AT.sections + i * SECTION_ROW_BYTES;
    const section = {
      crc: view.getUint32(at + 4, true),
      offset: Number(view.getBigUint64(at + 8, true)),
      length: Number(view.getBigUint64(at + 16, true)),
    };
    if (section.offset + section.length > contentBytes) {
      throw new ArchiveError('damaged', pack, `section ${i} ends past byte ${contentBytes}`);
    }
    found.set(String.fromCharCode(...header.subarray(at, at + 4)), section);
  }
  const need = (name: SectionName): Section => {
    const section = found.get(name);
    if (section === undefined) throw new ArchiveError('damaged', pack, `no section ${name}`);
    return section;
  };
  return {
    META: need('META'),
    BKTO: need('BKTO'),
    POST: need('POST'),
    DOCS: need('DOCS'),
    PARO: need('PARO'),
    PARA: need('PARA'),
    STRO: need('STRO'),
    STRS: need('STRS'),
  };
}
