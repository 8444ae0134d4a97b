// Related coverage: other reports of the event that a page tells of, without shared text.

import { dayOf } from '../archive/dates.ts';
import { ArchiveError } from '../archive/errors.ts';
import type { Archive } from '../archive/reader.ts';
import { siteHost } from '../article/url.ts';
import { joinParagraphs, normalisedWords } from '../fingerprint/normalise.ts';
import type { MatchResult, RelatedMatch } from '../match/types.ts';
import { type Feature, type Story, storyFeatures } from './features.ts';
import { isReasonEnough, reasonsOf, type SharedFeature } from './reasons.ts';
import { RelatedIndex } from './section.ts';
import {
  ASKED_FEATURES,
  codedFrequency,
  frequencyCode,
  kindWeight,
  LEAST_SCORE,
  nearness,
  rarityOf,
  SAME_OUTLET,
  SECOND_OF_OUTLET,
  UNDATED,
} from './weights.ts';

/** The page that asks. */
export interface RelatedQuery extends Story {
  url?: string;
  publisher?: string;
  /** ISO 8601 with the precision known. */
  published?: string;
}

export interface RelatedOptions {
  signal?: AbortSignal;
  /** Documents left out, by archive and id: relatives of the page, and the page itself. */
  exclude?: readonly { archive: { sha256: string }; document: { id: string } }[];
  /** Stories told at most. */
  limit?: number;
}

/**
 * A match's answer with the related coverage of the same page; relatives and the page itself are
 * left out of it.
 */
export async function withRelated(
  result: MatchResult,
  query: RelatedQuery,
  archives: readonly Archive[],
  signal?: AbortSignal,
): Promise<MatchResult> {
  const { related, failed } = await relatedCoverage(query, archives, {
    ...(signal === undefined ? {} : { signal }),
    exclude: [...result.matches, ...result.samePages],
  });
  const isNew = ({ pack }: ArchiveError) => result.failed.every((each) => each.pack !== pack);
  return { ...result, related, failed: [...result.failed, ...failed.filter(isNew)] };
}

export interface RelatedAnswer {
  related: RelatedMatch[];
  /** Archives that could not be read. */
  failed: ArchiveError[];
}

/** Stories told. */
const TOLD = 10;
/** Candidates whose facts are read, an archive: outlets and repeats are only known then. */
const READ = 24;

/** Finds related coverage. An archive that cannot be read is named; the rest answer. */
export async function relatedCoverage(
  query: RelatedQuery,
  archives: readonly Archive[],
  { signal, exclude = [], limit = TOLD }: RelatedOptions = {},
): Promise<RelatedAnswer> {
  const asked = storyFeatures(query)
    .toSorted((x, y) => guessedWeight(y) - guessedWeight(x))
    .slice(0, ASKED_FEATURES);
  const failed: ArchiveError[] = [];
  const found = await Promise.all(
    archives.map(async (archive) => {
      try {
        return await inArchive(query, asked, archive, signal);
      } catch (cause) {
        if (!(cause instanceof ArchiveError)) throw cause;
        failed.push(cause);
        return [];
      }
    }),
  );
  const left = new Set(exclude.map(({ archive, document }) => `${archive.sha256} ${document.id}`));
  const known = found
    .flat()
    .filter(({ match }) => !left.has(`${match.archive.sha256} ${match.document.id}`));
  return { related: diverse(query, known, limit), failed };
}

/** Before rarity is known: often, early, a name, and not a short word. */
function guessedWeight(feature: Feature): number {
  const guessed = feature.short ? 1 : 4;
  return codedFrequency(frequencyCode(feature.frequency)) * kindWeight(feature) * guessed;
}

interface Found {
  match: RelatedMatch;
  outlet: string;
}

