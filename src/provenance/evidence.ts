// What a verdict rests on, told in whole sentences.

import { cleanName, SMALLEST_EDIT_RATE, unknownOrder } from './phrases.ts';
import type { Translator } from './translator.ts';
import type { Provenance, Relative } from './types.ts';

function orderLine(relative: Relative, tr: Translator): string | undefined {
  const { order, orderReason } = relative.match;
  if (order === 'unknown') return unknownOrder(relative, tr);
  const { pageDate, archiveDate } = orderReason;
  if (pageDate === undefined || archiveDate === undefined) return undefined;
  const [page, archive] = [tr.formatDateTime(pageDate), tr.formatDateTime(archiveDate)];
  return order === 'archive-earlier'
    ? tr.t('evidenceArchiveEarlier', archive, page)
    : tr.t('evidencePageEarlier', page, archive);
}

function strengthLine(relative: Relative, tr: Translator): string {
  switch (relative.match.strength) {
    case 'strong':
      return tr.t('evidenceStrong');
    case 'reported':
      return tr.t('evidenceReported');
    case 'possible':
      return tr.t('evidencePossible');
  }
}

/**
 * The statements behind what is said of a relative: how much is shared, seen from both sides; what
 * differs; the dates compared; how telling that is; and which archive it stands in.
 */
export function evidenceLines(relative: Relative, tr: Translator): string[] {
  const { match } = relative;
  const lines: string[] = [
    tr.tn('evidencePassages', match.passages.length, tr.tn('words', relative.sharedWords)),
    tr.t('evidenceShares', tr.formatPercent(match.pageShare), tr.formatPercent(match.archiveShare)),
  ];
  if (relative.addedWords > 0) lines.push(tr.tn('evidenceAdded', relative.addedWords));
  const dropped = match.droppedParagraphs;
  if (dropped.length > 0) {
    const numbers = dropped.map((paragraph) => tr.formatNumber(paragraph + 1));
    lines.push(
      tr.tn('evidenceDropped', dropped.length, tr.formatList(numbers), match.archiveParagraphs),
    );
  }
  if (match.editRate >= SMALLEST_EDIT_RATE) {
    lines.push(tr.t('evidenceEditRate', tr.formatPercent(match.editRate)));
  }
  const order = orderLine(relative, tr);
  // A page and its own archived version share a date as a matter of course.
  if (relative.samePage) lines.push(tr.t('evidenceSamePage'));
  else if (order !== undefined) lines.push(order);
  lines.push(strengthLine(relative, tr));
  lines.push(
    tr.t(
      'evidenceArchive',
      cleanName(match.archive.name, tr),
      tr.tn('articles', match.archive.documents),
      tr.formatDate(match.archive.created),
    ),
  );
  return lines;
}

/** What was searched, an archive a line, and then what such a search cannot find. */
export function noMatchExplanation(
  provenance: Provenance,
  tr: Translator,
): { searched: string[]; limits: string[] } {
  return {
    searched: provenance.searched.archives.map((archive) =>
      tr.t(
        'searchedArchive',
        cleanName(archive.name, tr),
        tr.tn('articles', archive.documents),
        tr.formatDate(archive.created),
      ),
    ),
    limits: [tr.t('notFoundRewritten'), tr.t('notFoundOutside')],
  };
}
