// Which marks a page gets: whose words they are, what is told once, in which order.

import { describe, expect, it } from 'vitest';
import { MOST_ORIGINS, shownModel } from '../../src/provenance/shown.ts';
import type { Relative } from '../../src/provenance/types.ts';
import { documentOf, matchOf, provenanceOf, relativeOf } from '../popup/fixtures.ts';
import { wordsOf } from '../popup/words.ts';

const english = wordsOf('en', 'en-US');

function textWith(id: string, passages: [number, number][], of = {}): Relative {
  return relativeOf({
    outlet: `Outlet ${id}`,
    match: matchOf({
      document: documentOf({ id }),
      relation: 'edited',
      passages: passages.map((page) => ({ page, archive: page })),
      ...of,
    }),
  });
}

const shown = (main: Relative, others: Relative[] = [], of?: { archive: string; id: string }) =>
  shownModel(provenanceOf({ main, relatives: [...others, main], words: 400 }), of, english);
const brief = (marks: { kind: string; origin: number; from: number; to: number }[] = []) =>
  marks.map(({ kind, origin, from, to }) => `${kind} ${origin} ${from}-${to}`);

describe('shownModel', () => {
  it('gives each word to one text, the verdict’s own first', () => {
    const model = shown(textWith('a', [[100, 200]]), [
      textWith('b', [
        [50, 150],
        [300, 320],
      ]),
    ]);
    expect(model?.origins).toEqual(['Outlet a, May 5, 2024', 'Outlet b, May 5, 2024']);
    expect(brief(model?.marks)).toEqual([
      'passage 1 50-100',
      'passage 0 100-200',
      'passage 1 300-320',
    ]);
    expect(model?.marks.map(({ at }) => at)).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  it('leaves out texts that have nothing of their own, and crumbs between others', () => {
    const model = shown(textWith('a', [[100, 200]]), [textWith('b', [[98, 150]])]);
    expect(model?.origins).toHaveLength(1);
  });

  it('marks one text alone when asked, as if there were no other', () => {
    const other = textWith('b', [[50, 150]]);
    const model = shown(textWith('a', [[100, 200]]), [other], {
      archive: other.match.archive.sha256,
      id: 'b',
    });
    expect(brief(model?.marks)).toEqual(['passage 0 50-150']);
    expect(shown(textWith('a', [[1, 90]]), [], { archive: 'x', id: 'a' })).toBeUndefined();
  });

  it('tells of changes, of words added and of paragraphs dropped, in the order of the page', () => {
    const model = shown(
      textWith('a', [[0, 200]], {
        changes: [
          { page: [40, 42], archiveWords: 1, kinds: ['number', 'name'] },
          { page: [60, 60], archiveWords: 3, kinds: [] },
        ],
        added: [[200, 232]],
        droppedParagraphs: [2, 6],
        droppedAt: [90, 200],
      }),
    );
    expect(brief(model?.marks)).toEqual([
      'passage 0 0-200',
      'changed 0 40-42',
      'changed 0 60-61',
      'dropped 0 90-90',
      'added 0 200-232',
      'dropped 0 200-200',
    ]);
    expect(model?.marks.map(({ said }) => said)).toEqual([
      '200 words that stand in Outlet a, May 5, 2024 too.',
      'Differs here from Outlet a, May 5, 2024: a number and a name.',
      '3 words of Outlet a, May 5, 2024 were left out before this.',
      'Paragraph 3 of Outlet a, May 5, 2024 is missing here. Its words are not in the archive.',
      '32 words that Outlet a, May 5, 2024 does not have.',
      'Paragraph 7 of Outlet a, May 5, 2024 is missing here. Its words are not in the archive.',
    ]);
  });

  it('does not call words added that another marked text has', () => {
    const model = shown(textWith('a', [[0, 200]], { added: [[200, 300]] }), [
      textWith('b', [[240, 300]]),
    ]);
    expect(brief(model?.marks)).toEqual([
      'passage 0 0-200',
      'added 0 200-240',
      'passage 1 240-300',
    ]);
  });

  it('calls nothing added to a story that only shares a quotation', () => {
    const quote = textWith('a', [[0, 40]], { relation: 'shares-quote', added: [[40, 400]] });
    expect(brief(shown(quote)?.marks)).toEqual(['passage 0 0-40']);
  });

  it('shares the last colour among all further texts, and says so', () => {
    const others = Array.from({ length: 9 }, (_, i) =>
      textWith(`b${i}`, [[40 * (i + 1), 40 * (i + 1) + 20]]),
    );
    const model = shown(textWith('a', [[0, 20]]), others);
    expect(model?.origins).toHaveLength(MOST_ORIGINS);
    expect(model?.origins.at(-1)).toBe('other archived texts');
    expect(model?.marks).toHaveLength(10);
    expect(Math.max(...(model?.marks.map(({ origin }) => origin) ?? []))).toBe(MOST_ORIGINS - 1);
  });

  it('has nothing to show of a page that shares nothing', () => {
    expect(shown(textWith('a', [], { passages: [], relation: 'partial' }))).toBeUndefined();
  });
});
