// MinHash with banding (Broder 1997; Leskovec et al., ch. 3): what most people would reach for.

import { finalise } from '../../src/fingerprint/hash.ts';

/** Near-duplicates by the Jaccard share of word 5-grams. */
export class MinHashIndex {
  readonly #bands: number;
  readonly #rows: number;
  readonly #signatures = new Map<string, Uint32Array>();
  readonly #buckets = new Map<string, string[]>();

  constructor(bands: number, rows: number) {
    this.#bands = bands;
    this.#rows = rows;
  }

  #signature(words: string[]): Uint32Array {
    const signature = new Uint32Array(this.#bands * this.#rows).fill(0xffffffff);
    for (let i = 0; i + 5 <= words.length; i++) {
      let shingle = 0;
      for (const character of words.slice(i, i + 5).join(' ')) {
        shingle = Math.imul(shingle, 31) + (character.codePointAt(0) ?? 0);
      }
      for (let j = 0; j < signature.length; j++) {
        const hash = finalise(shingle ^ Math.imul(j + 1, 0x9e3779b1));
        if (hash < (signature[j] ?? 0)) signature[j] = hash;
      }
    }
    return signature;
  }

  #bandKeys(signature: Uint32Array): string[] {
    return Array.from({ length: this.#bands }, (_, band) => {
      const rows = signature.subarray(band * this.#rows, (band + 1) * this.#rows);
      return `${band}:${rows.join(',')}`;
    });
  }

  add(id: string, words: string[]): void {
    const signature = this.#signature(words);
    this.#signatures.set(id, signature);
    for (const key of this.#bandKeys(signature)) {
      const bucket = this.#buckets.get(key);
      if (bucket === undefined) this.#buckets.set(key, [id]);
      else bucket.push(id);
    }
  }

  /** The most alike of what shares a band, if its estimated Jaccard share is at least `least`. */
  best(words: string[], least: number): string | undefined {
    const signature = this.#signature(words);
    const candidates = new Set(
      this.#bandKeys(signature).flatMap((key) => this.#buckets.get(key) ?? []),
    );
    let best: string | undefined;
    let most = least;
    for (const id of candidates) {
      const other = this.#signatures.get(id);
      let equal = 0;
      for (let i = 0; i < signature.length; i++) if (signature[i] === other?.[i]) equal++;
      const share = equal / signature.length;
      if (share < most) continue;
      most = share;
      best = id;
    }
    return best;
  }
}
