// What is marked in a page: passages by the text they stand in, places changed, words added, dropped.

import type { ChangeKind, Match } from '../match/types.ts';
import type { MarkKind, PageMark, ShownModel } from '../messages/shown.ts';
import { datedSource } from './phrases.ts';
import type { Translator } from './translator.ts';
import type { Provenance, Relative } from './types.ts';

/** An archived document, as the popup names it. */
export interface DocumentName {
  /** SHA-256 of the archive's pack. */
  archive: string;
  id: string;
}

/** Hues that there are, see `content/highlight-colours.ts`; the last is shared by all further texts. */
export const MOST_ORIGINS = 6;
/** More marks than a person steps through; the first ones of the page are kept. */
const MOST_MARKS = 400;
/** Runs of words left over between two marks that say nothing by themselves. */
const LEAST_PASSAGE = 4;

type Span = [from: number, to: number];

/** The relatives to mark: one, or all of them with the verdict's first and then the earliest. */
function chosen({ main, relatives }: Provenance, of: DocumentName | undefined): Relative[] {
  if (of !== undefined) {
    return relatives.filter(
      ({ match }) => match.document.id === of.id && match.archive.sha256 === of.archive,
    );
  }
  return main === undefined ? relatives : [main, ...relatives.filter((each) => each !== main)];
}

/** What is left of a range where words that are taken are left out. */
function untaken([from, to]: Span, taken: Uint8Array): Span[] {
  const left: Span[] = [];
  for (let at = from; at < to; ) {
    if (taken[at] === 1) {
      at++;
      continue;
    }
    let end = at;
    while (end < to && taken[end] !== 1) end++;
    if (end - at >= Math.min(LEAST_PASSAGE, to - from)) left.push([at, end]);
    at = end;
  }
  return left;
}

const KIND_WORDS: Record<ChangeKind, string> = {
  number: 'kindNumber',
  name: 'kindName',
  quote: 'kindQuote',
};

interface Draft extends Omit<PageMark, 'at'> {
  kind: MarkKind;
}

/**
 * The marks for a page and one of its relatives, or all of them. A word belongs to one text: the
 * verdict's own, else the earliest that has it. What was changed, added and dropped is told of the
 * first text only, since against several each word would be all of it at once.
 *
 * @returns nothing where there is nothing to mark
 */
export function shownModel(
  provenance: Provenance,
  of: DocumentName | undefined,
  tr: Translator,
): Pick<ShownModel, 'dir' | 'origins' | 'marks' | 'words'> | undefined {
  const taken = new Uint8Array(provenance.words);
  const origins: string[] = [];
  const drafts: Draft[] = [];
  const texts = chosen(provenance, of);
  const [first] = texts;
  for (const relative of texts) {
    const spans = relative.match.passages.flatMap(({ page }) => untaken(page, taken));
    if (spans.length === 0 && relative !== first) continue;
    const origin = Math.min(origins.length, MOST_ORIGINS - 1);
    const source = datedSource(relative, tr);
    if (origins.length < MOST_ORIGINS) origins.push(source);
    else origins[MOST_ORIGINS - 1] = tr.t('shownOthers');
    for (const [from, to] of spans) {
      taken.fill(1, from, to);
      drafts.push({
        kind: 'passage',
        origin,
        from,
        to,
        said: tr.tn('shownPassage', to - from, source),
      });
    }
  }
  if (first !== undefined) drafts.push(...differences(first, taken, provenance.words, tr));
  if (drafts.length === 0) return undefined;
  const kept = drafts.toSorted((x, y) => x.from - y.from || y.to - x.to).slice(0, MOST_MARKS);
  return {
    dir: tr.dir,
    origins,
    marks: kept.map((draft, at) => ({ ...draft, at: tr.t('shownAt', at + 1, kept.length) })),
    words: {
      bar: tr.t('shownBar'),
      previous: tr.t('shownPrevious'),
      next: tr.t('shownNext'),
      off: tr.t('shownOff'),
      summary: tr.tn('shownSummary', kept.length),
      gone: tr.t('shownGone'),
      lost: tr.t('shownLost'),
      changed: tr.t('shownChanged'),
      added: tr.t('shownAdded'),
      dropped: tr.t('shownDropped'),
    },
  };
}

/** How the page differs from one text. Words that another marked text has are not called added. */
function differences(
  relative: Relative,
  taken: Uint8Array,
  words: number,
  tr: Translator,
): Draft[] {
  const { match } = relative;
  const source = datedSource(relative, tr);
  const drafts: Draft[] = [];
  for (const { page, archiveWords, kinds } of match.changes ?? []) {
    const [from, to] = page;
    const isTakenOut = from === to;
    const said = isTakenOut
      ? tr.tn('shownTakenOut', archiveWords, source)
      : kinds.length > 0
        ? tr.t('shownChangedKinds', tr.formatList(kinds.map((k) => tr.t(KIND_WORDS[k]))), source)
        : tr.t('shownChangedWords', source);
    // Where words were only taken out, the word that follows carries the mark.
    const last = isTakenOut ? Math.min(words, from + 1) : to;
    drafts.push({ kind: 'changed', origin: 0, from: Math.min(from, last - 1), to: last, said });
  }
  // A text that only shares a quotation is another story: nothing was added to it.
  if (!isVersion(relative)) return drafts;
  for (const range of match.added) {
    for (const [from, to] of untaken(range, taken)) {
      const said = tr.tn('shownAddedWords', to - from, source);
      drafts.push({ kind: 'added', origin: 0, from, to, said });
    }
  }
  drafts.push(...dropped(match, source, tr));
  return drafts;
}

/** Whether page and archived text are versions of one story, rather than two that share words. */
export function isVersion({ samePage, match }: Relative): boolean {
  const { relation } = match;
  return samePage || (relation !== 'partial' && relation !== 'shares-quote');
}

function dropped(match: Match, source: string, tr: Translator): Draft[] {
  return match.droppedParagraphs.flatMap((paragraph, i) => {
    const at = match.droppedAt?.[i];
    // Answers kept before the place was told.
    if (at === undefined) return [];
    const number = tr.formatNumber(paragraph + 1);
    const said = tr.t('shownDroppedParagraph', number, source);
    return { kind: 'dropped' as const, origin: 0, from: at, to: at, said, sign: number };
  });
}
