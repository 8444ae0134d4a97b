// Checks the SHA-256 of a pack that is in memory whole, with WebCrypto: the worker carries no hash of its own.

import { hex } from './checksum.ts';
import { ArchiveError } from './errors.ts';
import type { Header } from './header.ts';
import { AT, HEADER_BYTES } from './layout.ts';

/** A header as it is hashed: without its own hash, and without its checksum. */
export function blankHeader(header: Uint8Array): Uint8Array {
  const blank = header.slice();
  blank.fill(0, AT.sha256, AT.sha256 + 32);
  blank.fill(0, AT.headerCrc, AT.headerCrc + 4);
  return blank;
}

/** @throws {ArchiveError} `damaged`, where a digest is not the header's */
export function checkDigest(digest: Uint8Array, { sha256 }: Header, pack: string): void {
  const found = hex(digest);
  if (found === sha256) return;
  const detail = `SHA-256 is ${found.slice(0, 12)}…, the header says ${sha256.slice(0, 12)}…`;
  throw new ArchiveError('damaged', pack, detail);
}

/**
 * Checks a pack's bytes against the SHA-256 that its header names, which covers all of its sections.
 *
 * @throws {ArchiveError} `damaged`
 */
export async function verifyWhole(bytes: Uint8Array, header: Header, pack: string): Promise<void> {
  // The header goes last, as it is known last when a pack is written.
  const hashed = new Uint8Array(header.contentBytes);
  hashed.set(bytes.subarray(HEADER_BYTES, header.contentBytes));
  hashed.set(blankHeader(bytes.subarray(0, HEADER_BYTES)), header.contentBytes - HEADER_BYTES);
  checkDigest(new Uint8Array(await crypto.subtle.digest('SHA-256', hashed)), header, pack);
}
