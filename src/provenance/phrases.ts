// The parts that sentences are built from: an outlet with its date, an order, a list of changes.

import type { OrderReason } from '../match/types.ts';
import type { Translator } from './translator.ts';
import type { Relative } from './types.ts';

/** Longer names are cut: metadata may hold anything, and a name must leave room for the fact. */
const LONGEST_NAME = 80;

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * A name from a page or a pack, fit to stand inside a sentence: one line, no control characters, at
 * most 80 characters. A name of the other direction is isolated, so that it cannot reorder the
 * words around it (Unicode Bidirectional Algorithm, UAX 9, section 2.7).
 */
export function cleanName(name: string, tr: Translator): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const cut = line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…` : line;
  return RTL_LETTER.test(cut) === (tr.dir === 'rtl') ? cut : `\u2068${cut}\u2069`;
}

/** The date a relative is told by. */
export function publishedOf(relative: Relative): string | undefined {
  return relative.match.document.published;
}

/** When the archived text stood as it is archived: its last change, its capture, its publication. */
export function versionDate(relative: Relative): string | undefined {
  const { modified, firstSeen, published } = relative.match.document;
  return modified ?? firstSeen ?? published;
}

/** `The Harbour Gazette, 5 Feb 2021`; without the date where it is unknown. */
export function datedSource(relative: Relative, tr: Translator): string {
  const outlet = cleanName(relative.outlet, tr);
  const published = publishedOf(relative);
  return published === undefined
    ? tr.t('sourceBare', outlet)
    : tr.t('sourceDated', outlet, tr.formatDate(published));
}

/** As {@link datedSource}, but relative to the page where the relative is known to be earlier. */
export function earlierSource(relative: Relative, tr: Translator): string {
  const { daysBefore, match } = relative;
  if (match.order !== 'archive-earlier' || daysBefore === undefined || daysBefore < 0) {
    return datedSource(relative, tr);
  }
  const outlet = cleanName(relative.outlet, tr);
  return daysBefore === 0 ? tr.t('sourceSameDay', outlet) : tr.tn('sourceDays', daysBefore, outlet);
}

/** Why it is not known which came first, as part of a sentence. */
function unknownOrderReason(reason: OrderReason, tr: Translator): string {
  switch (reason.rule) {
    case 'same-date': {
      // The less precise of the two is what both of them say.
      const [date] = [reason.archiveDate, reason.pageDate]
        .filter((each) => each !== undefined)
        .toSorted((x, y) => x.length - y.length);
      return date === undefined
        ? tr.t('orderImprecise')
        : tr.t('orderSameDate', tr.formatDate(date));
    }
    case 'no-page-date':
      return tr.t('orderNoPageDate');
    case 'no-archive-date':
      return tr.t('orderNoArchiveDate');
    case 'dates-overlap':
      return tr.t('orderOverlap');
    case 'dates-differ':
      // They differ by less than their own precision: `2021-02` and `2021-02-05`.
      return tr.t('orderImprecise');
  }
}

/** `Which came first is not known: both say 5 Feb 2021.` */
export function unknownOrder(relative: Relative, tr: Translator): string {
  return tr.t('orderUnknown', unknownOrderReason(relative.match.orderReason, tr));
}

/** `1 paragraph dropped and 32 words added`: the two that say most, never none. */
export function changeList(relative: Relative, tr: Translator): string {
  const { addedWords, match } = relative;
  const changes: string[] = [];
  if (match.droppedParagraphs.length > 0) {
    changes.push(tr.tn('changeDropped', match.droppedParagraphs.length));
  }
  if (addedWords > 0) changes.push(tr.tn('changeAdded', addedWords));
  if (match.editRate >= SMALLEST_EDIT_RATE) {
    changes.push(tr.t('changeRate', tr.formatPercent(match.editRate)));
  }
  return changes.length > 0 ? tr.formatList(changes.slice(0, 2)) : tr.t('changeSmall');
}

/** Under half a per cent the estimate says no more than "something". */
export const SMALLEST_EDIT_RATE = 0.005;
