// Turns the text of a byline into the names it holds.

import { titleKey } from '../headline.ts';

const leading =
  /^(?:(?:written|reported|story|text|words)\s+by|by|von|par|por|di|da|автор(?:ы)?|текст)\s*[:：]?\s+/iu;
/** A name: two to five words, each capitalised, an initial, or a particle. */
const nameWords =
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|de|da|di|du|del|der|den|van|von|bin|ibn|al|el|la|le|y|und|ter|ten)(?:\s+(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*|de|da|di|du|del|der|den|van|von|bin|ibn|al|el|la|le|y|ter|ten)){1,4}$/u;
/** Accounts of content systems, not authors. */
const nobody =
  /^(?:admin(?:istrator)?|editor|web ?master|user|guest|author|unknown|anonymous|none|null|undefined|n\/a|root|wp-?admin|by)$/i;

/**
 * The names in one byline: "By Ana Teller and Bo Marsh" gives two. A text that is not clearly a
 * list of names stays whole; an address, a handle or a system account gives none.
 */
export function bylineNames(text: string): string[] {
  const bare = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(leading, '')
    .replace(/\s*(?:\||•|·|—)\s.*$/u, '')
    .replace(/\s*\(?\b[\w.+-]+@[\w-]+\.[\w.]+\)?$/, '')
    .replace(/[\s,;.|–-]+$/u, '')
    .trim();
  if (bare === '' || nobody.test(bare) || /^(?:@|https?:|www\.)/i.test(bare)) return [];
  if (!/\p{L}{2}/u.test(bare)) return [];
  const parts = bare
    .split(/\s*[;/]\s*|\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|und|et|und|и|&)\s+/iu)
    .filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => nameWords.test(part))) return parts;
  // "Ana Teller, Harbour Gazette": the name, then where it is from.
  return [bare];
}

/** Names without repetitions, in order. */
export function distinctNames<T extends { value: string }>(names: readonly T[]): T[] {
  const seen = new Set<string>();
  return names.filter(({ value }) => {
    const key = titleKey(value);
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
