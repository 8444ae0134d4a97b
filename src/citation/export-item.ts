// A citation as one item for other programs: the person's changes, tags and note, and the web archive, in CSL fields.

import { cslDate, dateInWords } from './dates.ts';
import { citedItem } from './edits.ts';
import type { Citation, CslItem } from './types.ts';

export interface ExportItem extends CslItem {
  /** The person's own note. */
  annote?: string;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

/** The item with what CSL has fields for beside it; what it has none for stays in the evidence file. */
export function exportItem(citation: Citation): ExportItem {
  const item = citedItem(citation);
  const { tags, note, evidence } = citation;
  const archived = evidence?.archived;
  const keywords = [...new Set([...(item.keyword === undefined ? [] : [item.keyword]), ...tags])];
  return {
    ...item,
    ...(keywords.length === 0 ? {} : { keyword: keywords.join(', ') }),
    ...(note === '' ? {} : { annote: note }),
    ...(archived === undefined || item.archive_location !== undefined
      ? {}
      : { archive: hostOf(archived.url), archive_location: archived.url }),
  };
}

/** `Archived 3 Mar 2026 at https://…`, for formats that have only a note for it. */
export function archivedSentence(citation: Citation): string | undefined {
  const archived = citation.evidence?.archived;
  if (archived === undefined) return undefined;
  const day = dateInWords(archived.date);
  return `Archived${day === undefined ? '' : ` ${day}`} at ${archived.url}`;
}

/** The item as CSL-JSON 1.0.2 allows it: no empty lists, and dates that are none left out. */
export function cslJsonItem(citation: Citation): object {
  const { author, editor, translator, ...rest } = exportItem(citation);
  const names = { author, editor, translator };
  const filled = Object.entries(names).filter(([, list]) => list !== undefined && list.length > 0);
  const modified = cslDate(citation.evidence?.modified?.value);
  return {
    ...rest,
    ...Object.fromEntries(filled),
    // CSL has no date of modification; `custom` is where it keeps what it has no variable for.
    ...(modified === undefined && citation.translatedTitle === undefined
      ? {}
      : {
          custom: {
            ...(modified === undefined ? {} : { modified: citation.evidence?.modified?.value }),
            ...(citation.translatedTitle === undefined
              ? {}
              : { 'translated-title': citation.translatedTitle }),
          },
        }),
  };
}
