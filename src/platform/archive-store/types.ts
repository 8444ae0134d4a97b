// What is kept of an imported archive, and what a person is told of every archive.

import type { ArchiveInfo } from '../../archive/types.ts';
import type { StemmaProblem } from '../../provenance/tab-state.ts';

/** Where an imported pack's bytes lie. */
export type Kept = 'opfs' | 'indexeddb';

/** Whether what stands behind a pack is a signature that holds, and whose. */
export type Signature =
  | { state: 'valid'; fingerprint: string }
  | { state: 'invalid'; detail: string };

/** The record that makes an imported pack live. Written last, in one transaction. */
export interface StoredArchive {
  /** Names the pack's bytes; never used twice, so that bytes under an id never change. */
  id: string;
  kept: Kept;
  /** Why it lies there and not in a faster place; empty where it lies in the first choice. */
  why: string[];
  info: ArchiveInfo;
  /** Absent where nobody signed it. */
  signature?: Signature;
  /** Length of the file in bytes. */
  bytes: number;
  /** Name of the file that was chosen. */
  file: string;
  /** ISO 8601 with zone. */
  imported: string;
}

/** How the bytes of an archive are read. */
export type Reading = 'memory' | 'sync-handle' | 'slices' | 'indexeddb';

/** One archive as the panel lists it. */
export interface ArchiveEntry {
  /** `packaged:PATH` or the id of an import. */
  id: string;
  /** Came with the extension: it can be switched off, not removed. */
  packaged: boolean;
  /** Whether lookups search it. */
  on: boolean;
  /** Name of its file. */
  file: string;
  /** Absent where the pack could not be read. */
  info?: ArchiveInfo;
  /** Length of its file; absent for a packaged one that could not be read. */
  bytes?: number;
  imported?: string;
  signature?: Signature;
  kept: Kept | 'package';
  /** Absent where it is switched off or could not be read. */
  reading?: Reading;
  /** Why it is not kept or read in a faster way, in the browser's words. */
  why: string[];
  problem?: StemmaProblem;
}
