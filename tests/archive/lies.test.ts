// Headers that lie, one field at a time: each is refused by name, with its numbers.

import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blockChecksum, crc32c } from '../../src/archive/checksum.ts';
import { AT, SECTION_ROW_BYTES } from '../../src/archive/layout.ts';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { decodeRecords } from '../../src/archive/strings.ts';
import { verifyPack } from '../../src/archive/verify.ts';
import { documentOf, packOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

const { bytes } = await packOf(
  Array.from({ length: 40 }, (_, i) =>
    documentOf({ id: `d${i}`, title: `Story ${i}`, paragraphs: randomParagraphs(90, i) }),
  ),
);

/** A changed copy whose header's checksum is right. */
function changed(change: (view: DataView, copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  change(view, copy);
  view.setUint32(AT.headerCrc, crc32c(copy.subarray(0, AT.headerCrc)), true);
  return copy;
}

const open = (copy: Uint8Array) => Archive.open(new MemorySource('lie.stemma', copy));

/** Place of a section's row in the table. */
function rowOf(name: string): number {
  for (let at = AT.sections; at < AT.headerCrc; at += SECTION_ROW_BYTES) {
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === name) return at;
  }
  throw new Error(`no section ${name}`);
}

function section(name: string): { offset: number; length: number } {
  const view = new DataView(bytes.buffer);
  const at = rowOf(name);
  return {
    offset: Number(view.getBigUint64(at + 8, true)),
    length: Number(view.getBigUint64(at + 16, true)),
  };
}

const u8 = (at: number, value: number) => (view: DataView) => view.setUint8(at, value);
const u32 = (at: number, value: number) => (view: DataView) => view.setUint32(at, value, true);
const u64 = (at: number, value: bigint) => (view: DataView) => view.setBigUint64(at, value, true);

describe('a header that lies', () => {
  it.each([
    ['header bytes', u32(AT.headerBytes, 4096), 'damaged', 'a header of 4096 bytes'],
    ['content bytes', u64(AT.contentBytes, 2n ** 40n), 'truncated', 'of 1099511627776'],
    ['content cut', u64(AT.contentBytes, 600n), 'damaged', 'past 600'],
    ['documents', u32(AT.documents, 0xffffffff), 'damaged', 'for 4294967295 documents'],
    ['documents by few', u32(AT.documents, 64), 'damaged', 'bytes of rows for 64 documents'],
    ['keys', u32(AT.keys, 0xffffffff), 'damaged', '4294967295 keys'],
    ['postings', u64(AT.postings, 2n ** 50n), 'damaged', '1125899906842624 postings'],
    ['cut', u32(AT.documentFrequencyCut, 0), 'damaged', 'document-frequency cut of 0'],
    ['word shingles', u8(AT.wordK, 6), 'other-normaliser', 'shingles of 6, 1, 10, 4'],
    ['character shingles', u8(AT.characterS, 3), 'other-normaliser', 'shingles of 5, 1, 10, 3'],
    ['profile', u8(AT.profile, 2), 'damaged', 'profile 2'],
    ['few key bits', u8(AT.keyBits, 31), 'damaged', '31 key bits'],
    ['many key bits', u8(AT.keyBits, 64), 'damaged', '64 key bits'],
    ['bucket bits', u8(AT.bucketBits, 25), 'damaged', '25 bucket bits'],
    ['other bucket bits', u8(AT.bucketBits, 9), 'damaged', 'for 9 bucket bits'],
    ['normaliser', u8(AT.normaliser + 5, 0x39), 'other-normaliser', 'normaliser norm-9'],
    ['section count', u32(AT.sectionCount, 17), 'damaged', '17 sections, room for 16'],
    ['missing sections', u32(AT.sectionCount, 3), 'damaged', 'no section'],
    ['section in the header', u64(rowOf('POST') + 8, 64n), 'damaged', 'overlaps the header'],
    ['section outside', u64(rowOf('META') + 16, 2n ** 40n), 'damaged', 'section META ends at'],
    ['section far outside', u64(rowOf('META') + 8, 2n ** 63n), 'damaged', 'section META ends at'],
    [
      'overlapping sections',
      u64(rowOf('DOCS') + 8, BigInt(section('POST').offset)),
      'damaged',
      'overlaps section',
    ],
    [
      'two sections of one name',
      (_: DataView, copy: Uint8Array) =>
        copy.set(copy.slice(rowOf('POST'), rowOf('POST') + 4), rowOf('META')),
      'damaged',
      'section META',
    ],
  ])('about its %s is refused', async (_, change, code, told) => {
    await expect(open(changed(change))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(told),
    });
  });

  it('about its counts is found out by verification', async () => {
    for (const change of [u32(AT.keys, 7), u64(AT.postings, 7n), u32(AT.documentFrequencyCut, 3)]) {
      const archive = await open(changed(change));
      await expect(verifyPack(archive)).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  it('about where a bucket or a block stands is found out when it is read', async () => {
    const at = section('DOCO').offset;
    const outside = changed((view) => {
      view.setUint32(at + 4, 0x7fffffff, true);
      view.setUint32(rowOf('DOCO') + 4, crc32c(new Uint8Array(view.buffer, at, 12)), true);
    });
    await expect((await open(outside)).row(1)).rejects.toThrow('bounds of rows 0: 0 to 2147483647');
  });
});

describe('a block of strings', () => {
  it('that is a bomb is refused in bounded room', () => {
    const bomb = deflateSync(new Uint8Array(64 * 1024 * 1024), { level: 9 });
    const before = process.memoryUsage().arrayBuffers;
    expect(() => decodeRecords(bomb, 1)).toThrow();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024);
  });

  it('that does not inflate is refused', () => {
    expect(() => decodeRecords(Uint8Array.of(7, 7, 7, 7), 1)).toThrow();
    expect(() => decodeRecords(new Uint8Array(), 1)).toThrow();
  });

  it.each([
    [[1, 9, 1], 'one column longer than the block'],
    [[1, 2, 1, 65], 'a value that does not end'],
    [[1, 3, 1, 65, 0, 1, 3, 1, 65, 0], 'two columns of one tag'],
    [[1, 4, 1, 65, 0, 66], 'bytes after the last value'],
    [[1, 3, 200, 1, 0], 'more values than bytes'],
  ])('that holds %j, %s, is refused', (columns) => {
    expect(() => decodeRecords(deflateSync(Uint8Array.from(columns)), 1)).toThrow();
  });

  it('that is not UTF-8 is refused when it is asked for', () => {
    const block = decodeRecords(deflateSync(Uint8Array.of(1, 3, 1, 0xff, 0)), 1);
    expect(() => block.get(0)).toThrow('not UTF-8');
    expect(() => block.get(1)).toThrow('record 1 of 1');
  });

  it('of another place does not pass for this one', () => {
    expect(blockChecksum(1, Uint8Array.of(1))).not.toBe(blockChecksum(2, Uint8Array.of(1)));
  });
});
