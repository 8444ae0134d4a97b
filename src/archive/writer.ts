// Documents to pack: collects fingerprints and facts, then lays out the bytes of FORMAT.md.

import { addressKey } from '../article/url.ts';
import {
  addressFingerprint,
  CHARACTERS,
  fingerprint,
  type Profile,
  WORDS,
} from '../fingerprint/fingerprint.ts';
import {
  joinParagraphs,
  NORMALISER_ID,
  paragraphStarts,
  tokenise,
} from '../fingerprint/normalise.ts';
import { type PackParts, packBytes } from './assemble.ts';
import { hex } from './checksum.ts';
import { dayOf } from './dates.ts';
import { ADDRESS_POSITION, AT, documentFrequencyCut, MAJOR, MAX_POSITIONS } from './layout.ts';
import { encodeParagraphStarts } from './paragraphs.ts';
import { PostingColumns } from './posting-columns.ts';
import { encodePostings } from './postings.ts';
import { encodeRecord } from './records.ts';
import type { ArchiveInfo, DocumentInput } from './types.ts';

export interface PackOptions {
  /** What readers see the archive called. */
  name: string;
  /** Name and version of what builds it: `stemma 0.1.0`. */
  builder: string;
  /** ISO 8601 with zone. Equal inputs and date give equal bytes. */
  created: string;
  profile: Profile;
}

export interface Pack {
  bytes: Uint8Array<ArrayBuffer>;
  info: ArchiveInfo;
  /** Documents left out because they were there already. */
  duplicates: number;
}

/** Builds one pack in memory. */
export class PackWriter {
  readonly #options: PackOptions;
  readonly #rows: PackParts['rows'] = [];
  readonly #records: Uint8Array[] = [];
  readonly #paragraphs: Uint8Array[] = [];
  readonly #postings = new PostingColumns();
  readonly #seen = new Set<string>();
  #duplicates = 0;

  constructor(options: PackOptions) {
    this.#options = options;
  }

  /** Documents added so far. */
  get documents(): number {
    return this.#rows.length;
  }

  /**
   * Adds a document. One with the id of an earlier one, or with the same address and the same
   * text, is a duplicate and left out.
   */
  add(document: DocumentInput): 'added' | 'duplicate' {
    const text = joinParagraphs(document.paragraphs);
    const tokens = tokenise(text);
    const address = document.url === undefined ? undefined : addressKey(document.url);
    let wording = 0;
    for (let i = 0; i < tokens.count; i++) wording = Math.imul(wording, 31) + (tokens.a[i] ?? 0);
    const identities = [`id ${document.id}`];
    if (address !== undefined) identities.push(`at ${address} ${wording >>> 0} ${tokens.count}`);
    if (identities.some((identity) => this.#seen.has(identity))) {
      this.#duplicates++;
      return 'duplicate';
    }
    for (const identity of identities) this.#seen.add(identity);

    const index = this.#rows.length;
    const prints = fingerprint(tokens, this.#options.profile);
    const timesSeen = new Map<number, number>();
    for (let i = 0; i < prints.count; i++) {
      const high = prints.high[i] ?? 0;
      const low = prints.low[i] ?? 0;
      const key = high * 256 + low;
      const times = timesSeen.get(key) ?? 0;
      timesSeen.set(key, times + 1);
      const position = prints.position[i] ?? 0;
      if (times >= MAX_POSITIONS || position >= ADDRESS_POSITION) continue;
      this.#postings.push(high, low, index, position);
    }
    if (address !== undefined) {
      const key = addressFingerprint(address);
      this.#postings.push(key.high, key.low, index, ADDRESS_POSITION);
    }

    this.#paragraphs.push(encodeParagraphStarts(paragraphStarts(document.paragraphs, tokens)));
    const published = dayOf(document.published);
    this.#rows.push({
      published: published.day,
      firstSeen: dayOf(document.firstSeen).day,
      datePrecision: published.precision,
      language: document.language ?? '',
      words: tokens.count,
      fingerprints: prints.count,
    });
    this.#records.push(encodeRecord(document));
    return 'added';
  }

  /** Lays out the pack. The writer is spent afterwards. */
  async finish(): Promise<Pack> {
    const { name, builder, created, profile } = this.#options;
    const cut = documentFrequencyCut(this.#rows.length);
    const postings = encodePostings(this.#postings, this.#rows.length, cut);
    const bytes = await packBytes({
      meta: [
        ['name', name],
        ['builder', builder],
        ['created', created],
      ],
      profile,
      normaliser: NORMALISER_ID,
      shingles: { words: WORDS, characters: CHARACTERS },
      documentFrequencyCut: cut,
      postings,
      rows: this.#rows,
      paragraphs: this.#paragraphs,
      records: this.#records,
    });
    const info: ArchiveInfo = {
      sha256: hex(bytes.subarray(AT.sha256, AT.sha256 + 32)),
      name,
      builder,
      created,
      profile,
      normaliser: NORMALISER_ID,
      documents: this.#rows.length,
      formatVersion: MAJOR,
      bytes: bytes.length,
    };
    return { bytes, info, duplicates: this.#duplicates };
  }
}
