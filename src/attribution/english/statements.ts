// Finds who says what in an English sentence: a verb or phrase that attributes, and its subject.

import type { Sentence, Token } from '../text.ts';
import type { Found, SentenceReading, Subject } from '../types.ts';
import { skipsTo, withApposition } from './apposition.ts';
import {
  auxiliary,
  clausal,
  denying,
  inverting,
  modal,
  negating,
  opener,
  passive,
  plain,
  rejecting,
  saying,
} from './lexicon.ts';
import { mentionsIn } from './mentions.ts';
import { isCapital, type Phrase, readPhrase, withTail } from './phrases.ts';
import { denies, finite, isCueWord, suits } from './verbs.ts';

/** More verbs than any sentence that a person wrote. */
const mostCues = 12;
/** How many tokens before a verb its subject may begin. */
const reach = 45;
const mostStarts = 14;

interface Cue {
  found: Found;
  /** Index of the verb. */
  at: number;
  /** Where the subject stands. */
  from: number;
}

const isBoundary = (token: Token | undefined): boolean =>
  token === undefined ||
  token.kind === 'quote' ||
  /^(?:[,;:—–().-]|and|but|that|as|while|when|because|after|although|though|if|where|since|whereas|however|before|yet|or|why|how|then|now|instead|meanwhile|still|indeed|again)$/.test(
    token.lower,
  );

/** Places before a verb where its subject may begin, the farthest first. */
function starts(tokens: readonly Token[], verb: number): number[] {
  const found: number[] = [];
  for (let at = verb - 1; at >= Math.max(0, verb - reach) && found.length < mostStarts; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const before = tokens[at - 1];
    const afterDay = /(?:day|yesterday|later|earlier|week|month|year|night|morning)$/.test(
      before?.lower ?? '',
    );
    const quoted =
      at === 0 ||
      isBoundary(before) ||
      afterDay ||
      clausal.has(before?.lower ?? '') ||
      saying.has(before?.lower ?? '');
    if (quoted) found.push(at);
  }
  return found.toReversed();
}

/** "Ana Teller, a pupil from Gullport said": the comma that closes an insertion is often left out. */
function nameBefore(
  tokens: readonly Token[],
  places: readonly number[],
  at: number,
  { subject, next }: Phrase,
): (Phrase & { from: number }) | undefined {
  const inserted =
    subject.kind === 'unnamed' &&
    /^an?$/.test(tokens[at]?.lower ?? '') &&
    tokens[at - 1]?.text === ',';
  if (!inserted) return undefined;
  for (const from of places) {
    const phrase = from < at - 1 ? readPhrase(tokens, from, at - 1) : undefined;
    if (phrase?.subject.kind !== 'person' || phrase.next !== at - 1) continue;
    const role = phrase.subject.role ?? subject.name;
    return { subject: { ...phrase.subject, role }, next, from };
  }
  return undefined;
}

/** The subject that ends where the verb's own words begin. */
function subjectBefore(
  tokens: readonly Token[],
  verb: number,
): (Phrase & { from: number }) | undefined {
  const places = starts(tokens, verb);
  for (const from of places) {
    const phrase = readPhrase(tokens, from, verb);
    if (phrase === undefined) continue;
    const tailed = phrase.next === verb ? phrase : withTail(tokens, phrase, verb);
    if (tailed.next === verb)
      return nameBefore(tokens, places, from, tailed) ?? { ...tailed, from };
  }
  for (const from of places) {
    const phrase = readPhrase(tokens, from, verb);
    if (phrase === undefined || phrase.subject.kind === 'pronoun') continue;
    const tailed = withTail(tokens, phrase, verb);
    for (const each of [phrase, tailed]) {
      if (!skipsTo(tokens, each.next, verb)) continue;
      return { ...withApposition(tokens, each, verb), from };
    }
  }
  return undefined;
}

/** The first of the words that belong to a verb, and whether they deny or forbid it. */
function verbGroup(tokens: readonly Token[], verb: number): { from: number; silent: boolean } {
  let from = verb;
  let silent = false;
  while (from > 0) {
    const word = tokens[from - 1];
    if (word?.kind !== 'word') break;
    const { lower } = word;
    if (negating.has(lower) || modal.has(lower) || passive.has(lower)) silent = true;
    else if (!auxiliary.has(lower) && !/^(?!july|family|only|ally)\p{Ll}+ly$/u.test(lower)) break;
    from -= 1;
  }
  return { from, silent };
}

