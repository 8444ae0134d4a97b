// The further sections of every pack that Stemma builds, and what becomes of them in a merge.

import type { PackAssembler } from '../archive/assemble.ts';
import { archivedOutlets, OutletsPart } from '../archive/outlets.ts';
import type { Spill } from '../archive/spill.ts';
import type { PackPart } from '../archive/writer.ts';
import { mergeRelated, type RenumberedArchive } from './merge.ts';
import { RelatedPart } from './section-writer.ts';

/** For `BuildPlaces.parts`. */
export const packParts: ((spill: Spill) => PackPart)[] = [
  (spill) => new RelatedPart(spill),
  () => new OutletsPart(),
];

/** For `MergeOptions.sections`. Sites of which all documents were withdrawn stay named. */
export function mergeParts(
  spill: Spill,
  signal?: AbortSignal,
): (assembler: PackAssembler, inputs: readonly RenumberedArchive[]) => Promise<void> {
  return async (assembler, inputs) => {
    await mergeRelated(spill, signal)(assembler, inputs);
    const outlets = new OutletsPart();
    for (const { archive } of inputs) {
      for (const outlet of await archivedOutlets(archive, signal)) outlets.put(outlet);
    }
    outlets.finish(assembler);
  };
}
