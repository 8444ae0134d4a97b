// Why something that a person asked for did not come, by name.

import { PictureError } from '../picture/types.ts';

/**
 * Why an answer is missing:
 * `no-permission`  the browser was not allowed to ask that host
 * `unreachable`    no answer, or one that cannot be read
 * `not-found`      the host says there is nothing at the address
 * `too-large`      more than may be read
 * `timeout`        no whole answer in time
 */
export type AskCode = 'no-permission' | 'unreachable' | 'not-found' | 'too-large' | 'timeout';

export class AskError extends Error {
  override readonly name = 'AskError';
  readonly code: AskCode;
  constructor(code: AskCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

export interface AskProblem {
  code: AskCode | PictureError['code'] | 'internal';
  /** What and where, with numbers. Shown as it is. */
  detail: string;
}

/** An error of asking or reading as a value with a name. */
export function askProblem(cause: unknown): AskProblem {
  if (cause instanceof AskError || cause instanceof PictureError) {
    return { code: cause.code, detail: cause.message };
  }
  return { code: 'internal', detail: cause instanceof Error ? cause.message : String(cause) };
}
