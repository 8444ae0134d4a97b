// What stands between a name and its verb: "Ana Teller, a lawyer for the union, …", "(L-Westmark)".

import type { Token } from '../text.ts';
import type { Subject } from '../types.ts';
import { bodyIntroductions, clausal, isRole, relating, saying } from './lexicon.ts';
import { isCapital, type Phrase, readPhrase, withTail } from './phrases.ts';

/** An insertion of more words has a subject of its own. */
const longestInsertion = 30;

const participle =
  /^(?:seen|led|known|given|shown|written|sent|held|familiar|close|\p{Ll}{2,}(?:ed|ing))$/u;
const afterParticiple =
  /^(?:by|on|in|at|from|for|to|with|as|last|this|under|only|of|anonymously|privately|publicly|not|earlier|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const insertionStart =
  /^(?:a|an|the|one|who|which|whose|whom|of|in|from|with|speaking|citing|himself|herself|then|now|also|his|her|its|their|formerly|meanwhile|however|too|though|for|under|as|at|on|\d+)$/;

/** Whether all that stands from `at` to the verb is an insertion that the subject may have. */
export function skipsTo(tokens: readonly Token[], at: number, verb: number): boolean {
  if (at === verb) return true;
  if (at > verb || verb - at > longestInsertion) return false;
  const first = tokens[at];
  if (first === undefined) return false;
  if (first.text === '(') {
    const close = tokens.findIndex(({ text }, index) => index > at && text === ')');
    return close > 0 && close < verb && skipsTo(tokens, close + 1, verb);
  }
  const inside = tokens.slice(at + 1, verb);
  if (inside.some(({ kind, text }) => kind === 'quote' || /^[;:]$/.test(text))) return false;
  if (/^[,—–]$/.test(first.text)) {
    const last = tokens[verb - 1];
    if (last?.text !== first.text || verb - at < 3) return false;
    const start = inside[0];
    return (
      start?.kind === 'word' &&
      (insertionStart.test(start.lower) ||
        isCapital(start) ||
        participle.test(start.lower) ||
        isRole(start.lower) ||
        inside.some(({ lower }) => isRole(lower)))
    );
  }
  const commas = inside.some(({ text }) => text === ',');
  if (commas) return false;
  const dated = tokens[verb]?.lower.endsWith('day') === true;
  // "a debate that led to the dispute": a noun, not its verb.
  if (
    !dated &&
    /^(?:the|a|an|his|her|its|their|of|for|in|on|to|with|by|this|that|he|she|it|they|we|i|you)$/.test(
      inside.at(-1)?.lower ?? '',
    )
  )
    return false;
  // "one who claimed a job was denied": the second verb has another subject.
  if (relating.has(first.lower)) {
    return (
      inside.length > 0 && !inside.some(({ lower }) => clausal.has(lower) || saying.has(lower))
    );
  }
  return participle.test(first.lower) && afterParticiple.test(inside[0]?.lower ?? '');
}

/** The role that a phrase tells of a person: `glaciologist`, `head of the Memory Centre NGO`. */
function roleOf(tokens: readonly Token[], at: number, end: number): string | undefined {
  const phrase = readPhrase(tokens, at, end);
  if (phrase === undefined || phrase.subject.kind !== 'unnamed') return undefined;
  const { noun = '', name } = phrase.subject;
  if (!isRole(noun)) return undefined;
  const tailed = withTail(tokens, phrase, end);
  const whole =
    /^(?:head|chief|director|chair|president|secretary|member|founder|leader)$/.test(noun) &&
    tokens[phrase.next]?.lower === 'of';
  return whole ? tailed.subject.name : name.replace(/^.*['’]s\s/u, '');
}

/** A phrase with the name or the role that stands behind a comma: "its head, Lev Brand", "Ana Teller, a nurse". */
export function withApposition(tokens: readonly Token[], phrase: Phrase, end: number): Phrase {
  const { subject } = phrase;
  let at = phrase.next;
  if (tokens[at]?.text !== ',') return phrase;
  at += 1;
  if (/^\d+$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === ',') at += 2;
  if (subject.kind === 'unnamed' && isRole(subject.noun ?? '')) {
    const titled = tokens[at]?.lower === 'the' && isCapital(tokens[at + 1]);
    if (!isCapital(tokens[at]) && !titled) return phrase;
    const name = readPhrase(tokens, at, end);
    if (name === undefined || !endsHere(tokens, name.next, end)) return phrase;
    // "The owner, Gull Lines"
    if (name.subject.kind === 'organisation') return name;
    if (name.subject.kind !== 'person') return phrase;
    const role = subject.name.replace(/^.*['’]s?\s/u, '');
    return { subject: named(name.subject, role, subject.noun), next: name.next };
  }
  if (subject.noun === 'them') {
    // "One of them, a retired postman"
    const told = readPhrase(tokens, at, end);
    return told?.subject.kind === 'unnamed' ? told : phrase;
  }
  if (subject.kind === 'unnamed' || subject.kind === 'organisation') {
    const common = subject.noun !== undefined;
    const name = common && isCapital(tokens[at]) ? readPhrase(tokens, at, end) : undefined;
    // "The owner, Gull Lines", "the grid operator, Voltnet"
    if (name === undefined || !/^(?:organisation|person)$/.test(name.subject.kind)) return phrase;
    if (!endsHere(tokens, name.next, end)) return phrase;
    return {
      subject: {
        kind: 'organisation',
        name: name.subject.name,
        ...(subject.noun === undefined ? {} : { noun: subject.noun }),
      },
      next: name.next,
    };
  }
  if (subject.kind === 'person' && subject.role === undefined) {
    // "… of Tarnbridge, the governor said" tells nothing of the town.
    const isWhole = subject.name.includes(' ');
    const role = isWhole ? roleOf(tokens, at, end) : undefined;
    if (role !== undefined) {
      const noun = role.split(' of ')[0]?.split(' ').at(-1)?.toLowerCase();
      return {
        subject: { ...subject, role, ...(noun === undefined ? {} : { noun }) },
        next: phrase.next,
      };
    }
    // "Fitch & Moor, a credit agency"
    const called = readPhrase(tokens, at, end)?.subject;
    const isBody =
      called?.kind === 'organisation' ||
      (called?.kind === 'unnamed' && bodyIntroductions.has(called.noun ?? ''));
    // "Ana Teller of the Bay Fund, a charity" is a person still.
    const next = tokens[phrase.next - 1]?.text ?? '';
    if (
      isBody &&
      subject.name.endsWith(next) &&
      /^an?$/.test(tokens[at]?.lower ?? '') &&
      !isRole(called.noun ?? '')
    ) {
      return {
        subject: {
          kind: 'organisation',
          name: subject.name,
          ...(called.noun === undefined ? {} : { noun: called.noun }),
        },
        next: phrase.next,
      };
    }
    if (tokens[at]?.lower === 'which' && subject.name.endsWith(next)) {
      return { subject: { kind: 'organisation', name: subject.name }, next: phrase.next };
    }
  }
  return phrase;
}

/** Whether an insertion is over: "their lawyer, Ana Teller had …" begins a clause instead. */
function endsHere(tokens: readonly Token[], at: number, end: number): boolean {
  return at >= end || /^[,.;()—–]$/.test(tokens[at]?.text ?? '.');
}

function named(person: Subject, role: string, noun: string | undefined): Subject {
  return { ...person, role, ...(noun === undefined ? {} : { noun }) };
}
