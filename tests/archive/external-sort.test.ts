import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExternalSorter } from '../../src/archive/external-sort.ts';
import { FileSpill } from '../../src/archive/node-spill.ts';
import { MemorySpill, type Spill } from '../../src/archive/spill.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stemma-sort-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

type Row = [number, number, number];

function sortedBy(rows: Row[], words: 2 | 3, keyBits: number, rowsInMemory: number, spill: Spill) {
  const sorter = new ExternalSorter({ words, keyBits, rowsInMemory, spill });
  for (const row of rows) sorter.push(...row);
  expect(sorter.length).toBe(rows.length);
  const out: number[][] = [];
  for (const batch of sorter.sorted()) {
    for (let at = 0; at < batch.length; at += words) out.push([...batch.subarray(at, at + words)]);
  }
  spill.close();
  return out;
}

/** The plain way: JavaScript's own stable sort by the leading bits. */
function naive(rows: Row[], words: 2 | 3, keyBits: number): number[][] {
  const keyOf = (row: Row) =>
    row
      .slice(0, words)
      .map((word) => word.toString(2).padStart(32, '0'))
      .join('')
      .slice(0, keyBits);
  return rows
    .toSorted((x, y) => (keyOf(x) < keyOf(y) ? -1 : keyOf(x) > keyOf(y) ? 1 : 0))
    .map((row) => row.slice(0, words));
}

const word = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 0xffffffff }));
const rows = fc.array(fc.tuple(word, word, word), { maxLength: 400 });
const keys = fc.constantFrom([3, 40], [3, 32], [3, 64], [2, 40], [2, 64], [3, 24]) as fc.Arbitrary<
  [2 | 3, number]
>;

describe('the external sort', () => {
  it('sorts as a plain stable sort does, however little it may keep in memory', () => {
    fc.assert(
      fc.property(rows, keys, fc.integer({ min: 1, max: 500 }), (drawn, [words, bits], limit) => {
        const expected = naive(drawn, words, bits);
        expect(sortedBy(drawn, words, bits, limit, new MemorySpill())).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order of equal keys over more rows than one batch and one read', () => {
    const drawn = Array.from({ length: 50_000 }, (_, i): Row => [i % 3, 7, i]);
    const out = sortedBy(drawn, 3, 40, 9000, new MemorySpill());
    expect(out).toEqual(naive(drawn, 3, 40));
  });

  it('sorts by way of a file, and leaves none behind', async () => {
    const drawn = Array.from({ length: 5000 }, (_, i): Row => [(i * 7919) % 4001, i, 0]);
    const out = sortedBy(drawn, 2, 32, 300, new FileSpill(join(directory, 'rows.sort')));
    expect(out).toEqual(naive(drawn, 2, 32));
    expect(await readdir(directory)).toEqual([]);
  });
});

describe.each(['memory', 'file'])('a spill in %s', (kind) => {
  const make = () => (kind === 'memory' ? new MemorySpill() : new FileSpill(join(directory, 'x')));

  it('gives back what was appended, across its pieces, and refuses what was not', () => {
    const spill = make();
    const all = Uint8Array.from({ length: 3000 }, (_, i) => i);
    for (let at = 0; at < 3000; at += 500) {
      expect(spill.append(all.subarray(at, at + 500))).toBe(at);
    }
    const into = new Uint8Array(1700);
    spill.read(900, into);
    expect(into).toEqual(all.slice(900, 2600));
    expect(() => spill.read(2000, into)).toThrow(RangeError);
    spill.close();
  });

  it('takes more than it gathers at once', () => {
    const spill = make();
    spill.append(Uint8Array.of(1, 2, 3));
    const big = new Uint8Array(3_000_000).fill(9);
    expect(spill.append(big)).toBe(3);
    expect(spill.append(Uint8Array.of(4))).toBe(3_000_003);
    const into = new Uint8Array(3);
    spill.read(3_000_001, into);
    expect([...into]).toEqual([9, 9, 4]);
    spill.close();
  });
});
