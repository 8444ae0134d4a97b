// Writes what a pack's documents are about: the rarest and most used of their words, as hashes.

import { littleEndian, type PackAssembler } from '../archive/assemble.ts';
import { ByteWriter } from '../archive/bytes.ts';
import { dayOf } from '../archive/dates.ts';
import { ExternalSorter } from '../archive/external-sort.ts';
import { geometryOf } from '../archive/layout.ts';
import type { PostingsShape } from '../archive/postings.ts';
import { PostingsWriter, packRow, writeSortedRows } from '../archive/postings-writer.ts';
import type { Spill } from '../archive/spill.ts';
import type { DocumentInput } from '../archive/types.ts';
import type { PackPart } from '../archive/writer.ts';
import type { Tokens } from '../fingerprint/normalise.ts';
import { storyFeatures } from './features.ts';
import { DAY_RANGE, LENGTH_STEPS, NO_DAY, RELATED_SECTIONS } from './layout.ts';
import { codedFrequency, frequencyCode, KEPT_FEATURES, kindWeight, rarityOf } from './weights.ts';
import { WordCounts } from './word-counts.ts';

/** Of the precisions of FORMAT.md the first that names a day. */
const DAY_PRECISION = 3;

/** Words in more documents than this are counted only: a tenth, and never more than a read is worth. */
export function listedAtMost(documents: number): number {
  return Math.max(256, Math.min(10_000, Math.ceil(documents / 10)));
}

/** Documents that wait until so many more were counted: what is rare is not known at the first. */
const COUNTED_AHEAD = 2048;
/** Features of one document that wait: no more mean anything, and a million words are no story. */
const MOST_WAITING = 1024;

/** A document whose features wait to be chosen from. */
interface Waiting {
  index: number;
  high: Uint32Array;
  /** Lower 8 bits of the key, frequency code (4), kind's weight in percent (8), short (1). */
  rest: Uint32Array;
}

/** Builds the sections, one document at a time. */
export class RelatedPart implements PackPart {
  readonly #sorter: ExternalSorter;
  readonly #facts = new ByteWriter();
  readonly #counts = new WordCounts();
  readonly #days: number[] = [];
  #waiting: Waiting[] = [];
  #rows = 0;

  constructor(spill: Spill, rowsInMemory?: number) {
    const limit = rowsInMemory === undefined ? {} : { rowsInMemory };
    this.#sorter = new ExternalSorter({ words: 3, keyBits: 40, spill, ...limit });
  }

  add(index: number, document: DocumentInput, tokens: Tokens): void {
    const links = document.sources.flatMap(({ link }) => (link === undefined ? [] : [link]));
    const title = document.title === undefined ? {} : { title: document.title };
    const features = storyFeatures({ ...title, paragraphs: document.paragraphs, links }, tokens);
    const kept = features.length > MOST_WAITING ? features.slice(0, MOST_WAITING) : features;
    const high = new Uint32Array(kept.length);
    const rest = new Uint32Array(kept.length);
    for (const [i, feature] of kept.entries()) {
      high[i] = feature.high;
      rest[i] =
        feature.low |
        (frequencyCode(feature.frequency) << 8) |
        (Math.round(kindWeight(feature) * 100) << 12) |
        (feature.short ? 1 << 20 : 0);
      this.#counts.add(feature.high);
    }
    this.#waiting.push({ index, high, rest });
    const { day, precision } = dayOf(document.published);
    this.#days.push(
      precision < DAY_PRECISION ? NO_DAY : Math.max(-DAY_RANGE, Math.min(DAY_RANGE, day)),
    );
    if (this.#waiting.length >= 2 * COUNTED_AHEAD) this.#settle(COUNTED_AHEAD);
  }

  /** Chooses the features of the documents that have waited longest. */
  #settle(count: number): void {
    const counted = this.#days.length;
    for (const { index, high, rest } of this.#waiting.slice(0, count)) {
      const weights = Float64Array.from(high, (upper, i) => {
        const packed = rest[i] ?? 0;
        const rarity = rarityOf(this.#counts.of(upper), counted, packed >>> 20 === 1);
        return codedFrequency((packed >>> 8) & 15) * rarity * (((packed >>> 12) & 255) / 100);
      });
      const order = Array.from(weights, (_, i) => i)
        .toSorted((x, y) => (weights[y] ?? 0) - (weights[x] ?? 0))
        .slice(0, KEPT_FEATURES);
      let squares = 0;
      for (const i of order) {
        squares += (weights[i] ?? 0) ** 2;
        const packed = rest[i] ?? 0;
        const row = packRow(high[i] ?? 0, packed & 255, index, (packed >>> 8) & 15);
        this.#sorter.push(row[0], row[1], row[2]);
      }
      this.#rows += order.length;
      const day = this.#days[index] ?? NO_DAY;
      this.#facts.byte(day & 0xff);
      this.#facts.byte((day >> 8) & 0xff);
      const length = Math.round(LENGTH_STEPS * Math.log2(Math.max(1, Math.sqrt(squares))));
      this.#facts.byte(Math.min(255, length));
    }
    this.#waiting = this.#waiting.slice(count);
  }

  finish(assembler: PackAssembler, documents: number): void {
    this.#settle(this.#waiting.length);
    const geometry = geometryOf(this.#rows);
    const shape = { ...geometry, documents, documentFrequencyCut: listedAtMost(documents) };
    const writer = new PostingsWriter(shape, assembler.begin(RELATED_SECTIONS.lists));
    writeSortedRows(this.#sorter.sorted(), writer);
    finishRelated(assembler, shape, writer, this.#facts.finish(), this.#counts);
  }
}

/** Writes what follows the lists. */
export function finishRelated(
  assembler: PackAssembler,
  shape: PostingsShape,
  writer: PostingsWriter,
  facts: Uint8Array,
  counts: WordCounts,
): void {
  const { offsets } = writer.finish();
  assembler.whole(RELATED_SECTIONS.offsets, littleEndian(offsets));
  assembler.whole(RELATED_SECTIONS.facts, facts);
  assembler.whole(RELATED_SECTIONS.common, counts.common(shape.documents));
  const head = new ByteWriter();
  head.byte(shape.keyBits);
  head.byte(shape.bucketBits);
  head.varint(shape.documentFrequencyCut);
  assembler.whole(RELATED_SECTIONS.shape, head.finish());
}
