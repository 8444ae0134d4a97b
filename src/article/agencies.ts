// News agencies by the names and signs they are credited under.

/** A name as shown, and the signs it goes under; `|` between them. */
const agencies: readonly (readonly [name: string, signs: string])[] = [
  ['AP', 'AP|A.P.|Associated Press|The Associated Press'],
  ['Reuters', 'Reuters|Thomson Reuters'],
  ['AFP', 'AFP|Agence France-Presse|Agence France Presse|АФП'],
  ['TASS', 'TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС'],
  ['Interfax-Ukraine', 'Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна'],
  ['Interfax', 'Interfax|Интерфакс|Інтерфакс'],
  ['RIA Novosti', 'RIA Novosti|РИА Новости|РИА «Новости»'],
  ['dpa', 'dpa|Deutsche Presse-Agentur'],
  ['EFE', 'EFE|Agencia EFE'],
  ['ANSA', 'ANSA'],
  ['PA', 'PA|PA Media|PA Wire|Press Association|The Press Association'],
  ['UPI', 'UPI|United Press International'],
  ['Xinhua', 'Xinhua|Xinhua News Agency|新华社|Синьхуа'],
  ['Ukrinform', 'Ukrinform|Укринформ|Укрінформ'],
  ['UNIAN', 'UNIAN|УНИАН|УНІАН'],
  ['BelTA', 'BelTA|БЕЛТА|БелТА'],
  ['PAP', 'PAP|Polska Agencja Prasowa'],
  ['APA', 'APA|Austria Presse Agentur'],
  ['Kyodo', 'Kyodo|Kyodo News'],
  ['Yonhap', 'Yonhap|Yonhap News Agency'],
  ['Anadolu', 'Anadolu|Anadolu Agency'],
  ['Canadian Press', 'The Canadian Press|Canadian Press'],
  ['AAP', 'AAP|Australian Associated Press'],
  ['PTI', 'PTI|Press Trust of India'],
  ['BSS', 'BSS'],
  ['IANS', 'IANS'],
  ['MTI', 'MTI'],
  ['ČTK', 'ČTK|CTK'],
  ['Belga', 'Belga'],
  ['ANP', 'ANP'],
  ['Ritzau', 'Ritzau'],
  ['NTB', 'NTB'],
  ['Lusa', 'Lusa|Agência Lusa'],
];

const bySign = new Map(
  agencies.flatMap(([name, signs]) => signs.split('|').map((sign) => [sign.toLowerCase(), name])),
);
const escaped = agencies
  .flatMap(([, signs]) => signs.split('|'))
  .toSorted((a, b) => b.length - a.length)
  .map((sign) => sign.replaceAll('.', '\\.'))
  .join('|');

/**
 * An alternation of all signs, longest first, for patterns that say where an agency signs. A sign
 * of two letters is a word elsewhere, so nothing looks for one in running text.
 */
export const agencySigns = escaped;

/** The agency that a sign stands for: the whole text, whatever its case; undefined for others. */
export function agencyOf(text: string): string | undefined {
  return bySign.get(text.trim().toLowerCase());
}

const inCredit = new RegExp(`(?<![\\p{L}\\p{N}-])(${escaped})(?![\\p{L}\\p{N}])`, 'iu');

/**
 * The agency that a picture's credit names: `Ana Teller/AFP`, `AP Photo`. Short signs only in
 * capitals: "pa" and "apa" are words.
 */
export function agencyInCredit(credit: string): string | undefined {
  const found = inCredit.exec(credit)?.[1];
  if (found === undefined) return undefined;
  return found.length <= 4 && found !== found.toUpperCase() && found !== 'dpa'
    ? undefined
    : agencyOf(found);
}
