// 100,000 random changes to a pack: a typed error or a right answer, no read outside, no hang.

import { describe, expect, it } from 'vitest';
import { blockChecksum, crc32c } from '../../src/archive/checksum.ts';
import { ArchiveError } from '../../src/archive/errors.ts';
import { AT, HEADER_BYTES, SECTION_ROW_BYTES } from '../../src/archive/layout.ts';
import { Archive } from '../../src/archive/reader.ts';
import type { ArchivedDocument, ByteSource } from '../../src/archive/types.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../../src/fingerprint/normalise.ts';
import { goldenDocuments, goldenPack } from '../support/golden.ts';
import { randomNumbers } from '../support/random-text.ts';

/** All of them take a minute; a tenth on every run, all with STEMMA_FUZZ=all. */
const MUTATIONS = process.env['STEMMA_FUZZ'] === 'all' ? 100_000 : 10_000;
const MOST_BYTES_READ = 64 * 1024;

const { bytes: golden } = await goldenPack('std');
const prints = fingerprint(tokenise(joinParagraphs(goldenDocuments[0]?.paragraphs ?? [])), 'std');

/** A source that notices what no reader may do. */
function guardedSource(bytes: Uint8Array): ByteSource & { asked: number } {
  const source = {
    name: 'fuzz.stemma',
    asked: 0,
    size: () => Promise.resolve(bytes.length),
    read(offset: number, length: number): Promise<Uint8Array> {
      source.asked += length;
      if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || length < 0) {
        throw new Error(`${length} bytes at ${offset} are no place in a file`);
      }
      if (offset < 0 || offset + length > bytes.length) {
        throw new Error(`read outside: ${length} bytes at ${offset} of ${bytes.length}`);
      }
      return Promise.resolve(bytes.subarray(offset, offset + length));
    },
  };
  return source;
}

interface Answer {
  documents: ArchivedDocument[];
  postings: string;
}

/** Uses every part of a pack, as a lookup does: without having checked the whole first. */
async function answerOf(source: ByteSource): Promise<Answer> {
  const archive = await Archive.open(source);
  const postings = await archive.postings(prints.high, prints.low);
  const documents: ArchivedDocument[] = [];
  for (let i = 0; i < Math.min(archive.info.documents, 8); i++) {
    documents.push(await archive.document(i));
    await archive.paragraphStarts(i);
  }
  return { documents, postings: JSON.stringify([...postings]) };
}

/** One to four changes: a bit, a byte, a run, a number, or the end cut off. */
function mutated(next: () => number): Uint8Array {
  let bytes = golden.slice();
  const below = (limit: number) => Math.floor(next() * limit);
  // Half of the changes hit the header, which is a fifth of the pack and says how to read the rest.
  const place = () => (next() < 0.5 ? below(HEADER_BYTES) : below(bytes.length));
  for (let changes = 1 + below(4); changes > 0; changes--) {
    const at = place();
    const kind = below(6);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    else if (kind === 1) bytes[at] = below(256);
    else if (kind === 2) bytes.fill(next() < 0.5 ? 0 : 255, at, at + below(40));
    else if (kind === 3) bytes.copyWithin(at, place(), place());
    else if (kind === 4) bytes[at] = [0, 1, 0x7f, 0x80, 0xff][below(5)] ?? 0;
    else if (next() < 0.2) bytes = bytes.slice(0, Math.max(1, at));
  }
  return bytes;
}

/** Makes the header's and the sections' own checksums right again, so that the lies are believed. */
function withChecksums(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEADER_BYTES) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let i = 0; i < Math.min(16, view.getUint32(AT.sectionCount, true)); i++) {
    const at = AT.sections + i * SECTION_ROW_BYTES;
    const offset = Number(view.getBigUint64(at + 8, true));
    const length = Number(view.getBigUint64(at + 16, true));
    if (offset + length > bytes.length) continue;
    view.setUint32(at + 4, crc32c(bytes.subarray(offset, offset + length)), true);
  }
  view.setUint32(AT.headerCrc, crc32c(bytes.subarray(0, AT.headerCrc)), true);
  return bytes;
}

