// Integer mixing shared by tokens, shingles and URL keys. Two 32-bit lanes stand for one 64-bit hash.

/** Odd multipliers of the two lanes: golden-ratio and MurmurHash3 constants. */
const PRIME_A = 0x01000193;
const PRIME_B = 0x85ebca6b;

/** FNV-1a offset basis, and the same with its bits mixed for the second lane. */
export const SEED_A = 0x811c9dc5;
export const SEED_B = 0x9747b28c;

/** One FNV-1a step of lane A over a UTF-16 code unit. */
export function stepA(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME_A);
}

/** The same of lane B; the rotation keeps the lanes from moving together. */
export function stepB(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, PRIME_B);
  return (mixed << 13) | (mixed >>> 19);
}

/** The finaliser of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
export function finalise(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
}
