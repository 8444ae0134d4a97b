// A translator over any source of messages: plural rules, and dates that keep their precision.

import type { Translator } from '../provenance/translator.ts';

/** Gives a message with its substitutions in place, or an empty string where there is none. */
export type MessageSource = (key: string, args: string[]) => string;

/** Languages written from right to left, by primary subtag (CLDR `characterOrder`). */
const RTL = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

const primary = (tag: string): string => tag.split('-')[0] ?? tag;

/**
 * The locale to format with: the language of the messages, since a date stands inside their
 * sentences, with the reader's region (day before month or after) and calendar.
 */
function formattingLocale(language: string, uiLanguage: string): string {
  const base = primary(uiLanguage) === primary(language) ? uiLanguage : language;
  const { calendar } = new Intl.DateTimeFormat(uiLanguage).resolvedOptions();
  return new Intl.Locale(base, { calendar }).toString();
}

interface IsoDate {
  date: Date;
  precision: 'year' | 'month' | 'day' | 'time';
}

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.+)?)?)?$/;

/** Reads an ISO 8601 date with its precision; undefined for anything else. */
function parseIso(iso: string): IsoDate | undefined {
  const parts = ISO.exec(iso);
  if (parts === null) return undefined;
  const [, year, month, day, time] = parts;
  const precision =
    month === undefined
      ? 'year'
      : day === undefined
        ? 'month'
        : time === undefined
          ? 'day'
          : 'time';
  // A date without a time is that calendar day everywhere: read and shown in UTC.
  const date = new Date(
    precision === 'time' ? iso : `${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`,
  );
  return Number.isNaN(date.getTime()) ? undefined : { date, precision };
}

/**
 * A translator that takes its messages from `source`.
 *
 * @param uiLanguage the reader's own BCP 47 tag, which may have no messages of ours
 * @param now the present, for dates that leave out the year
 * @param timeZone IANA name of the zone that moments are shown in; the machine's own by default
 */
export function createTranslator(
  source: MessageSource,
  uiLanguage: string,
  now: () => Date = () => new Date(),
  timeZone?: string,
): Translator {
  // Each locale names itself, because browsers fall back to English without saying so.
  const language = source('localeTag', []) || 'en';
  const locale = formattingLocale(language, uiLanguage);
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  const text = (value: string | number): string =>
    typeof value === 'number' ? numbers.format(value) : value;

  const t = (key: string, ...args: (string | number)[]): string =>
    source(key, args.map(text)) || key;

  function format(iso: string, withTime: boolean, short: boolean): string {
    const parsed = parseIso(iso);
    if (parsed === undefined) return iso;
    const { date, precision } = parsed;
    const options: Intl.DateTimeFormatOptions = {
      ...(short && date.getFullYear() === now().getFullYear() ? {} : { year: 'numeric' }),
      ...(precision === 'year' ? { year: 'numeric' } : { month: 'short' }),
      ...(precision === 'day' || precision === 'time' ? { day: 'numeric' } : {}),
      ...(precision === 'time' && withTime
        ? { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }
        : {}),
      ...(precision === 'time'
        ? timeZone === undefined
          ? {}
          : { timeZone }
        : { timeZone: 'UTC' }),
    };
    return new Intl.DateTimeFormat(locale, options).format(date);
  }

  return {
    t,
    tn(key, count, ...args) {
      const form = source(`${key}_${plurals.select(count)}`, [count, ...args].map(text));
      return form || t(`${key}_other`, count, ...args);
    },
    formatDate: (iso) => format(iso, false, false),
    formatShortDate: (iso) => format(iso, false, true),
    formatDateTime: (iso) => format(iso, true, false),
    formatNumber: (value) => numbers.format(value),
    formatPercent(share) {
      const whole = Math.round(share * 100);
      const honest =
        share < 1 && whole === 100 ? 0.99 : share > 0 && whole === 0 ? 0.01 : whole / 100;
      return percents.format(honest);
    },
    formatList: (items) => list.format(items),
    language,
    dir: RTL.has(primary(language)) ? 'rtl' : 'ltr',
  };
}
