// What an archive holds of a document, and what it takes to put one in.

import type { CitedSource, RelatedPointer } from '../article/types.ts';

/** Credit and licence of a picture. No caption: a caption is the outlet's text. */
export interface ArchivedImage {
  url?: string;
  credit?: string;
  license?: string;
  licenseUrl?: string;
}

/** The facts of one archived document: everything a pack can say of it. Never its sentences. */
export interface ArchivedDocument {
  id: string;
  /** The original URL; absent when the input named none. */
  url?: string;
  title?: string;
  publisher?: string;
  authors: string[];
  /** ISO 8601 with the precision known. */
  published?: string;
  modified?: string;
  /** When the builder of the pack first had the text. */
  firstSeen?: string;
  language?: string;
  /** Words as the normaliser counts them. */
  words: number;
  /** Whom the headline attributes the story to. */
  attribution?: string;
  images: ArchivedImage[];
  sources: Pick<CitedSource, 'name' | 'kind' | 'role' | 'cue' | 'denies' | 'link'>[];
  related: RelatedPointer[];
}

/** A document on its way into a pack: its facts and its body, a paragraph an entry. */
export interface DocumentInput extends Omit<ArchivedDocument, 'words'> {
  paragraphs: string[];
}

/** What a pack says of itself. */
export interface ArchiveInfo {
  /** Lower-case hex SHA-256 of the pack's content: the pack's identity. */
  sha256: string;
  name: string;
  /** `stemma 0.1.0` */
  builder: string;
  /** ISO 8601 with zone. */
  created: string;
  profile: 'std' | 'lite';
  normaliser: string;
  documents: number;
  formatVersion: number;
  /** Size of the whole pack in bytes. */
  bytes: number;
}

/**
 * Random access to a pack's bytes, wherever they are: memory, a packaged file, a file on disk.
 * One reader serves all of them.
 */
export interface ByteSource {
  /** A name for messages: a file name, never a path of the machine. */
  readonly name: string;
  /** Total length in bytes. */
  size(): Promise<number>;
  /** Exactly `length` bytes from `offset`; throws a {@link RangeError} past the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * Many ranges at once, answered in their order: one transaction, one message, parallel reads,
   * whatever the place of storage answers fastest. Rejects with the signal's reason when aborted.
   */
  readMany?(ranges: readonly ByteRange[], signal?: AbortSignal): Promise<Uint8Array[]>;
}

export interface ByteRange {
  offset: number;
  length: number;
}
