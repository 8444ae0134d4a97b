// Documents to pack: fingerprints them, sorts what has to be sorted, lays out the bytes of FORMAT.md.

import { addressKey } from '../article/url.ts';
import { addressFingerprint, fingerprint } from '../fingerprint/fingerprint.ts';
import {
  joinParagraphs,
  paragraphStarts,
  type Tokens,
  tokenise,
} from '../fingerprint/normalise.ts';
import { MemorySink, type PackAssembler } from './assemble.ts';
import { dayOf } from './dates.ts';
import { ExternalSorter } from './external-sort.ts';
import { IdentitySet } from './identity.ts';
import { ADDRESS_POSITION, geometryOf, MAX_WORDS } from './layout.ts';
import { PackLayoutWriter, type PackOptions, type PackPlaces } from './layout-writer.ts';
import { packRow, writeSortedRows } from './postings-writer.ts';
import { MemorySpill, type Spill } from './spill.ts';
import type { ArchiveInfo, DocumentInput } from './types.ts';

export type { PackOptions } from './layout-writer.ts';

/**
 * Further sections of a pack, built from the same documents: one entry of `parts`. It may sort with
 * an {@link ExternalSorter} over the same spill.
 */
export interface PackPart {
  /** Told of every document that goes in, in order, with its number from 0. */
  add(index: number, document: DocumentInput, tokens: Tokens): void;
  /** Writes its sections, whose names no other part may use; called once, after the last document. */
  finish(assembler: PackAssembler, documents: number): void | Promise<void>;
}

/** How a pack is built, where it is not all in memory. */
export interface BuildPlaces extends PackPlaces {
  /** Rows the sort keeps in memory; the pack's bytes do not depend on it. */
  rowsInMemory?: number;
  /** Makes the parts, given the spill they share. */
  parts?: readonly ((spill: Spill) => PackPart)[];
  /** Keep at least so many bits of a key: a segment keeps those of the pack it belongs to. */
  leastKeyBits?: number;
}

/** Builds one pack in bounded memory, wherever its bytes go. */
export class PackBuilder {
  readonly #layout: PackLayoutWriter;
  readonly #profile: PackOptions['profile'];
  readonly #sorter: ExternalSorter;
  readonly #seen = new IdentitySet();
  readonly #parts: PackPart[];
  readonly #leastKeyBits: number | undefined;
  #fingerprints = 0;
  #duplicates = 0;

  constructor(options: PackOptions, places: BuildPlaces) {
    const { spill, rowsInMemory, parts = [] } = places;
    this.#layout = new PackLayoutWriter(options, places);
    this.#profile = options.profile;
    this.#leastKeyBits = places.leastKeyBits;
    this.#sorter = new ExternalSorter({
      words: 3,
      keyBits: 40,
      spill,
      ...(rowsInMemory === undefined ? {} : { rowsInMemory }),
    });
    this.#parts = parts.map((make) => make(spill));
  }

  /** Documents added so far. */
  get documents(): number {
    return this.#layout.documents;
  }

  /** Documents left out because they were there already. */
  get duplicates(): number {
    return this.#duplicates;
  }

  /**
   * Adds a document. One with the id of an earlier one, or with the same address and the same
   * text, is a duplicate and left out.
   *
   * @throws {RangeError} for a text of more words, or facts of more bytes, than a pack holds
   */
  add(document: DocumentInput): 'added' | 'duplicate' {
    const tokens = tokenise(joinParagraphs(document.paragraphs));
    if (tokens.count > MAX_WORDS) {
      throw new RangeError(`${document.id}: ${tokens.count} words, at most ${MAX_WORDS} fit`);
    }
    const address = document.url === undefined ? undefined : addressKey(document.url);
    if (!this.#isNew(document.id, address, tokens)) {
      this.#duplicates++;
      return 'duplicate';
    }

    const index = this.documents;
    const prints = fingerprint(tokens, this.#profile);
    const published = dayOf(document.published);
    this.#layout.add(document, {
      published: published.day,
      firstSeen: dayOf(document.firstSeen).day,
      datePrecision: published.precision,
      language: document.language ?? '',
      words: tokens.count,
      fingerprints: prints.count,
      paragraphStarts: paragraphStarts(document.paragraphs, tokens),
    });
    this.#fingerprints += prints.count + 1;
    for (let i = 0; i < prints.count; i++) {
      const position = prints.position[i] ?? 0;
      if (position >= ADDRESS_POSITION) break;
      this.#push(prints.high[i] ?? 0, prints.low[i] ?? 0, index, position);
    }
    if (address !== undefined) {
      const key = addressFingerprint(address);
      this.#push(key.high, key.low, index, ADDRESS_POSITION);
    }
    for (const part of this.#parts) part.add(index, document, tokens);
    return 'added';
  }

  #push(high: number, low: number, document: number, position: number): void {
    const [first, second, third] = packRow(high, low, document, position);
    this.#sorter.push(first, second, third);
  }

  #isNew(id: string, address: string | undefined, tokens: Tokens): boolean {
    let wording = 0;
    for (let i = 0; i < tokens.count; i++) wording = Math.imul(wording, 31) + (tokens.a[i] ?? 0);
    const byId = `id ${id}`;
    const byAddress = address && `at ${address} ${wording >>> 0} ${tokens.count}`;
    if (this.#seen.has(byId) || (byAddress !== undefined && this.#seen.has(byAddress))) {
      return false;
    }
    this.#seen.add(byId);
    if (byAddress !== undefined) this.#seen.add(byAddress);
    return true;
  }

  /** Lays out the pack. The builder is spent afterwards; its spill may be closed. */
  finish(): Promise<ArchiveInfo> {
    return this.#layout.finish({
      geometry: geometryOf(this.#fingerprints, this.#leastKeyBits),
      postings: (writer) => writeSortedRows(this.#sorter.sorted(), writer),
      sections: async (assembler, documents) => {
        for (const part of this.#parts) await part.finish(assembler, documents);
      },
    });
  }
}

export interface Pack {
  bytes: Uint8Array<ArrayBuffer>;
  info: ArchiveInfo;
  /** Documents left out because they were there already. */
  duplicates: number;
}

/** Builds one pack in memory. */
export class PackWriter {
  readonly #sink = new MemorySink();
  readonly #builder: PackBuilder;

  constructor(options: PackOptions, places: Omit<BuildPlaces, 'sink' | 'spill'> = {}) {
    const spill = new MemorySpill();
    this.#builder = new PackBuilder(options, { ...places, sink: this.#sink, spill });
  }

  /** Documents added so far. */
  get documents(): number {
    return this.#builder.documents;
  }

  /** As {@link PackBuilder.add}. */
  add(document: DocumentInput): 'added' | 'duplicate' {
    return this.#builder.add(document);
  }

  /** Lays out the pack. The writer is spent afterwards. */
  async finish(): Promise<Pack> {
    const info = await this.#builder.finish();
    return { bytes: this.#sink.finish(), info, duplicates: this.#builder.duplicates };
  }
}
