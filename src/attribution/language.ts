// Which rules a text is read by.

/** The languages that have rules. */
export type LanguageRead = 'en' | 'ru';

/** Words that a text of some length has in one language and hardly in another. */
const common: Record<LanguageRead, readonly string[]> = {
  en: ['the', 'of', 'and', 'to'],
  ru: ['в', 'и', 'на', 'что'],
};

/**
 * The language in which a text is searched for sources; undefined where there are no rules for it.
 *
 * @param language BCP 47; where undefined, a language is recognised by its commonest words
 */
export function languageRead(
  paragraphs: readonly string[],
  language: string | undefined,
): LanguageRead | undefined {
  if (language !== undefined) {
    if (/^en\b/i.test(language)) return 'en';
    return /^ru\b/i.test(language) ? 'ru' : undefined;
  }
  const text = ` ${paragraphs.slice(0, 5).join(' ').slice(0, 4000).toLowerCase()} `;
  const has = (of: LanguageRead) => common[of].every((word) => text.includes(` ${word} `));
  if (has('en')) return 'en';
  // Ukrainian and Bulgarian have these words too, but not this letter and its endings.
  return has('ru') && /ы/.test(text) && !/[іїєґў]/.test(text) ? 'ru' : undefined;
}
