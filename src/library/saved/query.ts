// Which citations a person asked for, and in what order: by words, tags, outlet, days, relation.

import { type CitationSummary, foldForSearch } from '../../citation/summary.ts';

export type Sort = 'saved' | 'issued' | 'title' | 'outlet' | 'changed';

export interface Query {
  /** As typed. Each word has to stand somewhere; words in "…" stand together. */
  words: string;
  tag: string;
  collection: string;
  outlet: string;
  relation: string;
  /** First and last day of publication, `2021-02-05`; empty for none. */
  from: string;
  to: string;
  sort: Sort;
}

export const EVERYTHING: Query = {
  words: '',
  tag: '',
  collection: '',
  outlet: '',
  relation: '',
  from: '',
  to: '',
  sort: 'saved',
};

/** The words that are searched for, folded; what stands in quotation marks stays together. */
export function searchTerms(words: string): string[] {
  return Array.from(foldForSearch(words).matchAll(/["“«]([^"”»]+)["”»]|(\S+)/gu), (found) =>
    (found[1] ?? found[2] ?? '').trim(),
  ).filter((term) => term !== '');
}

/** `2021` begins on its first day and ends on its last: a date of little precision is not left out. */
function within(issued: string, from: string, to: string): boolean {
  if (from === '' && to === '') return true;
  if (issued === '') return false;
  return (from === '' || `${issued}~` >= from) && (to === '' || issued <= to);
}

/**
 * Citations that a query asks for, in the order they are given: sorted once, they are filtered at
 * each key. Linear in the text searched, which is faster than typing.
 */
export function filtered(inOrder: readonly CitationSummary[], query: Query): CitationSummary[] {
  const terms = searchTerms(query.words);
  return inOrder.filter(
    (one) =>
      terms.every((term) => one.text.includes(term)) &&
      (query.tag === '' || one.tags.includes(query.tag)) &&
      (query.collection === '' || one.collections.includes(query.collection)) &&
      (query.outlet === '' || one.outlet === query.outlet) &&
      (query.relation === '' || (one.relation ?? 'none') === query.relation) &&
      within(one.issued, query.from, query.to),
  );
}

const collator = new Intl.Collator(undefined, { numeric: true });

type Compare = (x: CitationSummary, y: CitationSummary) => number;

/** By the reader's alphabet; what has no such text comes last. */
function byText(of: (one: CitationSummary) => string): Compare {
  return (x, y) => {
    const [a, b] = [of(x), of(y)];
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
    return collator.compare(a, b);
  };
}

/** Latest first; what has no such day comes last. */
function latest(of: (one: CitationSummary) => string): Compare {
  return (x, y) => {
    const [a, b] = [of(x), of(y)];
    return a < b ? 1 : a > b ? -1 : 0;
  };
}

const ORDERS: Record<Sort, Compare> = {
  saved: (x, y) => savedAt(y) - savedAt(x),
  changed: latest(({ updatedAt }) => updatedAt),
  issued: latest(({ issued }) => issued),
  title: byText(({ title }) => title),
  outlet: byText(({ outlet }) => outlet),
};

export function sorted(found: readonly CitationSummary[], sort: Sort): CitationSummary[] {
  return found.toSorted(ORDERS[sort]);
}

const moments = new WeakMap<CitationSummary, number>();

/** Moments of different zones do not compare as text. Milliseconds since 1970. */
function savedAt(one: CitationSummary): number {
  let moment = moments.get(one);
  if (moment === undefined) {
    const parsed = Date.parse(one.savedAt);
    moment = Number.isNaN(parsed) ? 0 : parsed;
    moments.set(one, moment);
  }
  return moment;
}

export interface Facets {
  tags: [string, number][];
  collections: [string, number][];
  outlets: [string, number][];
  relations: [string, number][];
}

function count(map: Map<string, number>, value: string): void {
  if (value !== '') map.set(value, (map.get(value) ?? 0) + 1);
}

function named(map: Map<string, number>): [string, number][] {
  return [...map].toSorted(([a], [b]) => collator.compare(a, b));
}

/** What can be filtered by, with how many citations each has; by name. */
export function facetsOf(all: readonly CitationSummary[]): Facets {
  const counts = {
    tags: new Map<string, number>(),
    collections: new Map<string, number>(),
    outlets: new Map<string, number>(),
    relations: new Map<string, number>(),
  };
  for (const one of all) {
    for (const tag of one.tags) count(counts.tags, tag);
    for (const collection of one.collections) count(counts.collections, collection);
    count(counts.outlets, one.outlet);
    count(counts.relations, one.relation ?? 'none');
  }
  return {
    tags: named(counts.tags),
    collections: named(counts.collections),
    outlets: named(counts.outlets),
    relations: named(counts.relations),
  };
}
