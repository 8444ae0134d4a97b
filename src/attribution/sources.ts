// Whom a story rests on: the persons, organisations and unnamed roles that it attributes to.
//
// A first, cautious form for English: sentence patterns, no language model. What is not clearly an
// attribution is left out: a source that a story does not have is worse than one that was missed.

import type { CitedSource } from '../article/types.ts';
import { roleAndName, type Subject, subjectAfter, subjectBefore } from './source-names.ts';

/** Verbs that attribute wherever they stand after a name. */
const verbs =
  'said|says|told|reported|reports|announced|announces|confirmed|confirms|wrote|writes|stated|states|described|describes|warned|warns|claimed|claims|alleged|alleges|argued|argues|testified|tweeted|insisted|insists|estimated|estimates|acknowledged|explained|explains|noted|notes|recalled|recalls|added|adds|believes|found out';
/** Verbs that need a clause or a quotation after them: "reports" and "notes" are nouns too. */
const denial =
  /^(?:has |have |had )?(?:repeatedly |strongly |categorically |flatly )?(?:den(?:ies|ied|y)|disput(?:es|ed|e)|refut(?:es|ed|e))\s+(?:the|that|those|these|any|all|being|having|it|its|his|her|their|wrongdoing|involvement|responsibility|knowledge|accusations|allegations|claims|charges|reports|\w+ing)\b/;
const nextToSubject = new RegExp(
  `^(?:has |have |had |also |later |earlier |previously |repeatedly )*(${verbs})(?=\\s|[,.:;]|$)`,
);
/** What may follow a cue that is also a noun or means something else without a clause. */
const clauseAfter =
  /^[,:]?\s*(?:["“'‘]|that\b|the\b|a\b|an\b|it\b|he\b|she\b|they\b|there\b|this\b|its\b|his\b|her\b|their\b|seeing\b|hearing\b|finding\b|on\b|in\b|earlier\b|later\b|last\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\p{Lu}|\w+ing\b|reporters\b|journalists\b|him\b|her\b|them\b|\w+\s+(?:was|were|had|has|have|would|will|could|is|are)\b|[.]?$)/u;

interface Found extends Subject {
  cue: string;
  denies: boolean;
  quote?: string;
}

/** Sentences of a paragraph; full stops after initials and common abbreviations end none. */
export function sentences(paragraph: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const end of paragraph.matchAll(/[.!?]["”’)]*\s+(?=["“‘(]?\p{Lu})/gu)) {
    const upTo = paragraph.slice(Math.max(start, end.index - 6), end.index + 1);
    if (
      /(?:\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Sgt|Capt|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[ap]\.m)\.$/u.test(
        upTo,
      )
    ) {
      continue;
    }
    parts.push(paragraph.slice(start, end.index + end[0].length).trim());
    start = end.index + end[0].length;
  }
  parts.push(paragraph.slice(start).trim());
  return parts.filter((part) => part !== '');
}

/** Quoted words become a mark: what somebody else says in a quotation attributes nothing. */
function withoutQuotes(sentence: string): { text: string; quote?: string } {
  let quote: string | undefined;
  const text = sentence.replace(/[“"]([^”"]{1,600})[”"]?/g, (_, inside: string) => {
    if (quote === undefined && inside.split(/\s+/).length >= 4) quote = inside.slice(0, 300);
    return '“”';
  });
  return quote === undefined ? { text } : { text, quote };
}

function inSentence(sentence: string): Found[] {
  const { text, quote } = withoutQuotes(sentence);
  const found: Found[] = [];
  const add = (subject: Subject | undefined, cue: string, denies = false): void => {
    if (subject === undefined) return;
    found.push({ ...subject, cue, denies, ...(quote === undefined ? {} : { quote }) });
  };
  for (const at of text.matchAll(/\baccording to\s+/gi)) {
    add(subjectAfter(wordsAfter(text, at.index + at[0].length)), 'according to');
  }
  // "…," said Ana Teller: the verb comes first only after a quotation or a clause.
  for (const at of text.matchAll(
    /[,”]\s+(said|says|added|explained|wrote|warned)\s+(?=\p{Lu}|the\b|a\b)/gu,
  )) {
    const rest = wordsAfter(text, at.index + at[0].length);
    if (at.index > 0) add(subjectAfter(rest), at[1] ?? 'said');
  }
  for (const at of text.matchAll(/\s(?=\p{Ll})/gu)) {
    const rest = wordsAfter(text, at.index + 1);
    const said = nextToSubject.exec(rest);
    const denied = said === null ? denial.exec(rest) : null;
    if (said === null && denied === null) continue;
    const before = wordsBefore(text, at.index);
    if (denied !== null) {
      add(subjectBefore(before), (/den\w+|disput\w+|refut\w+/.exec(denied[0]) ?? [''])[0], true);
      continue;
    }
    const cue = said?.[1] ?? '';
    if (!clauseAfter.test(rest.slice(said?.[0].length ?? 0))) continue;
    add(subjectBefore(before) ?? sentenceSubject(before), cue);
  }
  return found;
}

