// Whether a page's host looks like that of an outlet in the archives without being it.

import { toUnicode } from 'punycode/punycode.es6.js';
import type { ArchivedOutlet } from '../archive/outlets.ts';

/**
 * How a host resembles a known one:
 * `letters`  other letters that look the same: а for a, rn for m, 1 for l
 * `suffix`   the same name under another public suffix
 * `word`     the same name with a word added
 */
export type LookAlikeKind = 'letters' | 'suffix' | 'word';

export interface LookAlike {
  kind: LookAlikeKind;
  /** The page's host as a reader sees it, in Unicode. */
  host: string;
  /** The outlet it resembles. */
  outlet: ArchivedOutlet;
}

/** A host as a reader sees it; one that is no Punycode stays as it is. */
function inUnicode(host: string): string {
  try {
    return toUnicode(host);
  } catch {
    return host;
  }
}

/** Shorter names are words of everyday: `post`, `time`. */
const SHORTEST_NAME = 5;

/**
 * Letters that look like ASCII ones in the usual typefaces, from the table of confusables of
 * Unicode Technical Standard 39: Cyrillic, Greek, Armenian and Latin ones that are used in hosts.
 */
const CONFUSABLE = new Map(
  Object.entries({
    а: 'a',
    ɑ: 'a',
    α: 'a',
    в: 'b',
    ь: 'b',
    с: 'c',
    ϲ: 'c',
    ԁ: 'd',
    е: 'e',
    ҽ: 'e',
    ε: 'e',
    ɡ: 'g',
    һ: 'h',
    հ: 'h',
    і: 'i',
    ı: 'i',
    ι: 'i',
    ј: 'j',
    к: 'k',
    κ: 'k',
    ӏ: 'l',
    ⅼ: 'l',
    м: 'm',
    п: 'n',
    ո: 'n',
    ν: 'v',
    о: 'o',
    ο: 'o',
    օ: 'o',
    р: 'p',
    ρ: 'p',
    ԛ: 'q',
    г: 'r',
    ѕ: 's',
    т: 't',
    τ: 't',
    υ: 'u',
    ս: 'u',
    ѵ: 'v',
    ԝ: 'w',
    ω: 'w',
    х: 'x',
    χ: 'x',
    у: 'y',
    γ: 'y',
    ᴢ: 'z',
    ß: 'b',
  }),
);

/** What a host looks like at a glance; accents and digits as the letters they pass for. */
function skeleton(host: string): string {
  const letters = Array.from(host.normalize('NFKD').toLowerCase())
    .filter((letter) => !/\p{M}/u.test(letter))
    .map((letter) => CONFUSABLE.get(letter) ?? letter)
    .join('');
  return letters
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replaceAll('i', 'l');
}

/** Second-level names under which countries register: `co.uk`, `com.au`, `org.ru`. */
const SECOND_LEVEL = new Set(
  'ac co com edu gen gob gouv gov go gv id in info mil ne net nom or org press'.split(' '),
);

/** The name somebody registered, and the public suffix behind it: by form, without a list. */
export function registeredName(host: string): { name: string; suffix: string } {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const ofCountry = last.length === 2 && SECOND_LEVEL.has(second) && labels.length > 2;
  const at = labels.length - (ofCountry ? 3 : 2);
  return { name: labels[at] ?? '', suffix: labels.slice(at + 1).join('.') };
}

/** Words that are added to a name to look like a part of its house. */
const ADDED_WORDS = new Set(
  'breaking daily global info latest live media net news official online press tv today web world'.split(
    ' ',
  ),
);

function addsWord(name: string, known: string): boolean {
  const parts = name.split('-');
  if (parts.length > 1 && (parts.includes(known) || parts.join('') === known)) return true;
  const rest = name.startsWith(known)
    ? name.slice(known.length)
    : name.endsWith(known)
      ? name.slice(0, -known.length)
      : '';
  return ADDED_WORDS.has(rest) || /^\d{1,2}$/.test(rest);
}

/**
 * The outlet that a host resembles; undefined for a host that is in the archives itself, is part of
 * one that is, or resembles none. Says nothing of intent: many outlets have several addresses.
 *
 * @param host without `www.` and the like, as `siteHost` gives it
 */
export function lookAlike(host: string, outlets: readonly ArchivedOutlet[]): LookAlike | undefined {
  if (/^[\d.:[\]]+$/.test(host) || !host.includes('.')) return undefined;
  const isOwn = (known: string) =>
    host === known || host.endsWith(`.${known}`) || known.endsWith(`.${host}`);
  if (outlets.some((outlet) => isOwn(outlet.host))) return undefined;
  const shown = inUnicode(host);
  const page = registeredName(shown);
  let found: LookAlike | undefined;
  for (const outlet of outlets) {
    const known = registeredName(inUnicode(outlet.host));
    if (known.name.length < SHORTEST_NAME) continue;
    const told = { host: shown, outlet };
    if (page.name !== known.name && skeleton(page.name) === skeleton(known.name)) {
      return { kind: 'letters', ...told };
    }
    if (page.name === known.name && page.suffix !== known.suffix) {
      found = { kind: 'suffix', ...told };
    } else if (addsWord(page.name, known.name)) found ??= { kind: 'word', ...told };
  }
  return found;
}
