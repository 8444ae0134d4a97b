// The outer structure of a picture's file: its kind, whether it holds, and whether it carries C2PA.

import type { PictureFormat } from './types.ts';

export interface PictureLayout {
  format: PictureFormat;
  /** Where Content Credentials stand: `APP11 c2pa`, `chunk caBX`. */
  credentials?: string;
  /** The first thing that does not hold, with numbers. */
  problem?: string;
  /** The last of the metadata has been seen: what follows is the picture. */
  ended: boolean;
}

interface Walk {
  bytes: Uint8Array;
  view: DataView;
  /** Whether `bytes` is the whole file, or its beginning. */
  whole: boolean;
}

/** A file with more parts than this is damaged or made to be slow. */
const MOST_PARTS = 10_000;
/** `uuid` of the C2PA box in ISO base media files (C2PA specification, A.5). */
const C2PA_BOX = 'd8fec3d61b0e483c92975828877ec481';

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}

/** A part's claim on the rest of the file, where that is more than there is. */
function tooLong({ bytes, whole }: Walk, what: string, at: number, length: number) {
  if (!whole || at + length <= bytes.length) return undefined;
  return `${what} at byte ${at} claims ${length} bytes, ${bytes.length - at} are left`;
}

/** Walks the marker segments of ISO/IEC 10918-1 up to the scan. */
function jpeg(walk: Walk): PictureLayout {
  const { bytes, view } = walk;
  const layout: PictureLayout = { format: 'JPEG', ended: false };
  let at = 2;
  for (let seen = 0; seen < MOST_PARTS; seen += 1) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (at + 4 > bytes.length) {
      return walk.whole ? { ...layout, problem: `the file ends at byte ${bytes.length}` } : layout;
    }
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return { ...layout, problem: `no marker at byte ${at}` };
    // Start of scan, or the end of a file without one.
    if (marker === 0xda || marker === 0xd9) return { ...layout, ended: true };
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return { ...layout, problem: `segment at byte ${at} has length ${length}` };
    const problem = tooLong(walk, 'segment', at + 2, length);
    if (problem !== undefined) return { ...layout, problem };
    // JUMBF in APP11: the box description's type begins with "c2pa".
    const opening = ascii(bytes, at + 4, Math.min(64, length));
    if (marker === 0xeb && opening.startsWith('JP') && opening.includes('c2pa')) {
      layout.credentials = 'APP11 c2pa';
    }
    at += 2 + length;
  }
  return { ...layout, problem: `more than ${MOST_PARTS} segments` };
}

/** Walks parts that give their name and length: PNG chunks, RIFF chunks, ISO boxes. */
function parts(
  walk: Walk,
  format: PictureFormat,
  from: number,
  part: (at: number) => { name: string; length: number; credentials?: string | undefined },
): PictureLayout {
  const layout: PictureLayout = { format, ended: false };
  let at = from;
  for (let seen = 0; seen < MOST_PARTS; seen += 1) {
    if (at === walk.bytes.length) return { ...layout, ended: walk.whole };
    if (at + 16 > walk.bytes.length && format !== 'PNG') return { ...layout, ended: walk.whole };
    if (at + 12 > walk.bytes.length) {
      const problem = `the file ends at byte ${walk.bytes.length}`;
      return walk.whole ? { ...layout, problem } : layout;
    }
    const { name, length, credentials } = part(at);
    if (length < 8) return { ...layout, problem: `${name} at byte ${at} has length ${length}` };
    const problem = tooLong(walk, name, at, length);
    if (problem !== undefined) return { ...layout, problem };
    if (credentials !== undefined) layout.credentials = credentials;
    if (format === 'PNG' && name === 'IEND') return { ...layout, ended: true };
    at += length;
  }
  return { ...layout, problem: `more than ${MOST_PARTS} parts` };
}

const printable = (name: string): string => name.replace(/[^\x20-\x7e]/g, '?');

function png(walk: Walk): PictureLayout {
  return parts(walk, 'PNG', 8, (at) => {
    const name = printable(ascii(walk.bytes, at + 4, 4));
    const credentials = name === 'caBX' ? 'chunk caBX' : undefined;
    return { name, length: walk.view.getUint32(at) + 12, credentials };
  });
}

function webp(walk: Walk): PictureLayout {
  return parts(walk, 'WebP', 12, (at) => {
    const name = printable(ascii(walk.bytes, at, 4));
    const length = walk.view.getUint32(at + 4, true);
    // Chunks are padded to an even length; the last one's padding is often left out.
    const padded = 8 + length + (length % 2);
    const credentials = name === 'C2PA' ? 'chunk C2PA' : undefined;
    return {
      name,
      length: Math.min(padded, Math.max(8 + length, walk.bytes.length - at)),
      credentials,
    };
  });
}

function boxes(walk: Walk, format: 'AVIF' | 'HEIC'): PictureLayout {
  return parts(walk, format, 0, (at) => {
    const name = printable(ascii(walk.bytes, at + 4, 4));
    const short = walk.view.getUint32(at);
    // 0: to the end of the file; 1: a 64-bit length follows.
    const length =
      short === 0
        ? walk.bytes.length - at
        : short === 1
          ? Number(walk.view.getBigUint64(at + 8))
          : short;
    const id = [...walk.bytes.subarray(at + 8, at + 24)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    const credentials = name === 'uuid' && id === C2PA_BOX ? 'box uuid c2pa' : undefined;
    return { name, length, credentials };
  });
}

/** How a file begins, by the kinds that are read. */
export function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'JPEG';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'WebP';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'GIF';
  if (ascii(bytes, 4, 4) === 'ftyp') {
    const brand = ascii(bytes, 8, 4);
    if (/^avi[fs]$/.test(brand)) return 'AVIF';
    if (/^(?:hei[cxms]|hev[cx]|mif1|msf1)$/.test(brand)) return 'HEIC';
  }
  return undefined;
}

/**
 * A file's kind and structure; undefined for what is no picture of a kind that is read here.
 *
 * @param whole false where `bytes` is only the beginning: what is cut off is then no fault
 */
export function layoutOf(bytes: Uint8Array, whole: boolean): PictureLayout | undefined {
  const format = formatOf(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const walk = { bytes, view, whole };
  switch (format) {
    case undefined:
      return undefined;
    case 'JPEG':
      return jpeg(walk);
    case 'PNG':
      return png(walk);
    case 'WebP':
      return webp(walk);
    case 'AVIF':
    case 'HEIC':
      return boxes(walk, format);
    case 'GIF':
      return { format, ended: true };
  }
}
