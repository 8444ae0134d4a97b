// Dates relative to the page's, where both are known to the day.

import type { Translator } from '../src/provenance/translator.ts';

const DAY = /^\d{4}-\d{2}-\d{2}/;
const MS_A_DAY = 86_400_000;

/** The date without time of day, with the precision it has; undefined for none. */
export const cleanDay = (date: string | undefined): string | undefined =>
  /^\d{4}(?:-\d{2}){0,2}/.exec(date ?? '')?.[0];

/** `2 days later`, `same day`; undefined where either date is not known to the day. */
export function daysFrom(
  pageDate: string | undefined,
  date: string,
  tr: Translator,
): string | undefined {
  const page = DAY.exec(pageDate ?? '')?.[0];
  const other = DAY.exec(date)?.[0];
  if (page === undefined || other === undefined) return undefined;
  const days = Math.round((Date.parse(other) - Date.parse(page)) / MS_A_DAY);
  if (Number.isNaN(days)) return undefined;
  if (days === 0) return tr.t('sameDay');
  return days > 0 ? tr.tn('daysLater', days) : tr.tn('daysEarlier', -days);
}
