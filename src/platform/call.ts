// Calls from our own pages to the worker. A failure is a value with a name.

import type { Answer, Argument, PopupCalls, Result } from '../messages/calls.ts';
import { browser } from './browser.ts';

function isResult<T>(value: unknown): value is Result<T> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/**
 * Asks the worker. It may be asleep: the message wakes it. It may also be ended before it answers; a
 * call that names its request is then made once more, since doing it twice does it once.
 */
export async function call<N extends keyof PopupCalls>(
  name: N,
  of: Argument<N>,
): Promise<Result<Answer<N>>> {
  const first = await callOnce(name, of);
  return isLost(first) && 'request' in of ? callOnce(name, of) : first;
}

/** Failures of the way there and back: the worker itself said nothing. */
const lost = new WeakSet<object>();

function isLost(result: object): boolean {
  return lost.has(result);
}

async function callOnce<N extends keyof PopupCalls>(
  name: N,
  of: Argument<N>,
): Promise<Result<Answer<N>>> {
  let detail: string;
  try {
    const answer: unknown = await browser.runtime.sendMessage({ call: name, of });
    if (isResult<Answer<N>>(answer)) return answer;
    detail = `${name}: the answer was ${typeof answer}`;
  } catch (cause) {
    detail = `${name}: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
  const result = failure(detail);
  lost.add(result);
  return result;
}

function failure(detail: string): Result<never> {
  return { ok: false, problem: { code: 'internal', detail } };
}
