// The language of a text, where it is long enough and the answer is clear; else nothing.

import { francAll } from 'franc-min';
import type { Evidenced } from '../article/types.ts';

/**
 * Characters looked at. Fewer mistake Russian for Bulgarian, more let the scores of all languages
 * draw together: measured on 5,000 English and 400 Russian news texts cut at 250 to 1,000.
 */
const sample = 600;
/** Below this, Russian came out as Bulgarian with a clear lead. */
const shortest = 400;

/**
 * How far the second language must stay behind the first, which scores 1. At 400 characters every
 * wrong answer led by less than 0.02; at 600 that withholds no English and one Russian text in nine.
 */
const clearLead = 0.02;

/**
 * Detects the language by trigrams (franc).
 *
 * @returns a BCP 47 tag (`en`), or undefined for short or ambiguous text
 */
export function detectLanguage(paragraphs: readonly string[]): Evidenced | undefined {
  const text = paragraphs.join(' ').slice(0, sample);
  if (text.length < shortest) return undefined;
  const [best, second] = francAll(text);
  if (best === undefined || best[0] === 'und') return undefined;
  if (second !== undefined && best[1] - second[1] < clearLead) return undefined;
  const [tag] = Intl.getCanonicalLocales(best[0]);
  return tag === undefined ? undefined : { value: tag, from: 'letters of the text' };
}
