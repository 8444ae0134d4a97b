// The sections for related coverage of several packs in one, without the packs' texts.

import type { PackAssembler } from '../archive/assemble.ts';
import { ByteWriter } from '../archive/bytes.ts';
import { ExternalSorter } from '../archive/external-sort.ts';
import { geometryOf } from '../archive/layout.ts';
import { PostingsWriter, packRow, writeSortedRows } from '../archive/postings-writer.ts';
import type { Archive } from '../archive/reader.ts';
import type { Spill } from '../archive/spill.ts';
import { RELATED_SECTIONS } from './layout.ts';
import { RelatedIndex } from './section.ts';
import { finishRelated, listedAtMost } from './section-writer.ts';
import { WordCounts } from './word-counts.ts';

/** An input of a merge, and the new number of each of its documents; past all for one left out. */
export interface RenumberedArchive {
  archive: Archive;
  newNumbers: Uint32Array;
}

/**
 * Takes the sections over into a merged pack; for `MergeOptions.sections`. Where an input has none
 * the result has none: half of an archive would pass for the whole.
 *
 * @throws {@link ArchiveError} naming the input that does not hold together
 */
export function mergeRelated(
  spill: Spill,
  signal?: AbortSignal,
): (assembler: PackAssembler, inputs: readonly RenumberedArchive[]) => Promise<void> {
  return async (assembler, inputs) => {
    const indexes = await Promise.all(
      inputs.map(({ archive }) => RelatedIndex.open(archive, signal)),
    );
    const sorter = new ExternalSorter({ words: 3, keyBits: 40, spill });
    const counts = new WordCounts();
    const facts = new ByteWriter();
    let documents = 0;
    let fewestBits = 40;
    for (const [i, { newNumbers }] of inputs.entries()) {
      const index = indexes[i];
      if (index === undefined) return;
      fewestBits = Math.min(fewestBits, index.keyBits);
      counts.addCommon(index.common);
      for (const [number, renumbered] of newNumbers.entries()) {
        if (renumbered === LEFT_OUT) continue;
        facts.bytes(index.facts(number));
        documents++;
      }
      for await (const { high, low, document, code } of index.all(signal)) {
        const number = newNumbers[document] ?? LEFT_OUT;
        if (number === LEFT_OUT) continue;
        const [first, second, third] = packRow(high, low, number, code);
        sorter.push(first, second, third);
      }
    }
    const shape = {
      ...geometryOf(sorter.length),
      keyBits: fewestBits,
      documents,
      documentFrequencyCut: listedAtMost(documents),
    };
    const writer = new PostingsWriter(shape, assembler.begin(RELATED_SECTIONS.lists));
    writeSortedRows(sorter.sorted(), writer);
    finishRelated(assembler, shape, writer, facts.finish(), counts);
  };
}

/** As in `mergePacks`. */
const LEFT_OUT = 0xffffffff;
