// What a reader marked as wrong: which statement about which page, in the words that were shown.

/** The kinds of statements that the popup makes of a page. */
export type MarkKind =
  | 'verdict'
  | 'relative'
  | 'source'
  | 'photo'
  | 'publisher'
  | 'look-alike'
  | 'related';

/** One statement that a reader marked as wrong. */
export interface Mark {
  kind: MarkKind;
  /** Tells the statement from others about the page, also when it is made again. */
  id: string;
  /** The page it is about, without fragment. */
  page: string;
  /** The statement as it was shown. */
  said: string;
  /** ISO 8601: when it was marked. */
  at: string;
}

/** What is given away for others to look into: marks, and what made the statements. */
export interface MarksFile {
  format: 'stemma-marks';
  version: 1;
  program: string;
  exported: string;
  marks: Mark[];
}

/** The marks as a file, oldest first. */
export function marksFile(marks: readonly Mark[], program: string, exported: string): MarksFile {
  const sorted = marks.toSorted((x, y) => x.at.localeCompare(y.at));
  return { format: 'stemma-marks', version: 1, program, exported, marks: sorted };
}
