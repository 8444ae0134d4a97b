// What is told of changes: which kinds, what comes first, what is folded, and what is not said.

import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/match/types.ts';
import { changesOf, changeWords } from '../../src/provenance/changes.ts';
import { matchOf, relativeOf } from '../popup/fixtures.ts';
import { wordsOf } from '../popup/words.ts';

const english = wordsOf('en', 'en-US');
const at = (kinds: Change['kinds'], from = 10): Change => ({
  page: [from, from + 1],
  archiveWords: 1,
  kinds,
});
const edited = relativeOf({
  match: matchOf({
    relation: 'edited',
    titleChanged: true,
    changes: [at([]), at(['name'], 20), at(['number', 'name'], 30), at(['quote'], 40)],
    droppedParagraphs: [2, 4],
    added: [
      [40, 72],
      [100, 120],
    ],
  }),
});

describe('changesOf', () => {
  it('tells headline and numbers first, and small edits last and folded', () => {
    expect(changesOf(edited)).toEqual([
      { kind: 'headline', count: 1, isTrivial: false },
      { kind: 'numbers', count: 1, isTrivial: false },
      { kind: 'names', count: 2, isTrivial: false },
      { kind: 'quotes', count: 1, isTrivial: false },
      { kind: 'dropped', count: 2, paragraphs: [3, 5], isTrivial: false },
      { kind: 'added', count: 2, words: 52, isTrivial: false },
      { kind: 'words', count: 1, isTrivial: true },
    ]);
  });

  it('tells nothing of a text that is the same', () => {
    expect(changesOf(relativeOf())).toEqual([]);
    expect(changeWords(relativeOf(), english)).toBeUndefined();
  });

  it('calls nothing added, dropped or renamed in a story that only shares words', () => {
    const shares = relativeOf({
      match: matchOf({
        relation: 'shares-quote',
        titleChanged: true,
        droppedParagraphs: [1],
        added: [[0, 90]],
        changes: [at(['number'])],
      }),
    });
    expect(changesOf(shares).map(({ kind }) => kind)).toEqual(['numbers']);
  });

  it('does so for this very page, however little is left of its archived text', () => {
    const own = {
      ...relativeOf({ samePage: true }),
      match: { ...edited.match, relation: 'partial' },
    };
    expect(changesOf({ ...own, match: matchOf({ ...edited.match, relation: 'partial' }) })).toEqual(
      changesOf(edited),
    );
  });

  it('says that there may be more where only so many places were kept', () => {
    const many = relativeOf({
      match: matchOf({ relation: 'edited', changes: Array.from({ length: 64 }, () => at([])) }),
    });
    expect(changesOf(many)).toEqual([{ kind: 'words', count: 64, atLeast: true, isTrivial: true }]);
    expect(changeWords(many, english)?.folded).toEqual([
      'Other words stand at 64 places. There may be more.',
    ]);
  });
});

describe('changeWords', () => {
  it('says each in a sentence, and that dropped words are not held', () => {
    expect(changeWords(edited, english)).toEqual({
      heading: 'Changed since The Pebble Bay Mercury, as it stood on May 5, 2024',
      lines: [
        'The headline is another one.',
        'A number stands at a place that differs.',
        'Names stand at 2 places that differ.',
        'Quoted words differ at one place.',
        '2 of 12 paragraphs are missing here (3 and 5); their words are not in the archive.',
        '2 passages were added: 52 words.',
      ],
      folded: ['Other words stand at one place.'],
    });
  });

  it('tells when the archived text last changed, where that is known', () => {
    const { document } = edited.match;
    const later = relativeOf({
      match: matchOf({ ...edited.match, document: { ...document, modified: '2024-05-06' } }),
    });
    expect(changeWords(later, english)?.heading).toContain('May 6, 2024');
  });

  it('says "since" only of a text that is known to be earlier', () => {
    const unknown = relativeOf({ match: matchOf({ ...edited.match, order: 'unknown' }) });
    expect(changeWords(unknown, english)?.heading).toMatch(/^Differs from /);
  });

  it('says the same in Russian', () => {
    const told = changeWords(edited, wordsOf('ru', 'ru'));
    expect(told?.lines).toHaveLength(6);
    expect(told?.lines.join(' ')).toContain('их слов в архиве нет');
  });
});
