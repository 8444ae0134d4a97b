// Reads the Russian phrases that name a source: "мэр города Олег Дрёмов", "издание «Вести»".

import type { Token } from '../text.ts';
import type { Subject } from '../types.ts';
import {
  bodyOf,
  documentOf,
  isFormOf,
  nameInNominative,
  pluralAdjective,
  roleOf,
  unnamedOf,
} from './cases.ts';
import { bodies, documents, roles, unnamed } from './lexicon.ts';

export interface Phrase {
  subject: Subject;
  next: number;
  /** The head stands in a form that may be a subject. */
  nominative: boolean;
}

const longest = 9;
const name = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*$/u;
const notName =
  /^(?:В|Во|На|По|Об|О|И|А|Но|Как|Что|Это|Этот|Эта|Эти|Он|Она|Они|Его|Её|Ее|Их|Мы|Вы|Я|Согласно|Ранее|Позже|Также|При|После|До|Для|Из|За|Сам|Сама|Сами|Если|Когда|Однако|Тем|Следствие|Учёные|Ученые)$/;
const stop =
  /^(?:в|во|на|по|об|о|и|а|но|как|что|не|из|за|с|со|к|у|от|до|для|при|под|над|между|был|была|были|будет|этом|его|её|ее|их|своём|своем)$/;

const isAcronym = (text: string): boolean => /^\p{Lu}{2,7}$/u.test(text);

/** Whether a quotation is a name: «Ясный день» after "организация". */
export function isName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const { text = '' } = tokens[at] ?? {};
  if (!/^[\p{Lu}\p{N}]/u.test(text) || text.split(/\s+/).length > 5 || /[.,!?]/.test(text))
    return false;
  return (
    before?.kind === 'word' && !/^(?:обещание|это|его|её|слова|словами|что|как)$/.test(before.lower)
  );
}

/** Words of a name from `at` on: first name, patronymic, family name. */
function personAt(tokens: readonly Token[], at: number, end: number): string[] {
  const words: string[] = [];
  for (let i = at; i < end && words.length < 3; i++) {
    const token = tokens[i];
    if (
      token?.kind !== 'word' ||
      !(name.test(token.text) || /^\p{Lu}\.$/u.test(token.text)) ||
      notName.test(token.text)
    )
      break;
    words.push(token.text);
  }
  return words;
}

interface Head {
  kind: 'role' | 'unnamed' | 'body' | 'document';
  noun: string;
  nominative: boolean;
}

function headOf(word: string): Head | undefined {
  const lower = word.toLowerCase();
  const plural = unnamedOf(word);
  if (plural !== undefined)
    return { kind: 'unnamed', noun: plural, nominative: unnamed.has(lower) };
  const body = bodyOf(word);
  if (body !== undefined) return { kind: 'body', noun: body, nominative: bodies.has(lower) };
  const role = roleOf(word);
  if (role !== undefined) return { kind: 'role', noun: role, nominative: roles.has(lower) };
  const document = documentOf(word);
  if (document === undefined) return undefined;
  return { kind: 'document', noun: document, nominative: documents.has(lower) };
}

/**
 * The phrase that begins at a token.
 *
 * @param oblique it stands in another case, as after "по словам", and is put in the nominative
 */
export function readPhrase(
  tokens: readonly Token[],
  at: number,
  end: number,
  oblique = false,
): Phrase | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word' || at >= end) return undefined;
  if (/^(?:он|она|они)$/.test(first.lower)) {
    return { subject: { kind: 'pronoun', name: first.lower }, next: at + 1, nominative: true };
  }
  let i = at;
  const before: string[] = [];
  // Adjectives and owners before the head: "местных жителей", "Её адвокат", "два источника".
  while (i < end && i - at < 4) {
    const token = tokens[i];
    if (token?.kind !== 'word') return undefined;
    if (
      headOf(token.text) !== undefined ||
      (name.test(token.text) &&
        !notName.test(token.text) &&
        !/(?:ый|ий|ой|ая|ое|ого|ому|ых|ым|их|им)$/.test(token.lower))
    )
      break;
    if (isAcronym(token.text)) break;
    const modifies =
      /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ым|им)$/.test(token.lower) ||
      /^(?:её|ее|его|их|два|две|три|двух|трёх|трех|оба|несколько|нескольких|один|одна|одного|сам|сама)$/.test(
        token.lower,
      );
    if (!modifies) return undefined;
    before.push(token.text);
    i++;
  }
  const token = tokens[i];
  if (token?.kind !== 'word' || i >= end) return undefined;
  if (isAcronym(token.text))
    return { subject: { kind: 'organisation', name: token.text }, next: i + 1, nominative: true };
  const head = headOf(token.text);
  if (head === undefined) return bareName(tokens, i, end, oblique);
  return headed(tokens, i, end, head, before, oblique);
}