async function inArchive(
  query: RelatedQuery,
  asked: readonly Feature[],
  archive: Archive,
  signal: AbortSignal | undefined,
): Promise<Found[]> {
  const index = await RelatedIndex.open(archive, signal);
  if (index === undefined) return [];
  const postings = await index.postings(asked, signal);
  const { documents } = archive.header;
  const scores = new Float32Array(documents);
  const touched: number[] = [];
  let squares = 0;
  // A list has only the documents in which the word was worth keeping.
  const frequencies = asked.map(({ high }, i) =>
    Math.max(postings[i]?.documentFrequency ?? 0, index.countOf(high)),
  );
  const weights = asked.map((feature, i) => {
    const documentFrequency = frequencies[i] ?? 0;
    const rarity = rarityOf(documentFrequency, documents, feature.short);
    const own = codedFrequency(frequencyCode(feature.frequency)) * kindWeight(feature);
    squares += (own * rarity) ** 2;
    return own * rarity * rarity * kindWeight(feature);
  });
  for (const [i, listed] of postings.entries()) {
    const weight = weights[i] ?? 0;
    for (const [j, document] of (listed?.documents ?? []).entries()) {
      const before = scores[document] ?? 0;
      if (before === 0) touched.push(document);
      scores[document] = before + weight * codedFrequency(listed?.codes[j] ?? 0);
    }
  }
  const whole = Math.sqrt(squares);
  const asking = dayOf(query.published);
  const today = asking.precision >= 3 ? asking.day : undefined;
  const ranked: { document: number; score: number }[] = [];
  for (const document of touched) {
    if (archive.withdrawn.has(document)) continue;
    const likeness = (scores[document] ?? 0) / (whole * index.length(document));
    const day = index.day(document);
    const near =
      day === undefined || today === undefined ? UNDATED : nearness(Math.abs(day - today));
    if (likeness * near >= LEAST_SCORE) ranked.push({ document, score: likeness * near });
  }
  ranked.sort((x, y) => y.score - x.score || x.document - y.document);
  const best = ranked.slice(0, READ);
  const place = new Map(best.map(({ document }, i) => [document, i]));
  const shared: SharedFeature[][] = best.map(() => []);
  for (const [i, listed] of postings.entries()) {
    const feature = asked[i];
    if (feature === undefined || listed === undefined) continue;
    for (const [j, document] of listed.documents.entries()) {
      const at = place.get(document);
      if (at === undefined) continue;
      const weight = (weights[i] ?? 0) * codedFrequency(listed.codes[j] ?? 0);
      shared[at]?.push({ feature, weight, documentFrequency: frequencies[i] ?? 0 });
    }
  }
  const text = joinParagraphs(query.paragraphs);
  const told = best
    .map((each, i) => ({ ...each, shared: shared[i] ?? [] }))
    .filter((each) => isReasonEnough(each.shared, documents));
  return Promise.all(
    told.map(async ({ document: number, score, shared: parts }): Promise<Found> => {
      const document = await archive.document(number);
      const day = index.day(number);
      const days = day === undefined || today === undefined ? undefined : day - today;
      const reasons = reasonsOf(parts, { title: query.title ?? '', text }, days, documents);
      const outlet = outletOf(document.url, document.publisher);
      return { match: { archive: archive.info, document, score, reasons }, outlet };
    }),
  );
}

/** The site a story stands on, else the name of its outlet. */
function outletOf(url: string | undefined, publisher: string | undefined): string {
  return (url === undefined ? undefined : siteHost(url)) ?? publisher?.toLowerCase() ?? '';
}

/** A headline without case and punctuation. */
function titleOf(title: string | undefined): string {
  return normalisedWords(title ?? '').join(' ');
}

/** The best, no outlet crowding out the others, no story twice under the same headline. */
function diverse(query: RelatedQuery, found: readonly Found[], limit: number): RelatedMatch[] {
  const own = outletOf(query.url, query.publisher);
  const titles = new Set([titleOf(query.title)]);
  const timesOf = new Map<string, number>();
  const waiting = found.map((each) => ({
    ...each,
    base: each.match.score * (own !== '' && each.outlet === own ? SAME_OUTLET : 1),
  }));
  const told: RelatedMatch[] = [];
  while (told.length < limit) {
    let best = -1;
    let bestScore = LEAST_SCORE;
    for (const [i, { base, outlet }] of waiting.entries()) {
      const times = outlet === '' ? 0 : (timesOf.get(outlet) ?? 0);
      const score = base * SECOND_OF_OUTLET ** times;
      if (score >= bestScore) [best, bestScore] = [i, score];
    }
    const [next] = best < 0 ? [] : waiting.splice(best, 1);
    if (next === undefined) break;
    const title = titleOf(next.match.document.title);
    if (title !== '' && titles.has(title)) continue;
    titles.add(title);
    timesOf.set(next.outlet, (timesOf.get(next.outlet) ?? 0) + 1);
    told.push({ ...next.match, score: bestScore });
  }
  return told;
}
