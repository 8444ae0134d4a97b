// What Stemma says of a page: the verdict's sentence, its numbers, the toolbar and the badge.

import type { TreeState } from '../icons/tree.ts';
import type { BadgeModel } from '../messages/calls.ts';
import {
  changeList,
  cleanName,
  datedSource,
  earlierSource,
  publishedOf,
  unknownOrder,
  versionDate,
} from './phrases.ts';
import { problemWords } from './problems.ts';
import type { TabState } from './tab-state.ts';
import type { Translator } from './translator.ts';
import type { Provenance, Relative, VerdictKind } from './types.ts';

export { evidenceLines, noMatchExplanation } from './evidence.ts';
export { problemWords } from './problems.ts';
export type { Translator } from './translator.ts';

/** The archived text counts as wholly contained: what is missing is a word here and there. */
const WHOLE = 0.97;

/** Kinds that speak of a text shared with a relative. */
type SharingKind = Exclude<VerdictKind, 'original' | 'earliest' | 'related' | 'no-match'>;

/** The day the page was published, as far as the verdict knows it. */
function pageDate(provenance: Provenance): string | undefined {
  const { kind, main } = provenance;
  if (main === undefined) return undefined;
  return kind === 'original'
    ? (publishedOf(main) ?? main.match.orderReason.pageDate)
    : main.match.orderReason.pageDate;
}

function noMatchSentence(provenance: Provenance, tr: Translator): string {
  const { archives, documents } = provenance.searched;
  return archives.length === 0
    ? tr.t('verdictNoArchives')
    : tr.t('verdictNoMatch', tr.tn('archives', archives.length), tr.tn('articles', documents));
}

function earliestSentence(provenance: Provenance, tr: Translator): string {
  const date = pageDate(provenance);
  return date === undefined
    ? tr.t('verdictEarliestUndated')
    : tr.t(
        // The date of an archived original stands in an archive; any other is the page's word.
        provenance.kind === 'original' ? 'verdictEarliest' : 'verdictEarliestClaimed',
        tr.formatDate(date),
      );
}

function sharingSentence(kind: SharingKind, main: Relative, tr: Translator): string {
  const { match } = main;
  const derived = match.order === 'archive-earlier';
  switch (kind) {
    case 'copy':
      return tr.t('verdictCopy', earlierSource(main, tr));
    case 'edited':
      return derived
        ? tr.t('verdictEdited', datedSource(main, tr), changeList(main, tr))
        : tr.t('verdictVersion', datedSource(main, tr));
    case 'changed': {
      const date = versionDate(main);
      return date === undefined
        ? tr.t('verdictChangedUndated', changeList(main, tr))
        : tr.t('verdictChanged', tr.formatDate(date), changeList(main, tr));
    }
    case 'excerpt':
      return tr.t(
        derived ? 'verdictExcerpt' : 'verdictHolds',
        tr.formatPercent(match.archiveShare),
        datedSource(main, tr),
      );
    case 'contains': {
      const words = tr.tn('words', main.addedWords);
      return match.archiveShare >= WHOLE
        ? tr.t('verdictContainsAll', datedSource(main, tr), words)
        : tr.t(
            'verdictContains',
            tr.formatPercent(match.archiveShare),
            datedSource(main, tr),
            words,
          );
    }
    case 'passages':
      return tr.t(
        'verdictPassages',
        tr.tn('passages', match.passages.length),
        tr.tn('words', main.sharedWords),
        datedSource(main, tr),
      );
  }
}

/** What follows the sentence when the relative is not known to be the earlier one. */
function orderSentence(kind: SharingKind, main: Relative, tr: Translator): string | undefined {
  if (kind === 'changed' || main.samePage) return undefined;
  switch (main.match.order) {
    case 'archive-earlier':
      return undefined;
    case 'page-earlier':
      return tr.t('orderPageEarlier');
    case 'unknown':
      return unknownOrder(main, tr);
  }
}

