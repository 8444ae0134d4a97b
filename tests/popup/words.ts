// Messages read from the locale files, put together as browsers do it.

import { readFileSync } from 'node:fs';
import { createTranslator } from '../../src/platform/translate.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import { fillMessage, type Messages } from './messages.ts';

/** The messages of a locale. */
export function readMessages(locale: string): Messages {
  const file = new URL(`../../public/_locales/${locale}/messages.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The translator a reader with this browser language has, on 10 March 2026 in UTC. */
export function wordsOf(locale: string, uiLanguage: string): Translator {
  const messages = readMessages(locale);
  return createTranslator(
    (key, args) => fillMessage(messages, key, args),
    uiLanguage,
    () => new Date('2026-03-10T12:00:00Z'),
    'UTC',
  );
}
