// Checks what the worker tells this page's content script. By hand: a schema library costs 3 KB here.

import type { BadgeModel, Envelope, TabCalls } from '../messages/calls.ts';

const states = ['original', 'earliest', 'copy', 'edited', 'changed', 'shares'] as const;
const words = ['open', 'close', 'thisPage', 'thisSite', 'cancel'] as const;
/** A badge says at most five words and a date; its details are a few sentences. */
const longestLabel = 200;
const longestLine = 1000;
const mostLines = 20;

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value !== '' && value.length <= most;
}

export function isBadgeModel(of: unknown): of is BadgeModel {
  if (!isFields(of) || !isFields(of['words'])) return false;
  const { state, label, lines, dir } = of;
  const named = of['words'];
  return (
    states.some((known) => known === state) &&
    isText(label, longestLabel) &&
    (dir === 'ltr' || dir === 'rtl') &&
    Array.isArray(lines) &&
    lines.length <= mostLines &&
    lines.every((line) => isText(line, longestLine)) &&
    words.every((word) => isText(named[word], longestLabel))
  );
}

/** One envelope a call, so that the call's name tells its argument. */
export type TabCall = { [N in keyof TabCalls]: Envelope<N> }[keyof TabCalls];

/** A call of the worker to this tab, or undefined for anything else. */
export function parseTabCall(message: unknown): TabCall | undefined {
  if (!isFields(message)) return undefined;
  const { call, of } = message;
  if (call === 'badge/show') {
    const isFor = isFields(of) && typeof of['page'] === 'string' ? of['page'] : undefined;
    return isFor !== undefined && isBadgeModel(of)
      ? { call, of: { ...of, page: isFor } }
      : undefined;
  }
  const isBare = call === 'badge/hide' || call === 'page/look-again' || call === 'page/which';
  return isBare ? { call, of: {} } : undefined;
}
