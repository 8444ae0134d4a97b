// Finds who says what in a Russian sentence: verbs of saying with their subject on either side,
// "по словам", "согласно", "со ссылкой на", "в полиции заявили".

import type { Sentence, Token } from '../text.ts';
import type { Found, SentenceReading, Subject } from '../types.ts';
import { accounts, denying, naming, negating, saying } from './lexicon.ts';
import { isName, type Phrase, readPhrase } from './phrases.ts';

const mostCues = 10;
/** Tokens before a verb in which its subject may begin. */
const reach = 14;

interface Cue {
  found: Found;
  at: number;
}

const isEdge = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind !== 'word' ||
  /^(?:что|как|и|а|но|сам|сама|само|сами|ранее|позже|также|однако|при|этом|тем|временем|впоследствии|затем|при)$/.test(
    token.lower,
  );

/** The subject right before a verb; adverbs and one insertion between commas may stand between. */
function subjectBefore(tokens: readonly Token[], verb: number): Subject | undefined {
  let end = verb;
  while (
    end > 0 &&
    /^(?:также|ранее|позже|потом|затем|уже|сам|сама|сами|накануне|вечером|утром|днём|вчера|сегодня|неоднократно|категорически|информацию|при|этом|об|эту|все|это|её|его)$/.test(
      tokens[end - 1]?.lower ?? '',
    )
  )
    end--;
  if (tokens[end - 1]?.text === ',') {
    const open = tokens.slice(0, end - 1).findLastIndex(({ text }) => text === ',');
    // "Судовладелец, компания «Проливы», сообщил"
    const inserted = open < 1 ? undefined : readPhrase(tokens, open + 1, end - 1);
    if (
      inserted?.subject.kind === 'organisation' &&
      inserted.next === end - 1 &&
      inserted.nominative
    ) {
      return inserted.subject;
    }
    if (
      open < 1 ||
      end - open > 14 ||
      !/^(?:\S{1,4} )?(?:котор|чь|работа|представля)/.test(
        tokens
          .slice(open + 1, open + 3)
          .map(({ lower }) => lower)
          .join(' '),
      )
    )
      return undefined;
    end = open;
  }
  for (let from = Math.max(0, end - reach); from < end; from++) {
    if (!isEdge(tokens[from - 1])) continue;
    const phrase = readPhrase(tokens, from, end);
    if (phrase !== undefined && phrase.next === end && phrase.nominative) return phrase.subject;
  }
  return undefined;
}

/** The subject right after a verb: "сообщила пресс-служба", "— сказал мэр города Олег Дрёмов". */
function subjectAfter(tokens: readonly Token[], verb: number): Subject | undefined {
  let at = verb + 1;
  while (
    /^(?:в|во|на|по|для|«|корреспонденту|журналистам|изданию|агентству|ранее|накануне|также|нам|им|об|этом)$/.test(
      tokens[at]?.lower ?? '',
    ) &&
    at < verb + 4
  )
    at++;
  const phrase = readPhrase(tokens, at, tokens.length);
  if (phrase === undefined || !phrase.nominative) return undefined;
  return phrase.subject;
}

/** "В полиции заявили": a body in the prepositional case, and a verb without a subject. */
function placeBefore(tokens: readonly Token[], verb: number): Subject | undefined {
  for (let at = Math.max(0, verb - 10); at < verb; at++) {
    if (!/^(?:в|во)$/.test(tokens[at]?.lower ?? '') || !isEdge(tokens[at - 1])) continue;
    const phrase = readPhrase(tokens, at + 1, verb);
    if (phrase === undefined || !/^(?:organisation|unnamed)$/.test(phrase.subject.kind)) continue;
    const between = tokens.slice(phrase.next, verb);
    if (between.every(({ kind }) => kind === 'word')) {
      return phrase.subject.kind === 'organisation' && !/\p{Lu}/u.test(phrase.subject.name)
        ? { ...phrase.subject, kind: 'unnamed' }
        : phrase.subject;
    }
  }
  return undefined;
}

