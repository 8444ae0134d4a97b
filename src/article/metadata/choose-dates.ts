// Chooses among the dates that a page states, and keeps those that were not chosen.

import type { Article, Evidenced } from '../types.ts';
import type { Claims } from './claims.ts';
import { dateInAddress } from './date.ts';
import type { Visible } from './visible.ts';

/** Zones and clocks differ; a date further ahead than this was not when the story appeared. */
const mostAhead = 2 * 86_400_000;

function isAhead({ value }: Evidenced, now: number): boolean {
  return Date.parse(value.slice(0, 10)) > now + mostAhead;
}

/** Each place with each value once. */
function distinct(dates: readonly Evidenced[]): Evidenced[] {
  const seen = new Set<string>();
  return dates.filter(({ value, from }) => {
    const key = `${from}|${value}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** One of the same day that says the time too, before one that says the day alone. */
function mostPrecise(first: Evidenced, others: readonly Evidenced[]): Evidenced {
  if (first.value.includes('T')) return first;
  return (
    others.find(({ value }) => value.includes('T') && value.startsWith(`${first.value}T`)) ?? first
  );
}

/**
 * Published and modified, apart. Metadata before what is visible before the address; a date of
 * modification never stands in for one of publication. Both lists hold every date stated.
 */
export function chooseDates(
  claims: Pick<Claims, 'published' | 'modified'>,
  visible: Pick<Visible, 'published' | 'modified'>,
  url: string,
  now: number = Date.now(),
): Pick<Article, 'published' | 'modified' | 'dates'> {
  const inAddress = dateInAddress(url);
  const publishedAll = distinct([
    ...claims.published,
    ...visible.published,
    ...(inAddress === undefined ? [] : [{ value: inAddress, from: 'date in the address' }]),
  ]);
  const modifiedAll = distinct([...claims.modified, ...visible.modified]);
  const [first, ...others] = publishedAll.filter((date) => !isAhead(date, now));
  const modified = modifiedAll.find((date) => !isAhead(date, now));
  if (publishedAll.length + modifiedAll.length === 0) return {};
  return {
    ...(first === undefined ? {} : { published: mostPrecise(first, others) }),
    ...(modified === undefined ? {} : { modified }),
    dates: { published: publishedAll, modified: modifiedAll },
  };
}
