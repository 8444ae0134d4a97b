// What went wrong, and what a reader can do about it, in words.

import type { ErrorCode, StemmaProblem } from './tab-state.ts';
import type { Translator } from './translator.ts';

const KEYS: Record<ErrorCode, [said: string, advice: string]> = {
  'archive-unreadable': ['errorArchive', 'adviceArchive'],
  'page-unreadable': ['errorPage', 'advicePage'],
  'page-too-large': ['errorTooLarge', 'adviceTooLarge'],
  'storage-full': ['errorStorage', 'adviceStorage'],
  internal: ['errorInternal', 'adviceInternal'],
};

/** Long details (a stack, a whole URL) would push the advice out of sight. */
const LONGEST_DETAIL = 160;

/** A problem as two sentences: what happened, and what to do. */
export function problemWords(
  { code, detail }: StemmaProblem,
  tr: Translator,
): { said: string; advice: string } {
  const [said, advice] = KEYS[code];
  const line = detail.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const cut = line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL - 1)}…` : line;
  return { said: tr.t(said, cut), advice: tr.t(advice) };
}

/** A cause as a problem with a name: storage that is full, or what nobody foresaw. */
export function problemOf(cause: unknown): StemmaProblem {
  const detail = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return { code: /quota/i.test(detail) ? 'storage-full' : 'internal', detail };
}
