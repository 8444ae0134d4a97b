// Ways of finding where a text comes from, all behind one interface: ours and the usual choices.

import MiniSearch from 'minisearch';
import type { Archive } from '../../src/archive/reader.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { joinParagraphs, normalisedWords } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import type { Match } from '../../src/match/types.ts';
import { archiveOf } from '../support/packs.ts';
import { MinHashIndex } from './minhash.ts';
import { SimHashIndex } from './simhash.ts';

/** Ids of what would be reported, best first. */
export interface Finder {
  name: string;
  find(paragraphs: readonly string[]): Promise<string[]>;
}

/** Matches that are told: everything but the merely possible. */
export async function reported(archive: Archive, paragraphs: readonly string[]): Promise<Match[]> {
  const { matches } = await matchText({ paragraphs }, [archive]);
  return matches.filter(({ strength }) => strength !== 'possible');
}

export interface StemmaFinder extends Finder {
  archive: Archive;
}

export async function stemma(
  documents: DocumentInput[],
  profile: 'std' | 'lite',
): Promise<StemmaFinder> {
  const archive = await archiveOf(documents, profile);
  return {
    name: `Stemma ${profile}`,
    archive,
    async find(paragraphs) {
      return (await reported(archive, paragraphs)).map(({ document }) => document.id);
    },
  };
}

const wordsOf = (paragraphs: readonly string[]) => normalisedWords(joinParagraphs(paragraphs));

export function minhash(
  documents: readonly DocumentInput[],
  bands: number,
  rows: number,
  least: number,
): Finder {
  const index = new MinHashIndex(bands, rows);
  for (const { id, paragraphs } of documents) index.add(id, wordsOf(paragraphs));
  return {
    name: `MinHash-${bands * rows}, ${bands} bands of ${rows}, J >= ${least}`,
    find(paragraphs) {
      const best = index.best(wordsOf(paragraphs), least);
      return Promise.resolve(best === undefined ? [] : [best]);
    },
  };
}

export function simhash(documents: readonly DocumentInput[]): Finder {
  const index = new SimHashIndex();
  for (const { id, paragraphs } of documents) index.add(id, wordsOf(paragraphs));
  return {
    name: 'SimHash-64, Hamming <= 3',
    find(paragraphs) {
      const best = index.best(wordsOf(paragraphs), 3);
      return Promise.resolve(best === undefined ? [] : [best]);
    },
  };
}

/** A full-text search with the 30 rarest words of the text; a score below 60 is no answer. */
export function miniSearch(documents: readonly DocumentInput[]): Finder {
  const index = new MiniSearch({ fields: ['text'] });
  const frequency = new Map<string, number>();
  for (const { id, paragraphs } of documents) {
    index.add({ id, text: joinParagraphs(paragraphs) });
    for (const word of new Set(wordsOf(paragraphs))) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
    }
  }
  return {
    name: 'MiniSearch, 30 rarest words, score >= 60',
    find(paragraphs) {
      const words = [...new Set(wordsOf(paragraphs))]
        .filter((word) => frequency.has(word))
        .toSorted((x, y) => (frequency.get(x) ?? 0) - (frequency.get(y) ?? 0))
        .slice(0, 30);
      const [best] = index.search(words.join(' '));
      return Promise.resolve(best !== undefined && best.score >= 60 ? [String(best.id)] : []);
    },
  };
}
