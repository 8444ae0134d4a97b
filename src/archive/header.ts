// Reads and checks the header of a pack before anything else of it is believed.

import { CHARACTERS, KEY_BITS, WORDS } from '../fingerprint/fingerprint.ts';
import { NORMALISER_ID } from '../fingerprint/normalise.ts';
import { crc32c, hex } from './checksum.ts';
import { ArchiveError } from './errors.ts';
import {
  AT,
  HEADER_BYTES,
  MAGIC,
  MAJOR,
  MAX_BUCKET_BITS,
  MIN_KEY_BITS,
  NORMALISER_BYTES,
  ROWS_PER_BLOCK,
  SECTION_ROW_BYTES,
  SECTION_TABLE_ROOM,
  type SectionName,
} from './layout.ts';
import { readRange } from './ranges.ts';
import type { ByteSource } from './types.ts';

export interface Section {
  /** Four ASCII letters. */
  name: string;
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
  keyBits: number;
  bucketBits: number;
  normaliser: string;
  sha256: string;
  sections: Record<SectionName, Section>;
  /** All sections, in file order: those above, and any that only some packs have. */
  allSections: readonly Section[];
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
  const start = await readRange(source, 0, Math.min(size, HEADER_BYTES));
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
  checkFields(view, name);
  const header = {
    major,
    minor,
    contentBytes,
    documents: view.getUint32(AT.documents, true),
    keys: view.getUint32(AT.keys, true),
    postings: Number(view.getBigUint64(AT.postings, true)),
    documentFrequencyCut: view.getUint32(AT.documentFrequencyCut, true),
    profile: view.getUint8(AT.profile) === 1 ? ('lite' as const) : ('std' as const),
    keyBits: view.getUint8(AT.keyBits),
    bucketBits: view.getUint8(AT.bucketBits),
    normaliser,
    sha256: hex(start.subarray(AT.sha256, AT.sha256 + 32)),
  };
  const allSections = readSectionTable(start, contentBytes, name);
  const sections = neededSections(allSections, name);
  checkCounts(header, sections, name);
  return { ...header, sections, allSections };
}

/** The fields that say how the pack is to be read. */
function checkFields(view: DataView, pack: string): void {
  const shingles = [AT.wordK, AT.wordS, AT.characterK, AT.characterS].map((at) =>
    view.getUint8(at),
  );
  const ours = [WORDS.k, WORDS.s, CHARACTERS.k, CHARACTERS.s];
  if (shingles.some((length, i) => length !== ours[i])) {
    const detail = `made with shingles of ${shingles.join(', ')}, this Stemma compares ${ours.join(', ')} only`;
    throw new ArchiveError('other-normaliser', pack, detail);
  }
  const headerBytes = view.getUint32(AT.headerBytes, true);
  const profile = view.getUint8(AT.profile);
  const keyBits = view.getUint8(AT.keyBits);
  const bucketBits = view.getUint8(AT.bucketBits);
  const wrong =
    headerBytes !== HEADER_BYTES
      ? `a header of ${headerBytes} bytes; ${HEADER_BYTES} are known`
      : profile > 1
        ? `profile ${profile}; 0 and 1 are known`
        : keyBits < MIN_KEY_BITS || keyBits > KEY_BITS
          ? `${keyBits} key bits; ${MIN_KEY_BITS} to ${KEY_BITS} are known`
          : bucketBits > MAX_BUCKET_BITS
            ? `${bucketBits} bucket bits; at most ${MAX_BUCKET_BITS} are known`
            : view.getUint32(AT.documentFrequencyCut, true) === 0
              ? 'a document-frequency cut of 0'
              : undefined;
  if (wrong !== undefined) throw new ArchiveError('damaged', pack, wrong);
}

/** Counts that the sections cannot hold are lies; nothing is made room for by a count alone. */
function checkCounts(
  header: Pick<Header, 'documents' | 'keys' | 'postings' | 'bucketBits'>,
  { BKTO, POST, DOCO, DOCS }: Record<SectionName, Section>,
  pack: string,
): void {
  const { documents, keys, postings, bucketBits } = header;
  const blocks = Math.ceil(documents / ROWS_PER_BLOCK);
  const bits = POST.length * 8;
  const wrong =
    BKTO.length !== (2 ** bucketBits + 1) * 4
      ? `${BKTO.length} bytes of bucket offsets for ${bucketBits} bucket bits`
      : DOCO.length !== (blocks + 1) * 4
        ? `${DOCO.length} bytes of row offsets for ${documents} documents`
        : documents * LEAST_ROW_BYTES > DOCS.length
          ? `${DOCS.length} bytes of rows for ${documents} documents`
          : keys > bits || postings > bits
            ? `${keys} keys and ${postings} postings in ${POST.length} bytes`
            : undefined;
  if (wrong !== undefined) throw new ArchiveError('damaged', pack, wrong);
}

/** A document without words or dates. */
const LEAST_ROW_BYTES = 5;

function readSectionTable(header: Uint8Array, contentBytes: number, pack: string): Section[] {
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const count = view.getUint32(AT.sectionCount, true);
  if (count > SECTION_TABLE_ROOM) {
    throw new ArchiveError('damaged', pack, `${count} sections, room for ${SECTION_TABLE_ROOM}`);
  }
  const sections: Section[] = [];
  for (let i = 0; i < count; i++) {
    const at = AT.sections + i * SECTION_ROW_BYTES;
    sections.push({
      name: String.fromCharCode(...header.subarray(at, at + 4)),
      crc: view.getUint32(at + 4, true),
      offset: Number(view.getBigUint64(at + 8, true)),
      length: Number(view.getBigUint64(at + 16, true)),
    });
  }
  sections.sort((x, y) => x.offset - y.offset || x.length - y.length);
  let end = HEADER_BYTES;
  let before = 'the header';
  for (const { name, offset, length } of sections) {
    if (offset < end) {
      throw new ArchiveError('damaged', pack, `section ${name} at ${offset} overlaps ${before}`);
    }
    end = offset + length;
    before = `section ${name}`;
    if (end > contentBytes) {
      throw new ArchiveError(
        'damaged',
        pack,
        `section ${name} ends at ${end}, past ${contentBytes}`,
      );
    }
  }
  return sections;
}

function neededSections(sections: readonly Section[], pack: string): Record<SectionName, Section> {
  const need = (name: SectionName): Section => {
    const [section, second] = sections.filter((each) => each.name === name);
    if (section === undefined) throw new ArchiveError('damaged', pack, `no section ${name}`);
    if (second !== undefined) throw new ArchiveError('damaged', pack, `two sections ${name}`);
    return section;
  };
  return {
    META: need('META'),
    BKTO: need('BKTO'),
    POST: need('POST'),
    DOCO: need('DOCO'),
    DOCS: need('DOCS'),
    STRO: need('STRO'),
    STRS: need('STRS'),
  };
}
