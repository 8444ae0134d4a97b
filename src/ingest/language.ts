// The language of a text, where it is long enough and the answer is clear; else nothing.

import { francAll } from 'franc-min';
import type { Evidenced } from '../article/types.ts';

/** Below this, trigram statistics mistake related languages for one another. */
const shortest = 200;

/**
 * How far the second language must stay behind the first, which scores 1. Among 22 languages of
 * the Universal Declaration of Human Rights neighbours (Czech and Slovak, Russian and Bulgarian)
 * come within 0.05 of one another.
 */
const clearLead = 0.05;

/** Trigrams settle within a few thousand characters. */
const enough = 4000;

/**
 * Detects the language by trigrams (franc).
 *
 * @returns a BCP 47 tag (`en`), or undefined for short or ambiguous text
 */
export function detectLanguage(paragraphs: readonly string[]): Evidenced | undefined {
  const text = paragraphs.join(' ').slice(0, enough);
  if (text.length < shortest) return undefined;
  const [best, second] = francAll(text);
  if (best === undefined || best[0] === 'und') return undefined;
  if (second !== undefined && best[1] - second[1] < clearLead) return undefined;
  const [tag] = Intl.getCanonicalLocales(best[0]);
  return tag === undefined ? undefined : { value: tag, from: 'letters of the text' };
}
