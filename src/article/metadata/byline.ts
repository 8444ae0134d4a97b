// Turns the text of a byline into the names it holds, and says who they are and what they did.

import { agencyOf } from '../agencies.ts';
import { titleKey } from '../headline.ts';
import type { Byline } from '../types.ts';
import { dateIn } from './date.ts';

/** What stands before the names of those who wrote; the usual words of ten languages. */
const writing =
  '(?:(?:(?:originally |article |content |story |post )?(?:written|reported|posted|published|authored|contributed|submitted|shared|created)|story|stories|text|words|article|post|report|analysis|opinion|commentary|comment|interview|column|review|recipe)\\s+by|by|authors?|byline|writer|von|verfasst von|geschrieben von|ein (?:beitrag|artikel) von|autor(?:in|en|innen)?|text|par|écrit par|rédigé par|auteurs?|publié par|por|escrito por|autora?(?:es)?|redacción|texto|di|a cura di|scritto da|autor[ei]|tekst|opracował[a]?|автор(?:ы|и|ка)?(?: (?:статьи|текста|материала))?|текст|подготовил[аи]?|підготува(?:в|ла|ли))';
/** What stands before the names of those who did something else, and what that was. */
const otherRoles: [role: string, words: string][] = [
  [
    'photographs',
    '(?:photo(?:graph)?s|photography|pictures|fotos|bilder|photographies|photos|zdjęcia)\\s+(?:by|von|par|por|di|de)',
  ],
  ['illustrations', 'illustrations?(?:\\s+(?:by|von|par|por|di|de))?|иллюстраци[яи]'],
  [
    'translation',
    '(?:translated|translation)\\s+by|übersetzt von|traduit par|traducido por|traduzione di|перевод|переклад',
  ],
  [
    'additional reporting',
    '(?:additional|further)\\s+reporting(?:\\s+by)?|with (?:additional )?reporting (?:by|from)|reporting (?:contributed )?by',
  ],
  ['editing', 'edited by|editing by|editor|redaktion|редактор'],
  [
    'review',
    '(?:(?:medically|clinically|legally|expert|technically)\\s+)?(?:reviewed|fact[- ]?checked|verified|approved)(?:\\s+(?:on\\s+.{4,20})?by)?',
  ],
];
const leadPattern = new RegExp(`^${writing}\\s*[:：]?(?:\\s+|$)`, 'iu');
const rolePatterns = otherRoles.map(
  ([role, words]) => [role, new RegExp(`^(?:${words})\\s*[:：]?(?:\\s+|$)`, 'iu')] as const,
);

/** A name: two to five words, each capitalised, an initial, or a particle. */
const particle =
  '(?:de|da|do|dos|das|di|du|del|della|der|den|van|von|vom|zu|bin|ibn|al|el|la|le|y|und|ter|ten|af|av)';
const nameWord = "(?:[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*|[dDlL]['’]\\p{Lu}[\\p{L}\\p{M}'’-]*)";
const nameWords = new RegExp(
  `^(?:${nameWord}|${particle})(?:\\s+(?:${nameWord}|${particle})){1,4}$`,
  'u',
);
/** Accounts of content systems, not authors. */
const nobody =
  /^(?:(?:\S+\s+)?(?:web\s?)?admin(?:istrator)?|editor|web ?master|(?:super )?user|guest(?: (?:author|post|contributor|writer))?|authors?|unknown|anonymous|none|null|undefined|n\/a|root|wp-?admin|by|staff(?: writers?| reporters?)?|default|test|demo|contributor|админ(?:истратор)?|редактор|автор)$/i;
/** `andrew.k-eaveney`, `user1234`: how systems name accounts. */
const account = /^(?:[a-z\d]+[._-][a-z\d._-]+|[a-z]+\d{2,}|[\da-f]{12,})$/;
/** Degrees and titles behind a comma: not people. */
const credential =
  /^(?:[A-Z][A-Z\d-]{1,7}(?:\s+\d+)?|(?:[A-Z][a-z]{0,2}\.?\s?){1,3}(?<=\.|D|S)|Jr\.?|Sr\.?|Esq\.?|I{2,3}|IV|CF[AP]|PhDc?|Ed\.?D\.?|LMHC?|[\p{Lu}]{2,6}®?)[®™]?$/u;
const organisationWord =
  /\b(?:team|staff|desk|editors?|editorial|newsroom|agency|news|press|media|magazine|group|inc|llc|ltd|gmbh|institute|university|clinic|foundation|center|centre|association|company|network|board|department|office|service|post|times|gazette|journal|herald|tribune|review|daily|today|blog|online|radio|tv|редакция|редакція|агентство|служба|redaktion|rédaction|redacción|redazione|redação|redakcja)\b|редакци|агентств/iu;

