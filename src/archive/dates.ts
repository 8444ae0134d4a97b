// Dates with the precision known, as days for the fixed rows.

import { UNKNOWN_DAY } from './layout.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?$/;
const DAY_MS = 86_400_000;

export interface DayPrecision {
  /** Days since 1970-01-01 of the first day meant; `UNKNOWN_DAY` if there is none. */
  day: number;
  /** 0 unknown, 1 year, 2 month, 3 day, 4 time. */
  precision: number;
}

/** Day and precision of an ISO 8601 date as written; its own zone's day, not UTC's. */
export function dayOf(iso: string | undefined): DayPrecision {
  const parts = iso === undefined ? null : ISO.exec(iso);
  if (parts === null) return { day: UNKNOWN_DAY, precision: 0 };
  const [, year, month, day, time] = parts;
  const ms = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const precision = time !== undefined ? 4 : day !== undefined ? 3 : month !== undefined ? 2 : 1;
  return { day: Math.floor(ms / DAY_MS), precision };
}

/** The date a row tells, as {@link dayOf} read it; undefined where a row cannot tell it whole. */
export function isoOfDay({ day, precision }: DayPrecision): string | undefined {
  if (precision < 1 || precision > 3) return undefined;
  const date = new Date(day * DAY_MS);
  if (Number.isNaN(date.getTime())) return undefined;
  return date.toISOString().slice(0, [4, 7, 10][precision - 1]);
}
