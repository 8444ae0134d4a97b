// The digest of a story's words: whether two readings of a page are of one text.

import { sha256Hex } from '../archive/checksum.ts';
import { normalisedWords } from '../fingerprint/normalise.ts';

/** Lower-case hex SHA-256 of the normalised words of a text, a space between them. */
export async function textDigest(text: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(normalisedWords(text).join(' ')));
}
