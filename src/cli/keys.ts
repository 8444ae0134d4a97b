// Keys on disk: the private half as PKCS #8 PEM, the public half as SPKI PEM, as openssl has them.

import { createPublicKey } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { importSigningKey, keyFingerprint, newKey, type SigningKey } from '../archive/signature.ts';

function pem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The DER bytes of a PEM file with this label; undefined where it is another. */
function derOf(text: string, label: string): Uint8Array<ArrayBuffer> | undefined {
  const pattern = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`);
  const base64 = pattern.exec(text)?.[1];
  return base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64'));
}

/** A key file that cannot be used. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/**
 * Makes a key: `path` for its owner's eyes only, and `path.pub`. Neither may be there already.
 *
 * @returns the fingerprint
 */
export async function writeNewKey(path: string): Promise<string> {
  const { pkcs8, key } = await newKey();
  const privatePem = pem('PRIVATE KEY', pkcs8);
  await writeNew(path, privatePem, 0o600);
  const spki = createPublicKey(privatePem).export({ type: 'spki', format: 'der' });
  await writeNew(`${path}.pub`, pem('PUBLIC KEY', spki), 0o644);
  return keyFingerprint(key.publicKey);
}

async function writeNew(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Reads a private key.
 *
 * @throws {KeyError} where the file holds none, and as `node:fs` does
 */
export async function readSigningKey(path: string): Promise<SigningKey> {
  const der = derOf(await readFile(path, 'utf8'), 'PRIVATE KEY');
  if (der === undefined) {
    throw new KeyError('no private key (PKCS #8 in PEM); make one with "stemma key new FILE"');
  }
  try {
    return await importSigningKey(der);
  } catch (cause) {
    throw new KeyError('the private key is not an Ed25519 key', { cause });
  }
}

/**
 * The fingerprint of a key on disk, public or private.
 *
 * @throws {KeyError} where the file holds none, and as `node:fs` does
 */
export async function readFingerprint(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  if (derOf(text, 'PUBLIC KEY') === undefined) {
    return keyFingerprint((await readSigningKey(path)).publicKey);
  }
  try {
    const { x } = createPublicKey(text).export({ format: 'jwk' });
    return await keyFingerprint(Buffer.from(x ?? '', 'base64url'));
  } catch (cause) {
    throw new KeyError('the public key cannot be read', { cause });
  }
}
