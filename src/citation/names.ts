// Bylines to CSL names: split only where the parts are plain, else kept as they stand.
import type { PageFacts } from '../provenance/types.ts';
import { lineOrNone } from './text.ts';
import type { CslName } from './types.ts';

/** A capitalised word in Latin script, with the joints of Anne-Marie, O'Brien and McDonald. */
const NAME_WORD = /^\p{Lu}\p{Ll}*(?:['’-]?\p{Lu}?\p{Ll}+)+$/u;
const LATIN = /^[\p{Script=Latin}'’-]+$/u;

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

/**
 * One name. Split into given and family only when it is two capitalised Latin words of which none
 * belongs to an organisation; anything longer, shorter or in another script is kept literal, since
 * which part is the family's name differs between languages.
 * @param organisations names known to be organisations, which are never split
 */
export function cslName(name: string, organisations: readonly string[] = []): CslName {
  const [given, family, ...more] = name.split(' ');
  const splits =
    given !== undefined &&
    family !== undefined &&
    more.length === 0 &&
    [given, family].every(
      (word) => NAME_WORD.test(word) && LATIN.test(word) && !ORGANISATION_WORDS.has(folded(word)),
    ) &&
    !organisations.some((organisation) => folded(organisation) === folded(name));
  return splits ? { family, given } : { literal: name };
}

/** The authors of a page, in the order of its bylines, each once. */
export function cslAuthors({ byline, publisher, sources }: PageFacts): CslName[] {
  const organisations = [
    ...(publisher ? [publisher.value] : []),
    ...sources.filter(({ kind }) => kind === 'organisation').map(({ name }) => name),
  ];
  const names = new Set(byline.flatMap(({ value }) => lineOrNone(value) ?? []));
  return [...names].map((name) => cslName(name, organisations));
}
