// ISO 8601 dates of known precision as CSL date parts and in words.
import type { CslDate } from './types.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?$/;

/**
 * The parts of an ISO date that are known: `2021` gives one, `2021-02-05T23:30:00+03:00` three, as
 * written, since the day is that of the place where it was written. Undefined for anything else,
 * and for a day that does not exist.
 */
export function dateParts(iso: string | undefined): number[] | undefined {
  const found = ISO.exec(iso?.trim() ?? '');
  if (found === null) return undefined;
  const parts = found.slice(1, 4).flatMap((part) => (part === undefined ? [] : [Number(part)]));
  const [year = 0, month = 1, day = 1] = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    year > 0 && month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? parts : undefined;
}

/** A CSL date with the precision known; undefined where {@link dateParts} is. */
export function cslDate(iso: string | undefined): CslDate | undefined {
  const parts = dateParts(iso);
  return parts === undefined ? undefined : { 'date-parts': [parts] };
}

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/**
 * `5 Feb 2021`, `Feb 2021` or `2021`: English, like the rest of a note, so that the same citation
 * is the same text on every machine.
 */
export function dateInWords(iso: string | undefined): string | undefined {
  const [year, month, day] = dateParts(iso) ?? [];
  if (year === undefined) return undefined;
  const name = month === undefined ? undefined : MONTHS[month - 1];
  return [day, name, year].filter((part) => part !== undefined).join(' ');
}