/** Changes one bucket, block of rows or of strings, and makes all checksums right again. */
function mutatedBlock(next: () => number): Uint8Array {
  const bytes = golden.slice();
  const view = new DataView(bytes.buffer);
  const below = (limit: number) => Math.floor(next() * limit);
  const sections = ['BKTO POST 4', 'DOCO DOCS 4', 'STRO STRS 8'];
  const [table = '', content = '', step = ''] = (sections[below(3)] ?? '').split(' ');
  const { offset: tableAt, length } = sectionAt(view, table);
  const { offset: contentAt } = sectionAt(view, content);
  const width = Number(step);
  const number = below(length / width - 1);
  const bound = (i: number) => view.getUint32(tableAt + i * width + width - 4, true) + contentAt;
  const block = bytes.subarray(bound(number), bound(number + 1));
  if (block.length < 5) return bytes;
  const payload = block.subarray(4);
  for (let changes = 1 + below(3); changes > 0; changes--) {
    payload[below(payload.length)] = next() < 0.3 ? 255 : below(256);
  }
  new DataView(block.buffer, block.byteOffset).setUint32(0, blockChecksum(number, payload), true);
  return withChecksums(bytes);
}

function sectionAt(view: DataView, name: string): { offset: number; length: number } {
  for (let at = AT.sections; at < AT.headerCrc; at += SECTION_ROW_BYTES) {
    const letters = new Uint8Array(view.buffer, at, 4);
    if (String.fromCharCode(...letters) !== name) continue;
    return {
      offset: Number(view.getBigUint64(at + 8, true)),
      length: Number(view.getBigUint64(at + 16, true)),
    };
  }
  throw new Error(`no section ${name}`);
}

/** Counts of outcomes by code; `right` for the answer of the undamaged pack. */
async function outcomes(mutate: (next: () => number) => Uint8Array, seed: number) {
  const right = JSON.stringify(await answerOf(guardedSource(golden)));
  const next = randomNumbers(seed);
  const counts = new Map<string, number>();
  for (let i = 0; i < MUTATIONS / 3; i++) {
    const bytes = mutate(next);
    const source = guardedSource(bytes);
    let outcome = 'right';
    try {
      const answer = JSON.stringify(await answerOf(source));
      if (answer !== right) outcome = 'other';
    } catch (cause) {
      if (!(cause instanceof ArchiveError)) throw cause;
      // A read outside comes back as "unreadable": the reader asked for what it knew is not there.
      if (cause.code === 'unreadable') throw cause;
      outcome = cause.code;
    }
    expect(source.asked).toBeLessThan(MOST_BYTES_READ);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

describe('random changes to a pack', () => {
  it('give a typed error or the right answer, never another', async () => {
    const counts = await outcomes(mutated, 1);
    expect(counts.get('other') ?? 0).toBe(0);
    expect(counts.get('damaged')).toBeGreaterThan(MUTATIONS / 10);
    expect(counts.get('right')).toBeGreaterThan(0);
  }, 120_000);

  it('give a typed error or an answer of the pack, also when the header was made to believe them', async () => {
    const counts = await outcomes((next) => withChecksums(mutated(next)), 2);
    expect(counts.get('damaged')).toBeGreaterThan(MUTATIONS / 10);
    // Names and dates in META or the header's cut may differ: what was answered held together.
    expect(counts.get('other') ?? 0).toBeLessThan(MUTATIONS / 20);
  }, 120_000);

  it('give a typed error or some answer where the decoders have only themselves to rely on', async () => {
    const counts = await outcomes(mutatedBlock, 3);
    expect(counts.get('damaged')).toBeGreaterThan(MUTATIONS / 20);
    expect([...counts.keys()].toSorted()).toEqual(['damaged', 'other', 'right']);
  }, 120_000);
});
