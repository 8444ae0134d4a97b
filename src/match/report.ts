// One aligned document as a match: shares, relation, order, what is new, dropped and changed.

import type { Archive, DocumentRow } from '../archive/reader.ts';
import { CHARACTERS, type Fingerprints, WORDS } from '../fingerprint/fingerprint.ts';
import type { Chain } from './chain.ts';
import { type Changes, changesOf } from './changes.ts';
import {
  BOILERPLATE,
  type Cover,
  coverOf,
  droppedParagraphs,
  markBoilerplate,
  placeOnPage,
  shareOf,
  uncoveredRuns,
  wholePassage,
} from './coverage.ts';
import { type Candidate, isTelling, type Listed, type PageText } from './hits.ts';
import { orderOf } from './order.ts';
import { relationOf } from './relation.ts';
import type { Rules } from './thresholds.ts';
import { isTitleChanged } from './title.ts';
import type { Match, Strength } from './types.ts';

/** The page as one archive sees it. */
export interface Asked {
  page: PageText;
  prints: Fingerprints;
  /** Postings beside `prints`. */
  listed: Listed;
  title?: string;
  published?: string;
}

/** A candidate that holds. */
export interface Aligned {
  archive: Archive;
  asked: Asked;
  candidate: Candidate;
  rules: Rules;
  chains: Chain[];
  evidence: number;
  strength: Strength;
}

/** Describes a match. Reads the document's row, facts and paragraphs. */
export async function report(aligned: Aligned): Promise<Match> {
  const { archive, asked, candidate, rules, chains, evidence, strength } = aligned;
  const [row, document, starts] = await Promise.all([
    archive.row(candidate.index),
    archive.document(candidate.index),
    archive.paragraphStarts(candidate.index),
  ]);
  const { page, prints, listed } = asked;
  const { hits } = candidate;
  const cut = archive.header.documentFrequencyCut;
  const lengths = {
    page: page.tokens.count,
    archive: row.words,
    edge: rules.edge[archive.info.profile],
  };
  const cover = coverOf(chains, hits, lengths, rules.mendedGap);
  markBoilerplate(cover.page, prints, listed, cut, rules);
  const changes = changesOf(chains, candidate, prints, listed, cut, page, rules);
  const common = archiveBoilerplate(row, aligned);
  const pageShare = shareOf(cover.page);
  const archiveShare = Math.min(1, shareOf(cover.archive) / (1 - common / Math.max(1, row.words)));
  const { order, reason } = orderOf(asked.published, document.published);
  const titleChanged = isTitleChanged(asked.title, document.title);
  const [first] = chains;
  const dropped = droppedParagraphs(cover.archive, starts, rules.added);
  return {
    archive: archive.info,
    document,
    relation: relationOf({
      pageShare,
      archiveShare,
      ...matchedShares(aligned, row),
      chains,
      pageOver: first === undefined ? 0 : outside(cover.page, first.page),
      archiveOver:
        first === undefined
          ? 0
          : Math.max(0, outside(cover.archive, first.archive) - Math.round(common)),
      changedInside:
        changes.survived < changes.inside || chains.some((chain) => hasDrift(chain, candidate)),
    }),
    strength,
    evidence,
    pageShare,
    archiveShare,
    editRate: editRate(changes, candidate),
    order,
    orderReason: reason,
    passages: chains.map((chain) => wholePassage(chain, lengths)),
    added: uncoveredRuns(cover.page, rules.added),
    droppedParagraphs: dropped,
    droppedAt: dropped.map((paragraph) => placeOnPage(chains, hits, starts[paragraph] ?? 0)),
    archiveParagraphs: starts.length,
    changes: changes.places,
    ...(titleChanged === undefined ? {} : { titleChanged }),
  };
}

/** Words outside of a range that are not boilerplate. */
function outside(cover: Cover, [from, to]: [number, number]): number {
  let words = 0;
  for (let at = 0; at < cover.length; at++) {
    if ((at < from || at >= to) && cover[at] !== BOILERPLATE) words++;
  }
  return words;
}

/** Whether a passage leaves its diagonal: something was put in or taken out on one side. */
function hasDrift(chain: Chain, { hits }: Candidate): boolean {
  const diagonal = (i: number) => (hits.page[i] ?? 0) - (hits.archive[i] ?? 0);
  const first = diagonal(chain.hits[0] ?? 0);
  return chain.hits.some((i) => diagonal(i) !== first);
}

/** A shingle of five words survives when none of the five was changed. */
function editRate({ inside, survived }: Changes, { characters }: Candidate): number {
  const length = characters ? CHARACTERS.k : WORDS.k;
  return inside === 0 ? 0 : 1 - (survived / inside) ** (1 / length);
}

/** Fingerprints of the page that stand in too many documents to be listed, inside its passages. */
function commonInside({ asked, archive, chains }: Aligned): number {
  const cut = archive.header.documentFrequencyCut;
  const { prints, listed } = asked;
  let count = 0;
  for (let i = 0; i < prints.count; i++) {
    if ((listed[i]?.documentFrequency ?? 0) <= cut) continue;
    const at = prints.position[i] ?? 0;
    const end = at + (prints.span[i] ?? 0);
    if (chains.some(({ page }) => at >= page[0] && end <= page[1])) count++;
  }
  return count;
}

/**
 * About how many words of the archived text are boilerplate outside of the passages. Where they
 * stand is not known: packs count the fingerprints above the cut, and do not list them.
 */
function archiveBoilerplate(row: DocumentRow, aligned: Aligned): number {
  if (row.fingerprints === 0) return 0;
  const common = row.fingerprints - row.uncommon;
  if (common === 0) return 0;
  const elsewhere = Math.max(0, common - commonInside(aligned));
  const words = (elsewhere / row.fingerprints) * row.words;
  return words < aligned.rules.boilerplate ? 0 : Math.min(words, row.words - 1);
}

/** Shares of uncommon fingerprints that the passages rest on, on both sides. */
function matchedShares({ asked, archive, candidate, chains }: Aligned, row: DocumentRow) {
  const cut = archive.header.documentFrequencyCut;
  const { hits } = candidate;
  const here = new Set<number>();
  const there = new Set<number>();
  for (const chain of chains) {
    for (const i of chain.hits) {
      here.add(hits.page[i] ?? 0);
      there.add(hits.archive[i] ?? 0);
    }
  }
  let uncommon = 0;
  for (let i = 0; i < asked.prints.count; i++) {
    const isMatched = here.has(asked.prints.position[i] ?? 0);
    if (isMatched || isTelling(asked.listed[i], candidate.index, cut)) uncommon++;
  }
  return {
    pageMatched: uncommon === 0 ? 0 : here.size / uncommon,
    archiveMatched: row.uncommon === 0 ? 0 : there.size / row.uncommon,
  };
}
