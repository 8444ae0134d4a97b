// Small packs for tests, built and opened in memory.

import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { type BuildPlaces, type Pack, PackWriter } from '../../src/archive/writer.ts';

/** A document with the fields a test cares for. */
export function documentOf(fields: Partial<DocumentInput> & { id: string }): DocumentInput {
  return { authors: [], images: [], sources: [], related: [], paragraphs: [], ...fields };
}

/** A pack of documents. */
export async function packOf(
  documents: DocumentInput[],
  profile: 'std' | 'lite' = 'std',
  places: Omit<BuildPlaces, 'sink' | 'spill'> = {},
): Promise<Pack> {
  const writer = new PackWriter(
    { name: 'Test pack', builder: 'stemma test', created: '2026-01-02T03:04:05Z', profile },
    places,
  );
  for (const document of documents) writer.add(document);
  return writer.finish();
}

/** An opened pack of documents. */
export async function archiveOf(
  documents: DocumentInput[],
  profile: 'std' | 'lite' = 'std',
  places: Omit<BuildPlaces, 'sink' | 'spill'> = {},
): Promise<Archive> {
  const { bytes } = await packOf(documents, profile, places);
  return Archive.open(new MemorySource('test.stemma', bytes));
}
