// Which came first: only what the dates themselves allow to say.

import type { Order, OrderReason } from './types.ts';

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

interface Span {
  /** Milliseconds: the earliest and the latest moment that the date can mean. */
  from: number;
  to: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A date's earliest and latest moment. Calendar dates are compared as calendar dates, without zones. */
function calendarSpan(iso: string): Span | undefined {
  const parts = ISO.exec(iso);
  if (parts === null) return undefined;
  const [, year, month, day] = parts;
  const from = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  if (day !== undefined) return { from, to: from + DAY };
  if (month !== undefined) return { from, to: Date.UTC(Number(year), Number(month), 1) };
  return { from, to: Date.UTC(Number(year) + 1, 0, 1) };
}

/** A day somewhere on earth begins up to 14 hours before UTC's, and ends up to 12 after. */
const EAST = 14 * HOUR;
const WEST = 12 * HOUR;

/** When a date can have been, as moments: a calendar day anywhere, or the moment itself. */
function momentSpan(iso: string, calendar: Span): Span {
  const at = moment(iso);
  return at === undefined
    ? { from: calendar.from - EAST, to: calendar.to + WEST }
    : { from: at, to: at + SAME_MOMENT };
}

/** A moment with its zone; undefined where time or zone is not known. */
function moment(iso: string): number | undefined {
  const parts = ISO.exec(iso);
  if (parts === null || parts[4] === undefined || parts[7] === undefined) return undefined;
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Minutes below which two clocks and two publishing systems cannot be told apart. */
const SAME_MOMENT = 60_000;

/**
 * Compares publication dates, ISO 8601 with the precision known.
 *
 * Two moments with zones are compared to the minute, calendar dates by the calendar, and only where
 * they do not overlap: `2021-02` says nothing about `2021-02-05`. A moment beside a calendar date
 * must lie outside of that day in every time zone.
 */
export function orderOf(
  pageDate: string | undefined,
  archiveDate: string | undefined,
): { order: Order; reason: OrderReason } {
  const dates = {
    ...(pageDate === undefined ? {} : { pageDate }),
    ...(archiveDate === undefined ? {} : { archiveDate }),
  };
  const unknown = (rule: OrderReason['rule']) =>
    ({ order: 'unknown', reason: { rule, ...dates } }) as const;
  if (pageDate === undefined) return unknown('no-page-date');
  if (archiveDate === undefined) return unknown('no-archive-date');
  const page = calendarSpan(pageDate);
  const archive = calendarSpan(archiveDate);
  if (page === undefined) return unknown('no-page-date');
  if (archive === undefined) return unknown('no-archive-date');

  const reason: OrderReason = { rule: 'dates-differ', ...dates };
  const pageMoment = moment(pageDate);
  const archiveMoment = moment(archiveDate);
  if (pageMoment !== undefined && archiveMoment !== undefined) {
    if (Math.abs(pageMoment - archiveMoment) < SAME_MOMENT) return unknown('same-date');
    return { order: archiveMoment < pageMoment ? 'archive-earlier' : 'page-earlier', reason };
  }
  // Two calendar dates are compared as written. Beside a moment, a day is a day anywhere on earth.
  const mixed = pageMoment !== undefined || archiveMoment !== undefined;
  const [left, right] = mixed
    ? [momentSpan(pageDate, page), momentSpan(archiveDate, archive)]
    : [page, archive];
  if (right.to <= left.from) return { order: 'archive-earlier', reason };
  if (left.to <= right.from) return { order: 'page-earlier', reason };
  return unknown(sameDay(pageDate, archiveDate) ? 'same-date' : 'dates-overlap');
}

/** Whether two dates say the same as far as the less precise one goes. */
function sameDay(x: string, y: string): boolean {
  const length = Math.min(x.length, y.length, '2021-02-05'.length);
  return x.slice(0, length) === y.slice(0, length);
}

/** Whole days from one date to another, by the calendar; undefined where a day is not known. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  const start = calendarSpan(from);
  const end = calendarSpan(to);
  if (start === undefined || end === undefined) return undefined;
  if (start.to - start.from !== DAY || end.to - end.from !== DAY) return undefined;
  return Math.round((end.from - start.from) / DAY);
}
