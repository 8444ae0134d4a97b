// Bibliographies for people: plain text, Markdown and HTML, with the quotes that were kept.
import type { BibliographyEntry } from './bibliography.ts';
import { escapeMarkdown } from './bibliography.ts';
import { archivedSentence } from './export-item.ts';
import { escapeHtml, htmlPage } from './html-text.ts';
import { oneLine } from './text.ts';
import type { Citation } from './types.ts';

/** A citation with its entry, in the order printed. */
export interface Listed {
  citation: Citation;
  entry: BibliographyEntry;
}

export function listText(listed: readonly Listed[]): string {
  return listed.map(({ entry }) => `${entry.text}\n`).join('\n');
}

/** Entries as paragraphs, quotes below theirs, then the person's note. */
export function listMarkdown(listed: readonly Listed[]): string {
  return listed
    .map(({ citation, entry }) => {
      const archived = archivedSentence(citation);
      return [
        // A digit and a full stop at the beginning would number the line once more.
        entry.markdown.replace(/^(\d+)\./, '$1\\.'),
        ...(archived === undefined ? [] : [`${archived.replace(/https?:\S+/, '<$&>')}.`]),
        ...citation.quotes.map(({ quote }) => `> ${escapeMarkdown(oneLine(quote.exact))}`),
        ...(citation.note === '' ? [] : [escapeMarkdown(oneLine(citation.note))]),
      ].join('\n\n');
    })
    .map((entry) => `${entry}\n`)
    .join('\n');
}

/** The entries as they are pasted into a document: no page around them. */
export function listFragment(listed: readonly Listed[]): string {
  return listed.map(({ entry }) => entry.html).join('\n');
}

export function listHtml(listed: readonly Listed[], title: string, language: string): string {
  const entries = listed.map(({ citation, entry }) => {
    const quotes = citation.quotes.map(
      ({ quote }) => `<blockquote dir="auto">${escapeHtml(quote.exact)}</blockquote>`,
    );
    const note = citation.note === '' ? [] : [`<p dir="auto">${escapeHtml(citation.note)}</p>`];
    return [entry.html, ...quotes, ...note].join('\n');
  });
  return htmlPage(title, `<h1>${escapeHtml(title)}</h1>\n${entries.join('\n')}`, language);
}
