// Bylines to CSL names: split only where the parts are plain, else kept as they stand.
import type { PageFacts } from '../provenance/types.ts';
import type { CslName } from './csl.ts';
import { lineOrNone } from './text.ts';

/** A capitalised word in Latin script, with the joints of Anne-Marie, O'Brien and McDonald. */
const NAME_WORD = /^\p{Lu}\p{Ll}*(?:['’-]?\p{Lu}?\p{Ll}+)+$/u;
const LATIN = /^[\p{Script=Latin}'’-]+$/u;
/** `B.` or `J.-P.`: never a family's name. */
const INITIAL = /^(?:\p{Lu}\.-?)+$/u;
const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;

/** Words that join given and family name, in lower case as people write them. */
const PARTICLES = new Set(
  `af al auf av bin da das de degli dei del della den der des di do dos du el ibn la las le los ten
  ter van vande vanden vom von zu zum zur`.split(/\s+/),
);
/** Where the particle stays behind the given name when family names are sorted, by language. */
const DROPPING: Record<string, ReadonlySet<string>> = {
  de: new Set(['von', 'vom', 'zu', 'zum', 'zur', 'auf', 'der', 'den']),
  fr: new Set(['de', 'du', 'des']),
  es: new Set(['de', 'del', 'la', 'las', 'los']),
  pt: new Set(['da', 'das', 'de', 'do', 'dos']),
};

/** East Slavic: the patronymic says which word is which; some endings only family names have. */
const CYRILLIC = /^\p{Lu}[\p{Script=Cyrillic}'’-]+$/u;
const PATRONYMIC = /(?:ович|евич|йович|ьич|овна|евна|ична|івна|ївна)$/u;
const FAMILY = /.{3}(?:ова?|ева?|ёва?|[сц]к(?:ий|ая)|енко)$/u;

/**
 * Words that organisations and desks carry and people rarely do. One in a two-word byline keeps
 * it whole: `Press, Associated` in a bibliography is worse than an unsplit name.
 */
const ORGANISATION_WORDS = new Set(
  `academy admin advocates africa agence agency agenzia alliance america amnesty and archive asia
  assembly associated association authority board broadcasting bureau business campaign center
  centre channel chronicle church city club coalition college columnist commission committee
  company congress contributor contributors correspondent correspondents council courier court
  daily data department desk dispatch echo economist editor editorial editors europe examiner
  express federation fellowship foundation forum gazette government greenpeace group guardian
  guest herald house human independent initiative insider institute international journal
  justice labs league library live local mail media memorial ministry mirror monitor movement
  national network news newsdesk newspaper newsroom newswire observer office online opinion
  organisation organization parliament party podcast police politics post press project radio
  record register reporter reporters reuters review rights science service society sport sports
  staff standard star state studio sun syndicate team telegraph television the times today
  tribune trust union united university video voice watch weather web weekly wire world writer
  writers`.split(/\s+/),
);

/** Accents do not hide a word: `Associé`, `Médecins`. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function isLatinName(word: string): boolean {
  return NAME_WORD.test(word) && LATIN.test(word) && !ORGANISATION_WORDS.has(folded(word));
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** `Ada B. van der Quill Jr.`: one name, initials, particles, one name. */
function splitLatin(words: readonly string[], language: string): CslName | undefined {
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : undefined;
  const core = suffix === undefined ? words : words.slice(0, -1);
  const family = core.at(-1) ?? '';
  const from = core.findIndex(isParticle);
  const given = core.slice(0, from === -1 ? -1 : from);
  const particles = from === -1 ? [] : core.slice(from, -1);
  const [first = '', ...others] = given;
  // Of three plain words the second may be a given name or half of a family's: left whole.
  const isPlain =
    (isLatinName(first) || INITIAL.test(first)) &&
    others.every((word) => INITIAL.test(word)) &&
    particles.every(isParticle) &&
    isLatinName(family);
  if (!isPlain) return undefined;
  const drops = DROPPING[language];
  const kind =
    drops !== undefined && particles.every((word) => drops.has(word))
      ? 'dropping-particle'
      : 'non-dropping-particle';
  return {
    family,
    given: given.join(' '),
    ...(particles.length === 0 ? {} : { [kind]: particles.join(' ') }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

/** `Иван Петрович Сидоров`, `Сидоров Иван Петрович` or `Иван Сидоров`, where endings tell. */
function splitCyrillic(words: readonly string[]): CslName | undefined {
  if (!words.every((word) => CYRILLIC.test(word))) return undefined;
  const [a = '', b = '', c] = words;
  if (c !== undefined && words.length === 3) {
    if (PATRONYMIC.test(b) && !PATRONYMIC.test(c)) return { family: c, given: `${a} ${b}` };
    if (PATRONYMIC.test(c) && !PATRONYMIC.test(b)) return { family: a, given: `${b} ${c}` };
  }
  if (words.length !== 2 || FAMILY.test(a) === FAMILY.test(b)) return undefined;
  return FAMILY.test(b) ? { family: b, given: a } : { family: a, given: b };
}

/**
 * One name. Split where the parts are plain and none of them belongs to an organisation; anything
 * else is kept literal, since which part is the family's name differs between languages: three
 * plain words, names in other scripts, a single word.
 * @param organisations names known to be organisations, which are never split
 * @param language BCP 47 tag of the page, which says what becomes of a particle
 */
export function cslName(
  name: string,
  organisations: readonly string[] = [],
  language = '',
): CslName {
  const words = name.replace(/,(?= (?:Jr|Sr)\b)/, '').split(' ');
  if (
    words.length < 2 ||
    words.length > 6 ||
    organisations.some((organisation) => folded(organisation) === folded(name))
  ) {
    return { literal: name };
  }
  const [primary = ''] = language.toLowerCase().split('-');
  return splitLatin(words, primary) ?? splitCyrillic(words) ?? { literal: name };
}

/** Roles in which somebody did something else than write. */
const OTHER_ROLE = /photo|translat|edit|illustrat|graphic|research|фото|перевод|редакт/i;

/** The authors of a page, in the order of its bylines, each once. */
export function cslAuthors({ byline, publisher, sources, language }: PageFacts): CslName[] {
  const organisations = [
    ...(publisher ? [publisher.value] : []),
    ...sources.filter(({ kind }) => kind === 'organisation').map(({ name }) => name),
    ...byline.filter(({ kind }) => kind === 'organisation' || kind === 'agency').map(lineOf),
  ];
  const authors = byline.filter(({ role }) => role === undefined || !OTHER_ROLE.test(role));
  const names = new Set(authors.flatMap(({ value }) => lineOrNone(value) ?? []));
  return [...names].map((name) => cslName(name, organisations, language?.value));
}

function lineOf({ value }: { value: string }): string {
  return lineOrNone(value) ?? '';
}
