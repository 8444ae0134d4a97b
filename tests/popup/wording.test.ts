// What Stemma says: every verdict, in the words that a reader sees.

import { describe, expect, it } from 'vitest';
import type { TabState } from '../../src/provenance/tab-state.ts';
import {
  badgeModel,
  evidenceLines,
  noMatchExplanation,
  toolbarState,
  verdictNumbers,
  verdictSentence,
} from '../../src/provenance/wording.ts';
import {
  ARCHIVE,
  checkedStates,
  documentOf,
  laterRelative,
  matchOf,
  PAGE_URL,
  provenanceOf,
  relativeOf,
  undatedRelative,
  withoutMain,
} from './fixtures.ts';
import { wordsOf } from './words.ts';

const en = wordsOf('en', 'en-GB');
const ru = wordsOf('ru', 'ru');

const at = '2026-03-10T12:00:00Z';

/** A provenance from the popup's fixtures. */
function provenance(name: string) {
  const state = checkedStates()[name];
  if (state === undefined) throw new Error(`no fixture ${name}`);
  return state.provenance;
}

describe('the verdict', () => {
  it.each([
    ['copy', 'Same text as The Pebble Bay Mercury, published 2 days earlier.'],
    [
      'copy-same-date',
      'Same text as The Pebble Bay Mercury, 5 May 2024. Which came first is not known: both say 5 May 2024.',
    ],
    [
      'edited',
      'Edited from The Pebble Bay Mercury, 5 May 2024: 2 paragraphs dropped and 32 words added.',
    ],
    ['original', 'The earliest copy Stemma knows. Published 7 May 2024.'],
    ['earliest', 'By its own date, 7 May 2024, the earliest copy Stemma knows.'],
    [
      'changed',
      'Changed since the archived version of 8 May 2024: 14 words added and about 2% of words changed.',
    ],
    ['excerpt', 'A shortened copy: 41% of the story in The Pebble Bay Mercury, 5 May 2024.'],
    [
      'contains',
      'Contains all of the story in The Pebble Bay Mercury, 5 May 2024 and adds 320 words.',
    ],
    ['passages', 'Shares 2 passages (118 words) with The Pebble Bay Mercury, 5 May 2024.'],
    ['related', 'No earlier copy in your archives, but 1 related article.'],
    ['no-match', 'No earlier copy in your archives (1 archive, 1,204 articles).'],
  ])('of %s', (name, sentence) => {
    expect(verdictSentence(provenance(name), en)).toBe(sentence);
  });

  it.each([
    [1, 'Same text as The Pebble Bay Mercury, published 1 day earlier.'],
    [0, 'Same text as The Pebble Bay Mercury, published earlier the same day.'],
    [1200, 'Same text as The Pebble Bay Mercury, published 1,200 days earlier.'],
  ])('counts %i days', (daysBefore, sentence) => {
    expect(verdictSentence(provenanceOf({ main: relativeOf({ daysBefore }) }), en)).toBe(sentence);
  });

  it('falls back to the date, and to nothing, where days are not known', () => {
    const { daysBefore: _days, ...undays } = relativeOf();
    expect(verdictSentence(provenanceOf({ main: undays }), en)).toBe(
      'Same text as The Pebble Bay Mercury, 5 May 2024.',
    );
    const { published: _published, ...undated } = documentOf();
    const main = { ...undays, match: matchOf({ document: undated }) };
    expect(verdictSentence(provenanceOf({ main }), en)).toBe(
      'Same text as The Pebble Bay Mercury.',
    );
  });

  it.each([
    ['no-page-date', 'this page gives no date'],
    ['no-archive-date', 'the archived text has no date'],
    ['dates-overlap', 'the dates are too close for what is known of their time of day'],
    ['dates-differ', 'the dates are not exact enough'],
  ] as const)('says why the order is unknown: %s', (rule, reason) => {
    const match = matchOf({ order: 'unknown', orderReason: { rule } });
    expect(verdictSentence(provenanceOf({ main: relativeOf({ match }) }), en)).toContain(
      ` Which came first is not known: ${reason}.`,
    );
  });

  it('claims no descent where the order is unknown', () => {
    const match = matchOf({
      relation: 'edited',
      order: 'unknown',
      orderReason: { rule: 'no-page-date' },
    });
    const main = relativeOf({ match });
    expect(verdictSentence(provenanceOf({ kind: 'edited', main }), en)).toBe(
      'Much the same text as The Pebble Bay Mercury, 5 May 2024, with changes. ' +
        'Which came first is not known: this page gives no date.',
    );
    expect(verdictSentence(provenanceOf({ kind: 'excerpt', main }), en)).toMatch(/^Holds 98% of/);
  });

  it('says when this page is the earlier one', () => {
    expect(verdictSentence(provenanceOf({ kind: 'copy', main: laterRelative() }), en)).toBe(
      'Same text as North Quay Post, 9 May 2024. This page is the earlier one.',
    );
  });

  it('says "all" only of a whole story', () => {
    const main = relativeOf({ match: matchOf({ archiveShare: 0.86 }), addedWords: 1 });
    expect(verdictSentence(provenanceOf({ kind: 'contains', main }), en)).toBe(
      'Contains 86% of the story in The Pebble Bay Mercury, 5 May 2024 and adds 1 word.',
    );
  });

  it('leaves out the date of an earliest copy without one', () => {
    const match = matchOf({ order: 'page-earlier', orderReason: { rule: 'no-page-date' } });
    expect(
      verdictSentence(provenanceOf({ kind: 'earliest', main: relativeOf({ match }) }), en),
    ).toBe('The earliest copy Stemma knows.');
  });

  it('has something to say of an edit that cannot be counted', () => {
    expect(verdictSentence(provenanceOf({ kind: 'edited' }), en)).toBe(
      'Edited from The Pebble Bay Mercury, 5 May 2024: small changes.',
    );
  });

  it('says so where there is no archive at all', () => {
    const empty = withoutMain({ kind: 'no-match', searched: { archives: [], documents: 0 } });
    expect(verdictSentence(empty, en)).toBe('There is no archive to search.');
  });

  it.each([
    [1, 'на 1 день раньше'],
    [3, 'на 3 дня раньше'],
    [11, 'на 11 дней раньше'],
    [21, 'на 21 день раньше'],
  ])('has the right Russian form for %i', (daysBefore, words) => {
    expect(verdictSentence(provenanceOf({ main: relativeOf({ daysBefore }) }), ru)).toBe(
      `Тот же текст, что в «The Pebble Bay Mercury» (${words}).`,
    );
  });

  it('never rates', () => {
    for (const words of [en, ru]) {
      for (const [name, state] of Object.entries(checkedStates())) {
        const said = [
          verdictSentence(state.provenance, words),
          toolbarState(state, words).title,
          ...(badgeModel(state.provenance, words)?.lines ?? []),
        ].join(' ');
        expect(said, name).not.toMatch(/verified|fake|trusted|\bsafe|проверен|фейк|достоверн/i);
        expect(said, name).not.toMatch(/undefined|NaN|\$|\.\./);
      }
    }
  });
});

