// Dates as news writes them to ISO 8601, with the precision that is written and no time zone guessed.

import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';
import * as fr from 'chrono-node/fr';
import * as it from 'chrono-node/it';
import * as pt from 'chrono-node/pt';
import * as ru from 'chrono-node/ru';
import * as uk from 'chrono-node/uk';

/** What a parser of one language gives. */
interface Parser {
  parse(text: string, reference: { instant: Date; timezone: number }): ParsedDate[];
}

interface ParsedDate {
  text: string;
  /** Set for a range of dates. */
  end?: unknown;
  start: {
    get(part: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'timezoneOffset'): number | null;
    isCertain(part: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'timezoneOffset'): boolean;
  };
}

/** English twice: `February 2021` is known to the casual parser alone. */
const parsers: Parser[] = [
  en.strict,
  en.casual,
  ru.strict,
  uk.strict,
  de.strict,
  fr.strict,
  es.strict,
  pt.strict,
  it.strict,
];

/** Fixed, so that nothing depends on the day or the zone of the machine. */
const reference = { instant: new Date(0), timezone: 0 };

/** Longer lines are sentences that mention a date. */
const longestDateLine = 100;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `2021-02-05` if that day exists, to the day or to what is given. */
function calendarDate(year: number, month?: number, day?: number): string | undefined {
  if (year < 1600 || year > 2199) return undefined;
  if (month === undefined) return pad(year, 4);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${pad(year, 4)}-${pad(month)}`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > days) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

const isoForm =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;

/**
 * An ISO 8601 date with the precision it has. A time without a zone is left off: which instant it
 * means is not known.
 *
 * @returns undefined for anything else, and for days that do not exist
 */
export function readIsoDate(text: string): string | undefined {
  const found = isoForm.exec(text.trim());
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  const date = calendarDate(
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  );
  if (date === undefined || hour === undefined || minute === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  if (zone === undefined) return date;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
  return `${date}T${hour}:${minute}:${second ?? '00'}${offset}`;
}

/**
 * `05.02.2021` has the day first; `05/02/2021` and `05-02-2021` may be either, and where both
 * readings are days of the calendar only the year is known.
 */
function readNumericDate(text: string): string | undefined {
  const found = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (found === null) return undefined;
  const [a, b, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (found[2] === '.' || a === b) return calendarDate(year, b, a);
  const dayFirst = calendarDate(year, b, a);
  const monthFirst = calendarDate(year, a, b);
  if (dayFirst !== undefined && monthFirst !== undefined) return calendarDate(year);
  return dayFirst ?? monthFirst;
}

/** What may stand beside a date without changing it. */
const filler =
  /\b(?:at|on|um|uhr|às|à|a las)\b|(?<!\p{L})(?:года?|г|р|року|в|о)(?!\p{L})\.?|[\s,;|·•()[\]–—-]/giu;

/** Zone names that mean one offset everywhere; `CST` or `IST` mean several. */
const certainZone = /\b(?:UTC|GMT|Z)\b|\d\s*[+-]\d{1,2}:?\d{2}\b/;

function fromChrono(found: ParsedDate, text: string): string | undefined {
  const { start } = found;
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || !start.isCertain('year') || !start.isCertain('month')) {
    return undefined;
  }
  const date = calendarDate(year, month, start.isCertain('day') && day !== null ? day : undefined);
  const [hour, minute, zone] = [
    start.get('hour'),
    start.get('minute'),
    start.get('timezoneOffset'),
  ];
  if (date === undefined || date.length < 10 || !start.isCertain('hour')) return date;
  if (hour === null || zone === null || !start.isCertain('timezoneOffset')) return date;
  if (!certainZone.test(text)) return date;
  const sign = zone < 0 ? '-' : '+';
  const away = Math.abs(zone);
  const offset = zone === 0 ? 'Z' : `${sign}${pad(Math.floor(away / 60))}:${pad(away % 60)}`;
  return `${date}T${pad(hour)}:${pad(minute ?? 0)}:00${offset}`;
}

/**
 * The date that a text consists of: `February 05, 2021` gives `2021-02-05`, `February 2021` gives
 * `2021-02`. A text that holds anything besides the date, names no year, or names a day that does
 * not exist gives undefined. The result does not depend on this machine's clock, zone or locale.
 */
export function readDate(text: string): string | undefined {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\b[ap]\.m)[.,;]$/i, '');
  if (line.length > longestDateLine || !/(?<!\d)(?:1[6-9]|20|21)\d\d(?!\d)/.test(line))
    return undefined;
  const plain = readIsoDate(line) ?? readNumericDate(line);
  if (plain !== undefined || /^[\d./-]+$/.test(line)) return plain;
  for (const parser of parsers) {
    let rest = line;
    let date: string | undefined;
    for (const found of parser.parse(line, reference)) {
      // "5 - 7 February 2021" is when something happened, not when it was published.
      if (found.end !== undefined && found.end !== null) return undefined;
      rest = rest.replace(found.text, ' ');
      date ??= fromChrono(found, line);
    }
    if (date !== undefined && rest.replace(filler, '') === '') return date;
  }
  return undefined;
}
