// What was wrong with an input, and what to do about it: a value, so that one bad file never stops the rest.

export type IngestProblemCode =
  | 'unreadable'
  | 'unknown-kind'
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'bad-gzip'
  | 'bad-warc'
  | 'bad-wacz'
  | 'bad-feed'
  | 'no-url'
  | 'bad-url'
  | 'no-body'
  | 'bad-json'
  | 'bad-field'
  | 'not-an-article';

export interface IngestProblem {
  code: IngestProblemCode;
  /** The input as it was named on the way in: a path, or `-` for standard input. */
  file: string;
  /** 1-based, where the fault has a place. */
  line?: number;
  /** 1-based, in a web archive or a feed. */
  record?: number;
  /** Where the record begins in the file, or its gzip member; of a feed, near where it was. */
  offset?: number;
  /** What is wrong, with numbers. */
  why: string;
  /** What to do. */
  fix: string;
}

/** `story.txt:3: the address is ftp, not http or https; correct the line "Original url:"` */
export function describeProblem(problem: IngestProblem): string {
  const { file, line, record, offset } = problem;
  const at = offset === undefined ? '' : ` at byte ${offset}`;
  const inside = record === undefined ? '' : `, record ${record}${at}`;
  const place = line === undefined ? `${file}${inside}` : `${file}:${line}`;
  return `${place}: ${explainProblem(problem)}`;
}

/** Why and what to do, without the place. */
export function explainProblem(problem: IngestProblem): string {
  return `${problem.why}; ${problem.fix}`;
}