/** The verdict's sentence, and apart from it what is to be said of the order, if that is not plain. */
export function verdictParts(
  provenance: Provenance,
  tr: Translator,
): { verdict: string; order?: string } {
  const { kind, main, related } = provenance;
  if (kind === 'related') return { verdict: tr.tn('verdictRelated', related.length) };
  if (kind === 'no-match' || main === undefined)
    return { verdict: noMatchSentence(provenance, tr) };
  if (kind === 'original' || kind === 'earliest') {
    return { verdict: earliestSentence(provenance, tr) };
  }
  const order = orderSentence(kind, main, tr);
  return { verdict: sharingSentence(kind, main, tr), ...(order === undefined ? {} : { order }) };
}

/** The verdict: one sentence, and a second one where the order of the two texts is not plain. */
export function verdictSentence(provenance: Provenance, tr: Translator): string {
  const { verdict, order } = verdictParts(provenance, tr);
  return order === undefined ? verdict : `${verdict} ${order}`;
}

/** The numbers under the verdict: shares with what they are shares of. Empty where there are none. */
export function verdictNumbers(provenance: Provenance, tr: Translator): string[] {
  const { kind, main, relatives } = provenance;
  if (main === undefined || kind === 'related' || kind === 'no-match') return [];
  const parts: string[] = [];
  if (kind === 'original' || kind === 'earliest') {
    if (kind === 'original') parts.push(tr.t('unchanged'));
    const later = relatives.filter(
      (relative) => !relative.samePage && relative.match.order === 'page-earlier',
    ).length;
    if (later > 0) parts.push(tr.tn('laterVersions', later));
    return parts;
  }
  const { pageShare, archiveShare, added, droppedParagraphs } = main.match;
  parts.push(tr.t('shareOfPage', tr.formatPercent(pageShare)));
  parts.push(tr.t('shareOfArchive', tr.formatPercent(archiveShare)));
  const changes = added.length + droppedParagraphs.length;
  if (kind === 'copy' && changes > 0) parts.push(tr.tn('changes', changes));
  return parts;
}

const ICONS: Record<VerdictKind, TreeState> = {
  original: 'earliest',
  earliest: 'earliest',
  copy: 'copy',
  edited: 'edited',
  changed: 'edited',
  excerpt: 'shares',
  contains: 'shares',
  passages: 'shares',
  related: 'related',
  'no-match': 'no-match',
};

/** The state of the mark for a verdict. */
export const verdictIcon = (kind: VerdictKind): TreeState => ICONS[kind];

/** What the toolbar shows. `title` is also what a screen reader says. */
export interface ToolbarState {
  icon: TreeState;
  /** At most four characters: more does not fit. Empty for none. */
  badgeText: string;
  title: string;
}

function checkedToolbar(provenance: Provenance, tr: Translator): ToolbarState {
  const { kind, main, related } = provenance;
  const icon = verdictIcon(kind);
  if (kind === 'related') {
    return { icon, badgeText: '', title: tr.tn('titleRelated', related.length) };
  }
  if (kind === 'no-match' || main === undefined) {
    return { icon: 'no-match', badgeText: '', title: tr.t('titleNoMatch') };
  }
  switch (kind) {
    case 'original':
    case 'earliest':
      return { icon, badgeText: tr.t('toolbarFirst'), title: tr.t('titleEarliest') };
    case 'copy':
      return { icon, badgeText: '=', title: tr.t('titleCopy', datedSource(main, tr)) };
    case 'edited': {
      const key = main.match.order === 'archive-earlier' ? 'titleEdited' : 'titleVersion';
      return { icon, badgeText: '≠', title: tr.t(key, datedSource(main, tr)) };
    }
    case 'changed': {
      const date = versionDate(main);
      const title =
        date === undefined
          ? tr.t('titleChangedUndated')
          : tr.t('titleChanged', tr.formatDate(date));
      return { icon, badgeText: '≠', title };
    }
    case 'excerpt':
    case 'contains':
    case 'passages': {
      const passages = main.match.passages.length;
      const outlet = tr.t('sourceBare', cleanName(main.outlet, tr));
      return {
        icon,
        badgeText: passages > 999 ? '999+' : tr.formatNumber(passages),
        title: tr.tn('titleShares', passages, outlet),
      };
    }
  }
}

