// Which form an input has: by the end of its name, or for standard input by its first bytes.

/** Forms that can be read, and those that are known and cannot be read yet. */
export type InputKind = 'text' | 'html' | 'jsonl' | 'not-yet';

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
  ['warc', 'not-yet'],
  ['wacz', 'not-yet'],
  ['xml', 'not-yet'],
  ['rss', 'not-yet'],
  ['atom', 'not-yet'],
]);

/** What can be read, for messages. */
export const readableKinds = '.txt, .md, .html and .jsonl, each also as .gz';

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

/** The form of bytes without a name: JSON Lines begin with `{`, pages with `<`, the rest is text. */
export function kindOfBytes(bytes: Uint8Array): InputKind {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 512)).trimStart();
  if (start.startsWith('{')) return 'jsonl';
  if (/^<(?:!doctype|html|head|body|meta|!--|\?xml)/i.test(start)) return 'html';
  return 'text';
}
