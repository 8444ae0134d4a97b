// Records of a web archive file (WARC 0.17 to 1.1, ISO 28500), one at a time, packed or not.

import { ByteReader } from './byte-reader.ts';
import { GzipError, gzipSign, unpackMembers } from './gunzip.ts';
import { isGzip } from './kind.ts';

/** One record's head, and its block where it was asked for. */
export interface WarcRecord {
  /** From 1. */
  number: number;
  /** Where it begins in the file: itself, or the gzip member it is in. */
  offset: number;
  /** Lower case: `response`, `resource`, `revisit`, … */
  type: string;
  /** Names in lower case; of several of one name the first. */
  headers: ReadonlyMap<string, string>;
  /** Bytes of the block. */
  length: number;
  block?: Uint8Array;
}

/** Where reading stopped or had to start anew. */
export interface WarcDamage {
  /** The record that is damaged. */
  number: number;
  offset: number;
  why: string;
  /** Whether reading goes on behind it. */
  resumed: boolean;
}

class WarcError extends Error {
  override readonly name = 'WarcError';
}

/** Addresses in heads are long at times; no head is a tenth of this. */
const longestLine = 65_536;
const mostLines = 1000;

async function readHead(stream: ByteReader): Promise<Map<string, string>> {
  const opening = new TextDecoder('latin1').decode(await stream.peek(5));
  if (opening !== 'WARC/') throw new WarcError('no WARC record where one should begin');
  await stream.line(longestLine);
  const headers = new Map<string, string>();
  let last = '';
  for (let count = 0; count < mostLines; count++) {
    const bytes = await stream.line(longestLine);
    if (bytes === undefined) throw new WarcError('the file ends within the head of a record');
    if (bytes.length === 0) return headers;
    const line = new TextDecoder().decode(bytes);
    if (/^[ \t]/.test(line)) {
      headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) throw new WarcError('a line of a record’s head is no "Name: value"');
    last = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
  }
  throw new WarcError(`the head of a record has more than ${mostLines} lines`);
}

/** Records end with two line ends; some writers leave one, or add more. */
async function skipLineEnds(stream: ByteReader): Promise<void> {
  for (;;) {
    const [next] = await stream.look();
    if (next !== 13 && next !== 10) return;
    await stream.skip(1);
  }
}

function lengthOf(headers: ReadonlyMap<string, string>): number {
  const written = headers.get('content-length');
  if (written === undefined || !/^\d{1,15}$/.test(written)) {
    throw new WarcError(`the record’s Content-Length is ${written ?? 'missing'}`);
  }
  return Number(written);
}

/**
 * Reads records in order, without holding more than one. A gzip member that is damaged costs the
 * records in it; reading goes on at the next one. In a file that is not packed it ends at damage.
 *
 * @param wanted the most bytes of a record's block to be held; a longer block is passed over, 0 passes over every one
 */
export async function* readWarc(
  file: ByteReader,
  wanted: (record: WarcRecord) => number,
): AsyncIterable<{ record: WarcRecord } | { damage: WarcDamage }> {
  const packed = isGzip(await file.peek(2));
  let number = 0;
  let offset = 0;
  for (;;) {
    let member = 0;
    const stream = packed
      ? new ByteReader(
          unpackMembers(file, (at) => {
            member = at;
          }),
        )
      : file;
    let inRecord = false;
    try {
      for (;;) {
        inRecord = false;
        offset = packed ? member : stream.offset;
        await skipLineEnds(stream);
        offset = packed ? member : stream.offset;
        if ((await stream.look()).length === 0) return;
        number++;
        inRecord = true;
        const headers = await readHead(stream);
        const length = lengthOf(headers);
        const type = (headers.get('warc-type') ?? '').toLowerCase();
        const record: WarcRecord = { number, offset, type, headers, length };
        const most = wanted(record);
        const block = length <= most ? await stream.take(length) : undefined;
        const there = block?.length ?? (await stream.skip(length));
        if (there < length) {
          throw new WarcError(`the file ends after ${there} of the record’s ${length} bytes`);
        }
        yield { record: block === undefined ? record : { ...record, block } };
      }
    } catch (error) {
      const known =
        error instanceof GzipError || error instanceof WarcError || error instanceof RangeError;
      if (!known) throw error;
      if (!inRecord) {
        number++;
        offset = packed ? member : offset;
      }
      const resumed = packed && (await file.seek(gzipSign));
      yield { damage: { number, offset, why: error.message, resumed } };
      if (!resumed) return;
    } finally {
      if (packed) await stream.close();
    }
  }
}
