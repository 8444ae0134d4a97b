// Where words were changed inside passages, and what kind of words stand there on the page.

import type { Fingerprints } from '../fingerprint/fingerprint.ts';
import type { Chain } from './chain.ts';
import { type Candidate, type Hits, isTelling, type Listed, type PageText } from './hits.ts';
import { MAX_CHANGES, type Rules } from './thresholds.ts';
import type { Change, ChangeKind } from './types.ts';

/** What a passage and the fingerprints inside of it say. */
export interface Changes {
  /** At most {@link MAX_CHANGES}, in page order. */
  places: Change[];
  /** Uncommon fingerprints of the page inside passages, and how many of them the other side has. */
  inside: number;
  survived: number;
}

/**
 * Places where the two texts differ inside their passages.
 *
 * Between two hits that follow one another, the page has a fingerprint that the archived text lacks,
 * or the two sides are not equally far apart: something was changed, put in or taken out. Every
 * missing fingerprint covers a changed word, so where they overlap is where it stands.
 *
 * @param documentFrequencyCut fingerprints in more documents are not listed, and say nothing
 */
export function changesOf(
  chains: readonly Chain[],
  { index: document, hits }: Candidate,
  prints: Fingerprints,
  listed: Listed,
  documentFrequencyCut: number,
  page: PageText,
  rules: Rules,
): Changes {
  const found: Changes = { places: [], inside: 0, survived: 0 };
  for (const chain of chains) {
    let print = lowerBound(prints.position, prints.count, chain.page[0]);
    let before = -1;
    for (const hit of chain.hits) {
      const at = hits.page[hit] ?? 0;
      let missing: [number, number] | undefined;
      for (; print < prints.count && (prints.position[print] ?? 0) < at; print++) {
        if (!isTelling(listed[print], document, documentFrequencyCut)) continue;
        found.inside++;
        const from = prints.position[print] ?? 0;
        const to = from + (prints.span[print] ?? 0);
        missing = narrowed(missing, from, to);
      }
      if (prints.position[print] === at) {
        print++;
        found.inside++;
        found.survived++;
      }
      if (before >= 0) addPlace(found, hits, before, hit, missing, page, rules);
      before = hit;
    }
  }
  found.places.sort((x, y) => x.page[0] - y.page[0]);
  return found;
}

/** The words that all missing fingerprints cover; from the first to the last where none does. */
function narrowed(range: [number, number] | undefined, from: number, to: number): [number, number] {
  if (range === undefined) return [from, to];
  return from < range[1] ? [from, Math.min(range[1], to)] : [range[0], to];
}

function addPlace(
  found: Changes,
  hits: Hits,
  before: number,
  hit: number,
  missing: [number, number] | undefined,
  page: PageText,
  rules: Rules,
): void {
  const pageEnd = (hits.page[before] ?? 0) + (hits.span[before] ?? 0);
  const archiveEnd = (hits.archive[before] ?? 0) + (hits.span[before] ?? 0);
  const pageGap = (hits.page[hit] ?? 0) - pageEnd;
  const drift = (hits.archive[hit] ?? 0) - archiveEnd - pageGap;
  if (missing === undefined && drift === 0) return;
  // Told as an addition already.
  if (pageGap >= rules.added && (pageGap > rules.mendedGap || Math.abs(drift) > 2)) return;
  if (found.places.length === MAX_CHANGES) return;
  // The words between the two hits; none where the hits overlap and something was only taken out.
  let from = Math.min(pageEnd, hits.page[hit] ?? 0);
  let to = Math.max(pageEnd, hits.page[hit] ?? 0);
  if (pageGap < 0) from = to = hits.page[hit] ?? 0;
  if (missing !== undefined && pageGap > 0) {
    const narrower: [number, number] = [Math.max(from, missing[0]), Math.min(to, missing[1])];
    // Words that were put in stand together: the place holds all of them.
    if (narrower[1] - narrower[0] >= Math.max(1, -drift)) [from, to] = narrower;
  }
  // Words that repeat their neighbours leave no gap, and were put in all the same.
  from = Math.max(0, Math.min(from, to + drift));
  found.places.push({
    page: [from, to],
    archiveWords: Math.max(0, to - from + drift),
    kinds: kindsOf(page, from, to),
  });
}

/** First index whose position is at or past `wanted`. */
function lowerBound(positions: Uint32Array, count: number, wanted: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const CAPITAL = /^\p{Lu}/u;
const NUMBER = /\p{Nd}/u;
/** What may stand between the end of one sentence and the first word of the next. */
const SENTENCE_END = /(?:^|[.!?…:。！？]|\n)[\s"'“”„«»‘’()[\]—–-]*$/u;
const QUOTE_MARKS = /["“”„«»]/g;
/** Characters before a place that are looked at for an open quotation mark: a long paragraph. */
const QUOTE_REACH = 2000;

/** Kinds of words on the page from one word up to another. A capital that begins a sentence is no name. */
function kindsOf({ text, tokens }: PageText, from: number, to: number): ChangeKind[] {
  const kinds = new Set<ChangeKind>();
  for (let at = from; at < to; at++) {
    const start = tokens.start[at] ?? 0;
    const word = text.slice(start, tokens.end[at]);
    if (NUMBER.test(word)) kinds.add('number');
    if (CAPITAL.test(word) && !SENTENCE_END.test(text.slice(Math.max(0, start - 8), start))) {
      kinds.add('name');
    }
    if (!kinds.has('quote') && isQuoted(text, start)) kinds.add('quote');
  }
  return [...kinds];
}

/** Whether a quotation that began in the same paragraph is still open. */
function isQuoted(text: string, at: number): boolean {
  const paragraph = text.lastIndexOf('\n\n', at) + 1;
  const before = text.slice(Math.max(paragraph, at - QUOTE_REACH), at);
  let open = false;
  for (const [mark] of before.matchAll(QUOTE_MARKS)) {
    // “ opens in English and closes in German; " does both.
    open = mark === '"' || mark === '“' ? !open : mark === '„' || mark === '«';
  }
  return open;
}
