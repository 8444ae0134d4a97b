// Sorts more rows than memory holds: sorted runs go to a spill and are merged on the way out.

import type { Spill } from './spill.ts';

export interface SortOptions {
  /** 32-bit words a row: 2 or 3. */
  words: 2 | 3;
  /**
   * Leading bits a row is sorted by, counted from the top of its first word: a multiple of 8. Rows
   * that agree in them keep the order in which they came.
   */
  keyBits: number;
  spill: Spill;
  /** Rows kept in memory before a run is spilled; by default {@link ROWS_IN_MEMORY}. */
  rowsInMemory?: number;
}

/** 48 MB of three words each, and as much again while they are sorted. */
export const ROWS_IN_MEMORY = 4_194_304;
/** Rows asked of a run at a time while runs are merged. */
const ROWS_PER_READ = 65_536;
/** Rows handed out at a time. */
const ROWS_PER_BATCH = 16_384;

interface Run {
  offset: number;
  rows: number;
}

/**
 * A stable sort of fixed rows by their leading bits, in bounded memory.
 *
 * What comes out does not depend on how much was kept in memory: runs are cut in order of arrival,
 * sorted by a stable radix sort, and of equal keys the earlier run goes first.
 */
export class ExternalSorter {
  readonly #words: number;
  readonly #keyBits: number;
  readonly #spill: Spill;
  readonly #limit: number;
  readonly #runs: Run[] = [];
  #rows: Uint32Array<ArrayBuffer>;
  #scratch = new Uint32Array(0);
  #held = 0;
  #length = 0;

  constructor({ words, keyBits, spill, rowsInMemory = ROWS_IN_MEMORY }: SortOptions) {
    if (keyBits % 8 !== 0 || keyBits < 8 || keyBits > words * 32) {
      throw new RangeError(`${keyBits} key bits of rows of ${words} words`);
    }
    this.#words = words;
    this.#keyBits = keyBits;
    this.#spill = spill;
    this.#limit = Math.max(1, rowsInMemory);
    this.#rows = new Uint32Array(Math.min(this.#limit, 1024) * words);
  }

  /** Rows pushed so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds a row; `third` is left out of rows of two words. */
  push(first: number, second: number, third = 0): void {
    const words = this.#words;
    let at = this.#held * words;
    if (at === this.#rows.length) {
      this.#makeRoom();
      at = this.#held * words;
    }
    this.#rows[at] = first;
    this.#rows[at + 1] = second;
    if (words === 3) this.#rows[at + 2] = third;
    this.#held++;
    this.#length++;
  }

