// Reads the dates that pages state, keeping exactly the precision that was stated.

import { monthNumber } from './months.ts';

const iso =
  /^([12]\d{3})(?:-(\d{2})(?:-(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?$/i;
const compact = /^([12]\d{3})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
const epoch = /^(?:\d{10}|\d{13})$/;

type Order = 'dmy' | 'mdy' | 'ymd' | 'unclear';

/** How dates stand within a line: `5 February 2021`, `Feb. 5th, 2021`, `5.2.2021`, `2/24/2021`. */
const written: [pattern: RegExp, order: Order][] = [
  [
    /(?<![\p{L}\p{N}.,/-])(\d{1,2})(?:\s?(?:st|nd|rd|th|er|º|\.|-го))?[\s-]+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+|del\s+)?([12]\d{3})(?!\d)/iu,
    'dmy',
  ],
  [
    /(?<![\p{L}\p{N}])(\p{L}{3,12})\.?\s+(\d{1,2})(?:\s?(?:st|nd|rd|th))?,?\s+([12]\d{3})(?!\d)/iu,
    'mdy',
  ],
  [/(?<![\p{L}\p{N}.,/-])([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/u, 'ymd'],
  [/(?<!\d)([12]\d{3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u, 'ymd'],
  [/(?<![\p{L}\p{N}.,/-])(\d{1,2})\.\s?(\d{1,2})\.\s?([12]\d{3})(?!\d)/u, 'dmy'],
  [/(?<![\p{L}\p{N}.,/-])(\d{1,2})([/-])(\d{1,2})\2([12]\d{3})(?!\d)/u, 'unclear'],
];
/** A time of day right behind a date. */
const timeOfDay =
  /^(?:T|\s?(?:г|року|года|р)\.?(?!\p{L})[\s,]*|[\s,|·•@–—-]*)(?:(?:at|um|в|о|à|a las|alle(?: ore)?|às|godz\.?)\s+)?(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?(?!\d)\s*([ap]\.?m\b\.?)?(?:\s*(?:Uhr|ч\.))?(?:\s*\(?(?:(?:GMT|UTC)(?=[+-]))?([A-Z]{1,5}\b|[+-]\d{2}:?\d{2}))?\)?/iu;
/** Zones whose letters mean one thing; `CST`, `BST` and `IST` do not. */
const zones: Record<string, string> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: '+03:00',
};

/** News before this was not on paper either; later than this is a mistake or a trap. */
const firstYear = 1600;
const lastYear = 2100;

interface Parts {
  year: string;
  month?: string | undefined;
  day?: string | undefined;
  hour?: string | undefined;
  minute?: string | undefined;
  second?: string | undefined;
  zone?: string | undefined;
}

function zoneOf(zone: string): string {
  const named = zones[zone.toUpperCase()];
  if (named !== undefined) return named;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const offset = `${zone[0] ?? '+'}${digits.slice(0, 2)}:${digits.slice(2)}`;
  return /^[+-]00:00$/.test(offset) ? 'Z' : offset;
}

function writeDate({ year, month, day, hour, minute, second, zone }: Parts): string | undefined {
  if (Number(year) < firstYear || Number(year) > lastYear) return undefined;
  if (month === undefined) return year;
  const monthText = month.padStart(2, '0');
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return `${year}-${monthText}`;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > days) return undefined;
  const date = `${year}-${monthText}-${day.padStart(2, '0')}`;
  // The epoch itself stands for "unset".
  if (date === '1970-01-01') return undefined;
  if (hour === undefined || minute === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  // Midnight to the second without a zone is how systems write a bare date.
  if (zone === undefined && /^00$/.test(hour) && minute === '00' && Number(second ?? 0) === 0) {
    return date;
  }
  return `${date}T${hour}:${minute}:${second ?? '00'}${zone === undefined ? '' : zoneOf(zone)}`;
}

function number(month: string): string | undefined {
  return /^\d/.test(month) ? month : monthNumber(month)?.toString();
}

/** Year, month and day of a match; undefined where the month is no month or the order is unclear. */
function dayParts(match: RegExpExecArray, order: Order): Parts | undefined {
  const groups = match.slice(1).filter((group) => !/^[-/.]$/.test(group));
  const [a = '', b = '', c = ''] = groups;
  const parts = {
    ymd: { year: a, month: b, day: c },
    dmy: { year: c, month: number(b), day: a },
    mdy: { year: c, month: number(a), day: b },
    // `02/05/2021` is two days; `02/25/2021` and `25/02/2021` are one.
    unclear:
      Number(a) > 12
        ? { year: c, month: b, day: a }
        : Number(b) > 12 || a === b
          ? { year: c, month: a, day: b }
          : { year: c, month: undefined, day: undefined },
  }[order];
  return parts.month === undefined ? undefined : parts;
}

/** A time behind a date, as far as it is clear: a zone that is not known leaves the day alone. */
function timeBehind(rest: string): { length: number; parts: Omit<Parts, 'year'> } | undefined {
  const found = timeOfDay.exec(rest);
  if (found === null) return undefined;
  const [whole, hourText = '', minute = '', second, half, zone] = found;
  const noon = half === undefined ? undefined : /^p/i.test(half);
  let hour = Number(hourText);
  if (noon !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (noon ? 12 : 0);
  }
  const known = zone === undefined || /^[+-]/.test(zone) || zones[zone.toUpperCase()] !== undefined;
  const isWord = zone !== undefined && !known && !/^[A-Z]+$/.test(zone);
  if (!known && !isWord) return { length: whole.length, parts: {} };
  return {
    length: isWord ? whole.length - zone.length : whole.length,
    parts: {
      hour: String(hour).padStart(2, '0'),
      minute,
      second,
      zone: isWord ? undefined : zone,
    },
  };
}

export interface FoundDate {
  /** ISO 8601 with the precision stated, to the day at least. */
  value: string;
  /** Half-open range of characters in the text. */
  start: number;
  end: number;
}

/** The longest text in which a date is looked for. */
const longestText = 400;

/**
 * The first date, to the day at least, that stands in a line of text: ISO 8601, month names of the
 * languages in {@link file://./months.ts}, `5.2.2021`, slashes where only one order is possible.
 */
export function dateIn(text: string): FoundDate | undefined {
  const line = text.slice(0, longestText);
  let best: FoundDate | undefined;
  for (const [pattern, order] of written) {
    const match = pattern.exec(line);
    const parts = match && dayParts(match, order);
    if (!parts || match === null) continue;
    const end = match.index + match[0].length;
    const time = timeBehind(line.slice(end));
    const value = (time && writeDate({ ...parts, ...time.parts })) ?? writeDate(parts);
    if (value === undefined || (best !== undefined && best.start <= match.index)) continue;
    best = { value, start: match.index, end: end + (time?.length ?? 0) };
  }
  return best;
}

/**
 * A stated date as ISO 8601 with the precision it was stated in: `2021`, `2021-02`, `2021-02-05`,
 * `2021-02-05T10:00:00Z`, `…+03:00`, or without a zone where none was given.
 *
 * Understands ISO 8601, RFC 9110 dates, seconds or milliseconds since 1970, and what
 * {@link dateIn} does. Ambiguous forms (`02/05/2021`), impossible dates, words (`yesterday`) and
 * the epoch itself, which stands for "unset", give undefined.
 */
export function parseDate(text: string): string | undefined {
  const value = text.trim();
  if (value.length > 60) return undefined;
  if (epoch.test(value)) {
    const time = Number(value) * (value.length === 10 ? 1000 : 1);
    const date = new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
    return time < 86_400_000 ? undefined : date;
  }
  for (const pattern of [iso, compact]) {
    const found = pattern.exec(value);
    if (found === null) continue;
    const [, year = '', month, day, hour, minute, second, zone] = found;
    if (year === '1970' && month === '01' && day === '01') return undefined;
    return writeDate({ year, month, day, hour, minute, second, zone });
  }
  const found = dateIn(value);
  if (found === undefined) return undefined;
  // Only a weekday, a label or a zone's name in brackets may stand beside it.
  const before = value.slice(0, found.start).replace(/[\s,:-]+$/u, '');
  const after = value.slice(found.end).replace(/^[\s.,)-]+|\s*\([^()]*\)$/gu, '');
  return /^(?:[\p{L}-]{2,14}\.?)?$/u.test(before) &&
    /^(?:г|года|року|р|[A-Z]{2,4})?\.?$|^[^\p{L}\p{N}]*$/u.test(after)
    ? found.value
    : undefined;
}

/** The date that an address states in its path: `/2021/02/05/…`, `/2021-02-05-…`, `/2021/feb/05/`. */
export function dateInAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname } = new URL(url);
  const found =
    /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$)/i.exec(
      pathname,
    ) ?? /\/((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/-]|$)/.exec(pathname);
  if (found === null) return undefined;
  const [, year = '', monthText = '', day = ''] = found;
  const month = /\d/.test(monthText) ? monthText : monthNumber(monthText)?.toString();
  return month && writeDate({ year, month, day });
}
