import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRanges } from '../../src/archive/ranges.ts';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { ByteRange, ByteSource } from '../../src/archive/types.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../../src/fingerprint/normalise.ts';
import { documentOf, packOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

const content = Uint8Array.from({ length: 20_000 }, (_, i) => i % 251);

/** A source that writes down what it is asked. */
function recording(bytes: Uint8Array, hasMany: boolean) {
  const memory = new MemorySource('noted.stemma', bytes);
  const calls: ByteRange[][] = [];
  const source: ByteSource = {
    name: memory.name,
    size: () => memory.size(),
    read(offset, length) {
      calls.push([{ offset, length }]);
      return memory.read(offset, length);
    },
  };
  if (hasMany) {
    source.readMany = (ranges, signal) => {
      signal?.throwIfAborted();
      calls.push([...ranges]);
      return Promise.all(ranges.map(({ offset, length }) => memory.read(offset, length)));
    };
  }
  return { source, calls };
}

describe.each([true, false])('reading slices, many at once: %s', (hasMany) => {
  it('gives each slice in its place, whatever their order, overlap and number', async () => {
    const range = fc
      .tuple(fc.nat(19_000), fc.nat(900))
      .map(([offset, length]) => ({ offset, length }));
    await fc.assert(
      fc.asyncProperty(fc.array(range, { maxLength: 60 }), async (ranges) => {
        const slices = await readRanges(recording(content, hasMany).source, ranges);
        expect(slices).toEqual(
          ranges.map(({ offset, length }) => content.subarray(offset, offset + length)),
        );
      }),
    );
  });

  it('reads neighbours as one, and nothing for empty slices', async () => {
    const { source, calls } = recording(content, hasMany);
    await readRanges(source, [
      { offset: 500, length: 100 },
      { offset: 0, length: 100 },
      { offset: 19_000, length: 10 },
      { offset: 3, length: 0 },
    ]);
    expect(calls.flat()).toEqual([
      { offset: 0, length: 600 },
      { offset: 19_000, length: 10 },
    ]);
    expect(calls).toHaveLength(hasMany ? 1 : 2);
  });

  it('tells a source that is too short from one that fails, and one that gives less', async () => {
    const { source } = recording(content, hasMany);
    const outside = [{ offset: 19_990, length: 100 }];
    await expect(readRanges(source, outside)).rejects.toMatchObject({ code: 'truncated' });
    const broken: ByteSource = {
      name: 'broken.stemma',
      size: () => Promise.resolve(9),
      read: () => Promise.reject(new Error('the disk went away')),
      ...(hasMany ? { readMany: () => Promise.reject(new Error('the disk went away')) } : {}),
    };
    const some = [{ offset: 0, length: 4 }];
    await expect(readRanges(broken, some)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('the disk went away'),
    });
    const short: ByteSource = { ...broken, read: () => Promise.resolve(new Uint8Array(2)) };
    if (hasMany) short.readMany = () => Promise.resolve([]);
    await expect(readRanges(short, some)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('ends with the reason of the signal', async () => {
    const { source } = recording(content, hasMany);
    const gone = new Error('the tab is gone');
    const reading = readRanges(source, [{ offset: 0, length: 4 }], AbortSignal.abort(gone));
    await expect(reading).rejects.toBe(gone);
  });
});

describe('an archive', () => {
  const documents = Array.from({ length: 300 }, (_, i) =>
    documentOf({ id: `d${i}`, title: `Story ${i}`, paragraphs: randomParagraphs(60, i) }),
  );

  it('asks for all buckets of a lookup in one call', async () => {
    const { bytes } = await packOf(documents);
    const { source, calls } = recording(bytes, true);
    const archive = await Archive.open(source);
    calls.length = 0;
    const prints = fingerprint(tokenise(joinParagraphs(documents[7]?.paragraphs ?? [])), 'std');
    const found = await archive.postings(prints.high, prints.low);
    expect(found.size).toBeGreaterThan(10);
    expect(calls).toHaveLength(1);
  });

  it('reads what callers ask for at once in few calls, and each block once', async () => {
    const { bytes } = await packOf(documents);
    const { source, calls } = recording(bytes, true);
    const archive = await Archive.open(source);
    calls.length = 0;
    const indexes = [0, 5, 64, 65, 200, 299];
    const found = await Promise.all(indexes.map((i) => archive.document(i)));
    const rows = await Promise.all(indexes.map((i) => archive.row(i)));
    expect(found.map(({ id }) => id)).toEqual(indexes.map((i) => `d${i}`));
    expect(rows.map(({ words }) => words)).toEqual(found.map(({ words }) => words));
    // The two tables, then the blocks.
    expect(calls.length).toBeLessThanOrEqual(4);
    const ranges = calls.flat();
    expect(new Set(ranges.map(({ offset }) => offset)).size).toBe(ranges.length);
    calls.length = 0;
    await archive.document(1);
    expect(calls).toEqual([]);
  });

  it('asks again for a block that could not be read', async () => {
    const { bytes } = await packOf(documents);
    const memory = new MemorySource('flaky.stemma', bytes);
    let fails = false;
    const archive = await Archive.open({
      name: memory.name,
      size: () => memory.size(),
      read: (offset, length) =>
        fails ? Promise.reject(new Error('busy')) : memory.read(offset, length),
    });
    fails = true;
    await expect(archive.document(3)).rejects.toMatchObject({ code: 'unreadable' });
    fails = false;
    expect((await archive.document(3)).id).toBe('d3');
  });
});