describe('the numbers', () => {
  it('are shares both ways, with what they are shares of', () => {
    expect(verdictNumbers(provenance('copy'), en)).toEqual([
      '96% of this page',
      '98% of that story',
    ]);
  });

  it('count the changes of a copy', () => {
    const match = matchOf({ added: [[1, 9]], droppedParagraphs: [3] });
    expect(verdictNumbers(provenanceOf({ main: relativeOf({ match }) }), en)).toContain(
      '2 changes',
    );
  });

  it('count later versions of the earliest', () => {
    expect(verdictNumbers(provenance('original'), en)).toEqual([
      'Unchanged since it was archived',
      '1 later version known',
    ]);
  });

  it('never round a part up to the whole, nor something down to nothing', () => {
    expect(en.formatPercent(0.999)).toBe('99%');
    expect(en.formatPercent(0.001)).toBe('1%');
    expect(en.formatPercent(1)).toBe('100%');
    expect(en.formatPercent(0)).toBe('0%');
  });
});

describe('the toolbar', () => {
  it.each<[string, string, string, string]>([
    ['copy', 'copy', '=', 'Same text as The Pebble Bay Mercury, 5 May 2024'],
    ['edited', 'edited', '≠', 'Edited from The Pebble Bay Mercury, 5 May 2024'],
    ['changed', 'edited', '≠', 'Changed since 8 May 2024'],
    ['original', 'earliest', '1st', 'Earliest copy Stemma knows'],
    ['earliest', 'earliest', '1st', 'Earliest copy Stemma knows'],
    ['passages', 'shares', '2', 'Shares 2 passages with The Pebble Bay Mercury'],
    ['excerpt', 'shares', '1', 'Shares 1 passage with The Pebble Bay Mercury'],
    ['related', 'related', '', '1 related article'],
    ['no-match', 'no-match', '', 'No earlier copy in your archives'],
  ])('of %s', (name, icon, badgeText, title) => {
    const state = checkedStates()[name];
    expect(state && toolbarState(state, en)).toEqual({ icon, badgeText, title });
  });

  it.each<[TabState, string, string, string]>([
    [{ url: PAGE_URL, at, status: 'looking' }, 'looking', '…', 'Stemma: looking'],
    [
      { url: PAGE_URL, at, status: 'not-article', why: [] },
      'not-article',
      '',
      'Stemma: not an article',
    ],
    [{ url: PAGE_URL, at, status: 'no-access' }, 'no-access', '', 'Click to check this page'],
    [
      {
        url: PAGE_URL,
        at,
        status: 'error',
        problem: { code: 'page-unreadable', detail: 'no answer in 5 s' },
      },
      'error',
      '!',
      'This page could not be read (no answer in 5 s). Reload the page and look again.',
    ],
  ])('of $status', (state, icon, badgeText, title) => {
    expect(toolbarState(state, en)).toEqual({ icon, badgeText, title });
  });

  it('does not say "nothing" without saying that an archive was not searched', () => {
    const state = checkedStates()['no-match-problem'];
    expect(state && toolbarState(state, en).title).toBe(
      'No earlier copy in your archives. An archive could not be read (harbour.stemma: checksum of block 212).',
    );
  });

  it('keeps the badge text to four characters', () => {
    const passages = Array.from({ length: 1500 }, (_, index) => ({
      page: [index, index + 1] as [number, number],
      archive: [index, index + 1] as [number, number],
    }));
    const state = checkedStates()['passages'];
    if (state?.provenance.main === undefined) throw new Error('no fixture');
    const match = { ...state.provenance.main.match, passages };
    const main = { ...state.provenance.main, match };
    const shown = toolbarState({ ...state, provenance: { ...state.provenance, main } }, en);
    expect(shown.badgeText).toBe('999+');
  });
});

