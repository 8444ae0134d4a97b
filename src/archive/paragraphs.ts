// Where each paragraph of a document begins, in words.

import { ByteReader, ByteWriter } from './bytes.ts';

/** Count, then the distance of each start from the one before. */
export function encodeParagraphStarts(starts: Uint32Array): Uint8Array {
  const out = new ByteWriter();
  out.varint(starts.length);
  let last = 0;
  for (const start of starts) {
    out.varint(start - last);
    last = start;
  }
  return out.finish();
}

/** Word index of each paragraph's first word. */
export function decodeParagraphStarts(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const count = reader.varint();
  const starts: number[] = [];
  let last = 0;
  for (let i = 0; i < count; i++) {
    last += reader.varint();
    starts.push(last);
  }
  return starts;
}
