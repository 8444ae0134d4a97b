// Why a story is listed as related, in one line.

import type { RelatedReason } from '../match/types.ts';
import { cleanName } from './phrases.ts';
import type { Translator } from './translator.ts';
import type { RelatedCoverage } from './types.ts';

/** Names and words told in a line; the rest is in the evidence. */
const TOLD = 3;

/** The reasons in one line; undefined where there are none to tell. */
export function relatedReasonLine(
  { pointedToBy, reasons = [] }: RelatedCoverage,
  tr: Translator,
): string | undefined {
  if (pointedToBy !== undefined) return tr.t('relatedReason', cleanName(pointedToBy, tr));
  const parts = reasons.flatMap((reason) => reasonPart(reason, tr) ?? []);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** One reason; the date is told apart, beside the outlet. */
function reasonPart({ kind, items = [] }: RelatedReason, tr: Translator): string | undefined {
  const told = tr.formatList(items.slice(0, TOLD).map((item) => cleanName(item, tr)));
  if (items.length === 0) return undefined;
  switch (kind) {
    case 'names':
      return tr.t('relatedNames', told);
    case 'terms':
      return tr.t('relatedTerms', told);
    case 'links':
      return tr.t('relatedLinks', told);
    case 'date':
    case 'quote':
      return undefined;
  }
}