/** "Ana Teller arrived at noon and described …": the one subject of a plain sentence. */
function sentenceSubject(before: string): Subject | undefined {
  const joined = /^(.+?)\s+and(?:\s+\w+ly)?$/u.exec(before);
  if (joined?.[1] === undefined || /[,;:“]/.test(before)) return undefined;
  const verb =
    / (?=(?:\w+ed|went|came|saw|met|found|left|took|told|spoke|ran|held|was|heard|drove)\s)/.exec(
      joined[1],
    );
  if (verb === null) return undefined;
  const subject = subjectBefore(joined[1].slice(0, verb.index));
  // The subject has to be the whole beginning, not the last name of another clause.
  return subject !== undefined && subject.kind === 'person' && subject.opens ? subject : undefined;
}

/** Full names and roles as the story introduces them, by the last word of the name. */
function introductions(paragraphs: readonly string[]): Map<string, Subject> {
  const known = new Map<string, Subject>();
  for (const paragraph of paragraphs) {
    for (const at of paragraph.matchAll(/\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’.-]+){1,3}/gu)) {
      const before = wordsBefore(paragraph, at.index);
      // "Secretary of State Ana Teller": the run begins inside a title.
      if (/\bof\s$/.test(before)) continue;
      const subject = roleAndName(before, at[0]);
      const last = subject?.name.split(' ').at(-1);
      if (subject === undefined || last === undefined || subject.kind !== 'person') continue;
      if (!subject.name.includes(' ')) continue;
      const earlier = known.get(last);
      if (earlier === undefined) known.set(last, subject);
      else if (earlier.name === subject.name && earlier.role === undefined && subject.role) {
        known.set(last, subject);
      }
    }
  }
  return known;
}

/** Whether one name of an organisation is the other, shortened: "LGBT Network". */
function isShorterName(short: string, long: string): boolean {
  const words = long.toLowerCase().split(/\s+/);
  const parts = short.toLowerCase().split(/\s+/);
  return (
    parts.length >= 2 && parts.length < words.length && parts.every((word) => words.includes(word))
  );
}

/** "Sources" after "two sources" are told of once. */
function isSameNoun(a: string, b: string): boolean {
  const noun = a.split(' ').at(-1);
  return noun === b.split(' ').at(-1) && (noun === a || noun === b);
}

/** More than any story names; bounds the work on hostile text. */
const mostSources = 40;
const mostText = 200_000;
/** How far around a cue its subject is looked for, in characters. */
const reach = 300;

/** The words before a place; a mark stands for what was left out, so that it opens no sentence. */
function wordsBefore(text: string, at: number): string {
  return at <= reach ? text.slice(0, at) : `… ${text.slice(at - reach, at)}`;
}

function wordsAfter(text: string, at: number): string {
  return text.slice(at, at + reach);
}

/**
 * The language in which a text is searched for sources; undefined where there are no rules for it.
 *
 * @param language BCP 47; where undefined, English is recognised by its commonest words
 */
export function languageRead(
  paragraphs: readonly string[],
  language: string | undefined,
): 'en' | undefined {
  if (language !== undefined) return /^en\b/i.test(language) ? 'en' : undefined;
  const text = paragraphs.slice(0, 5).join(' ').toLowerCase();
  return ['the', 'of', 'and', 'to'].every((word) => text.includes(` ${word} `)) ? 'en' : undefined;
}

/**
 * The sources that an English text attributes to, in the order they first appear, each once; a
 * denial stands apart from the same person's other words.
 */
export function findSources(paragraphs: readonly string[]): CitedSource[] {
  let budget = mostText;
  const read = paragraphs.filter((text) => (budget -= text.length) > 0);
  const known = introductions(read);
  const sources: CitedSource[] = [];
  for (const found of read.flatMap(sentences).flatMap(inSentence)) {
    const { cue, denies, quote } = found;
    const subject = resolve(found, known);
    if (subject === undefined) continue;
    const { name, kind, role } = subject;
    const same = sources.find(
      (source) =>
        (source.denies ?? false) === denies &&
        (source.name === name ||
          (kind === 'unnamed' && source.kind === 'unnamed' && isSameNoun(source.name, name)) ||
          (kind === 'organisation' &&
            (isShorterName(name, source.name) || isShorterName(source.name, name)))),
    );
    if (same !== undefined) {
      if (isShorterName(same.name, name)) same.name = name;
      if (same.quote === undefined && quote !== undefined) same.quote = quote;
      continue;
    }
    if (sources.length === mostSources) break;
    sources.push({
      name,
      kind,
      cue,
      ...(role === undefined ? {} : { role }),
      ...(denies ? { denies } : {}),
      ...(quote === undefined ? {} : { quote }),
    });
  }
  return sources.filter((source) => !isNamedLater(source, sources));
}

/** A bare surname stands for the person introduced in full; one never introduced is left out. */
function resolve(found: Found, known: ReadonlyMap<string, Subject>): Subject | undefined {
  if (found.kind !== 'person') return found;
  const last = found.name.split(' ').at(-1) ?? '';
  const full = known.get(last);
  // "President Obama" names its person; a bare surname does only after an introduction.
  if (!found.name.includes(' ')) return full ?? (found.role === undefined ? undefined : found);
  return full !== undefined && full.name === found.name
    ? { ...found, ...((found.role ?? full.role) ? { role: found.role ?? full.role ?? '' } : {}) }
    : found;
}

/** "their lawyer" is the lawyer whom the story also names. */
function isNamedLater(source: CitedSource, sources: readonly CitedSource[]): boolean {
  if (source.kind !== 'unnamed') return false;
  const role = source.name.split(' ').at(-1);
  return sources.some((other) => other.kind === 'person' && other.role?.split(' ').at(-1) === role);
}
