// What the worker hands to the script that marks a page, and what the two say to each other.

/** What a mark in the page stands for. */
export type MarkKind = 'passage' | 'changed' | 'added' | 'dropped';

/** One mark, as words of the story: half-open positions as the normaliser counts them. */
export interface PageMark {
  kind: MarkKind;
  /** Index in {@link ShownModel.origins} of the text it speaks of. */
  origin: number;
  /** For `dropped` both are the word it stood before. */
  from: number;
  to: number;
  /** The whole sentence: what this is, and of whom. */
  said: string;
  /** `3 of 12` */
  at: string;
  /** On the thin sign of a dropped paragraph: its number. */
  sign?: string;
}

/** Everything that is shown in a page, in the reader's language, ready to become text nodes. */
export interface ShownModel {
  /** The page's address without fragment: no other is marked. */
  page: string;
  /** Begins the names of the highlights: another one each time. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** The story, as it was read. */
  paragraphs: readonly string[];
  /** Names of the texts, a hue each; the last one may stand for all others. */
  origins: string[];
  /** In the order of the page. */
  marks: PageMark[];
  words: ShownWords;
}

export interface ShownWords {
  /** Name of the bar. */
  bar: string;
  previous: string;
  next: string;
  off: string;
  /** Said when the bar comes: how many marks, and the keys. */
  summary: string;
  /** A mark that is not to be seen: gone from the page, or folded away. */
  gone: string;
  /** The page took the marks away too often. */
  lost: string;
  changed: string;
  added: string;
  dropped: string;
}

/** What the script answers: how many marks found their place. */
export interface ShownAnswer {
  placed: number;
}

/** What the worker tells the script that marks a page. */
export interface ShownCalls {
  'marks/show': (of: ShownModel) => ShownAnswer;
}
