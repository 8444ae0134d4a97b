// Names of months and weekdays: capitalised like names in some languages, and no reason for anything.

import { keyOf } from '../fingerprint/fingerprint.ts';
import { type Feature, storyFeatures } from './features.ts';

/** Languages whose calendar is known; the platform has the words. */
const LANGUAGES = ['en', 'ru', 'de', 'fr', 'es', 'it', 'pt', 'uk', 'pl', 'nl'];

let keys: ReadonlySet<number> | undefined;

/** A day of a year that begins on a Sunday. */
function at(month: number, day: number): Date {
  return new Date(Date.UTC(2023, month, day));
}

function calendarKeys(): ReadonlySet<number> {
  const words = LANGUAGES.flatMap((language) => {
    const months = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const dayAndMonth = new Intl.DateTimeFormat(language, {
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const weekdays = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    return [
      ...Array.from({ length: 12 }, (_, month) => months.format(at(month, 1))),
      // Declined where the language declines: "5 февраля".
      ...Array.from({ length: 12 }, (_, month) => dayAndMonth.format(at(month, 1))),
      ...Array.from({ length: 7 }, (_, day) => weekdays.format(at(0, 1 + day))),
    ];
  });
  return new Set(storyFeatures({ paragraphs: words }).map(({ high, low }) => keyOf(high, low)));
}

/** Whether a feature is the name of a month or a weekday. */
export function isCalendarWord({ high, low }: Feature): boolean {
  keys ??= calendarKeys();
  return keys.has(keyOf(high, low));
}
