// Strings, numbers and dates in the reader's language; the messages are in `public/_locales`.

import type { Translator } from '../provenance/translator.ts';
import { browser } from './browser.ts';
import { createTranslator } from './translate.ts';

let made: Translator | undefined;

/** The one translator of this context, for engine code that is given its words. */
export function translator(): Translator {
  made ??= createTranslator(
    (key, args) => browser.i18n.getMessage(key, args),
    browser.i18n.getUILanguage(),
  );
  return made;
}

/** The message `key` with `args` for its placeholders, in the order the message declares them. */
export const t = (key: string, ...args: (string | number)[]): string =>
  translator().t(key, ...args);

/** The plural form of `key` for `count`, which is always the first substitution. */
export const tn = (key: string, count: number, ...args: (string | number)[]): string =>
  translator().tn(key, count, ...args);

export const formatDate = (iso: string): string => translator().formatDate(iso);
export const formatDateTime = (iso: string): string => translator().formatDateTime(iso);
export const formatNumber = (value: number): string => translator().formatNumber(value);
export const formatPercent = (share: number): string => translator().formatPercent(share);

/** The browser's language, which may have no messages of ours. */
export const uiLanguage = (): string => browser.i18n.getUILanguage();
