// Why a pack cannot be read, by name: each cause asks something else of the person.

/**
 * `not-a-pack`      the file is something else
 * `future-version`  written by a newer Stemma; update
 * `other-normaliser` its fingerprints cannot be compared with ours
 * `truncated`       shorter than it says; fetch it again
 * `damaged`         a checksum or a bound does not hold; fetch it again
 * `unreadable`      the bytes could not be had at all
 */
export type ArchiveErrorCode =
  | 'not-a-pack'
  | 'future-version'
  | 'other-normaliser'
  | 'truncated'
  | 'damaged'
  | 'unreadable';

/** A pack cannot be read. The message names the pack, the place and the numbers. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;
  /** The pack's file name. */
  readonly pack: string;

  constructor(code: ArchiveErrorCode, pack: string, detail: string, options?: ErrorOptions) {
    super(`${pack}: ${detail}`, options);
    this.name = 'ArchiveError';
    this.code = code;
    this.pack = pack;
  }
}

/** Runs a decoder; whatever it meets becomes an {@link ArchiveError} that names the place. */
export function guarded<T>(pack: string, place: string, decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new ArchiveError('damaged', pack, `${place}: ${detail}`, { cause });
  }
}
