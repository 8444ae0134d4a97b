// `stemma key new`, `stemma sign`, `stemma verify`: who stands for a pack.

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { keyFingerprint, readSignature, signatureTrailer } from '../archive/signature.ts';
import { verifyPack } from '../archive/verify.ts';
import { explainArchiveError, openArchive } from './archives.ts';
import { type Command, type Context, type ExitCode, UsageError } from './command.ts';
import { readFingerprint, readSigningKey, writeNewKey } from './keys.ts';

function oneFile(positionals: readonly string[]): string {
  const [path, second] = positionals;
  if (path === undefined) throw new UsageError('no FILE given');
  if (second !== undefined) throw new UsageError(`one FILE at a time, not also ${second}`);
  return path;
}

async function runKey(args: string[], { output }: Context): Promise<ExitCode> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [verb, ...rest] = positionals;
  if (verb !== 'new') throw new UsageError(`"key ${verb ?? ''}" is not known, only "key new"`);
  const path = oneFile(rest);
  try {
    const fingerprint = await writeNewKey(path);
    await output.line(`${path}: a new key, ${fingerprint}\n${path}.pub: its public half`);
    return 0;
  } catch (error) {
    output.tell(explainArchiveError(path, error));
    return 1;
  }
}

export const key: Command = {
  summary: 'key new FILE: a key to sign archives with',
  usage: `Makes an Ed25519 key to sign archives with.

Usage: stemma key new FILE

FILE is the private key (PKCS #8 in PEM, readable by its owner only): keep it
secret. FILE.pub is the public half, to give to readers. Neither is overwritten.
  --help   this text

Exit codes: 0 done; 1 the files could not be written; 2 wrong usage.`,
  run: runKey,
};

async function runSign(args: string[], { output }: Context): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  const path = oneFile(positionals);
  if (values.key === undefined) throw new UsageError('--key FILE is missing');
  let signing: Awaited<ReturnType<typeof readSigningKey>>;
  try {
    signing = await readSigningKey(values.key);
  } catch (error) {
    output.tell(explainArchiveError(values.key, error));
    return 1;
  }
  try {
    // Checked whole: nobody should sign what is damaged.
    const opened = await openArchive(path, { whole: true });
    const { contentBytes, sha256 } = opened.archive.header;
    await opened.close();
    const trailer = await signatureTrailer(Buffer.from(sha256, 'hex'), signing);
    await writeTrailer(path, contentBytes, trailer);
    await output.line(`${path}: signed by ${await keyFingerprint(signing.publicKey)}`);
    return 0;
  } catch (error) {
    output.tell(explainArchiveError(path, error));
    return 1;
  }
}

/** Puts a trailer behind a pack, over an earlier one. The content is not touched. */
async function writeTrailer(path: string, at: number, trailer: Uint8Array): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.write(trailer, 0, trailer.length, at);
    await file.truncate(at + trailer.length);
    await file.sync();
  } finally {
    await file.close();
  }
}

export const sign: Command = {
  summary: 'signs an archive with a key',
  usage: `Signs an archive; an earlier signature is replaced.

Usage: stemma sign FILE --key KEY

The pack is checked whole first. Its content and identity stay as they are: the
signature stands behind them.
  --key KEY   a private key, as "stemma key new" makes it
  --help      this text

Exit codes: 0 signed; 1 the pack or the key could not be used; 2 wrong usage.`,
  run: runSign,
};

async function runVerify(args: string[], { output }: Context): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  const path = oneFile(positionals);
  let wanted: string | undefined;
  try {
    wanted = values.key === undefined ? undefined : await readFingerprint(values.key);
  } catch (error) {
    output.tell(explainArchiveError(values.key ?? '', error));
    return 1;
  }
  let opened: Awaited<ReturnType<typeof openArchive>> | undefined;
  try {
    opened = await openArchive(path);
    const { archive } = opened;
    await verifyPack(archive, {
      hash: createHash('sha256'),
      progress: (done, total) => output.progress(`${Math.floor((done / total) * 100)} % read`),
    });
    const signature = await readSignature(archive.source, archive.header);
    if (signature.state === 'invalid') {
      output.tell(`${path}: the signature does not hold: ${signature.detail}`);
      return 1;
    }
    if (signature.state === 'none') {
      output.tell(`${path}: every checksum holds; not signed`);
      return 1;
    }
    if (wanted !== undefined && signature.fingerprint !== wanted) {
      output.tell(`${path}: signed by ${signature.fingerprint}, not by ${wanted}`);
      return 1;
    }
    await output.line(`${path}: every checksum holds; signed by ${signature.fingerprint}`);
    return 0;
  } catch (error) {
    output.tell(explainArchiveError(path, error));
    return 1;
  } finally {
    await opened?.close();
  }
}

export const verify: Command = {
  summary: 'whether an archive is whole, and who signed it',
  usage: `Reads all of an archive, checks it, and tells who signed it.

Usage: stemma verify FILE [--key KEY]

  --key KEY   the key it must be signed by: KEY.pub or the private key
  --help      this text

A signature tells that the holder of a key stands for these bytes. Whose key it
is has to be known from elsewhere. "stemma inspect --verify" checks a pack that
nobody signed.

Exit codes: 0 whole and signed; 1 damaged, not signed, or signed by another key;
2 wrong usage.`,
  run: runVerify,
};
