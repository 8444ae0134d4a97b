// The words and formats that sentences are made with: given from outside, as the engine has none.

/** Strings by key, and numbers, shares and dates in the reader's format. */
export interface Translator {
  /** The message `key` with `args` for its placeholders, in the order the message declares them. */
  t(key: string, ...args: (string | number)[]): string;
  /** The plural form of `key` for `count`, which is always the first substitution. */
  tn(key: string, count: number, ...args: (string | number)[]): string;
  /** An ISO 8601 date with the precision it has: a year stays a year. */
  formatDate(iso: string): string;
  /** As {@link Translator.formatDate}, without the year where it is the present one. */
  formatShortDate(iso: string): string;
  /** With the time of day and its zone, where the date has one. */
  formatDateTime(iso: string): string;
  formatNumber(value: number): string;
  /** A share of 0 to 1. Never rounded up to the whole, nor down to nothing. */
  formatPercent(share: number): string;
  /** `a, b and c` */
  formatList(items: string[]): string;
  /** BCP 47 tag of the language the messages are in. */
  language: string;
  /** Direction of that language. */
  dir: 'ltr' | 'rtl';
}
