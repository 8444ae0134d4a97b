// Whether an English verb attributes where it stands: who may do it, and what has to follow.

import type { Token } from '../text.ts';
import type { Subject } from '../types.ts';
import {
  claimNouns,
  clausal,
  denying,
  judging,
  plain,
  rejecting,
  saying,
  showing,
  telling,
} from './lexicon.ts';
import { isCapital } from './phrases.ts';

const clauseStart =
  /^(?:that|it|he|she|they|there|we|i|you|this|these|those|nobody|no|none|everyone|everything|nothing|on|in|at|last|earlier|later|by|how|what|why|whether|when|if|seeing|hearing|finding|being|having|such|neither|both|most|many|some|all|more|as|from|for|after)$/;
/** Verbs that a clause has, as far as their form tells. */
export const finite =
  /^(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|did|does|do|went|came|made|took|gave|got|fell|rose|began|left|lost|found|held|kept|paid|ran|saw|stood|won|knew|thought|seemed|took|cost|faces|make|makes|seem|seems|need|needs|cover|remains?)$|\p{Ll}{2,}ed$/u;

/** Whether what follows a verb is a clause, a quotation, or the end: words that may be said. */
function saysSomething(tokens: readonly Token[], after: number): boolean {
  const next = tokens[after];
  if (next === undefined || next.kind === 'quote') return true;
  if (next.kind === 'sign') return true;
  if (/^(?:nothing|goodbye|goodnight|farewell|hello|yes|so|little|no)$/.test(next.lower))
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
export function suits(
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
      !/^(?:nothing|goodbye|goodnight|farewell|hello|little|so|yes|no)$/.test(next?.lower ?? '') ||
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
  // "A conference call", "the reports"
  if (verb === 'report') return next?.kind !== 'word' || /^(?:that|in)$/.test(next.lower);
  // "The newspaper reported the closure, citing two dockers"
  if (
    verb === 'reported' &&
    kind === 'organisation' &&
    tokens.some(({ lower }) => lower === 'citing')
  )
    return true;
  // "Most states …": a noun.
  if (verb === 'states' && next?.kind !== 'quote' && next?.lower !== 'that') return false;
  // "Ana Teller reported from Gullport": a line on who wrote it.
  if (verb.startsWith('report') && next?.lower === 'from') return false;
  // "Added his voice", "responded by moving", "shouted at him": not words.
  if (/^(?:added|adds|responded|shouted|continued|replied|noted|notes|note)$/.test(verb)) {
    return (
      next === undefined ||
      next.kind !== 'word' ||
      /^(?:that|he|she|it|they|there|in|the|a|an|his|her|how|last|earlier)$/.test(next.lower)
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

export function denies(tokens: readonly Token[], at: number): boolean {
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

export const isCueWord = (lower: string): boolean =>
  saying.has(lower) ||
  telling.has(lower) ||
  clausal.has(lower) ||
  judging.has(lower) ||
  showing.has(lower) ||
  denying.has(lower) ||
  rejecting.has(lower);
