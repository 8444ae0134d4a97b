// Writes web archives, collections and feeds of invented outlets, whole or damaged, for tests.

import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';

const sentences = [
  'The ferry between Alby and Ellerby stayed in harbour on Monday morning after its captain found a family of swans on the car deck.',
  'Passengers were asked to wait until noon, and most of them did so on the quay, where the bakery sent out rolls and coffee.',
  'Mayor Ines Calloway said the swans had come over the winter and would be left alone until somebody knew better than the town.',
  'The company that owns the ferry expects to lose two crossings a day for as long as the birds stay where they are.',
  'A watchmaker from Ellerby, who crosses twice a week, has offered his rowing boat to anyone in a hurry to see a dentist.',
];

/** Paragraphs of an invented story, told apart by a name. */
export function storyParagraphs(name: string): string[] {
  return sentences.map(
    (sentence, at) => `${sentence} So it was written down in ${name}, part ${at + 1}.`,
  );
}

/** A page with one story, and no address of its own. */
export function storyPage(name: string, head = ''): string {
  const body = storyParagraphs(name).map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="en"><head>${head}<title>Swans Hold the Ferry at ${name}</title>
<meta property="og:type" content="article"></head><body><article><h1>Swans Hold the Ferry at ${name}</h1>
${body.join('\n')}</article></body></html>`;
}

/** A block of HTTP: status line, headers, body. */
export function http(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  status = '200 OK',
): Uint8Array {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`, 'latin1'),
    Buffer.from(body),
  ]);
}

/** One record; headers that are given replace the usual ones, `''` leaves one out. */
export function record(
  url: string,
  block: string | Uint8Array,
  headers: Record<string, string> = {},
): Uint8Array {
  const bytes = Buffer.from(block);
  const all: Record<string, string> = {
    'WARC-Type': 'response',
    'WARC-Target-URI': url,
    'WARC-Date': '2021-05-03T10:20:30Z',
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': `${bytes.length}`,
    ...headers,
  };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
}

export function warcinfo(): Uint8Array {
  return record('', 'software: none\r\n', { 'WARC-Type': 'warcinfo', 'WARC-Target-URI': '' });
}

/** A record with one story. */
export function storyRecord(name: string, headers: Record<string, string> = {}): Uint8Array {
  return record(`https://alby.example/${name}`, http(storyPage(name)), headers);
}

/** Each record in a gzip member of its own, as crawlers write them. */
export function packed(records: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(records.map((each) => gzipSync(each)));
}

/** A collection: the WARC files by name below `archive/`, and the list of them. */
export function collection(
  warcs: Record<string, Uint8Array>,
  change: (list: { resources: { path: string; hash: string; bytes: number }[] }) => unknown = (
    list,
  ) => list,
): Uint8Array {
  const resources = Object.entries(warcs).map(([name, bytes]) => ({
    name,
    path: `archive/${name}`,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    bytes: bytes.length,
  }));
  const files: Zippable = {};
  for (const [name, bytes] of Object.entries(warcs)) {
    files[`archive/${name}`] = [Uint8Array.from(bytes), { level: 0 }];
  }
  const list = change({ resources });
  if (list !== undefined) {
    const text = typeof list === 'string' ? list : JSON.stringify(list);
    files['datapackage.json'] = new TextEncoder().encode(text);
  }
  return zipSync(files);
}

/** A story as the content of a feed's entry. */
export function storyHtml(name: string): string {
  return storyParagraphs(name)
    .map((text) => `<p>${text}</p>`)
    .join('\n');
}
