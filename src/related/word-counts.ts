// How many documents a word stands in, by the first bits of its key: exact enough to tell the common.

import { ByteReader, ByteWriter, DecodeError } from '../archive/bytes.ts';

/**
 * A million counters. With a million distinct words about one stranger shares a counter with each,
 * which only matters to rare words, and those are counted by their lists.
 */
const SLOT_BITS = 20;
/** Words in at least one of so many documents are common enough to be told in the pack. */
const COMMON_SHARE = 200;
const COMMON_LEAST = 8;
/** Counts are kept as `2^(code / 8)`: within 5 %. */
const COUNT_STEPS = 8;

/** The counter of a key. */
export function slotOf(high: number): number {
  return high >>> (32 - SLOT_BITS);
}

export class WordCounts {
  readonly #counts = new Uint32Array(2 ** SLOT_BITS);

  /** Counts one document, by the upper 32 bits of a feature's key. */
  add(high: number): void {
    const slot = slotOf(high);
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** Adds what another pack told of its common words. */
  addCommon(common: ReadonlyMap<number, number>): void {
    for (const [slot, count] of common) {
      this.#counts[slot] = (this.#counts[slot] ?? 0) + Math.round(count);
    }
  }

  of(high: number): number {
    return this.#counts[slotOf(high)] ?? 0;
  }

  /** Slots of the common words and how common they are: for each a varint step and a byte. */
  common(documents: number): Uint8Array {
    const least = Math.max(COMMON_LEAST, documents / COMMON_SHARE);
    const out = new ByteWriter();
    let last = -1;
    for (const [slot, count] of this.#counts.entries()) {
      if (count < least) continue;
      out.varint(slot - last);
      out.byte(Math.min(255, Math.round(COUNT_STEPS * Math.log2(count))));
      last = slot;
    }
    return out.finish();
  }
}

/**
 * Reads {@link WordCounts.common}: documents by slot.
 * @throws {DecodeError} where it does not hold together
 */
export function readCommon(bytes: Uint8Array): Map<number, number> {
  const reader = new ByteReader(bytes);
  const common = new Map<number, number>();
  let slot = -1;
  while (!reader.done) {
    const step = reader.varint();
    slot += step;
    if (step === 0 || slot >= 2 ** SLOT_BITS) throw new DecodeError(`slot ${slot} after ${step}`);
    common.set(slot, 2 ** (reader.byte() / COUNT_STEPS));
  }
  return common;
}
