// Picture files with metadata, written byte by byte: JPEG segments, PNG chunks, RIFF chunks.

import { crc32 } from 'node:zlib';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function joined(...parts: (Uint8Array | number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const le32 = (value: number): number[] => u32(value).toReversed();

export function segment(marker: number, content: Uint8Array): Uint8Array {
  return joined([0xff, marker], u16(content.length + 2), content);
}

/** A JPEG's skeleton around segments: enough for a reader of metadata, no picture to decode. */
export function jpegFile(...segments: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const quantisation = segment(0xdb, new Uint8Array(65).fill(1));
  const scan = segment(0xda, new Uint8Array([1, 1, 0, 0, 63, 0]));
  return joined([0xff, 0xd8], ...segments, quantisation, scan, new Uint8Array(40), [0xff, 0xd9]);
}

const NAMESPACES: Record<string, string> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  cc: 'http://creativecommons.org/ns#',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
};

/** An XMP packet around the properties given as RDF. */
export function xmpPacket(properties: string): string {
  const names = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${names.join('')}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

export const xmpSegment = (packet: string): Uint8Array =>
  segment(0xe1, joined(ascii('http://ns.adobe.com/xap/1.0/\0'), utf8(packet)));

/** IPTC-IIM data sets of record 2 in a Photoshop resource, as UTF-8. */
export function iptcSegment(sets: [dataset: number, value: string][]): Uint8Array {
  const utf8Marker = joined([0x1c, 1, 90], u16(3), [0x1b, 0x25, 0x47]);
  const data = sets.map(([dataset, value]) => {
    const bytes = utf8(value);
    return joined([0x1c, 2, dataset], u16(bytes.length), bytes);
  });
  const content = joined(utf8Marker, ...data);
  const padding = new Uint8Array(content.length % 2);
  return segment(
    0xed,
    joined(
      ascii('Photoshop 3.0\0'),
      ascii('8BIM'),
      u16(0x0404),
      [0, 0],
      u32(content.length),
      content,
      padding,
    ),
  );
}

/** EXIF with text tags in IFD0. */
export function exifSegment(tags: [tag: number, value: string][]): Uint8Array {
  const count = tags.length;
  const start = 8 + 2 + count * 12 + 4;
  const texts = tags.map(([, value]) => joined(utf8(value), [0]));
  let at = start;
  const entries = tags.map(([tag], index) => {
    const length = texts[index]?.length ?? 0;
    const short = joined(texts[index] ?? [], [0, 0, 0, 0]).slice(0, 4);
    const entry = joined(u16(tag), u16(2), u32(length), length <= 4 ? short : u32(at));
    if (length > 4) at += length;
    return entry;
  });
  const tiff = joined(
    ascii('MM'),
    u16(42),
    u32(8),
    u16(count),
    ...entries,
    u32(0),
    ...texts.filter(({ length }) => length > 4),
  );
  return segment(0xe1, joined(ascii('Exif\0\0'), tiff));
}

/** JUMBF as C2PA puts it into APP11: a superbox whose description has the type `c2pa`. */
export function c2paSegment(): Uint8Array {
  const description = joined(
    u32(33),
    ascii('jumd'),
    ascii('c2pa'),
    new Uint8Array(12),
    [3],
    ascii('c2pa\0'),
    [0, 0, 0],
  );
  return segment(
    0xeb,
    joined(ascii('JP'), u16(1), u32(1), u32(8 + description.length), ascii('jumb'), description),
  );
}

export function pngChunk(name: string, content: Uint8Array): Uint8Array {
  const named = joined(ascii(name), content);
  return joined(u32(content.length), named, u32(crc32(named)));
}

/** A PNG with an XMP packet put in behind its header. */
export function pngWithXmp(png: Uint8Array, packet: string): Uint8Array<ArrayBuffer> {
  const headerEnd = 8 + 25;
  const chunk = pngChunk('iTXt', joined(ascii('XML:com.adobe.xmp\0'), [0, 0, 0, 0], utf8(packet)));
  return joined(png.subarray(0, headerEnd), chunk, png.subarray(headerEnd));
}

/** A WebP of chunks: `VP8X`, whatever is given, no picture. */
export function webpFile(
  ...chunks: [name: string, content: Uint8Array][]
): Uint8Array<ArrayBuffer> {
  const header: [string, Uint8Array] = ['VP8X', joined([0x0c, 0, 0, 0, 9, 0, 0, 9, 0, 0])];
  const body = [header, ...chunks].map(([name, content]) =>
    joined(ascii(name), le32(content.length), content, new Uint8Array(content.length % 2)),
  );
  const all = joined(ascii('WEBP'), ...body);
  return joined(ascii('RIFF'), le32(all.length), all);
}
