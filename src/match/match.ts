// One text against archives: candidates by shared fingerprints, alignment, relation, order.

import { ArchiveError } from '../archive/errors.ts';
import { ADDRESS_POSITION } from '../archive/layout.ts';
import type { KeyPostings } from '../archive/postings.ts';
import type { Archive, DocumentRow } from '../archive/reader.ts';
import type { ArchiveInfo } from '../archive/types.ts';
import { addressKey } from '../article/url.ts';
import {
  addressFingerprint,
  type Fingerprints,
  fingerprint,
  keyOf,
} from '../fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../fingerprint/normalise.ts';
import { type Chain, chainHits, type Hit } from './chain.ts';
import { coverOf, droppedParagraphs, shareOf, uncoveredRuns, wholePassage } from './coverage.ts';
import { orderOf } from './order.ts';
import { relationOf, strengthOf } from './relation.ts';
import { EDGE, MAX_CANDIDATES, MAX_MATCHES, rarity } from './thresholds.ts';
import type { Match, MatchResult, SamePage } from './types.ts';

/** The text that asks. */
export interface Query {
  paragraphs: readonly string[];
  /** Its address, to find the same page in an archive. */
  url?: string;
  /** ISO 8601 with the precision known. */
  published?: string;
}

/** What of the query is the same for every archive. */
interface Prepared {
  query: Query;
  words: number;
  prints: Fingerprints;
}

/** One archived document that shares fingerprints with the page. */
interface Candidate {
  index: number;
  score: number;
  hits: Hit[];
}

/** Matches a text against archives. One that cannot be read is named in `failed`; the rest answer. */
export async function matchText(query: Query, archives: readonly Archive[]): Promise<MatchResult> {
  const tokens = tokenise(joinParagraphs(query.paragraphs));
  const prepared = { std: fingerprint(tokens, 'std'), lite: fingerprint(tokens, 'lite') };
  const failed: ArchiveError[] = [];
  const searched: ArchiveInfo[] = [];
  const found = await Promise.all(
    archives.map(async (archive) => {
      const prints = prepared[archive.info.profile];
      try {
        const answer = await matchOne({ query, words: tokens.count, prints }, archive);
        searched.push(archive.info);
        return answer;
      } catch (cause) {
        if (!(cause instanceof ArchiveError)) throw cause;
        failed.push(cause);
        return { matches: [], samePages: [] };
      }
    }),
  );
  return {
    words: tokens.count,
    matches: found
      .flatMap(({ matches }) => matches)
      .toSorted((x, y) => y.evidence - x.evidence)
      .slice(0, MAX_MATCHES),
    samePages: found.flatMap(({ samePages }) => samePages),
    related: [],
    searched,
    failed,
  };
}

async function matchOne(
  prepared: Prepared,
  archive: Archive,
): Promise<{ matches: Match[]; samePages: SamePage[] }> {
  const address = prepared.query.url === undefined ? undefined : addressKey(prepared.query.url);
  const addressPrint = address === undefined ? undefined : addressFingerprint(address);
  const { prints } = prepared;
  const postings = await archive.postings(
    addressPrint ? [...prints.high, addressPrint.high] : prints.high,
    addressPrint ? [...prints.low, addressPrint.low] : prints.low,
  );
  const candidates = candidatesOf(prints, postings);
  const aligned = await Promise.all(
    candidates.map((candidate) => align(prepared, archive, candidate, postings)),
  );
  const matches = aligned.filter((match) => match !== undefined);
  const samePages = addressPrint
    ? await samePagesOf(archive, postings.get(keyOf(addressPrint.high, addressPrint.low)))
    : [];
  return { matches, samePages };
}

async function samePagesOf(
  archive: Archive,
  postings: KeyPostings | undefined,
): Promise<SamePage[]> {
  const indexes = (postings?.documents ?? []).filter(
    (_, i) => postings?.positions[i] === ADDRESS_POSITION,
  );
  return Promise.all(
    indexes.map(async (index) => ({
      archive: archive.info,
      document: await archive.document(index),
    })),
  );
}

