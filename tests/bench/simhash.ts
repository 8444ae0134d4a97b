// SimHash (Charikar 2002; Manku et al. 2007): one 64-bit number a text, near ones are near texts.

import { tokenise } from '../../src/fingerprint/normalise.ts';

/** Two 32-bit halves, from word 3-grams. */
function simhashOf(words: readonly string[]): [number, number] {
  const { a, b, count } = tokenise(words.join(' '));
  const votes = new Int32Array(64);
  for (let i = 0; i + 3 <= count; i++) {
    let high = 0;
    let low = 0;
    for (let j = i; j < i + 3; j++) {
      high = Math.imul(high, 0x9e3779b1) + (a[j] ?? 0);
      low = Math.imul(low, 0x85ebca77) + (b[j] ?? 0);
    }
    high ^= high >>> 15;
    low ^= low >>> 15;
    for (let bit = 0; bit < 32; bit++) {
      votes[bit] = (votes[bit] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
      votes[bit + 32] = (votes[bit + 32] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
    }
  }
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < 32; bit++) {
    if ((votes[bit] ?? 0) > 0) high |= 1 << bit;
    if ((votes[bit + 32] ?? 0) > 0) low |= 1 << bit;
  }
  return [high, low];
}

function ones(value: number): number {
  let left = value >>> 0;
  let count = 0;
  for (; left !== 0; left &= left - 1) count++;
  return count;
}

/** Compared with every archived number: exact, where a real index would miss some. */
export class SimHashIndex {
  readonly #ids: string[] = [];
  readonly #hashes: [number, number][] = [];

  add(id: string, words: readonly string[]): void {
    this.#ids.push(id);
    this.#hashes.push(simhashOf(words));
  }

  /** The nearest, if no more than `most` of the 64 bits differ. */
  best(words: readonly string[], most: number): string | undefined {
    const [high, low] = simhashOf(words);
    let best: string | undefined;
    let least = most + 1;
    for (const [i, [otherHigh, otherLow]] of this.#hashes.entries()) {
      const distance = ones(high ^ otherHigh) + ones(low ^ otherLow);
      if (distance >= least) continue;
      least = distance;
      best = this.#ids[i];
    }
    return best;
  }
}
