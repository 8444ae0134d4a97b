// Reads inputs in tests and says each item in a line.

import { type InputItem, readInputs } from '../../src/ingest/inputs.ts';

export async function* bytesOf(...chunks: Uint8Array[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

/** Everything on standard input, given in pieces of this many bytes. */
export async function readBytes(bytes: Uint8Array, pieces = 65_536): Promise<InputItem[]> {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += pieces) chunks.push(bytes.subarray(at, at + pieces));
  const items: InputItem[] = [];
  const options = { stdin: bytesOf(...chunks), requireUrl: true };
  for await (const item of readInputs(['-'], options)) items.push(item);
  return items;
}

/** `-:2 https://…`, `passed -:3 status 404`, `bad-warc - 4@1234`. */
export function word(item: InputItem): string {
  if ('ignored' in item) return `ignored ${item.ignored}`;
  if ('passed' in item) return `passed ${item.passed.input} ${item.passed.why}`;
  if ('read' in item) return `${item.read.input} ${item.read.article.url}`;
  const { code, file, record, offset } = item.problem;
  return `${code} ${file}${record === undefined ? '' : ` ${record}@${offset}`}`;
}

export async function told(bytes: Uint8Array, pieces?: number): Promise<string[]> {
  return (await readBytes(bytes, pieces)).map(word);
}
