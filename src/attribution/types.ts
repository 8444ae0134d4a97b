// What the rules of a language find in a sentence, before it is told who is who.

import type { Sentence } from './text.ts';

/** Who or what a phrase names. */
export interface Subject {
  kind: 'person' | 'organisation' | 'document' | 'unnamed' | 'pronoun';
  /** As the phrase has it, without articles: `two officials`, `he`. */
  name: string;
  role?: string;
  /** The noun by which it can be called later: `group`, `lawyer`, `report`. */
  noun?: string;
  /** The phrase points back: "the company", "his lawyer", "one of them". */
  definite?: boolean;
}

/** One attribution. */
export interface Found {
  subject: Subject;
  cue: string;
  denies?: boolean;
  quote?: string;
  /** Whom the speaker has it from. */
  restsOn?: Subject;
}

/** What the rules of a language read in one sentence. */
export interface SentenceReading {
  found: Found[];
  /** Persons and organisations that the sentence names, with their roles, in order. */
  mentions: Subject[];
  /** Who the sentence is about, when it begins with it. */
  topic?: Subject;
}

/** The rules of a language. */
export type Rules = (sentence: Sentence) => SentenceReading;