/** A pronoun deep in a sentence may be anybody's: it counts where a clause of its own begins. */
function mayPoint(tokens: readonly Token[], { subject, from }: Phrase & { from: number }): boolean {
  if (subject.kind !== 'pronoun' || from <= 2) return true;
  const before = tokens[from - 1];
  const opening = tokens.slice(0, from);
  // "In a statement of two sentences it said"
  const led =
    /^(?:in|on|at|by|from|after|to)$/.test(opening[0]?.lower ?? '') &&
    from <= 9 &&
    opening.every(
      ({ kind, lower }) =>
        kind === 'word' && !finite.test(lower) && !/^(?:that|who|which|when|as|if)$/.test(lower),
    );
  if (led) return true;
  return before?.kind === 'quote' || /^[,;—–]$/.test(before?.text ?? '');
}

function statementAt(
  tokens: readonly Token[],
  at: number,
  earlier: readonly Cue[],
  topic: Subject | undefined,
): Cue | undefined {
  const verb = tokens[at];
  if (verb === undefined || verb.kind !== 'word' || !isCueWord(verb.lower) || isCapital(verb))
    return undefined;
  const { lower } = verb;
  const { from, silent } = verbGroup(tokens, at);
  if (silent) return undefined;
  // "the dispute", "a claim": nouns.
  if (
    from === at &&
    /^(?:the|a|an|his|her|its|their|this|that|of|for|no|any)$/.test(tokens[at - 1]?.lower ?? '') &&
    plain.has(lower)
  )
    return undefined;
  // "The mayor's claims": a noun. "If Ana Teller had said": nobody did.
  if (/(?:'s|s')$/.test(tokens[from - 1]?.lower ?? '')) return undefined;
  const isDenial = denies(tokens, at);
  const before = tokens[from - 1];
  const cueOf = (subject: Subject, place: number): Cue => ({
    found: { subject, cue: verb.text, ...(isDenial ? { denies: true } : {}) },
    at,
    from: place,
  });
  if (isDenial || !(denying.has(lower) || rejecting.has(lower))) {
    const found = subjectBefore(tokens, from);
    if (
      found !== undefined &&
      (isDenial || suits(lower, tokens, at, found.subject)) &&
      mayPoint(tokens, found)
    ) {
      return cueOf(found.subject, found.from);
    }
    if (before !== undefined && /^(?:and|but)$/.test(before.lower)) {
      const shared = earlier.at(-1);
      const subject = shared !== undefined && from - shared.at < 30 ? shared.found.subject : topic;
      const isPlain =
        shared !== undefined ||
        tokens.slice(0, from).every(({ kind, text }) => kind === 'word' || text === '.');
      if (subject !== undefined && isPlain && (isDenial || suits(lower, tokens, at, subject))) {
        return cueOf(subject, at);
      }
    }
  }
  if (!inverting.has(lower) || from !== at || at === 0) return undefined;
  if (before === undefined) return undefined;
  if (before.kind !== 'quote' && !/^[,—–]$/.test(before.text)) return undefined;
  const phrase = readPhrase(tokens, at + 1, tokens.length);
  if (phrase === undefined || phrase.subject.kind === 'document') return undefined;
  // ", said Ana Teller had gone": the verb belongs to another clause.
  const whole = withApposition(tokens, withTail(tokens, phrase, tokens.length), tokens.length);
  if (before.kind !== 'quote' && finite.test(tokens[phrase.next]?.lower ?? '')) return undefined;
  return cueOf(whole.subject, at + 1);
}

/** "According to …", "citing …", "was quoted as saying", "as told by …". */
function phraseAt(tokens: readonly Token[], at: number): Cue | undefined {
  const { lower = '' } = tokens[at] ?? {};
  if (!/^(?:according|citing|reported|quoted)$/.test(lower)) return undefined;
  const next = tokens[at + 1]?.lower ?? '';
  const read = (from: number, cue: string): Cue | undefined => {
    const phrase = readPhrase(tokens, from, tokens.length);
    if (phrase === undefined) return undefined;
    const whole = withApposition(tokens, withTail(tokens, phrase, tokens.length), tokens.length);
    return { found: { subject: whole.subject, cue }, at, from };
  };
  if (lower === 'according' && next === 'to') return read(at + 2, 'according to');
  if (lower === 'citing') return read(at + 1, 'citing');
  if (
    lower === 'reported' &&
    next === 'by' &&
    /^(?:first|was|were|been|as)$/.test(tokens[at - 1]?.lower ?? '')
  ) {
    return read(at + 2, 'reported');
  }
  if (lower === 'quoted' && passive.has(tokens[at - 1]?.lower ?? '')) {
    const saysAt = tokens
      .slice(at, at + 12)
      .findIndex(({ lower: word }) => word === 'saying' || word === 'telling');
    const { from } = verbGroup(tokens, at);
    const subject = saysAt < 0 ? undefined : subjectBefore(tokens, from);
    if (subject === undefined) return undefined;
    const by = next === 'by' ? read(at + 2, 'quoted') : undefined;
    const restsOn = by?.found.subject;
    return {
      found: {
        subject: subject.subject,
        cue: 'quoted',
        ...(restsOn === undefined ? {} : { restsOn }),
      },
      at,
      from: subject.from,
    };
  }
  return undefined;
}