function bareName(
  tokens: readonly Token[],
  at: number,
  end: number,
  oblique: boolean,
): Phrase | undefined {
  const words = personAt(tokens, at, end);
  if (words.length === 0) return undefined;
  const told = oblique ? nameInNominative(words) : words;
  return {
    subject: { kind: 'person', name: told.join(' ') },
    next: at + words.length,
    nominative: true,
  };
}

function headed(
  tokens: readonly Token[],
  at: number,
  end: number,
  head: Head,
  before: readonly string[],
  oblique: boolean,
): Phrase | undefined {
  let next = at + 1;
  const tail: string[] = [];
  // What the head rules: "города", "организации", "мэрии Каменска", "в клубе".
  while (next < end && next - at < longest) {
    const token = tokens[next];
    if (token === undefined) break;
    if (token.kind === 'quote') {
      if (!isName(tokens, next)) break;
      const place = head.kind === 'body' || tail.some((word) => bodyOf(word) !== undefined);
      if (head.kind === 'body' && place) {
        return {
          subject: { kind: 'organisation', name: token.text, noun: head.noun },
          next: next + 1,
          nominative: head.nominative,
        };
      }
      tail.push(`«${token.text}»`);
      next++;
      continue;
    }
    if (token.kind !== 'word') break;
    const inside =
      /^(?:в|во)$/.test(token.lower) &&
      head.kind === 'unnamed' &&
      headOf(tokens[next + 1]?.text ?? '')?.kind === 'body';
    if (inside) {
      tail.push(token.text, tokens[next + 1]?.text ?? '');
      next += 2;
      continue;
    }
    if (stop.test(token.lower)) break;
    if (isAcronym(token.text)) {
      tail.push(token.text);
      next++;
      continue;
    }
    const names = personAt(tokens, next, end);
    // One capitalised word that a body or "мэр" rules is a place: "мэрии Каменска".
    const governed = names.length === 1 && head.kind !== 'role' && head.kind !== 'unnamed';
    if (names.length > 0 && !governed) {
      if (head.kind === 'role' || (head.kind === 'unnamed' && names.length > 1)) {
        const told = oblique || !head.nominative ? nameInNominative(names) : names;
        const role = [head.noun, ...tail].join(' ');
        return {
          subject: { kind: 'person', name: told.join(' '), role, noun: head.noun },
          next: next + names.length,
          nominative: head.nominative,
        };
      }
      break;
    }
    const rules = governed || /(?:ого|его|ой|ей|ых|их|а|я|ы|и|ов|ев|ции|ства)$/.test(token.lower);
    if (!rules) break;
    tail.push(token.text);
    next++;
  }
  const adjectives = before.filter((word) => !/^(?:её|ее|его|их|сам|сама)$/i.test(word));
  const owned = adjectives.length < before.length;
  const told = adjectiveWords(adjectives, head);
  // "Два источника": the number rules the case.
  const counted = adjectives.some((word) => /^(?:два|две|три|оба|четыре)$/i.test(word));
  const noun = counted ? (tokens[at]?.lower ?? head.noun) : head.noun;
  const whole = [...told, noun, ...tail].join(' ');
  const lowered = whole.charAt(0).toLowerCase() + whole.slice(1);
  if (head.kind === 'role') {
    const subject: Subject = {
      kind: 'unnamed',
      name: lowered,
      noun: head.noun,
      ...(tail.length === 0 || owned ? { definite: true } : {}),
    };
    return { subject, next, nominative: head.nominative };
  }
  const acronym = tail.find(isAcronym);
  const kind = head.kind === 'body' ? 'organisation' : head.kind;
  return {
    subject: {
      kind,
      name: acronym !== undefined && kind === 'organisation' && tail.length === 1 ? whole : lowered,
      noun: head.noun,
      ...(owned ? { definite: true } : {}),
    },
    next,
    nominative: head.nominative,
  };
}

/** Adjectives in the form that goes with the noun as it is told. */
function adjectiveWords(words: readonly string[], { noun }: Head): string[] {
  if (words.some((word) => isFormOf(word.toLowerCase(), noun))) return [];
  return words.map((word) => {
    const lower = word.toLowerCase();
    if (/^двух$/.test(lower)) return 'два';
    if (/^тр[её]х$/.test(lower)) return 'три';
    if (/[иы]$/.test(noun)) return pluralAdjective(lower);
    if (/[ая]$/.test(noun)) return lower.replace(/(?:ой|ую)$/, 'ая').replace(/(?:ей|юю)$/, 'яя');
    const ending = /[ое]$/.test(noun) ? 'ое' : 'ый';
    return lower.replace(/(?:ого|ому|ом)$/, ending).replace(/(?:его|ему|ем)$/, 'ий');
  });
}
