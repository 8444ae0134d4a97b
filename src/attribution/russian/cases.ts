// Russian names and nouns back in the nominative, by the endings of news prose.
//
// No dictionary: what cannot be told is left as it stands. A name that the story also has in the
// nominative is taken from there, see `statements.ts`.

import { bodies, documents, roles, unnamed } from './lexicon.ts';

/** Endings of nouns in the singular and plural, oblique to nominative candidates. */
const endings: [RegExp, string[]][] = [
  [/ейшего$/, ['ейший']],
  [/ей$/, ['и', 'ь', 'ья', 'я', 'ьи']],
  [/ов$/, ['ы', 'и', '']],
  [/ев$/, ['и', 'ы']],
  [/цев$/, ['цы']],
  [/цам$/, ['цы']],
  [/ам$/, ['ы', 'и', 'а']],
  [/ям$/, ['и', 'я']],
  [/ами$/, ['ы', 'и']],
  [/ями$/, ['и']],
  [/ах$/, ['ы', 'и', 'а']],
  [/ях$/, ['и', 'я']],
  [/их$/, ['ие']],
  [/ых$/, ['ые']],
  [/ого$/, ['ый', 'ий', 'ой']],
  [/его$/, ['ий']],
  [/ому$/, ['ый', 'ий']],
  [/ости$/, ['ость']],
  [/ии$/, ['ия', 'ие']],
  [/ию$/, ['ие', 'ия']],
  [/ием$/, ['ие']],
  [/ия$/, ['ие']],
  [/ы$/, ['а', '']],
  [/и$/, ['ь', 'а', 'я', 'ка', '']],
  [/ой$/, ['а', 'ая']],
  [/ом$/, ['', 'о']],
  [/ем$/, ['ь', 'й', 'е']],
  [/а$/, ['', 'о', 'ы']],
  [/я$/, ['ь', 'й', 'е']],
  [/у$/, ['', 'а', 'о']],
  [/ю$/, ['ь', 'й', 'я', 'е']],
  [/е$/, ['', 'а', 'о', 'я', 'ь']],
];

/** The word as `known` has it in the nominative; undefined where it is no form of such a word. */
export function nominative(word: string, known: ReadonlySet<string>): string | undefined {
  const lower = word.toLowerCase();
  if (known.has(lower)) return lower;
  for (const [ending, replacements] of endings) {
    if (!ending.test(lower)) continue;
    for (const replacement of replacements) {
      const candidate = lower.replace(ending, replacement);
      if (known.has(candidate)) return candidate;
    }
  }
  // "отца", "очевидца": the vowel comes back.
  const fleeting = lower.replace(/ца$|цу$|цом$/, 'ец');
  return known.has(fleeting) ? fleeting : undefined;
}

export const roleOf = (word: string): string | undefined => nominative(word, roles);
export const unnamedOf = (word: string): string | undefined => nominative(word, unnamed);
export const bodyOf = (word: string): string | undefined => nominative(word, bodies);
export const documentOf = (word: string): string | undefined => nominative(word, documents);

/** An adjective that goes with a noun in the plural genitive or dative: "местных" to "местные". */
export function pluralAdjective(word: string): string {
  return word
    .replace(/([кгхшжчщ])(?:их|им)$/, '$1ие')
    .replace(/(?:ых|ым)$/, 'ые')
    .replace(/(?:их|им)$/, 'ие');
}

/** Whether two words are likely forms of one name. */
export function isFormOf(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const stem = short.replace(/[аеёиоуыэюяьй]{1,2}$/u, '');
  return stem.length >= 3 && long.startsWith(stem) && long.length - stem.length <= 3;
}

/** First names of women by their stems: "Анну" is a woman, "Ивану" a man. */
const female =
  /^(?:Анн|Ирин|Елен|Ольг|Мари|Наталь|Натали|Татьян|Светлан|Екатерин|Юли|Нин|Вер|Людмил|Галин|Надежд|Анастаси|Дарь|Ксени|Виктори|Алин|Лиди|Тамар|Зинаид|Раис|Софь|Софи|Полин|Маргарит|Валентин|Алл|Инн|Жанн|Ларис|Оксан|Кристин|Марин|Алис|Варвар|Антонин|Клавди)[ую]$/;

/** A man's or woman's name in the genitive or dative, back in the nominative, by its own endings. */
export function nameInNominative(words: readonly string[]): string[] {
  const [first = ''] = words;
  if (/[ую]$/.test(first) && female.test(first)) {
    return words.map((word) => word.replace(/ую$/, 'ая').replace(/у$/, 'а').replace(/ю$/, 'я'));
  }
  const woman =
    words.some((word) => /(?:ой|ей|ы|ии|не)$/.test(word)) &&
    !words.some((word) => /(?:ова|ева|ина|ына|ича)$/.test(word));
  return words.map((word, at) => {
    const last = at === words.length - 1 && words.length > 1;
    if (woman) {
      if (last)
        return word
          .replace(/(ов|ев|ёв|ин|ын)ой$/, '$1а')
          .replace(/ской$/, 'ская')
          .replace(/цкой$/, 'цкая');
      return word
        .replace(/ии$/, 'ия')
        .replace(/([жшчщкгх])и$/, '$1а')
        .replace(/и$/, 'я')
        .replace(/ы$/, 'а');
    }
    if (last)
      return word
        .replace(/(ов|ев|ёв|ин|ын)[ау]$/, '$1')
        .replace(/ск(?:ого|ому)$/, 'ский')
        .replace(/цк(?:ого|ому)$/, 'цкий')
        .replace(/(?<=[бвгджзклмнпрстфхцчшщ])[ау]$/, '');
    return word
      .replace(/ия$|ию$/, 'ий')
      .replace(/ея$|ею$/, 'ей')
      .replace(/ая$|аю$/, 'ай')
      .replace(/ря$|рю$/, 'рь')
      .replace(/Павл[ау]$/, 'Павел')
      .replace(/Льв[ау]$/, 'Лев')
      .replace(/Петр[ау]$/, 'Петр')
      .replace(/Пётр[ау]$/, 'Пётр')
      .replace(/(?<=[бвгджзклмнпрстфхцчшщ])[ау]$/, '');
  });
}
