// Text that belongs to an outlet and not to a story: what two stories of one outlet share in passing.

import { siteHost } from '../article/url.ts';
import type { Match } from './types.ts';

/** Second-level names under which countries register sites: `co.uk`, `com.au`, `org.br`. */
const SECOND_LEVEL = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'gv',
  'ne',
  'net',
  'or',
  'org',
]);

/**
 * The part of a host that its owner registered, without a list of all suffixes: a list is 15 KB, and
 * a mistake here only leaves a short shared passage of two sites under one suffix untold.
 */
function registered(host: string): string {
  const labels = host.split('.');
  const [top = '', second = ''] = labels.toReversed();
  const isCountry = top.length === 2 && SECOND_LEVEL.has(second);
  return labels.slice(isCountry ? -3 : -2).join('.');
}

/** Whether two addresses are of one outlet: `edition.gazette.example` and `gazette.example` are. */
export function isSameOutlet(one: string, other: string): boolean {
  const [ours, theirs] = [siteHost(one), siteHost(other)];
  return ours !== undefined && theirs !== undefined && registered(ours) === registered(theirs);
}

/**
 * Whether a match is no more than a short passage shared with another story of the same outlet: its
 * author's note, photo captions, links to other stories. In 1,025 real articles asked against 21,500
 * others, most of such matches were that, and nearly none of the others.
 */
export function isHouseText({ relation, document }: Match, pageUrl: string | undefined): boolean {
  if (relation !== 'shares-quote' || document.url === undefined || pageUrl === undefined) {
    return false;
  }
  return isSameOutlet(document.url, pageUrl);
}
