// A collection: a base pack, small later packs, and the documents withdrawn since. All immutable.

import * as v from 'valibot';
import { ArchiveError } from './errors.ts';
import { Archive } from './reader.ts';
import type { ByteSource } from './types.ts';

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const DocumentNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));

/** The file beside a collection's packs, `collection.json`. */
export const CollectionManifest = v.object({
  format: v.literal('stemma-collection-1'),
  name: v.string(),
  /** Base first, then segments in the order they were added. */
  packs: v.pipe(
    v.array(
      v.object({
        /** A file name beside the manifest, never a path. */
        file: v.pipe(v.string(), v.regex(/^[^/\\]+$/)),
        /** The pack's identity: a pack of another content is not searched in its place. */
        sha256: Sha256,
        /** Tombstones: documents that are withdrawn, by their number in this pack, ascending. */
        withdrawn: v.array(DocumentNumber),
      }),
    ),
    v.minLength(1),
  ),
});
export type CollectionManifest = v.InferOutput<typeof CollectionManifest>;

/** A collection that can be searched: its packs as archives, without what was withdrawn. */
export interface Collection {
  name: string;
  archives: Archive[];
  /** Packs that could not be read; the others still answer. */
  failed: ArchiveError[];
}

/**
 * Opens the packs of a collection. Searching it is searching `archives`.
 *
 * @param source gives the bytes of a file beside the manifest
 */
export async function openCollection(
  manifest: CollectionManifest,
  source: (file: string) => Promise<ByteSource>,
): Promise<Collection> {
  const collection: Collection = { name: manifest.name, archives: [], failed: [] };
  for (const { file, sha256, withdrawn } of manifest.packs) {
    try {
      const archive = await Archive.open(await source(file), { withdrawn: new Set(withdrawn) });
      if (archive.info.sha256 !== sha256) {
        const detail = `is pack ${archive.info.sha256.slice(0, 12)}…, the collection has ${sha256.slice(0, 12)}…`;
        throw new ArchiveError('damaged', file, detail);
      }
      const last = withdrawn.at(-1);
      if (last !== undefined && last >= archive.info.documents) {
        const detail = `document ${last} is withdrawn of ${archive.info.documents}`;
        throw new ArchiveError('damaged', file, detail);
      }
      collection.archives.push(archive);
    } catch (cause) {
      if (!(cause instanceof ArchiveError)) throw cause;
      collection.failed.push(cause);
    }
  }
  return collection;
}

/** Segments beyond which a collection is better merged: each is searched on its own. */
const MOST_SEGMENTS = 8;
/** Share of the documents beyond which tombstones are better swept out. */
const MOST_WITHDRAWN = 0.2;

/** Whether a collection should be merged when there is time. */
export function wantsMerge(manifest: CollectionManifest, documents: number): boolean {
  const withdrawn = manifest.packs.reduce((sum, pack) => sum + pack.withdrawn.length, 0);
  return manifest.packs.length - 1 > MOST_SEGMENTS || withdrawn > documents * MOST_WITHDRAWN;
}
