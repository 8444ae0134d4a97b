// Ed25519 signatures of packs (RFC 8032): a trailer behind the content, made and checked by WebCrypto.

import { crc32c, hex } from './checksum.ts';
import { ArchiveError } from './errors.ts';
import type { Header } from './header.ts';
import { readRange } from './ranges.ts';
import type { ByteSource } from './types.ts';

/** `STEMSIG1` */
const MAGIC = Uint8Array.of(0x53, 0x54, 0x45, 0x4d, 0x53, 0x49, 0x47, 0x31);
const KEY_AT = 8;
const SIGNATURE_AT = 40;
const CRC_AT = 104;
export const TRAILER_BYTES = 108;

/** What is signed: this line and the pack's SHA-256, so that the signature is of nothing else. */
const CONTEXT = new TextEncoder().encode('stemma pack signature 1\n');

/** Who signed a pack; none where nobody did, which is usual. */
export type PackSignature =
  | { state: 'none' }
  /** By the holder of the key; whether to trust them is not for the pack to say. */
  | { state: 'valid'; fingerprint: string; publicKey: Uint8Array }
  /** There is a trailer and it does not hold: the pack or the signature was changed. */
  | { state: 'invalid'; detail: string };

function message(sha256: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(CONTEXT.length + sha256.length);
  bytes.set(CONTEXT);
  bytes.set(sha256, CONTEXT.length);
  return bytes;
}

/** Names a key: the first 32 hex digits of the SHA-256 of its 32 bytes. */
export async function keyFingerprint(publicKey: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(publicKey));
  return hex(new Uint8Array(digest)).slice(0, 32);
}

/** A key that signs, and its public half. */
export interface SigningKey {
  privateKey: CryptoKey;
  /** 32 bytes. */
  publicKey: Uint8Array;
}

/** Makes a key; the private half can be exported. */
export async function newKey(): Promise<{ pkcs8: Uint8Array; key: SigningKey }> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('Ed25519 gave no pair of keys');
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { pkcs8, key: { privateKey: pair.privateKey, publicKey } };
}

/**
 * Takes a key from its PKCS #8 form.
 *
 * @throws what WebCrypto throws where it is no Ed25519 key
 */
export async function importSigningKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<SigningKey> {
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, true, [
    'sign',
  ]);
  const { x } = await crypto.subtle.exportKey('jwk', privateKey);
  if (x === undefined) throw new TypeError('the key has no public half');
  const binary = atob(x.replaceAll('-', '+').replaceAll('_', '/'));
  return { privateKey, publicKey: Uint8Array.from(binary, (unit) => unit.charCodeAt(0)) };
}

/**
 * The trailer that signs a pack.
 *
 * @param sha256 of the pack's content, as its header has it
 */
export async function signatureTrailer(
  sha256: Uint8Array,
  { privateKey, publicKey }: SigningKey,
): Promise<Uint8Array> {
  const signature = await crypto.subtle.sign({ name: 'Ed25519' }, privateKey, message(sha256));
  const trailer = new Uint8Array(TRAILER_BYTES);
  trailer.set(MAGIC);
  trailer.set(publicKey, KEY_AT);
  trailer.set(new Uint8Array(signature), SIGNATURE_AT);
  new DataView(trailer.buffer).setUint32(CRC_AT, crc32c(trailer.subarray(0, CRC_AT)), true);
  return trailer;
}

function bytesOfHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/**
 * Reads and checks a pack's signature. It is of the SHA-256 that the header names: a pack whose
 * content was not checked against that is not known to be what was signed.
 *
 * @throws {ArchiveError} `unreadable` where the bytes cannot be had
 */
export async function readSignature(
  source: ByteSource,
  header: Header,
  signal?: AbortSignal,
): Promise<PackSignature> {
  const size = await source.size();
  const length = size - header.contentBytes;
  if (length <= 0) return { state: 'none' };
  const trailer = await readRange(
    source,
    header.contentBytes,
    Math.min(length, TRAILER_BYTES),
    signal,
  );
  if (MAGIC.some((byte, i) => trailer[i] !== byte)) {
    return { state: 'invalid', detail: `${length} bytes after the pack are no signature` };
  }
  if (trailer.length < TRAILER_BYTES) {
    return { state: 'invalid', detail: `${length} of ${TRAILER_BYTES} bytes of a signature` };
  }
  const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER_BYTES);
  if (view.getUint32(CRC_AT, true) !== crc32c(trailer.subarray(0, CRC_AT))) {
    return { state: 'invalid', detail: 'checksum of the signature' };
  }
  const publicKey = trailer.slice(KEY_AT, SIGNATURE_AT);
  const signature = trailer.slice(SIGNATURE_AT, CRC_AT);
  const fingerprint = await keyFingerprint(publicKey);
  if (!(await isSignedBy(publicKey, signature, bytesOfHex(header.sha256), source.name))) {
    return { state: 'invalid', detail: `not what the key ${fingerprint} signed` };
  }
  return { state: 'valid', fingerprint, publicKey };
}

async function isSignedBy(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  sha256: Uint8Array,
  pack: string,
): Promise<boolean> {
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'DataError') return false;
    const detail = 'this browser cannot check Ed25519 signatures';
    throw new ArchiveError('unreadable', pack, detail, { cause });
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, message(sha256));
}
