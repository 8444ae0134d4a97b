// CRC32C for blocks and SHA-256 for whole packs.

import castagnoli from 'crc-32/crc32c.js';

/** CRC32C (Castagnoli, RFC 3720 appendix B.4) as an unsigned 32-bit number. */
export function crc32c(bytes: Uint8Array): number {
  return castagnoli.buf(bytes, 0) >>> 0;
}

/** Lower-case hex SHA-256. WebCrypto: the same in Node, worker and page. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Lower-case hex of bytes. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
