// Checks what the worker hands to the script that marks a page. By hand, as for the badge.

import type { MarkKind, PageMark, ShownModel } from '../messages/shown.ts';

const kinds: readonly MarkKind[] = ['passage', 'changed', 'added', 'dropped'];
const words = [
  'bar',
  'previous',
  'next',
  'off',
  'summary',
  'gone',
  'lost',
  'changed',
  'added',
  'dropped',
] as const;
const longestLine = 1000;
const mostMarks = 1000;
const mostOrigins = 6;

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown, most = longestLine): value is string {
  return typeof value === 'string' && value !== '' && value.length <= most;
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isMark(value: unknown, origins: number): value is PageMark {
  if (!isFields(value)) return false;
  const { kind, origin, from, to, said, at, sign } = value;
  return (
    kinds.some((known) => known === kind) &&
    isPosition(origin) &&
    origin < origins &&
    isPosition(from) &&
    isPosition(to) &&
    from <= to &&
    isText(said) &&
    isText(at) &&
    (sign === undefined || isText(sign, 20))
  );
}

function isModel(of: unknown): of is ShownModel {
  if (!isFields(of) || !isFields(of['words'])) return false;
  const { page, name, dir, paragraphs, origins, marks } = of;
  const named = of['words'];
  return (
    typeof page === 'string' &&
    typeof name === 'string' &&
    /^[a-z]{8,32}$/.test(name) &&
    (dir === 'ltr' || dir === 'rtl') &&
    Array.isArray(paragraphs) &&
    paragraphs.every((paragraph) => typeof paragraph === 'string') &&
    Array.isArray(origins) &&
    origins.length <= mostOrigins &&
    origins.every((origin) => isText(origin)) &&
    Array.isArray(marks) &&
    marks.length <= mostMarks &&
    marks.every((mark) => isMark(mark, origins.length)) &&
    words.every((word) => isText(named[word]))
  );
}

/** The marks that a message of the worker asks for, or undefined for anything else. */
export function parseShow(message: unknown): ShownModel | undefined {
  if (!isFields(message) || message['call'] !== 'marks/show') return undefined;
  return isModel(message['of']) ? message['of'] : undefined;
}
