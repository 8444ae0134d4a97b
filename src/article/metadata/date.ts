// Reads the dates that pages state, keeping exactly the precision that was stated.

const months: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

const iso =
  /^([12]\d{3})(?:-(\d{2})(?:-(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?)?)?$/i;
const compact = /^([12]\d{3})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** `Fri, 05 Feb 2021 10:00:00 GMT` (RFC 9110), with or without weekday and time. */
const dayFirst =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+([12]\d{3})(?:,?\s+(?:at\s+)?(\d{2}):(\d{2})(?::(\d{2}))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const monthFirst =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+([12]\d{3})$/i;
const epoch = /^(?:\d{10}|\d{13})$/;

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

function monthNumber(name: string): string | undefined {
  const number = months[name.slice(0, 3).toLowerCase()];
  const known =
    /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
  return number === undefined || !known.test(name) ? undefined : String(number);
}

function zoneOf(zone: string): string {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const offset = `${zone[0] ?? '+'}${digits.slice(0, 2)}:${digits.slice(2)}`;
  return /^[+-]00:00$/.test(offset) ? 'Z' : offset;
}

function written({ year, month, day, hour, minute, second, zone }: Parts): string | undefined {
  if (Number(year) < firstYear || Number(year) > lastYear) return undefined;
  if (month === undefined) return year;
  const monthText = month.padStart(2, '0');
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return `${year}-${monthText}`;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > days) return undefined;
  const date = `${year}-${monthText}-${day.padStart(2, '0')}`;
  if (hour === undefined || minute === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  // Midnight to the second without a zone is how systems write a bare date.
  if (zone === undefined && /^00$/.test(hour) && minute === '00' && Number(second ?? 0) === 0) {
    return date;
  }
  return `${date}T${hour}:${minute}:${second ?? '00'}${zone === undefined ? '' : zoneOf(zone)}`;
}

/**
 * A stated date as ISO 8601 with the precision it was stated in: `2021`, `2021-02`, `2021-02-05`,
 * `2021-02-05T10:00:00Z`, `…+03:00`, or without a zone where none was given.
 *
 * Understands ISO 8601, RFC 9110 dates, seconds or milliseconds since 1970, and English day and
 * month names. Ambiguous forms (`02/05/2021`) and impossible dates give undefined, and so does the
 * epoch itself, which stands for "unset".
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
    return written({ year, month, day, hour, minute, second, zone });
  }
  const day = dayFirst.exec(value);
  if (day !== null) {
    const [, date, name = '', year = '', hour, minute, second, zone] = day;
    const month = monthNumber(name);
    return month && written({ year, month, day: date, hour, minute, second, zone });
  }
  const month = monthFirst.exec(value);
  if (month !== null) {
    const [, name = '', date, year = ''] = month;
    const number = monthNumber(name);
    return number && written({ year, month: number, day: date });
  }
  return undefined;
}

/** The date that an address states in its path: `/2021/02/05/…`, `/2021-02-05-…`, `/2021/feb/05/`. */
export function dateInAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname } = new URL(url);
  const found =
    /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$)/i.exec(
      pathname,
    );
  if (found === null) return undefined;
  const [, year = '', monthText = '', day = ''] = found;
  const month = /\d/.test(monthText) ? monthText : monthNumber(monthText);
  return month && written({ year, month, day });
}
