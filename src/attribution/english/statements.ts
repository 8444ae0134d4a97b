// Finds who says what in an English sentence: a verb or phrase that attributes, and its subject.

import type { Sentence, Token } from '../text.ts';
import type { Found, SentenceReading, Subject } from '../types.ts';
import { skipsTo, withApposition } from './apposition.ts';
import {
  auxiliary,
  claimNouns,
  clausal,
  denying,
  inverting,
  judging,
  modal,
  negating,
  opener,
  passive,
  plain,
  rejecting,
  saying,
  showing,
  telling,
} from './lexicon.ts';
import { mentionsIn } from './mentions.ts';
import { isCapital, type Phrase, readPhrase, withTail } from './phrases.ts';

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
  /^(?:[,;:—–().-]|and|but|that|as|while|when|because|after|although|though|if|where|since|whereas|however|before|yet|or)$/.test(
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

const clauseStart =
  /^(?:that|it|he|she|they|there|we|i|you|this|these|those|nobody|no|none|everyone|everything|nothing|on|in|at|last|earlier|later|by|how|what|why|whether|when|if|seeing|hearing|finding|being|having|such|neither|both|most|many|some|all|more|as|from|for|after)$/;
const finite =
  /^(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|went|came|made|took|gave|got|fell|rose|began|left|lost|found|held|kept|paid|ran|saw|stood|won|knew|thought|seemed|took|cost|faces|make|makes|seem|seems|need|needs|cover|remains?)$|\p{Ll}{2,}ed$/u;

/** Whether what follows a verb is a clause, a quotation, or the end: words that may be said. */
function saysSomething(tokens: readonly Token[], after: number): boolean {
  const next = tokens[after];
  if (next === undefined || next.kind === 'quote') return true;
  if (next.kind === 'sign') return true;
  if (/^(?:nothing|goodbye|farewell|hello|yes|so|little|no)$/.test(next.lower))
    return tokens[after + 1]?.kind === 'word' && next.lower === 'no';
  if (clauseStart.test(next.lower) || /^\p{Ll}+ing$/u.test(next.text)) return true;
  if (
    next.lower.endsWith('day') ||
    /^(?:me|us|him|her|them|reporters|journalists)$/.test(next.lower)
  )
    return true;
  for (let at = after; at < Math.min(tokens.length, after + 14); at++) {
    const token = tokens[at];
    if (token === undefined || (token.kind === 'sign' && token.text !== '’')) return false;
    if (token.kind === 'quote') return true;
    if (at > after && finite.test(token.lower)) return true;
  }
  return false;
}

/** Whether a phrase speaks of several: "officials", "people", "data", "they". */
function isPlural(
  { kind, noun = '' }: Pick<Subject, 'kind' | 'noun'>,
  tokens: readonly Token[],
  at: number,
): boolean {
  if (kind === 'pronoun')
    return tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'they');
  // "Ana Teller and Bo Marsh say"
  const joined = tokens.slice(Math.max(0, at - 8), at).some(({ lower }) => lower === 'and');
  return (
    /(?:s|people|police|data|men|women|children|crew|staff|team|intelligence|one|media)$/.test(
      noun,
    ) ||
    (joined && kind !== 'document')
  );
}

/** Whether a subject may stand before a verb of this form. */
function suits(
  verb: string,
  tokens: readonly Token[],
  at: number,
  { kind, noun }: Subject,
): boolean {
  const after = at + 1;
  const next = tokens[after];
  if (plain.has(verb) && !isPlural({ kind, ...(noun === undefined ? {} : { noun }) }, tokens, at))
    return false;
  // "Poll said", of Ana Poll.
  if (kind === 'document' && saying.has(verb) && isCapital(tokens[at - 1])) return true;
  if (kind === 'document') return showing.has(verb) && documentSays(verb, tokens, after);
  if (saying.has(verb))
    return (
      !/^(?:nothing|goodbye|farewell|hello|little|so|yes|no)$/.test(next?.lower ?? '') ||
      (next?.lower === 'no' && saysSomething(tokens, after + 1))
    );
  if (telling.has(verb)) return next !== undefined && !/^(?:of|the truth)$/.test(next.lower);
  if (verb === 'found' || verb === 'finds' || verb === 'find' || verb === 'showed') {
    return (
      (kind === 'unnamed' || kind === 'organisation') &&
      (next === undefined || next.lower === 'that' || next.text === '.' || next.text === ',') &&
      noun !== 'jury'
    );
  }
  if (judging.has(verb)) {
    if (verb.startsWith('call')) return callsNames(tokens, after);
    if (next !== undefined && next.text !== '.') return true;
  }
  if (next?.lower === 'to') return /^(?:vowed|vows|promised|pledged|agreed)$/.test(verb);
  // "Added his voice", "responded by moving", "shouted at him": not words.
  if (/^(?:added|adds|responded|shouted|continued|replied)$/.test(verb)) {
    return (
      next === undefined ||
      next.kind !== 'word' ||
      /^(?:that|he|she|it|they|there|in)$/.test(next.lower)
    );
  }
  if (clausal.has(verb)) return saysSomething(tokens, after);
  return false;
}

/** "called the claim absurd", "called it “a trick”": not "called the police". */
function callsNames(tokens: readonly Token[], after: number): boolean {
  const rest = tokens.slice(after, after + 9);
  const stop = rest.findIndex(({ kind, text }) => kind === 'sign' && text !== ',');
  const words = stop < 0 ? rest : rest.slice(0, stop);
  if (words.some(({ kind }) => kind === 'quote')) return true;
  return (
    words.length > 2 &&
    /^(?:the|it|this|that|his|her|their)$/.test(words[0]?.lower ?? '') &&
    !/^(?:for|on|in|to|at|police|off)$/.test(words[1]?.lower ?? '') &&
    words
      .slice(2, 4)
      .some(({ lower }) =>
        /^(?:a|an|absurd|unacceptable|disgraceful|shameful|historic|baseless|false|ridiculous|illegal|wrong|unfair|\p{Ll}+(?:ful|ous|ble|less|ic|ive))$/u.test(
          lower,
        ),
      )
  );
}

function documentSays(verb: string, tokens: readonly Token[], after: number): boolean {
  const next = tokens[after];
  if (/^(?:describe|show|reveal|indicate)/.test(verb)) return true;
  return next === undefined || next.kind !== 'word' ? true : saysSomething(tokens, after);
}

function denies(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (denying.has(verb))
    return !/^(?:nothing|entry|access|permission|bail|asylum|visas?|him|them|us|me|planning)$/.test(
      next,
    );
  if (!rejecting.has(verb)) return false;
  const object = tokens.slice(at + 1, at + 6);
  // "a charge the council rejects": what is rejected stands before.
  if (next === '' || next === '.' || next === ',') return true;
  return object.some(({ lower }) => claimNouns.has(lower)) && !/^(?:call|demand)s?$/.test(next);
}

const isCueWord = (lower: string): boolean =>
  saying.has(lower) ||
  telling.has(lower) ||
  clausal.has(lower) ||
  judging.has(lower) ||
  showing.has(lower) ||
  denying.has(lower) ||
  rejecting.has(lower);

/** A pronoun deep in a sentence may be anybody's: it counts where a clause of its own begins. */
function mayPoint(tokens: readonly Token[], { subject, from }: Phrase & { from: number }): boolean {
  if (subject.kind !== 'pronoun' || from <= 2) return true;
  const before = tokens[from - 1];
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
