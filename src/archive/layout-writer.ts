// The parts every pack has, put together: strings as they come, postings and rows at the end.

import type { Profile } from '../fingerprint/fingerprint.ts';
import { NORMALISER_ID } from '../fingerprint/normalise.ts';
import { littleEndian, metaSection, PackAssembler, type PackSink } from './assemble.ts';
import { hex, type StreamingHash } from './checksum.ts';
import { documentFrequencyCut, type Geometry, MAJOR } from './layout.ts';
import { PostingsWriter } from './postings-writer.ts';
import type { RecordFields } from './records.ts';
import { type NewRow, RowsWriter, withoutRow } from './rows.ts';
import type { Spill } from './spill.ts';
import { StringsWriter } from './strings.ts';
import type { ArchiveInfo } from './types.ts';

export interface PackOptions {
  /** What readers see the archive called. */
  name: string;
  /** Name and version of what builds it: `stemma 0.1.0`. */
  builder: string;
  /** ISO 8601 with zone. Equal inputs and date give equal bytes. */
  created: string;
  profile: Profile;
}

/** Where a pack is written and where what waits for the end waits. */
export interface PackPlaces {
  sink: PackSink;
  spill: Spill;
  /** SHA-256; a faster one than the built-in where there is one. */
  hash?: StreamingHash;
}

/** What a pack's end is made of. */
export interface PackEnd {
  geometry: Geometry;
  /** Gives every posting to the writer, keys ascending. */
  postings: (writer: PostingsWriter) => void | Promise<void>;
  /** Writes further sections, told how many documents there are. */
  sections?: (assembler: PackAssembler, documents: number) => void | Promise<void>;
}

/** One pack on its way: documents first, then {@link finish}. */
export class PackLayoutWriter {
  readonly #options: PackOptions;
  readonly #assembler: PackAssembler;
  readonly #strings: StringsWriter;
  readonly #rows: RowsWriter;

  constructor(options: PackOptions, { sink, spill, hash }: PackPlaces) {
    this.#options = options;
    this.#assembler = new PackAssembler(sink, hash);
    this.#strings = new StringsWriter(this.#assembler.begin('STRS'));
    this.#rows = new RowsWriter(spill);
  }

  get documents(): number {
    return this.#rows.documents;
  }

  add(fields: RecordFields, row: NewRow): void {
    this.#strings.add(withoutRow(fields, row));
    this.#rows.add(row);
  }

  async finish({ geometry, postings, sections }: PackEnd): Promise<ArchiveInfo> {
    const { name, builder, created, profile } = this.#options;
    const { documents } = this;
    const assembler = this.#assembler;
    const stringIndex = this.#strings.finish();
    const cut = documentFrequencyCut(documents);
    const shape = { ...geometry, documents, documentFrequencyCut: cut };
    const writer = new PostingsWriter(shape, assembler.begin('POST'));
    await postings(writer);
    const { offsets, uncommon, keys, postings: listed } = writer.finish();
    assembler.whole('BKTO', littleEndian(offsets));
    const blocks = this.#rows.finish(uncommon, assembler.begin('DOCS'));
    assembler.whole('DOCO', littleEndian(blocks));
    assembler.whole('STRO', stringIndex);
    await sections?.(assembler, documents);
    assembler.whole(
      'META',
      metaSection([
        ['name', name],
        ['builder', builder],
        ['created', created],
      ]),
    );
    const { contentBytes, sha256 } = assembler.finish({
      ...geometry,
      documents,
      keys,
      postings: listed,
      documentFrequencyCut: cut,
      profile,
    });
    return {
      sha256: hex(sha256),
      name,
      builder,
      created,
      profile,
      normaliser: NORMALISER_ID,
      documents,
      formatVersion: MAJOR,
      bytes: contentBytes,
    };
  }
}
