// Dates as the outlets print them. All in UTC, so that a page is the same on every machine.

/** `4 March 2025`, or in another language's own order. */
export function longDate(iso: string, language: 'en' | 'ru' = 'en'): string {
  return new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(iso));
}

/** `March 4, 2025` */
export function americanDate(iso: string): string {
  return new Intl.DateTimeFormat('en-US', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(iso));
}

/** `4 Mar` */
export function shortDate(iso: string, language: 'en' | 'ru' = 'en'): string {
  return new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(iso));
}

/** `06:40`, or nothing where the date has no time. */
export function clock(iso: string): string | undefined {
  return /T(\d\d:\d\d)/.exec(iso)?.[1];
}
