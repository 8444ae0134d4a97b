// A citation as a form, and back; and several citations as one. What was not touched stays as it was.

import { describe, expect, test } from 'vitest';
import { citedItem } from '../../src/citation/edits.ts';
import { parseCitation } from '../../src/citation/validate.ts';
import {
  dateOf,
  fieldsOf,
  listOf,
  problemsOf,
  withFields,
} from '../../src/library/saved/fields.ts';
import { mergeCitations } from '../../src/library/saved/merge.ts';
import { citationOf, quoteOf } from './citations.ts';

describe('the form', () => {
  const vigny = { family: 'Vigny', given: 'Alfred', 'dropping-particle': 'de', suffix: 'Jr.' };
  const plain = citationOf('a');
  const citation = {
    ...plain,
    item: { ...plain.item, author: [vigny, { literal: 'Hill Press' }] },
  };
  const before = fieldsOf(citation);

  test('that was not touched changes nothing', () => {
    expect(withFields(citation, before, before)).toEqual(citation);
  });

  test('keeps what was read beside what was changed', () => {
    const edited = withFields(citation, before, {
      ...before,
      title: ' Another  title ',
      outlet: '',
    });
    expect(edited.item).toEqual(citation.item);
    expect(edited.edits).toEqual({ title: 'Another title', 'container-title': null });
    expect(fieldsOf(edited)).toMatchObject({ title: 'Another title', outlet: '' });
    const back = withFields(edited, fieldsOf(edited), before);
    expect(back.edits).toEqual({});
  });

  test('keeps particles and suffixes of names that were not touched', () => {
    const edited = withFields(citation, before, {
      ...before,
      authors: `${before.authors}\nOkafor, Ngozi\n\n`,
    });
    expect(citedItem(edited).author).toEqual([
      vigny,
      { literal: 'Hill Press' },
      { family: 'Okafor', given: 'Ngozi' },
    ]);
  });

  test.each([
    ['2021', [2021]],
    ['2021-2', [2021, 2]],
    [' 2024-02-29 ', [2024, 2, 29]],
  ])('reads the date %s', (text, parts) => {
    expect(dateOf(text)).toEqual({ 'date-parts': [parts] });
  });

  test.each(['2023-02-29', '2021-13', '5 Feb 2021', '20210205', '2021-00'])(
    'refuses the date %s, and says so',
    (issued) => {
      expect(dateOf(issued)).toBeUndefined();
      expect(problemsOf({ ...before, issued })).toEqual({ issued: 'fieldDateWrong' });
    },
  );

  test('takes tags of any script, each once', () => {
    expect(listOf('a, b ,a,, порт،ميناء、港')).toEqual(['a', 'b', 'порт', 'ميناء', '港']);
  });
});

describe('a merge', () => {
  const first = citationOf('a', {
    tags: ['x'],
    note: 'first',
    quotes: [quoteOf('one')],
  });
  const { title: _, ...untitled } = first.item;
  const other = citationOf('b', {
    tags: ['y', 'x'],
    collections: ['Thesis'],
    note: 'second',
    quotes: [quoteOf('one', 'with a note'), quoteOf('two')],
    translatedTitle: 'La cloche',
  });

  test('joins quotes, tags, collections and notes, and keeps the others whole', () => {
    const merged = mergeCitations(first, [other]);
    expect(merged).toMatchObject({
      id: 'a',
      tags: ['x', 'y'],
      collections: ['Thesis'],
      note: 'first\n\nsecond',
      translatedTitle: 'La cloche',
      merged: [other],
      evidence: first.evidence,
    });
    expect(merged.quotes).toEqual(
      [quoteOf('one', 'with a note'), quoteOf('two')].map((quote) => ({ ...quote })),
    );
    expect(parseCitation(JSON.parse(JSON.stringify(merged)))).toEqual(merged);
  });

  test('takes fields from the others where the first has none, and never over its own', () => {
    const merged = mergeCitations({ ...first, item: untitled }, [other]);
    expect(citedItem(merged)).toMatchObject({ title: other.item.title, URL: first.item.URL });
    expect(merged.item).toEqual(untitled);
    expect(citedItem(mergeCitations(first, [other])).title).toBe(first.item.title);
  });

  test('of what was merged before keeps all of them, flat', () => {
    const once = mergeCitations(other, [citationOf('c')]);
    const twice = mergeCitations(first, [once]);
    expect(twice.merged?.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(twice.merged?.every(({ merged }) => merged === undefined)).toBe(true);
  });
});