/** The toolbar's icon, badge text and title for the state of a tab. */
export function toolbarState(state: TabState, tr: Translator): ToolbarState {
  switch (state.status) {
    case 'looking':
      return { icon: 'looking', badgeText: '…', title: tr.t('titleLooking') };
    case 'not-article':
      return { icon: 'not-article', badgeText: '', title: tr.t('titleNotArticle') };
    case 'no-access':
      return { icon: 'no-access', badgeText: '', title: tr.t('titleNoAccess') };
    case 'error': {
      const { said, advice } = problemWords(state.problem, tr);
      return { icon: 'error', badgeText: '!', title: `${said} ${advice}` };
    }
    case 'checked': {
      const shown = checkedToolbar(state.provenance, tr);
      const problem = state.problems[0];
      // Where nothing was found and not everything was searched, "nothing" would say too much.
      if (problem === undefined || shown.icon !== 'no-match') return shown;
      return { ...shown, title: `${shown.title}. ${problemWords(problem, tr).said}` };
    }
  }
}

/** An outlet's name in at most three words, without a leading article: a badge is narrow. */
function shortOutlet(name: string, tr: Translator): string {
  const words = name.trim().split(/\s+/);
  if (words.length > 1 && /^the$/i.test(words[0] ?? '')) words.shift();
  return cleanName(words.length > 3 ? `${words.slice(0, 3).join(' ')}…` : words.join(' '), tr);
}

function shortSource(relative: Relative, tr: Translator): string {
  const outlet = shortOutlet(relative.outlet, tr);
  const published = publishedOf(relative);
  return published === undefined
    ? tr.t('sourceBare', outlet)
    : tr.t('sourceDated', outlet, tr.formatShortDate(published));
}

function badgeLabel(provenance: Provenance, main: Relative, tr: Translator): string {
  const { kind } = provenance;
  switch (kind) {
    case 'copy':
      return tr.t('badgeCopy', shortSource(main, tr));
    case 'edited': {
      const key = main.match.order === 'archive-earlier' ? 'badgeEdited' : 'badgeVersion';
      return tr.t(key, shortSource(main, tr));
    }
    case 'changed': {
      const date = versionDate(main);
      return date === undefined
        ? tr.t('badgeChangedUndated')
        : tr.t('badgeChanged', tr.formatShortDate(date));
    }
    case 'excerpt':
      return tr.t('badgeExcerpt', shortSource(main, tr));
    case 'contains':
      return tr.t('badgeContains', shortSource(main, tr));
    case 'passages':
      return tr.t(
        'badgePassages',
        tr.tn('passages', main.match.passages.length),
        shortSource(main, tr),
      );
    case 'original':
    case 'earliest':
    case 'related':
    case 'no-match': {
      const date = pageDate(provenance);
      return date === undefined
        ? tr.t('badgeEarliestUndated')
        : tr.t('badgeEarliest', tr.formatShortDate(date));
    }
  }
}

function badgeState(kind: VerdictKind): BadgeModel['state'] | undefined {
  switch (kind) {
    case 'original':
    case 'earliest':
    case 'copy':
    case 'edited':
    case 'changed':
      return kind;
    case 'excerpt':
    case 'contains':
    case 'passages':
      return 'shares';
    case 'related':
    case 'no-match':
      return undefined;
  }
}

/** What the badge beside the headline says; undefined where there is nothing worth a badge. */
export function badgeModel(provenance: Provenance, tr: Translator): BadgeModel | undefined {
  const { kind, main } = provenance;
  const state = badgeState(kind);
  if (state === undefined || main === undefined) return undefined;
  const numbers = verdictNumbers(provenance, tr);
  return {
    state,
    label: badgeLabel(provenance, main, tr),
    lines: [verdictSentence(provenance, tr), ...(numbers.length > 0 ? [numbers.join(' · ')] : [])],
    dir: tr.dir,
    words: {
      open: tr.t('badgeOpen'),
      close: tr.t('badgeClose'),
      thisPage: tr.t('badgeThisPage'),
      thisSite: tr.t('badgeThisSite'),
      cancel: tr.t('badgeCancel'),
    },
  };
}
