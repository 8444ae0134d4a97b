// What differs between the page and an archived version: kinds and amounts, what weighs most first.

import { MAX_CHANGES } from '../match/thresholds.ts';
import type { ChangeKind } from '../match/types.ts';
import { cleanName, versionDate } from './phrases.ts';
import { isVersion } from './shown.ts';
import type { Translator } from './translator.ts';
import type { Relative } from './types.ts';

/** One kind of difference. The kinds stand in the order in which they are told. */
export interface PageChange {
  kind: 'headline' | 'numbers' | 'names' | 'quotes' | 'dropped' | 'added' | 'words';
  /** Places, paragraphs (`dropped`) or passages (`added`); 1 for a headline. */
  count: number;
  /** Words in them, for `added`. */
  words?: number;
  /** 1-based numbers of the archived paragraphs, for `dropped`. */
  paragraphs?: number[];
  /** Only as many places were counted as are kept: there may be more. */
  atLeast?: true;
  /** Nothing but words: told when somebody asks. */
  isTrivial: boolean;
}

const PLACES: [ChangeKind, PageChange['kind']][] = [
  ['number', 'numbers'],
  ['name', 'names'],
  ['quote', 'quotes'],
];

/**
 * The differences between the page and an archived text: headline and numbers first, then names,
 * quotations, paragraphs dropped and passages added; last and folded, places where only other words
 * changed. Added and dropped are told of versions of one story only, not of texts that share a quote.
 */
export function changesOf(relative: Relative): PageChange[] {
  const { match } = relative;
  const changes: PageChange[] = [];
  const places = match.changes ?? [];
  const more = places.length >= MAX_CHANGES ? ({ atLeast: true } as const) : {};
  if (match.titleChanged === true && isVersion(relative)) {
    changes.push({ kind: 'headline', count: 1, isTrivial: false });
  }
  for (const [of, kind] of PLACES) {
    const count = places.filter(({ kinds }) => kinds.includes(of)).length;
    if (count > 0) changes.push({ kind, count, ...more, isTrivial: false });
  }
  if (isVersion(relative)) {
    const { droppedParagraphs: dropped, added } = match;
    if (dropped.length > 0) {
      const paragraphs = dropped.map((paragraph) => paragraph + 1);
      changes.push({ kind: 'dropped', count: dropped.length, paragraphs, isTrivial: false });
    }
    if (added.length > 0) {
      const words = added.reduce((sum, [from, to]) => sum + to - from, 0);
      changes.push({ kind: 'added', count: added.length, words, isTrivial: false });
    }
  }
  const plain = places.filter(({ kinds }) => kinds.length === 0).length;
  if (plain > 0) changes.push({ kind: 'words', count: plain, ...more, isTrivial: true });
  return changes;
}

/** The changes of a relative in sentences. */
export interface ChangeWords {
  /** `Changed since The Harbour Gazette, as it stood on 5 Feb 2021` */
  heading: string;
  lines: string[];
  /** Trivial edits, to be folded away. */
  folded: string[];
}

const LINES: Record<PageChange['kind'], string> = {
  headline: 'changesHeadline',
  numbers: 'changesNumbers',
  names: 'changesNames',
  quotes: 'changesQuotes',
  dropped: 'changesDropped',
  added: 'changesAdded',
  words: 'changesWords',
};

/** Words the changes; undefined where nothing is known to differ. */
export function changeWords(relative: Relative, tr: Translator): ChangeWords | undefined {
  const changes = changesOf(relative);
  if (changes.length === 0) return undefined;
  const line = (change: PageChange): string => {
    const said = wordsOf(change, relative, tr);
    return change.atLeast === true ? tr.t('changesAtLeast', said) : said;
  };
  return {
    heading: headingOf(relative, tr),
    lines: changes.filter(({ isTrivial }) => !isTrivial).map(line),
    folded: changes.filter(({ isTrivial }) => isTrivial).map(line),
  };
}

function wordsOf(change: PageChange, { match }: Relative, tr: Translator): string {
  const { kind, count, words, paragraphs } = change;
  switch (kind) {
    case 'headline':
      return tr.t(LINES.headline);
    case 'dropped': {
      const numbers = (paragraphs ?? []).map((number) => tr.formatNumber(number));
      return tr.tn(LINES.dropped, count, tr.formatList(numbers), match.archiveParagraphs);
    }
    case 'added':
      return tr.tn(LINES.added, count, tr.tn('words', words ?? 0));
    case 'numbers':
    case 'names':
    case 'quotes':
    case 'words':
      return tr.tn(LINES[kind], count);
  }
}

/** "Since" is said only of a text that is known to be earlier, or is this very page. */
function headingOf(relative: Relative, tr: Translator): string {
  const outlet = cleanName(relative.outlet, tr);
  const seen = versionDate(relative);
  const isSince = relative.samePage || relative.match.order === 'archive-earlier';
  if (seen === undefined)
    return tr.t(isSince ? 'changesSinceUndated' : 'changesFromUndated', outlet);
  return tr.t(isSince ? 'changesSince' : 'changesFrom', outlet, tr.formatDate(seen));
}
