// An HTTP response as a web archive keeps it: status, headers, and the body as the server meant it (RFC 9112).

import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { isGzip } from './kind.ts';
import { longestText } from './text.ts';

export interface HttpResponse {
  status: number;
  /** Names in lower case; several of one name are joined by commas. */
  headers: ReadonlyMap<string, string>;
  body: Uint8Array;
}

/** Where the headers end and the body begins; -1 for none. */
function bodyStart(block: Buffer): number {
  const crlf = block.indexOf('\r\n\r\n');
  const lf = block.indexOf('\n\n');
  if (crlf < 0 && lf < 0) return -1;
  return lf < 0 || (crlf >= 0 && crlf < lf) ? crlf + 4 : lf + 2;
}

/**
 * Undoes chunks. Some archivers store the body undone and keep the header that says it is in
 * chunks: what does not begin with a chunk is the body.
 */
function dechunk(body: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\n', at);
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(
      body.toString('latin1', at, end < 0 || end > at + 1000 ? at : end),
    )?.[1];
    if (size === undefined) return parts.length === 0 ? body : undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    const from = end + 1;
    if (from + length > body.length) return parts.length === 0 ? body : undefined;
    parts.push(body.subarray(from, from + length));
    at = from + length;
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
}

/** Whether bytes are a page already, whatever a header says of them. */
function isPlain(body: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(body.subarray(0, 256));
  return /^(?:\u00EF\u00BB\u00BF)?\s*</.test(start);
}

function undo(coding: string, body: Uint8Array): Uint8Array {
  const bounded = { maxOutputLength: longestText };
  switch (coding) {
    case '':
    case 'identity':
      return body;
    case 'gzip':
    case 'x-gzip':
      return isGzip(body) ? gunzipSync(body, bounded) : body;
    case 'deflate':
      // Meant with zlib's frame, sent by some servers without it.
      return ((body[0] ?? 0) & 15) === 8
        ? inflateSync(body, bounded)
        : inflateRawSync(body, bounded);
    case 'br':
      return brotliDecompressSync(body, bounded);
    default:
      throw new TypeError(`unknown content encoding ${coding.slice(0, 40)}`);
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The status of a response and its headers; undefined where the block is no HTTP response. */
export function readHead(
  block: Uint8Array,
): (Omit<HttpResponse, 'body'> & { from: number }) | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const from = bodyStart(bytes);
  if (from < 0) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, from).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: |$)/i.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return { status: Number(status), headers, from };
}

/** The body without its transfer and content encodings, or why it cannot be had. */
export function readBody(
  block: Uint8Array,
  { headers, from }: { headers: ReadonlyMap<string, string>; from: number },
): { body: Uint8Array } | { why: string } {
  const raw = Buffer.from(block.buffer, block.byteOffset + from, block.length - from);
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  let body: Uint8Array | undefined = chunked ? dechunk(raw) : raw;
  if (body === undefined) return { why: 'damaged: the body’s chunks are cut' };
  const codings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').toReversed();
  for (const coding of codings) {
    if (isPlain(body)) break;
    try {
      body = undo(coding.trim(), body);
    } catch (error) {
      if (isTooLarge(error)) return { why: `unpacks to more than ${longestText} bytes` };
      if (!(error instanceof Error)) throw error;
      if (error instanceof TypeError) return { why: error.message };
      return { why: `damaged: the body is no ${coding.trim()}` };
    }
  }
  return { body };
}
