// Which form an input has: by the end of its name, or for standard input by its first bytes.

import { constants, gunzipSync } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';
import { longestText } from './text.ts';

/** Forms that can be read. */
export type InputKind = 'text' | 'html' | 'jsonl' | 'warc' | 'wacz' | 'feed';

export interface NamedKind {
  kind: InputKind;
  gzipped: boolean;
}

const byExtension = new Map<string, InputKind>([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'text'],
  ['markdown', 'text'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['warc', 'warc'],
  ['wacz', 'wacz'],
  ['xml', 'feed'],
  ['rss', 'feed'],
  ['atom', 'feed'],
]);

/** What can be read, for messages. */
export const readableKinds =
  '.txt, .md, .html, .jsonl, .warc and .xml (feeds), each also as .gz, and .wacz';

/** The form a file's name tells; undefined for a name that tells none. */
export function kindOfName(name: string): NamedKind | undefined {
  const found = /\.([a-z]+)(\.gz)?$/i.exec(name);
  const kind = byExtension.get(found?.[1]?.toLowerCase() ?? '');
  return kind === undefined ? undefined : { kind, gzipped: found?.[2] !== undefined };
}

/** Whether bytes are gzip (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Of the first file in a zip, and of the end of one without files. */
const zipSigns = ['PK\u0003\u0004', 'PK\u0005\u0006'];

/** What tells most forms. */
const telling = 512;
/** A feed may begin with comments and style sheets. */
const tellingXml = 4096;

/** What the beginning of a gzip file unpacks to; undefined where it is damaged. */
function unpackStart(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: longestText });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
}

/** The first bytes of an input without a name, unpacked; takes nothing of it. */
export async function startOf(source: ByteReader): Promise<Uint8Array> {
  const start = await source.peek(telling);
  if (isGzip(start)) {
    const packed = await source.peek(tellingXml);
    // Damage is told by whoever reads it from its beginning; before it there may be enough.
    for (const length of [tellingXml, 1024, 256]) {
      const part = unpackStart(packed.subarray(0, length));
      if (part !== undefined) return part;
    }
    return new Uint8Array(0);
  }
  return /^\uFEFF?\s*<[?!]/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(start))
    ? await source.peek(tellingXml)
    : start;
}

/**
 * The form of bytes without a name: JSON Lines begin with `{`, pages and feeds with `<`, web
 * archives and collections with their signs; the rest is text.
 */
export function kindOfBytes(bytes: Uint8Array): InputKind {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, tellingXml)).trimStart();
  if (start.startsWith('WARC/')) return 'warc';
  if (zipSigns.some((sign) => start.startsWith(sign))) return 'wacz';
  if (start.startsWith('{')) return 'jsonl';
  const first = /^(?:<[?!][^<]*)*<([\w:.-]+)/.exec(start)?.[1] ?? '';
  if (/^(?:rss|(?:\w+:)?RDF|(?:\w+:)?feed)$/i.test(first)) return 'feed';
  if (/^<(?:!doctype|html|head|body|meta|!--|\?xml)/i.test(start)) return 'html';
  return 'text';
}