describe('the badge', () => {
  it.each([
    ['copy', 'copy', 'Same text: Pebble Bay Mercury, 5 May 2024'],
    ['edited', 'edited', 'Edited from Pebble Bay Mercury, 5 May 2024'],
    ['changed', 'changed', 'Changed since 8 May 2024'],
    ['original', 'original', 'Earliest known copy, 7 May 2024'],
    ['earliest', 'earliest', 'Earliest known copy, 7 May 2024'],
    ['excerpt', 'shares', 'Excerpt: Pebble Bay Mercury, 5 May 2024'],
    ['contains', 'shares', 'Contains: Pebble Bay Mercury, 5 May 2024'],
    ['passages', 'shares', '2 passages: Pebble Bay Mercury, 5 May 2024'],
  ])('of %s', (name, state, label) => {
    const badge = badgeModel(provenance(name), en);
    expect(badge).toMatchObject({ state, label, dir: 'ltr' });
    expect(badge?.lines[0]).toBe(verdictSentence(provenance(name), en));
  });

  it.each(['related', 'no-match'])('is not shown for %s', (name) => {
    expect(badgeModel(provenance(name), en)).toBeUndefined();
  });

  it('leaves out the present year, and words of a long name', () => {
    const main = relativeOf({
      outlet: 'The Greater Pebble Bay and Islands Mercury',
      match: matchOf({ document: documentOf({ published: '2026-02-05' }) }),
    });
    expect(badgeModel(provenanceOf({ main }), en)?.label).toBe(
      'Same text: Greater Pebble Bay…, 5 Feb',
    );
  });
});

describe('the evidence', () => {
  it('tells passages, shares both ways, dates, how telling it is, and the archive', () => {
    expect(evidenceLines(relativeOf(), en)).toEqual([
      '1 passage of this page (400 words) stands in the archived text too.',
      'That is 96% of the words on this page, and 98% of the words in the archived text.',
      'The archived text is the earlier one: it is dated 5 May 2024, this page 7 May 2024.',
      'So much shared text does not come about by chance.',
      'Archive: Coast papers (1,204 articles, built 1 Jun 2024).',
    ]);
  });

  it('tells what was dropped, added and changed', () => {
    const main = provenance('edited').main;
    const lines = main === undefined ? [] : evidenceLines(main, en);
    expect(lines).toContain('Missing here: paragraphs 3 and 5 of the 12 in the archived text.');
    expect(lines).toContain('32 words of this page are not in the archived text.');
    expect(lines).toContain('Inside the shared passages about 4% of the words differ.');
  });

  it('says that a short likeness may be chance', () => {
    const lines = evidenceLines(relativeOf({ match: matchOf({ strength: 'possible' }) }), en);
    expect(lines).toContain('This is little text: the likeness may be chance.');
  });

  it('says why the order is unknown', () => {
    expect(evidenceLines(undatedRelative(), en)).toContain(
      'Which came first is not known: the archived text has no date.',
    );
  });

  it('explains a search without result by what was searched and what it cannot find', () => {
    const { searched, limits } = noMatchExplanation(provenance('no-match'), en);
    expect(searched).toEqual(['Coast papers: 1,204 articles, built 1 Jun 2024']);
    expect(limits.join(' ')).toMatch(/rewritten or translated/);
  });
});

describe('names from outside', () => {
  it('stay on one line, of bearable length, without characters that reorder text', () => {
    const outlet = `Evil\u202Eyrucrem\n\n\u0000Daily ${'x'.repeat(500)}`;
    const sentence = verdictSentence(provenanceOf({ main: relativeOf({ outlet }) }), en);
    expect(sentence).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
    expect(sentence.length).toBeLessThan(160);
  });

  it('are isolated where they run the other way', () => {
    const outlet = 'جريدة الميناء';
    const sentence = verdictSentence(provenanceOf({ main: relativeOf({ outlet }) }), en);
    expect(sentence).toContain(`\u2068${outlet}\u2069`);
  });

  it('cannot smuggle in substitutions', () => {
    const outlet = '$1 $date$ __MSG_x__';
    const sentence = verdictSentence(provenanceOf({ main: relativeOf({ outlet }) }), en);
    expect(sentence).toContain(outlet);
    expect(
      evidenceLines(
        relativeOf({ match: matchOf({ archive: { ...ARCHIVE, name: outlet } }) }),
        en,
      ).at(-1),
    ).toContain(outlet);
  });
});
