// The persons and organisations that a sentence names, whether or not they say anything.

import type { Token } from '../text.ts';
import type { Subject } from '../types.ts';
import { withApposition } from './apposition.ts';
import { isBody, isRole, isUnnamed, stops } from './lexicon.ts';
import { isCapital, type Phrase, readPhrase } from './phrases.ts';

/** A sentence with more is a list of names. */
const mostMentions = 30;

/** Names in order. A single word counts where what stands beside it tells that it is an organisation. */
export function mentionsIn(tokens: readonly Token[]): Subject[] {
  const mentions: Subject[] = [];
  for (let at = 0; at < tokens.length && mentions.length < mostMentions; at++) {
    if (!isCapital(tokens[at])) continue;
    let from = at;
    // "union lawyer Ana Teller": the words before the name, back to an article or a stop.
    for (let back = at - 1; back >= 0 && at - back <= 4; back--) {
      const token = tokens[back];
      if (
        token?.kind !== 'word' ||
        stops.has(token.lower) ||
        /^(?:the|a|an|his|her|its|their)$/.test(token.lower)
      )
        break;
      if (from === at && !isRole(token.lower) && !isBody(token.lower)) break;
      from = back;
    }
    const article = tokens[from - 1]?.lower === 'the' ? from - 1 : from;
    const phrase =
      readPhrase(tokens, article, tokens.length) ?? readPhrase(tokens, at, tokens.length);
    if (phrase === undefined || phrase.next <= at) continue;
    const owner = ownerOf(tokens, at);
    if (owner !== undefined) mentions.push(owner);
    const { subject } = withRole(tokens, from, withApposition(tokens, phrase, tokens.length));
    // "The Bay rights NGO" is called by what it is: it may be one that has a name elsewhere.
    const called = subject.noun !== undefined && subject.name.toLowerCase().endsWith(subject.noun);
    const named = /\p{Lu}/u.test(subject.name) && !called;
    if (subject.kind === 'person' || (subject.kind === 'organisation' && named)) {
      mentions.push(subject);
    }
    at = Math.max(at, phrase.next - 1);
  }
  return mentions;
}

/** "The agent, Ana Teller": a name that stands behind its role. */
function withRole(tokens: readonly Token[], at: number, phrase: Phrase): Phrase {
  const { subject } = phrase;
  const noun = tokens[at - 2]?.lower ?? '';
  const isBehind = tokens[at - 1]?.text === ',' && isRole(noun);
  // "A caterer called Bright Table"
  const called = /^(?:called|named|dubbed)$/.test(tokens[at - 1]?.lower ?? '');
  if (called && subject.kind === 'person' && isBody(noun)) {
    return { ...phrase, subject: { kind: 'organisation', name: subject.name, noun } };
  }
  if (subject.kind !== 'person' || subject.role !== undefined || !isBehind) return phrase;
  const ends = tokens[phrase.next]?.text ?? '.';
  return /^[,.;)]$/.test(ends) ? { ...phrase, subject: { ...subject, role: noun, noun } } : phrase;
}

/** "Hopwell's chief executive", "a Voltnet engineer": the single name is an organisation's. */
function ownerOf(tokens: readonly Token[], at: number): Subject | undefined {
  const { text = '' } = tokens[at] ?? {};
  if (isCapital(tokens[at + 1]) || isCapital(tokens[at - 1])) return undefined;
  const ends = tokens
    .slice(at + 1, at + 4)
    .findIndex(({ kind, lower }) => kind !== 'word' || stops.has(lower));
  const next = tokens.slice(at + 1, ends < 0 ? at + 4 : at + 1 + ends);
  const owns = /['’]s$/u.test(text);
  const body =
    /^(?:chairman|chairwoman|ceo|executive|engineer|headquarters|shares|shareholders|shoppers|website)$/;
  if (!next.some(({ lower }) => body.test(lower))) return undefined;
  if (!owns && !next.some(({ lower }) => isUnnamed(lower))) return undefined;
  return { kind: 'organisation', name: text.replace(/['’]s$/u, '') };
}