/** Her deputy was less sure: “…” */
function afterColon(tokens: readonly Token[], topic: Subject | undefined): Cue | undefined {
  const at = tokens.findIndex(
    ({ text }, index) => text === ':' && tokens[index + 1]?.kind === 'quote',
  );
  if (at < 0 || topic?.kind !== 'person' || !(topic.name.includes(' ') || topic.role !== undefined))
    return undefined;
  return { found: { subject: topic, cue: ':' }, at, from: 0 };
}

/** Who a sentence is about: the phrase it begins with, after "But" or "On Friday,". */
function topicOf(tokens: readonly Token[]): Subject | undefined {
  let at = 0;
  while (
    at < 3 &&
    /^(?:but|and|so|yet|meanwhile|however|later|asked|,)$/.test(tokens[at]?.lower ?? '')
  )
    at++;
  const first = tokens[at];
  if (
    first?.kind === 'word' &&
    opener.test(first.text) &&
    /^(?:On|In|At|After|Before|When|While|As|Under|During|Speaking|Asked|With)$/.test(first.text)
  ) {
    const comma = tokens.findIndex(({ text }) => text === ',');
    const inner = first.text === 'Under' || first.text === 'Asked' ? undefined : comma;
    if (inner === undefined || comma < 0) return undefined;
    at = comma + 1;
  }
  const phrase = readPhrase(tokens, at, tokens.length);
  if (phrase === undefined || phrase.subject.kind === 'pronoun') return undefined;
  return withApposition(tokens, phrase, tokens.length).subject;
}

const isQuotation = (token: Token): boolean => token.kind === 'quote' && token.text !== '';

/** Gives each quotation to the verb that stands nearest. */
function giveQuotes(tokens: readonly Token[], cues: readonly Cue[]): void {
  for (const [index, token] of tokens.entries()) {
    if (!isQuotation(token)) continue;
    const distance = ({ at }: Cue): number => Math.abs(at - index);
    const nearest = cues.toSorted((a, b) => distance(a) - distance(b))[0];
    if (nearest === undefined) continue;
    const { found } = nearest;
    if (found.quote === undefined || found.quote.length < token.text.length)
      found.quote = token.text;
  }
}

/** "The lawyer said neighbours had told him": what the first says rests on the second. */
function linkStatements(cues: readonly Cue[], tokens: readonly Token[]): void {
  for (const [index, cue] of cues.entries()) {
    const next = cues[index + 1];
    if (next === undefined) continue;
    const between = tokens.slice(cue.at + 1, next.from);
    const inside =
      next.from > cue.at &&
      next.found.subject.kind !== 'pronoun' &&
      between.length <= 2 &&
      between.every(({ kind }) => kind === 'word');
    if (inside && !isQuotedBetween(tokens, cue.at, next.at))
      cue.found.restsOn ??= next.found.subject;
    if (next.found.cue === 'citing') cue.found.restsOn ??= next.found.subject;
  }
}

function isQuotedBetween(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ kind }) => kind === 'quote');
}

/** Reads one sentence: who is said to say something, who is named, whom it is about. */
export function english({ tokens }: Sentence): SentenceReading {
  const topic = topicOf(tokens);
  const cues: Cue[] = [];
  for (let at = 0; at < tokens.length && cues.length < mostCues; at++) {
    const cue = phraseAt(tokens, at) ?? statementAt(tokens, at, cues, topic);
    if (cue !== undefined) cues.push(cue);
  }
  if (cues.length === 0) {
    const colon = afterColon(tokens, topic);
    if (colon !== undefined) cues.push(colon);
  }
  giveQuotes(tokens, cues);
  linkStatements(cues, tokens);
  return {
    found: cues.map(({ found }) => found),
    mentions: mentionsIn(tokens),
    ...(topic === undefined ? {} : { topic }),
  };
}
