// Fingerprints of a saved text, small enough to be kept with every citation.
import { CHARACTERS, type Fingerprints, fingerprint, WORDS } from '../fingerprint/fingerprint.ts';
import { NORMALISER_ID, type Tokens } from '../fingerprint/normalise.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { StoredFingerprints } from './types.ts';

/**
 * At most so many are kept: the first 10,000 words or so of a text, in some 40 KB. News stories
 * have 200 to 500 of them.
 */
export const MOST_FINGERPRINTS = 4096;

/** Little-endian base 128, as in DWARF and WebAssembly: small distances take one byte. */
function leb128(value: number, into: number[]): void {
  let rest = value;
  while (rest >= 0x80) {
    into.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  into.push(rest);
}

/** The fingerprints of a text as they are kept. */
export function storeFingerprints(prints: Fingerprints): StoredFingerprints {
  const count = Math.min(prints.count, MOST_FINGERPRINTS);
  const keys = new Uint8Array(5 * count);
  const view = new DataView(keys.buffer);
  const positions: number[] = [];
  let before = 0;
  for (let i = 0; i < count; i++) {
    view.setUint32(5 * i, prints.high[i] ?? 0);
    view.setUint8(5 * i + 4, prints.low[i] ?? 0);
    const position = prints.position[i] ?? 0;
    leb128(2 * (position - before) + (prints.span[i] === CHARACTERS.k ? 1 : 0), positions);
    before = position;
  }
  return {
    profile: 'std',
    normaliser: NORMALISER_ID,
    count,
    of: prints.count,
    keys: toBase64(keys),
    positions: toBase64(Uint8Array.from(positions)),
  };
}

/** {@link storeFingerprints} of tokens. */
export function fingerprintsOf(tokens: Tokens): StoredFingerprints {
  return storeFingerprints(fingerprint(tokens, 'std'));
}

/**
 * Kept fingerprints as the engine compares them.
 * @throws {RangeError} where keys or positions are not as many as `count` says
 */
export function loadFingerprints(stored: StoredFingerprints): Fingerprints {
  const { count } = stored;
  const keys = fromBase64(stored.keys);
  const packed = fromBase64(stored.positions);
  if (keys.length !== 5 * count) {
    throw new RangeError(
      `${count} fingerprints take ${5 * count} bytes of keys, not ${keys.length}.`,
    );
  }
  const view = new DataView(keys.buffer, keys.byteOffset, keys.byteLength);
  const out: Fingerprints = {
    count,
    high: new Uint32Array(count),
    low: new Uint8Array(count),
    position: new Uint32Array(count),
    span: new Uint8Array(count),
  };
  let at = 0;
  let before = 0;
  for (let i = 0; i < count; i++) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++];
      if (byte === undefined || shift > 28) {
        throw new RangeError(
          `The positions of ${count} fingerprints end or break at the ${i + 1}th.`,
        );
      }
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    before += Math.floor(value / 2);
    out.high[i] = view.getUint32(5 * i);
    out.low[i] = view.getUint8(5 * i + 4);
    out.position[i] = before;
    out.span[i] = value % 2 === 1 ? CHARACTERS.k : WORDS.k;
  }
  if (at !== packed.length) {
    throw new RangeError(`${packed.length - at} bytes of positions are left over after ${count}.`);
  }
  return out;
}