  #makeRoom(): void {
    if (this.#held === this.#limit) {
      this.#spillRun();
      return;
    }
    const rows = new Uint32Array(Math.min(this.#limit, this.#held * 2) * this.#words);
    rows.set(this.#rows);
    this.#rows = rows;
  }

  #sort(): Uint32Array<ArrayBuffer> {
    const { length } = this.#rows;
    if (this.#scratch.length < length) this.#scratch = new Uint32Array(length);
    const swapped = radixSort(this.#rows, this.#scratch, this.#held, this.#words, this.#keyBits);
    if (swapped) [this.#rows, this.#scratch] = [this.#scratch, this.#rows];
    return this.#rows.subarray(0, this.#held * this.#words);
  }

  #spillRun(): void {
    const sorted = this.#sort();
    const bytes = new Uint8Array(sorted.buffer, sorted.byteOffset, sorted.byteLength);
    this.#runs.push({ offset: this.#spill.append(bytes), rows: this.#held });
    this.#held = 0;
  }

  /**
   * All rows in order, in batches of whole rows; a batch is valid until the next is asked for. To be
   * asked once, after the last {@link push}.
   */
  *sorted(): Generator<Uint32Array, void, undefined> {
    if (this.#runs.length === 0) {
      const rows = this.#sort();
      const step = ROWS_PER_BATCH * this.#words;
      for (let at = 0; at < rows.length; at += step) yield rows.subarray(at, at + step);
      return;
    }
    if (this.#held > 0) this.#spillRun();
    this.#rows = new Uint32Array(0);
    this.#scratch = new Uint32Array(0);
    yield* this.#merged();
  }

  /** Merges all runs with a heap of run numbers: the smallest key first, of equal keys the first run. */
  *#merged(): Generator<Uint32Array, void, undefined> {
    const words = this.#words;
    const perRead = Math.max(64, Math.min(ROWS_PER_READ, Math.ceil(this.#limit / 8)));
    const runs = this.#runs.map((run) => new RunReader(run, words, perRead, this.#spill));
    const heads = runs.map(() => ({ high: 0, low: 0 }));
    const lowMask = this.#keyBits >= 64 ? 0xffffffff : keyMask(this.#keyBits - 32);
    const highMask = keyMask(this.#keyBits);
    const load = (index: number): boolean => {
      const run = runs[index];
      const head = heads[index];
      if (run === undefined || head === undefined || !run.ready()) return false;
      head.high = ((run.rows[run.at] ?? 0) & highMask) >>> 0;
      head.low = ((run.rows[run.at + 1] ?? 0) & lowMask) >>> 0;
      return true;
    };
    const before = (x: number, y: number): boolean => {
      const one = heads[x];
      const other = heads[y];
      if (one === undefined || other === undefined) return false;
      if (one.high !== other.high) return one.high < other.high;
      if (one.low !== other.low) return one.low < other.low;
      return x < y;
    };
    const heap: number[] = [];
    for (let index = 0; index < runs.length; index++) if (load(index)) insert(heap, index, before);

    const batch = new Uint32Array(ROWS_PER_BATCH * words);
    let filled = 0;
    for (let top = heap[0]; top !== undefined; top = heap[0]) {
      const run = runs[top];
      if (run === undefined) break;
      for (let i = 0; i < words; i++) batch[filled++] = run.rows[run.at + i] ?? 0;
      run.at += words;
      if (load(top)) sink(heap, before);
      else removeTop(heap, before);
      if (filled === batch.length) {
        yield batch;
        filled = 0;
      }
    }
    if (filled > 0) yield batch.subarray(0, filled);
  }
}

/** A mask of the uppermost `bits` of 32; all of them where there are more, none where fewer than 1. */
function keyMask(bits: number): number {
  if (bits >= 32) return 0xffffffff;
  return bits <= 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
}

/** One run on its way back from the spill. */
class RunReader {
  rows: Uint32Array;
  /** Index of the present row's first word in `rows`. */
  at: number;
  readonly #spill: Spill;
  readonly #words: number;
  #offset: number;
  #left: number;

  constructor(run: Run, words: number, perRead: number, spill: Spill) {
    this.rows = new Uint32Array(Math.min(run.rows, perRead) * words);
    this.at = this.rows.length;
    this.#offset = run.offset;
    this.#left = run.rows;
    this.#words = words;
    this.#spill = spill;
  }

  /** Whether there is a row at `at`; reads more when the last was used up. */
  ready(): boolean {
    if (this.at < this.rows.length) return true;
    if (this.#left === 0) return false;
    const rows = Math.min(this.#left, this.rows.length / this.#words);
    this.rows = this.rows.subarray(0, rows * this.#words);
    this.#spill.read(
      this.#offset,
      new Uint8Array(this.rows.buffer, this.rows.byteOffset, this.rows.byteLength),
    );
    this.#offset += this.rows.byteLength;
    this.#left -= rows;
    this.at = 0;
    return true;
  }
}

type Before = (x: number, y: number) => boolean;

function insert(heap: number[], item: number, before: Before): void {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    const above = heap[parent] ?? 0;
    if (!before(item, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = item;
}

/** Puts the top, whose key has grown, where it belongs. */
function sink(heap: number[], before: Before): void {
  const item = heap[0] ?? 0;
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    let below = heap[child];
    if (below === undefined) break;
    const other = heap[child + 1];
    if (other !== undefined && before(other, below)) {
      child++;
      below = other;
    }
    if (!before(below, item)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = item;
}

function removeTop(heap: number[], before: Before): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  sink(heap, before);
}

/**
 * Sorts rows by their leading bits, least significant byte first (LSD radix sort, stable).
 *
 * @returns whether the sorted rows stand in `scratch`
 */
function radixSort(
  rows: Uint32Array,
  scratch: Uint32Array,
  count: number,
  words: number,
  keyBits: number,
): boolean {
  let from = rows;
  let to = scratch;
  for (let bit = keyBits - 8; bit >= 0; bit -= 8) {
    const word = bit >>> 5;
    const shift = 24 - (bit & 31);
    const next = new Uint32Array(256);
    for (let at = word, end = count * words; at < end; at += words) {
      const digit = ((from[at] ?? 0) >>> shift) & 0xff;
      next[digit] = (next[digit] ?? 0) + 1;
    }
    let start = 0;
    for (let digit = 0; digit < 256; digit++) {
      const size = next[digit] ?? 0;
      next[digit] = start;
      start += size;
    }
    for (let at = 0, end = count * words; at < end; at += words) {
      const digit = ((from[at + word] ?? 0) >>> shift) & 0xff;
      const place = (next[digit] ?? 0) * words;
      next[digit] = (next[digit] ?? 0) + 1;
      to[place] = from[at] ?? 0;
      to[place + 1] = from[at + 1] ?? 0;
      if (words === 3) to[place + 2] = from[at + 2] ?? 0;
    }
    [from, to] = [to, from];
  }
  return from !== rows;
}
