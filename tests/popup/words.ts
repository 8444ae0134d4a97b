// Messages read from the locale files, put together as browsers do it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from '../../src/platform/translate.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import { fillMessage, type Messages } from './messages.ts';

/** The messages of a locale. */
export function readMessages(locale: string): Messages {
  // Not `new URL(…, import.meta.url)`: Vite takes that for an asset where tests run with a DOM.
  const file = join(import.meta.dirname, '../../public/_locales', locale, 'messages.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The translator a reader with this browser language has, on 10 March 2026 in UTC. */
export function wordsOf(locale: string, uiLanguage: string): Translator {
  const messages = readMessages(locale);
  return createTranslator(
    (key, args) => {
      const message = fillMessage(messages, key, args);
      // A plural form may be missing where another stands for it; anything else is a mistake.
      if (message === '' && !/_(zero|one|two|few|many)$/.test(key)) {
        throw new Error(`no message ${key} in ${locale}`);
      }
      return message;
    },
    uiLanguage,
    () => new Date('2026-03-10T12:00:00Z'),
    'UTC',
  );
}