function verbAt(tokens: readonly Token[], at: number): Cue | undefined {
  const verb = tokens[at];
  if (verb === undefined || verb.kind !== 'word') return undefined;
  const denies = denying.has(verb.lower);
  if (!denies && !saying.has(verb.lower)) return undefined;
  if (negating.has(tokens[at - 1]?.lower ?? '')) return undefined;
  const cue = (subject: Subject): Cue => ({
    found: { subject, cue: verb.text.toLowerCase(), ...(denies ? { denies } : {}) },
    at,
  });
  if (/^(?:говорится|следует)$/.test(verb.lower)) {
    const from = at + (/^(?:в|во|из)$/.test(tokens[at + 1]?.lower ?? '') ? 2 : 0);
    const phrase = from > at ? readPhrase(tokens, from, tokens.length) : undefined;
    if (phrase?.subject.kind !== 'document') return undefined;
    return {
      found: { subject: phrase.subject, cue: `${verb.lower} ${tokens[at + 1]?.lower ?? ''}` },
      at,
    };
  }
  const plural = /(?:ли|ют|ят|ут|ат)$/.test(verb.lower);
  const before = subjectBefore(tokens, at);
  if (
    naming.has(verb.lower) &&
    !tokens.slice(at, at + 10).some(({ kind, lower }) => kind === 'quote' || lower === 'что')
  )
    return undefined;
  if (before !== undefined) return cue(before);
  const place = plural ? placeBefore(tokens, at) : undefined;
  if (place !== undefined) return cue(place);
  const previous = tokens[at - 1];
  const inverted =
    previous === undefined ||
    previous.kind !== 'word' ||
    /^(?:этом|как|ранее|также)$/.test(previous.lower);
  if (!inverted) return undefined;
  const pronoun = tokens[at + 1];
  if (pronoun !== undefined && /^(?:он|она|они)$/.test(pronoun.lower)) {
    return cue({ kind: 'pronoun', name: pronoun.lower });
  }
  const after = subjectAfter(tokens, at);
  return after === undefined ? undefined : cue(after);
}

function phraseAt(tokens: readonly Token[], at: number): Cue | undefined {
  const { lower = '' } = tokens[at] ?? {};
  if (!/^(?:по|согласно|ссылкой|ссылаясь)$/.test(lower)) return undefined;
  const next = tokens[at + 1]?.lower ?? '';
  const make = (phrase: Phrase | undefined, cue: string): Cue | undefined =>
    phrase && { found: { subject: phrase.subject, cue }, at };
  if (lower === 'по' && accounts.has(next)) {
    return make(readPhrase(tokens, at + 2, tokens.length, true), `по ${next}`);
  }
  if (
    lower === 'по' &&
    /^(?:его|её|ее|их)$/.test(next) &&
    accounts.has(tokens[at + 2]?.lower ?? '')
  ) {
    const name = next === 'их' ? 'они' : 'он';
    return {
      found: { subject: { kind: 'pronoun', name }, cue: `по ${tokens[at + 2]?.lower ?? ''}` },
      at,
    };
  }
  if (lower === 'согласно')
    return make(readPhrase(tokens, at + 1, tokens.length, true), 'согласно');
  if (lower === 'ссылкой' && next === 'на') {
    return make(readPhrase(tokens, at + 2, tokens.length, true), 'со ссылкой');
  }
  if (lower === 'ссылаясь' && next === 'на') {
    return make(readPhrase(tokens, at + 2, tokens.length, true), 'ссылаясь');
  }
  return undefined;
}

function giveQuotes(tokens: readonly Token[], cues: readonly Cue[]): void {
  for (const [index, token] of tokens.entries()) {
    // A name in quotation marks is no quotation.
    if (token.kind !== 'quote' || isName(tokens, index)) continue;
    const nearest = cues.toSorted((a, b) => Math.abs(a.at - index) - Math.abs(b.at - index))[0];
    if (nearest === undefined || (nearest.found.quote ?? '').length >= token.text.length) continue;
    nearest.found.quote = token.text;
  }
}

export function russian({ tokens }: Sentence): SentenceReading {
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length && cues.length < mostCues; at++) {
    const cue = phraseAt(tokens, at) ?? verbAt(tokens, at);
    if (cue !== undefined) cues.push(cue);
  }
  for (const [index, { found }] of cues.entries()) {
    const rests = cues[index + 1]?.found;
    if (rests !== undefined && /ссыл/.test(rests.cue)) found.restsOn = rests.subject;
  }
  giveQuotes(tokens, cues);
  const mentions: Subject[] = [];
  for (let at = 0; at < tokens.length && mentions.length < 30; at++) {
    const phrase = readPhrase(tokens, at, tokens.length);
    if (phrase === undefined || !/^(?:person|organisation)$/.test(phrase.subject.kind)) continue;
    if (/\p{Lu}/u.test(phrase.subject.name)) mentions.push(phrase.subject);
    at = phrase.next - 1;
  }
  const first = readPhrase(tokens, 0, tokens.length);
  const topic = first?.nominative === true ? first.subject : undefined;
  return {
    found: cues.map(({ found }) => found),
    mentions,
    ...(topic === undefined ? {} : { topic }),
  };
}
