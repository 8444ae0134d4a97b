// Dates as files write them, and how much older than its story a picture says it is.

import type { ArticleImage } from '../article/types.ts';
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

/** What shows that a picture is older than the story it stands in. */
export interface OlderPicture {
  /** Whole days, where the file's date and the story's are both known to the day. */
  days?: number;
  /** The file's own date, with its precision. */
  created?: string;
  /** The words by which the page itself marks the picture: `File photo`. */
  marked?: string;
  from: string;
}

/**
 * A picture taken the day before, in another time zone, or the evening before a morning's paper is
 * no older picture: two days are the least that says anything.
 */
export const FEWEST_DAYS = 2;

/**
 * Whether the file's date, or the page's own mark, shows the picture to be older than the story.
 * Undefined where neither does: nothing is guessed from how a picture looks or is named.
 *
 * @param published the story's publication, ISO 8601
 */
export function olderThanStory(
  facts: readonly PictureFact[],
  image: Pick<ArticleImage, 'marked'> | undefined,
  published: string | undefined,
): OlderPicture | undefined {
  const created = facts.find(({ field }) => field === 'created');
  const day = /^\d{4}-\d{2}-\d{2}/;
  const [made, told] = [day.exec(created?.value ?? '')?.[0], day.exec(published ?? '')?.[0]];
  if (created !== undefined && made !== undefined && told !== undefined) {
    const days = Math.round((Date.parse(told) - Date.parse(made)) / MS_A_DAY);
    if (days >= FEWEST_DAYS) return { days, created: created.value, from: created.from };
  }
  if (image?.marked?.value !== 'archive') return undefined;
  return { marked: image.marked.from, from: 'caption' };
}