/** Documents by shared, rare fingerprints: the best {@link MAX_CANDIDATES}. */
function candidatesOf(
  prints: Fingerprints,
  postings: ReadonlyMap<number, KeyPostings>,
): Candidate[] {
  const byDocument = new Map<number, Candidate & { keys: Set<number> }>();
  for (let i = 0; i < prints.count; i++) {
    const key = keyOf(prints.high[i] ?? 0, prints.low[i] ?? 0);
    const listed = postings.get(key);
    if (listed === undefined) continue;
    const weight = rarity(listed.documentFrequency);
    for (const [j, document] of listed.documents.entries()) {
      const archivePosition = listed.positions[j] ?? 0;
      if (archivePosition === ADDRESS_POSITION) continue;
      const candidate = byDocument.get(document) ?? {
        index: document,
        score: 0,
        hits: [],
        keys: new Set<number>(),
      };
      if (!candidate.keys.has(key)) candidate.score += weight;
      candidate.keys.add(key);
      const span = prints.span[i] ?? 0;
      candidate.hits.push({
        page: prints.position[i] ?? 0,
        archive: archivePosition,
        span,
        weight,
      });
      byDocument.set(document, candidate);
    }
  }
  return [...byDocument.values()].toSorted((x, y) => y.score - x.score).slice(0, MAX_CANDIDATES);
}

async function align(
  prepared: Prepared,
  archive: Archive,
  candidate: Candidate,
  postings: ReadonlyMap<number, KeyPostings>,
): Promise<Match | undefined> {
  const { chains, evidence } = chainHits(candidate.hits);
  const strength = strengthOf(evidence);
  if (strength === undefined) return undefined;
  const [row, document, starts] = await Promise.all([
    archive.row(candidate.index),
    archive.document(candidate.index),
    archive.paragraphStarts(candidate.index),
  ]);
  const edge = EDGE[archive.info.profile];
  const cover = coverOf(chains, prepared.words, row.words, edge);
  const matched = matchedPrints(prepared.prints, postings, chains, archive, row);
  const pageShare = shareOf(cover.page);
  const archiveShare = shareOf(cover.archive);
  const { order, reason } = orderOf(prepared.query.published, document.published);
  return {
    archive: archive.info,
    document,
    relation: relationOf({
      pageShare,
      archiveShare,
      ...matched,
      chains,
      pageWords: prepared.words,
      archiveWords: row.words,
    }),
    strength,
    evidence,
    pageShare,
    archiveShare,
    editRate: matched.editRate,
    order,
    orderReason: reason,
    passages: chains.map((chain) => wholePassage(chain, prepared.words, row.words, edge)),
    added: uncoveredRuns(cover.page),
    droppedParagraphs: droppedParagraphs(cover.archive, starts),
    archiveParagraphs: starts.length,
  };
}

/** Whether a passage leaves its diagonal: something was put in or taken out on one side. */
function hasDrift({ hits }: Chain): boolean {
  const [first] = hits;
  return hits.some((hit) => hit.page - hit.archive !== (first?.page ?? 0) - (first?.archive ?? 0));
}

/** Shares of uncommon fingerprints that match, and the edit rate inside the passages. */
function matchedPrints(
  prints: Fingerprints,
  postings: ReadonlyMap<number, KeyPostings>,
  chains: readonly Chain[],
  archive: Archive,
  row: DocumentRow,
) {
  const cut = archive.header.documentFrequencyCut;
  const matchedAt = new Set(chains.flatMap(({ hits }) => hits.map((hit) => hit.page)));
  const matchedThere = new Set(chains.flatMap(({ hits }) => hits.map((hit) => hit.archive)));
  let uncommon = 0;
  let inside = 0;
  let survived = 0;
  for (let i = 0; i < prints.count; i++) {
    const key = keyOf(prints.high[i] ?? 0, prints.low[i] ?? 0);
    if ((postings.get(key)?.documentFrequency ?? 0) > cut) continue;
    uncommon++;
    const at = prints.position[i] ?? 0;
    const end = at + (prints.span[i] ?? 0);
    if (!chains.some(({ page }) => at >= page[0] && end <= page[1])) continue;
    inside++;
    if (matchedAt.has(at)) survived++;
  }
  return {
    pageMatched: uncommon === 0 ? 0 : matchedAt.size / uncommon,
    archiveMatched: row.uncommon === 0 ? 0 : matchedThere.size / row.uncommon,
    changedInside: survived < inside || chains.some(hasDrift),
    // A shingle of five words survives when none of the five was changed.
    editRate: inside === 0 ? 0 : 1 - (survived / inside) ** (1 / 5),
  };
}
