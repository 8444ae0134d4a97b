// The archive match in plain words: the note that a citation carries.
import type { Provenance, Relative } from '../provenance/types.ts';
import { dateInWords } from './dates.ts';
import { oneLine } from './text.ts';

/** Whole percent, where 100 and 0 mean all and nothing. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  const shown = share < 1 ? Math.min(rounded, 99) : 100;
  return `${share > 0 ? Math.max(shown, 1) : 0} %`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** `The Moscow Times, 5 Feb 2021, https://…`: what is known of it. */
function named(outlet: string, published: string | undefined, url: string | undefined): string {
  return [oneLine(outlet), dateInWords(published), url]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function relativeNamed({ outlet, match }: Relative): string {
  return named(outlet, match.document.published, match.document.url);
}

/** How the page stands to the relative that the verdict speaks of. */
function relation(provenance: Provenance, main: Relative): string {
  const { match, sharedWords } = main;
  const other = relativeNamed(main);
  switch (provenance.kind) {
    case 'original':
      return `the archived original, unchanged: ${other}`;
    case 'earliest':
      return `earlier than every copy known, the closest being ${other}`;
    case 'copy':
      return `same text as ${other}`;
    case 'edited':
      return match.order === 'archive-earlier'
        ? `edited from ${other}`
        : `another version of the text in ${other}`;
    case 'changed':
      return `changed since the archived version of this page: ${other}`;
    case 'excerpt':
      return match.order === 'archive-earlier'
        ? `a shortened copy of ${other}`
        : `all of this text is also in ${other}`;
    case 'contains':
      return `contains the text of ${other}, and more`;
    case 'passages':
    case 'related':
    case 'no-match':
      return `shares ${count(match.passages.length, 'passage')} (${count(sharedWords, 'word')}) with ${other}`;
  }
}

function searchedWords({ searched }: Provenance): string {
  return `${count(searched.archives.length, 'archive')} (${count(searched.documents, 'article')})`;
}

/** One sentence on the match, with its figures in brackets. */
function matchLine(provenance: Provenance): string {
  const { kind, main, related } = provenance;
  if (main === undefined || kind === 'no-match' || kind === 'related') {
    const nothing = `no earlier copy in ${searchedWords(provenance)}`;
    return kind === 'related' && related.length > 0
      ? `${nothing}; ${count(related.length, 'related article')}`
      : nothing;
  }
  const { match, samePage } = main;
  const unknown = match.order === 'unknown' && !samePage ? '; which came first is not known' : '';
  const archive = oneLine(match.archive.name);
  return `${relation(provenance, main)} (archive ${archive}, ${percent(match.pageShare)} of this page)${unknown}`;
}

/**
 * The earliest publication known, where it precedes the page and the line on the match does not
 * already name it.
 */
function earliestLine({ earliest, main, relatives }: Provenance): string | undefined {
  if (earliest === undefined) return undefined;
  const { document, outlet, archive } = earliest;
  const relative = relatives.find(
    ({ match }) => match.document.id === document.id && match.archive.name === archive,
  );
  if (relative?.match.order !== 'archive-earlier') return undefined;
  const { archive: shownArchive, document: shown } = main?.match ?? {};
  if (shown?.id === document.id && shownArchive?.name === archive) return undefined;
  return `earliest known publication: ${named(outlet, document.published, document.url)} (archive ${oneLine(archive)})`;
}

/**
 * The note: one line each for the match and, where it is another document, for the earliest known
 * publication. `Stemma:` starts each line, so that Zotero's "Extra" keeps them apart from its own.
 */
export function citationNote(provenance: Provenance): string {
  return [matchLine(provenance), earliestLine(provenance)]
    .filter((line) => line !== undefined)
    .map((line) => `Stemma: ${line}`)
    .join('\n');
}