/** `AP Auto Writer`, `Staff Reporter`: what somebody is, and perhaps for whom. */
const job =
  /\b(?:writer|reporter|correspondent|editor|columnist|producer|journalist|freelancer?|contributor|director|manager|founder|ceo|professor|корреспондент|журналист|обозреватель|редактор)$/iu;

function agencyOfJob(text: string): string[] {
  const agency = agencyOf(text.split(' ')[0] ?? '');
  return agency === undefined ? [] : [agency];
}

/** Ten names with their titles; what is longer is text. */
const longestByline = 400;

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|•·–—-]+|[\s,;|•·–—-]+$/gu, '')
    .trim();
}

/** Whether a text reads as a person's name. */
export function isPersonName(text: string): boolean {
  return nameWords.test(text) && text.length <= 60 && !organisationWord.test(text);
}

/** Cuts a byline where something else begins: a date, a bullet, a section, an address. */
function cutByline(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const date = dateIn(line);
  return tidy(
    (date === undefined || date.start === 0 ? line : line.slice(0, date.start))
      .replace(/\s*(?:\||•|·|—|–|…)\s.*$/u, '')
      .replace(/\s*\(?\b[\w.+-]+@[\w-]+\.[\w.]+\)?.*$/u, '')
      .replace(
        /\s+(?:in|on(?: behalf of)?|at|for|from|updated|published|last|posted|am|\d+ min)\b.*$/u,
        '',
      )
      .replace(
        /\s*,?\s+(?:Published|Updated|Posted|Last|Follow|Read|View|Share|Comments?)\b.*$/u,
        '',
      ),
  );
}

/**
 * The names in one byline: "By Ana Teller and Bo Marsh" gives two. A text that is not clearly a
 * list of names stays whole; an address, a handle or a system account gives none.
 */
export function bylineNames(text: string): string[] {
  const bare = tidy(
    text
      .slice(0, longestByline)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(leadPattern, '')
      .replace(/\s*(?:\||•|·|—)\s.*$/u, '')
      .replace(/\s*\(?\b[\w.+-]+@[\w-]+\.[\w.]+\)?$/, ''),
  );
  if (bare === '' || nobody.test(bare) || account.test(bare)) return [];
  if (/^(?:@|https?:|www\.)|^[\w-]+\.(?:com|org|net|ru|de)\/?$/i.test(bare)) return [];
  if (!/\p{L}{2}/u.test(bare)) return [];
  const parts = bare
    .split(/\s*[;/]\s*|\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|und|et|und|e|y|i|и|та|й|&)\s+/iu)
    .map(tidy)
    .filter((part) => part !== '');
  const people = parts
    .filter((part, at) => at === 0 || !credential.test(part))
    .flatMap((part, at) => (at > 0 && job.test(part) ? agencyOfJob(part) : [part]));
  const [first = bare] = people;
  if (people.every((part) => nameWords.test(part))) return people;
  // "Ana Teller, a reporter in Wrenmouth": the name, then what is said of it.
  if (parts.length > 1 && isPersonName(first) && /^[^,]+,/.test(bare)) {
    return people.filter((part) => isPersonName(part) || agencyOf(part) !== undefined);
  }
  return [bare];
}

export interface BylineLine {
  names: string[];
  role?: string;
  /** The line has the words of a byline ("By", "Автор:") and no names: they follow. */
  labelOnly: boolean;
}

/** Reads a line that may be a byline by its words; undefined where it has none of them. */
export function readBylineLine(text: string): BylineLine | undefined {
  const line = text.slice(0, longestByline).replace(/\s+/g, ' ').trim();
  for (const [role, pattern] of rolePatterns) {
    const lead = pattern.exec(line);
    if (lead === null) continue;
    const names = peopleIn(line.slice(lead[0].length));
    return { names, role, labelOnly: lead[0].length === line.length };
  }
  const lead = leadPattern.exec(line);
  if (lead === null) return undefined;
  const rest = line.slice(lead[0].length);
  return { names: peopleIn(rest, true), labelOnly: rest === '' };
}

/** The names that a whole short line is made of; with `named`, one that is none by its form too. */
export function peopleIn(text: string, named = false): string[] {
  const bare = cutByline(text);
  if (bare === '' || bare.length > 120) return [];
  const names = bylineNames(bare);
  if (names.every((name) => nameWords.test(name) || agencyOf(name) !== undefined)) return names;
  const words = bare.split(' ').length;
  return named && words <= 4 && bare.length <= 40 && !/[.!?:]/.test(bare) ? names : [];
}

/** Who a name in a byline is, where its form tells. */
export function bylineKind(name: string, publisher: string | undefined): Byline['kind'] {
  if (agencyOf(name) !== undefined) return 'agency';
  if (publisher !== undefined && titleKey(name) === titleKey(publisher)) return 'organisation';
  if (organisationWord.test(name)) return 'organisation';
  return isPersonName(name) ? 'person' : undefined;
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
