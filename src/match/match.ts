// One text against archives: candidates by shared fingerprints, alignment, relation, order.

import { ArchiveError } from '../archive/errors.ts';
import type { Archive } from '../archive/reader.ts';
import { addressKey } from '../article/url.ts';
import {
  addressFingerprint,
  type Fingerprints,
  fingerprint,
  type Profile,
} from '../fingerprint/fingerprint.ts';
import { joinParagraphs, tokenise } from '../fingerprint/normalise.ts';
import { alignedIn, type Known, spreadOver } from './lookup.ts';
import { type Aligned, type Asked, report } from './report.ts';
import { EARLY_PRINTS, MAX_MATCHES } from './thresholds.ts';
import type { Match, MatchResult, SamePage } from './types.ts';

/** The text that asks. */
export interface Query {
  paragraphs: readonly string[];
  /** Its address, to find the same page in an archive. */
  url?: string;
  /** Its headline, to tell whether it was changed. */
  title?: string;
  /** ISO 8601 with the precision known. */
  published?: string;
}

export interface MatchOptions {
  /** Ends the search: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * Told at most once, before the full answer, and only where a few fingerprints suffice for a strong
   * match. The full answer replaces it.
   */
  onEarly?: (result: MatchResult) => void;
}

/** What of the query is the same for every archive. */
interface Prepared {
  asked: Omit<Asked, 'prints' | 'listed'>;
  prints: Record<Profile, Fingerprints>;
  address: { high: number; low: number } | undefined;
}

/**
 * Matches a text against archives. One that cannot be read is named in `failed`; the rest answer.
 *
 * @throws the signal's reason, when aborted
 */
export async function matchText(
  query: Query,
  archives: readonly Archive[],
  options: MatchOptions = {},
): Promise<MatchResult> {
  const prepared = prepare(query);
  const known = archives.map((): Known => new Map());
  if (options.onEarly !== undefined) {
    const early = await search(prepared, archives, known, options.signal, EARLY_PRINTS);
    options.signal?.throwIfAborted();
    if (early.matches.length > 0) options.onEarly({ ...early, early: true });
  }
  return search(prepared, archives, known, options.signal);
}

function prepare(query: Query): Prepared {
  const text = joinParagraphs(query.paragraphs);
  const tokens = tokenise(text);
  const address = query.url === undefined ? undefined : addressKey(query.url);
  const std = fingerprint(tokens, 'std');
  return {
    asked: {
      page: { text, tokens },
      ...(query.title === undefined ? {} : { title: query.title }),
      ...(query.published === undefined ? {} : { published: query.published }),
    },
    prints: { std, lite: fingerprint(tokens, 'lite') },
    address: address === undefined ? undefined : addressFingerprint(address),
  };
}

/**
 * One round over all archives.
 *
 * @param known postings of each archive from the round before; this round adds its own
 * @param sample use about as many fingerprints, and tell strong matches only
 */
async function search(
  { asked, prints, address }: Prepared,
  archives: readonly Archive[],
  known: readonly Known[],
  signal: AbortSignal | undefined,
  sample?: number,
): Promise<MatchResult> {
  const failures = new Map<Archive, ArchiveError>();
  const samePages: SamePage[] = [];
  const found: Aligned[] = [];
  await Promise.all(
    archives.map(async (archive, i) => {
      const all = prints[archive.info.profile];
      const page = { ...asked, prints: sample === undefined ? all : spreadOver(all, sample) };
      await orFailure(archive, failures, async () => {
        const answer = await alignedIn(archive, page, address, known[i] ?? new Map(), signal);
        found.push(...answer.aligned);
        samePages.push(...answer.samePages);
      });
    }),
  );
  const told = sample === undefined ? found : found.filter(({ strength }) => strength === 'strong');
  return {
    words: asked.page.tokens.count,
    matches: await reportBest(told, failures, signal),
    samePages,
    related: [],
    searched: archives.filter((archive) => !failures.has(archive)).map(({ info }) => info),
    failed: [...failures.values()],
  };
}

/** Runs a step on one archive; one that cannot be read is noted, anything else is thrown. */
async function orFailure(
  archive: Archive,
  failures: Map<Archive, ArchiveError>,
  step: () => Promise<void>,
): Promise<void> {
  try {
    await step();
  } catch (cause) {
    if (!(cause instanceof ArchiveError)) throw cause;
    failures.set(archive, cause);
  }
}

/**
 * The strongest {@link MAX_MATCHES}, described. Only their rows and facts are read. Where an archive
 * turns out to be damaged, nothing of it is told and the next best take its place.
 */
async function reportBest(
  found: readonly Aligned[],
  failures: Map<Archive, ArchiveError>,
  signal: AbortSignal | undefined,
): Promise<Match[]> {
  signal?.throwIfAborted();
  const best = found
    .filter(({ archive }) => !failures.has(archive))
    .toSorted((x, y) => y.evidence - x.evidence)
    .slice(0, MAX_MATCHES);
  const broken = failures.size;
  const matches: Match[] = [];
  await Promise.all(
    best.map((aligned, i) =>
      orFailure(aligned.archive, failures, async () => {
        matches[i] = await report(aligned);
      }),
    ),
  );
  return failures.size > broken ? reportBest(found, failures, signal) : matches;
}
