// Saved citations as a file for Zotero, JabRef, EndNote and their like.
import { citedItem } from './edits.ts';
import type { Citation } from './types.ts';

export type ExportFormat = 'csl-json' | 'bibtex' | 'ris';

export interface ExportedFile {
  text: string;
  mime: string;
  /** Without a dot. */
  extension: string;
}

/**
 * Writes citations in one format, in the order given. Each carries the page's address, the date of
 * access, and the archive match in a note.
 *
 * BibTeX and RIS load Citation.js on first use, with `import()`: not for the worker.
 */
export async function exportCitations(
  citations: readonly Citation[],
  format: ExportFormat,
): Promise<ExportedFile> {
  const items = citations.map(citedItem);
  switch (format) {
    case 'csl-json':
      return {
        text: `${JSON.stringify(items, null, 2)}\n`,
        mime: 'application/vnd.citationstyles.csl+json',
        extension: 'json',
      };
    case 'bibtex': {
      const { bibtex } = await import('./formats.ts');
      return { text: bibtex(items), mime: 'application/x-bibtex', extension: 'bib' };
    }
    case 'ris': {
      const { ris } = await import('./formats.ts');
      return { text: ris(items), mime: 'application/x-research-info-systems', extension: 'ris' };
    }
  }
}
