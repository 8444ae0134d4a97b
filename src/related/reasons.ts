// Why a story is called related, in words of the page that is being read: a pack holds none.

import { normalisedWords } from '../fingerprint/normalise.ts';
import type { RelatedReason } from '../match/types.ts';
import { isCalendarWord } from './calendar.ts';
import type { Feature } from './features.ts';

export interface SharedFeature {
  feature: Feature;
  /** Its part of the score. */
  weight: number;
  /** Documents of the archive that have it. */
  documentFrequency: number;
}

/** Names and words told of one story. */
const MOST_NAMES = 4;
const MOST_TERMS = 4;
/** Words that stand in more than one of so many documents are no reason. */
const RARE_SHARE = 20;
/** In an archive of a few documents two may share a rare word. */
const ALWAYS_RARE = 2;
/** In fewer documents "with" can be as rare as a name: there only names and links are reasons. */
const ENOUGH_TO_COUNT = 500;

/** Shared words that are rare enough to be a reason. */
function rareOf(shared: readonly SharedFeature[], documents: number): SharedFeature[] {
  return shared
    .filter(
      ({ feature, documentFrequency }) =>
        !feature.short &&
        !isCalendarWord(feature) &&
        (feature.kind !== 'term' || documents >= ENOUGH_TO_COUNT) &&
        documentFrequency <= Math.max(ALWAYS_RARE, documents / RARE_SHARE),
    )
    .toSorted((x, y) => y.weight - x.weight);
}

/**
 * Whether so much is shared that a reader would call the stories related: a link, two names, a name
 * and two other rare words, or five of them. A score alone is no reason.
 */
export function isReasonEnough(shared: readonly SharedFeature[], documents: number): boolean {
  const rare = rareOf(shared, documents);
  const count = (kind: Feature['kind']) =>
    rare.filter(({ feature }) => feature.kind === kind && feature.length === 1).length;
  const names = count('name');
  const terms = documents < ENOUGH_TO_COUNT ? 0 : count('term');
  return count('link') > 0 || names >= 2 || (names === 1 && terms >= 2) || terms >= 5;
}

/** Names first, then other rare words, links and the date; strongest first within each. */
export function reasonsOf(
  shared: readonly SharedFeature[],
  page: { title: string; text: string },
  days: number | undefined,
  documents: number,
): RelatedReason[] {
  const rare = rareOf(shared, documents);
  const reasons: RelatedReason[] = [];
  const fullNames = rare
    .filter(({ feature }) => feature.length === 2)
    .flatMap(({ feature }) => normalisedWords(surface(feature, page)));
  // "Ada" and "Quill" say nothing beside "Ada Quill".
  const isPart = (feature: Feature) => {
    const [word] = normalisedWords(surface(feature, page));
    return word !== undefined && fullNames.includes(word);
  };
  const wordsOf = (kind: Feature['kind'], most: number) => {
    const words = rare
      .filter(({ feature }) => feature.kind === kind && (feature.length === 2 || !isPart(feature)))
      .map(({ feature }) => surface(feature, page));
    return distinct(words).slice(0, most);
  };
  const names = wordsOf('name', MOST_NAMES);
  if (names.length > 0) reasons.push({ kind: 'names', detail: names.join(', '), items: names });
  const terms = wordsOf('term', MOST_TERMS);
  if (terms.length > 0) reasons.push({ kind: 'terms', detail: terms.join(', '), items: terms });
  const links = distinct(rare.flatMap(({ feature }) => feature.address ?? []));
  if (links.length > 0) reasons.push({ kind: 'links', detail: links.join(', '), items: links });
  if (days !== undefined) reasons.push({ kind: 'date', detail: inDays(days), days });
  return reasons;
}

function surface({ at }: Feature, page: { title: string; text: string }): string {
  return (at.in === 'title' ? page.title : page.text).slice(at.start, at.end);
}

function distinct(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const folded = word.toLowerCase();
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

/** English, for the command line; the interface says it from `days`. */
function inDays(days: number): string {
  if (days === 0) return 'the same day';
  const count = Math.abs(days);
  return `${count} day${count === 1 ? '' : 's'} ${days > 0 ? 'later' : 'earlier'}`;
}
