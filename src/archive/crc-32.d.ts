// Types of the CRC32C build of crc-32, which its own typings leave out.
declare module 'crc-32/crc32c.js' {
  const crc32c: {
    /** CRC32C as a signed 32-bit number; `seed` continues an earlier one. */
    buf(bytes: Uint8Array, seed?: number): number;
  };
  export default crc32c;
}
