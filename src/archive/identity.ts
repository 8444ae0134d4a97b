// Which texts a pack has already: a set of hashes, since a million ids as strings take 200 MB.

import { finalise, SEED_A, SEED_B, stepA, stepB } from '../fingerprint/hash.ts';

/**
 * A set of strings by their 64-bit hashes. Of two million strings two agree by chance once in ten
 * million packs; then one document too many is left out as a duplicate.
 */
export class IdentitySet {
  #high = new Uint32Array(2048);
  #low = new Uint32Array(2048);
  #size = 0;

  /** Adds a string; whether it was new. */
  add(text: string): boolean {
    const [high, low] = hashOf(text);
    const at = this.#place(high, low);
    if (this.#high[at] !== 0 || this.#low[at] !== 0) return false;
    this.#high[at] = high;
    this.#low[at] = low;
    this.#size++;
    if (this.#size * 2 > this.#high.length) this.#grow();
    return true;
  }

  has(text: string): boolean {
    const at = this.#place(...hashOf(text));
    return this.#high[at] !== 0 || this.#low[at] !== 0;
  }

  /** Where a hash stands, or the empty place where it would. */
  #place(high: number, low: number): number {
    const mask = this.#high.length - 1;
    let at = low & mask;
    while (this.#high[at] !== 0 || this.#low[at] !== 0) {
      if (this.#high[at] === high && this.#low[at] === low) return at;
      at = (at + 1) & mask;
    }
    return at;
  }

  #grow(): void {
    const [high, low] = [this.#high, this.#low];
    this.#high = new Uint32Array(high.length * 2);
    this.#low = new Uint32Array(high.length * 2);
    for (let i = 0; i < high.length; i++) {
      const [one, other] = [high[i] ?? 0, low[i] ?? 0];
      if (one === 0 && other === 0) continue;
      const at = this.#place(one, other);
      this.#high[at] = one;
      this.#low[at] = other;
    }
  }
}

/** Never 0 and 0, which marks an empty place. */
function hashOf(text: string): [high: number, low: number] {
  let a = SEED_A;
  let b = SEED_B;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = stepA(a, unit);
    b = stepB(b, unit);
  }
  return [finalise(a) || 1, finalise(b)];
}
