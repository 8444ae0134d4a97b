// Dates as files write them, and how much older than its story a picture says it is.

import type { PictureFact } from './types.ts';

const MS_A_DAY = 86_400_000;
/** Written as `2019-05-04T…` in XMP, `20190504` in IPTC and `2019:05:04 10:00:00` in EXIF. */
const written = /^(\d{4})(?:[-:]?(\d{2})(?:[-:]?(\d{2})(?!\d))?)?/;

/**
 * The date with the precision of a day at most: hours in files have no certain time zone. Undefined
 * for what is no date, or one before photography or a day that does not exist.
 */
export function fileDate(text: string): string | undefined {
  const [, year = '', month, day] = written.exec(text.trim()) ?? [];
  if (year < '1826' || year > '2200') return undefined;
  // IPTC writes an unknown month or day as 00.
  if (month === undefined || month === '00') return year;
  if (month > '12') return undefined;
  if (day === undefined || day === '00') return `${year}-${month}`;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** By how much the file says that its picture is older than the story. */
export interface OlderPicture {
  /** Whole days. */
  days: number;
  /** The file's own date, to the day. */
  created: string;
  from: string;
}

/**
 * A picture taken the day before, in another time zone, or the evening before a morning's paper is
 * no older picture: two days are the least that says anything.
 */
export const FEWEST_DAYS = 2;

/**
 * Whether the file's date shows the picture to be older than the story. Undefined where it does not,
 * or where either date is not known to the day: nothing is guessed from how a picture looks or is
 * named. What the page itself marks as older is with the image, see `article/picture-marks.ts`.
 *
 * @param published the story's publication, ISO 8601
 */
export function olderThanStory(
  facts: readonly PictureFact[],
  published: string | undefined,
): OlderPicture | undefined {
  const created = facts.find(({ field }) => field === 'created');
  const day = /^\d{4}-\d{2}-\d{2}/;
  const made = day.exec(created?.value ?? '')?.[0];
  const told = day.exec(published ?? '')?.[0];
  if (created === undefined || made === undefined || told === undefined) return undefined;
  const days = Math.round((Date.parse(told) - Date.parse(made)) / MS_A_DAY);
  return days >= FEWEST_DAYS ? { days, created: made, from: created.from } : undefined;
}
