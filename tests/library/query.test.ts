// Searching, filtering and sorting the library, and selecting in its list.

import { describe, expect, test } from 'vitest';
import { foldForSearch, summaryOf } from '../../src/citation/summary.ts';
import {
  EVERYTHING,
  facetsOf,
  filtered,
  type Query,
  searchTerms,
  sorted,
} from '../../src/library/saved/query.ts';
import { kept, NOTHING, reached, stepOf } from '../../src/library/saved/selection.ts';
import { citationOf, quoteOf } from './citations.ts';

const dated = (id: string, parts: number[], fields = {}) => {
  const citation = citationOf(id, fields);
  return { ...citation, item: { ...citation.item, issued: { 'date-parts': [parts] } } };
};

const all = [
  dated('a', [2021, 2, 5], { note: 'Café am Hafen', savedAt: '2026-03-10T23:30:00-05:00' }),
  dated('b', [2021], { tags: ['bells'], savedAt: '2026-03-11T03:00:00Z' }),
  dated('c', [2020, 12], {
    quotes: [quoteOf('He counted the boats twice.')],
    collections: ['Thesis'],
  }),
  {
    ...citationOf('d'),
    item: { ...citationOf('d').item, 'container-title': 'Bay Courier', title: '' },
  },
].map(summaryOf);

const found = (query: Partial<Query>): string[] =>
  filtered(sorted(all, query.sort ?? 'saved'), { ...EVERYTHING, ...query }).map(({ id }) => id);

describe('a search', () => {
  test.each([
    ['cafe', ['a']],
    ['CAFÉ hafen', ['a']],
    ['"boats counted"', []],
    ['"counted the boats"', ['c']],
    ['boats counted', ['c']],
    ['courier', ['d']],
    ['harrow thesis', ['c']],
    ['bells', ['b']],
    ['   ', ['b', 'a', 'c', 'd'].toSorted()],
  ])('for %s', (words, ids) => {
    expect(found({ words }).toSorted()).toEqual(ids.toSorted());
  });

  test('folds accents, and no letters that are others', () => {
    expect(foldForSearch('Ångström ΆΛΦΑ')).toBe('angstrom αλφα');
    expect(foldForSearch('Чайка')).toBe('чайка');
    expect(searchTerms('й')).not.toEqual(searchTerms('и'));
  });

  test('takes an unclosed quotation mark for what it is while it is typed', () => {
    expect(found({ words: '"counted' })).toEqual([]);
    expect(searchTerms('"a b" c')).toEqual(['a b', 'c']);
  });
});

describe('a filter', () => {
  test('by days keeps what is dated less exactly than asked', () => {
    expect(found({ from: '2021-01-01', to: '2021-12-31' })).toEqual(
      expect.arrayContaining(['a', 'b']),
    );
    expect(found({ from: '2021-03-01', to: '2021-12-31' })).toEqual(['b']);
    expect(found({ to: '2020-12-31' })).toEqual(['c']);
  });

  test('by tag, collection, outlet and relation', () => {
    expect(found({ tag: 'bells' })).toEqual(['b']);
    expect(found({ collection: 'Thesis' })).toEqual(['c']);
    expect(found({ outlet: 'Bay Courier' })).toEqual(['d']);
    expect(found({ relation: 'none' })).toHaveLength(4);
    expect(found({ relation: 'identical' })).toEqual([]);
    expect(facetsOf(all).outlets).toEqual([
      ['Bay Courier', 1],
      ['The Hill Gazette', 3],
    ]);
  });
});

describe('an order', () => {
  test('by when it was saved compares moments of different zones', () => {
    expect(found({ sort: 'saved' }).slice(0, 2)).toEqual(['a', 'b']);
  });

  test('by title puts what has none last', () => {
    expect(found({ sort: 'title' })).toEqual(['a', 'b', 'c', 'd']);
    expect(found({ sort: 'issued' }).slice(-1)).toEqual(['c']);
  });
});

const at = (...selected: string[]): unknown =>
  expect.objectContaining({ selected: new Set(selected) });

describe('a selection', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  test('by click is one, by control one more or less, by shift all between', () => {
    const one = reached(NOTHING, ids, 'b', 'alone');
    const range = reached(one, ids, 'd', 'range');
    expect(range).toEqual(at('b', 'c', 'd'));
    expect(reached(range, ids, 'a', 'range')).toEqual(at('a', 'b'));
    expect(reached(range, ids, 'c', 'toggle')).toEqual(at('b', 'd'));
    expect(reached(range, ids, 'e', 'move')).toEqual(at('b', 'c', 'd'));
  });

  test('loses what is not listed any more, and is the same where all of it is', () => {
    const range = reached(reached(NOTHING, ids, 'b', 'alone'), ids, 'd', 'range');
    expect(
      kept(
        range,
        ids.map((id) => ({ id })),
      ),
    ).toBe(range);
    expect(kept(range, [{ id: 'a' }, { id: 'b' }])).toEqual({
      selected: new Set(['b']),
      active: undefined,
      anchor: 'b',
    });
  });

  test.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 4, 4],
    ['ArrowUp', -1, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 1, 4],
    ['PageUp', 4, 1],
    ['Home', 3, 0],
    ['End', 0, 4],
    ['a', 0, undefined],
  ])('by %s from %i goes to %s', (key, from, to) => {
    expect(stepOf(key, from, 5, 3)).toBe(to);
    expect(stepOf(key, from, 0, 3)).toBeUndefined();
  });
});
