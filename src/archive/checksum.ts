// CRC32C for blocks and SHA-256 for whole packs.

import castagnoli from 'crc-32/crc32c.js';

/**
 * CRC32C (Castagnoli, RFC 3720 appendix B.4) as an unsigned 32-bit number.
 *
 * @param before the checksum of the bytes before these, to go on from
 */
export function crc32c(bytes: Uint8Array, before = 0): number {
  return castagnoli.buf(bytes, before) >>> 0;
}

/** Bytes of the checksum that stands before a block. */
export const BLOCK_CRC_BYTES = 4;

/**
 * CRC32C of a numbered block: the number goes first, so that a block read from another's place is
 * not taken for it.
 */
export function blockChecksum(number: number, payload: Uint8Array): number {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number, true);
  return crc32c(payload, crc32c(bytes));
}

/** A block's payload, or undefined where its checksum does not hold. */
export function intactPayload(number: number, block: Uint8Array): Uint8Array | undefined {
  if (block.length < BLOCK_CRC_BYTES) return undefined;
  const payload = block.subarray(BLOCK_CRC_BYTES);
  const stored = new DataView(block.buffer, block.byteOffset, BLOCK_CRC_BYTES).getUint32(0, true);
  return stored === blockChecksum(number, payload) ? payload : undefined;
}

/** SHA-256 over bytes that come piece by piece, which WebCrypto cannot. */
export interface StreamingHash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** Lower-case hex SHA-256. WebCrypto: the same in Node, worker and page. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Lower-case hex of bytes. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
