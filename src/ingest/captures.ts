// Pages of web archives to Articles: which records are pages, at which address, captured when.

import { checkedUrl } from '../article/url.ts';
import type { ByteReader } from './byte-reader.ts';
import { readIsoDate } from './dates.ts';
import { readHtml } from './html.ts';
import { type HttpResponse, readBody, readHead } from './http.ts';
import type { InputItem } from './inputs.ts';
import type { IngestProblem } from './problem.ts';
import { longestText } from './text.ts';
import { readWarc, type WarcDamage, type WarcRecord } from './warc.ts';

/** Records about captures rather than captures: neither pages nor anything that was passed over. */
const aboutCaptures = new Set(['warcinfo', 'request', 'metadata']);

const pageTypes = /^(?:text\/html|application\/xhtml\+xml)$/;

/** `text/html; charset="utf-8"` in its parts. */
function mediaType(written: string | undefined): { type: string; charset?: string } {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(written ?? '')?.[1]?.toLowerCase() ?? '';
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(written ?? '')?.[1];
  return { type, ...(charset === undefined ? {} : { charset }) };
}

/** The capture's address; older tools put it in angle brackets. */
function targetOf({ headers }: WarcRecord): string | undefined {
  return checkedUrl((headers.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1'));
}

/** Why a record is no page, by its own head; undefined where it may be one. */
function whyNot(record: WarcRecord): string | undefined {
  const { type, headers } = record;
  if (type === 'revisit') return 'a revisit: the same content as an earlier capture';
  if (type !== 'response' && type !== 'resource')
    return `a record of type ${type.slice(0, 40) || 'none'}`;
  if (targetOf(record) === undefined) return 'no http(s) address';
  if (headers.has('warc-segment-number')) return 'a capture in segments';
  if (headers.has('warc-truncated')) return 'a capture that was cut when it was made';
  if (type === 'resource' && !pageTypes.test(mediaType(headers.get('content-type')).type)) {
    return whyNoPage(mediaType(headers.get('content-type')).type);
  }
  if (record.length > longestText) return `larger than ${longestText} bytes`;
  return undefined;
}

/** Images, scripts and fonts, by the kind alone: there are too many types to count each. */
function whyNoPage(type: string): string {
  if (type === '') return 'no content type, not a page';
  return `${type.startsWith('application/') ? type : (type.split('/')[0] ?? type)}, not a page`;
}

/** The bytes of the page in a record, or why there is none. */
function pageOf(
  record: WarcRecord,
  block: Uint8Array,
): { bytes: Uint8Array; charset?: string } | { why: string } {
  if (record.type === 'resource') {
    const { charset } = mediaType(record.headers.get('content-type'));
    return { bytes: block, ...(charset === undefined ? {} : { charset }) };
  }
  const head: (Omit<HttpResponse, 'body'> & { from: number }) | undefined = readHead(block);
  if (head === undefined) return { why: 'no HTTP response' };
  if (head.status !== 200) return { why: `status ${head.status}` };
  const { type, charset } = mediaType(head.headers.get('content-type'));
  if (!pageTypes.test(type)) return { why: whyNoPage(type) };
  const read = readBody(block, head);
  if ('why' in read) return read;
  return { bytes: read.body, ...(charset === undefined ? {} : { charset }) };
}

function readCapture(record: WarcRecord, block: Uint8Array, file: string): InputItem {
  const input = `${file}:${record.number}`;
  const url = targetOf(record) ?? '';
  const page = pageOf(record, block);
  if ('why' in page) return { passed: { input, url, why: page.why } };
  const { charset } = page;
  const read = readHtml(page.bytes, input, { url, ...(charset === undefined ? {} : { charset }) });
  if ('problem' in read) return { passed: { input, url, why: read.problem.why } };
  const captured = readIsoDate(record.headers.get('warc-date') ?? '');
  const whole = { input, ...read, ...(captured === undefined ? {} : { captured }) };
  if (read.isArticle) return { read: whole };
  return {
    passed: { input, url, why: 'not an article', detail: read.why.join(', ') },
    read: whole,
  };
}

function damageProblem(file: string, { number, offset, why, resumed }: WarcDamage): IngestProblem {
  return {
    code: 'bad-warc',
    file,
    record: number,
    offset,
    why: resumed ? `${why}; reading goes on at the next gzip member` : why,
    fix: 'fetch the file again',
  };
}

/**
 * Reads the pages of a web archive. Responses with status 200 and resources, of type HTML or XHTML,
 * go through the same reader as a page in the browser, at the address they were captured from.
 * Everything else is passed over with why; damage is a problem with the record and its place.
 */
export async function* readCaptures(source: ByteReader, file: string): AsyncIterable<InputItem> {
  let records = 0;
  for await (const found of readWarc(source, (record) =>
    aboutCaptures.has(record.type) || whyNot(record) !== undefined ? 0 : longestText,
  )) {
    records++;
    if ('damage' in found) {
      yield { problem: damageProblem(file, found.damage) };
      continue;
    }
    const { record } = found;
    if (aboutCaptures.has(record.type)) continue;
    const why = whyNot(record);
    const url = targetOf(record);
    if (why !== undefined || record.block === undefined) {
      yield {
        passed: {
          input: `${file}:${record.number}`,
          ...(url === undefined ? {} : { url }),
          why: why ?? 'empty',
        },
      };
      continue;
    }
    yield readCapture(record, record.block, file);
  }
  if (records === 0) {
    yield { problem: { code: 'empty', file, why: 'no record in it', fix: 'leave the file out' } };
  }
}
