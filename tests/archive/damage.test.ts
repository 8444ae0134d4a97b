import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { crc32c } from '../../src/archive/checksum.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
import { AT } from '../../src/archive/layout.ts';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { verifyPack } from '../../src/archive/verify.ts';
import { verifyWhole } from '../../src/archive/verify-whole.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../../src/fingerprint/normalise.ts';
import { documentOf, packOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

let bytes: Uint8Array<ArrayBuffer>;
const paragraphs = randomParagraphs(400, 3);

beforeAll(async () => {
  const pack = await packOf(
    Array.from({ length: 8 }, (_, i) =>
      documentOf({ id: `d${i}`, title: `Story ${i}`, paragraphs: randomParagraphs(400, i) }),
    ),
  );
  bytes = pack.bytes;
});

/** Opens a pack and uses every part of it. */
async function readAll(content: Uint8Array): Promise<void> {
  const archive = await Archive.open(new MemorySource('bad.stemma', content));
  const prints = fingerprint(tokenise(joinParagraphs(paragraphs)), 'std');
  await archive.postings(prints.high, prints.low);
  for (let i = 0; i < archive.info.documents; i++) {
    await archive.document(i);
    await archive.paragraphStarts(i);
  }
  await verifyPack(archive);
}

const codeOf = async (content: Uint8Array): Promise<string> => {
  try {
    await readAll(content);
    return 'fine';
  } catch (cause) {
    if (cause instanceof ArchiveError) return cause.code;
    throw cause;
  }
};

/** A changed header whose own checksum is right again. */
function withHeader(change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  change(view);
  view.setUint32(AT.headerCrc, crc32c(copy.subarray(0, AT.headerCrc)), true);
  return copy;
}

describe('a damaged pack', () => {
  it('is fine before it is damaged', async () => {
    expect(await codeOf(bytes)).toBe('fine');
  });

  it('is refused by name when it is something else', async () => {
    expect(await codeOf(new TextEncoder().encode('<!doctype html><title>Not found'))).toBe(
      'not-a-pack',
    );
    expect(await codeOf(new Uint8Array())).toBe('not-a-pack');
  });

  it('is refused by name when it is of a future version', async () => {
    const future = bytes.slice();
    new DataView(future.buffer).setUint16(AT.major, 7, true);
    await expect(readAll(future)).rejects.toThrow(
      'bad.stemma: pack format 7.0, this Stemma reads format 1: update Stemma',
    );
    expect(await codeOf(future)).toBe('future-version');
  });

  it('is read when only its minor version is newer', async () => {
    const newer = withHeader((view) => view.setUint16(AT.minor, 9, true));
    const archive = await Archive.open(new MemorySource('new.stemma', newer));
    expect((await archive.document(3)).title).toBe('Story 3');
  });

  it('is refused by name when it was made with another normaliser', async () => {
    const other = withHeader((view) => view.setUint8(AT.normaliser + 5, 0x32));
    await expect(readAll(other)).rejects.toThrow('made with normaliser norm-2');
    expect(await codeOf(other)).toBe('other-normaliser');
  });

  it('is refused wherever it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        const code = await codeOf(bytes.subarray(0, length));
        expect(['truncated', 'not-a-pack']).toContain(code);
      }),
    );
  });

  it('never passes a verification with a flipped bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        expect(await codeOf(flipped)).not.toBe('fine');
      }),
      { numRuns: 300 },
    );
  });

  it('is found out by the check that the worker makes, wherever a bit is flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        const read = async () => {
          const archive = await Archive.open(new MemorySource('bad.stemma', flipped));
          await verifyWhole(flipped, archive.header, archive.name);
        };
        await expect(read()).rejects.toBeInstanceOf(ArchiveError);
      }),
      { numRuns: 300 },
    );
  });

  it('names the bucket that does not hold', async () => {
    const archive = await Archive.open(new MemorySource('bad.stemma', bytes));
    const broken = bytes.slice();
    const at = archive.header.sections.POST.offset + 6;
    broken[at] = (broken[at] ?? 0) ^ 1;
    await expect(readAll(broken)).rejects.toThrow('bad.stemma: checksum of bucket 0');
  });

  it('does not loop or run out of memory on numbers out of bounds', async () => {
    const fields = [
      AT.documents,
      AT.sectionCount,
      AT.sections + 8,
      AT.sections + 40,
      AT.bucketBits,
    ];
    for (const at of fields) {
      const wild = withHeader((view) => view.setUint32(at, 0x7fffffff, true));
      expect(await codeOf(wild), `field at ${at}`).not.toBe('fine');
    }
  });

  it('tells bytes that cannot be had from bytes that are wrong', async () => {
    const source = {
      name: 'gone.stemma',
      size: () => Promise.resolve(bytes.length),
      read: () => Promise.reject(new Error('the disk went away')),
    };
    await expect(Archive.open(source)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('the disk went away'),
    });
  });
});
