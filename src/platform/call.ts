// Calls from our own pages to the worker. A failure is a value with a name.

import type { Answer, Argument, PopupCalls, Result } from '../messages/calls.ts';
import { browser } from './browser.ts';

function isResult<T>(value: unknown): value is Result<T> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** Asks the worker. It may be asleep: the message wakes it. */
export async function call<N extends keyof PopupCalls>(
  name: N,
  of: Argument<N>,
): Promise<Result<Answer<N>>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ call: name, of });
    if (isResult<Answer<N>>(answer)) return answer;
    return failure(`${name}: the answer was ${typeof answer}`);
  } catch (cause) {
    return failure(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function failure(detail: string): Result<never> {
  return { ok: false, problem: { code: 'internal', detail } };
}
