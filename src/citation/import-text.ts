// The bytes of a file that somebody imports, as text: encodings told from their bytes, or refused.

/** A file that cannot be read at all, in words for the person who chose it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** A hundred thousand items have some 100 MB. */
export const MOST_BYTES = 256 * 1024 * 1024;

export interface DecodedText {
  text: string;
  /** As the Encoding Standard names it. */
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';
  /** Whether it was concluded from the letters, not said by the file. */
  guessed: boolean;
}

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

/**
 * Of an eight-bit text: Cyrillic words are runs of high bytes, most of them lower-case letters; in
 * a western text accented letters stand alone. Undefined where neither is plain.
 */
function eightBit(bytes: Uint8Array): 'windows-1251' | 'windows-1252' | undefined {
  let high = 0;
  let inRuns = 0;
  let lower = 0;
  let run = 0;
  let odd = 0;
  const end = () => {
    if (run >= 3) inRuns += run;
    run = 0;
  };
  for (const byte of bytes.subarray(0, 1_000_000)) {
    if (byte === 0) return undefined;
    if (byte < 0x80) {
      end();
      if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) odd++;
      continue;
    }
    high++;
    if (byte >= 0xc0) run++;
    else end();
    if (byte >= 0xe0) lower++;
  }
  end();
  if (odd > bytes.length / 200) return undefined;
  if (inRuns > 0.6 * high && lower > 0.5 * high) return 'windows-1251';
  return inRuns < 0.2 * high ? 'windows-1252' : undefined;
}

/**
 * The text of a file: by its byte order mark, as UTF-8, or by its letters as Windows-1251 or
 * Windows-1252.
 * @throws {ImportError} for a file that is too large, no text, or in an encoding that is not plain
 */
export function decodeImport(bytes: Uint8Array): DecodedText {
  if (bytes.length > MOST_BYTES) {
    throw new ImportError(
      `The file has ${Math.ceil(bytes.length / 1e6)} MB; the limit is ${Math.floor(MOST_BYTES / 1e6)} MB. Divide it.`,
    );
  }
  const mark = MARKS.find(({ bytes: head }) => head.every((byte, i) => bytes[i] === byte));
  const marked = mark && decode(bytes, mark.encoding);
  if (mark !== undefined && marked !== undefined) {
    return { text: marked, encoding: mark.encoding, guessed: false };
  }
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== undefined && !utf8.includes('\0')) {
    return { text: utf8, encoding: 'utf-8', guessed: false };
  }
  const encoding = eightBit(bytes);
  const text = encoding && decode(bytes, encoding);
  if (encoding === undefined || text === undefined) {
    throw new ImportError(
      'This is no text in UTF-8, and its encoding could not be told. Save it as UTF-8 and try again.',
    );
  }
  return { text, encoding, guessed: true };
}
