// Saved citations as a file or for the clipboard, in the formats that people and their programs use.
import type { BibliographyOptions } from './bibliography.ts';
import { archivedSentence, cslJsonItem, exportItem } from './export-item.ts';
import type { Citation } from './types.ts';

export type ExportFormat =
  | 'csl-json'
  | 'bibtex'
  | 'biblatex'
  | 'ris'
  | 'wikipedia'
  | 'bibliography'
  | 'markdown'
  | 'html'
  | 'csv'
  | 'evidence'
  | 'evidence-html'
  | 'backup';

export interface FormatFacts {
  id: ExportFormat;
  /** As its users know it; a name, so not translated. Those without one are worded by the interface. */
  name?: string;
  /** Without a dot. */
  extension: string;
  mime: string;
  /** Whether style and locale matter to it. */
  styled: boolean;
}

export const FORMATS: readonly FormatFacts[] = [
  {
    id: 'csl-json',
    name: 'CSL-JSON',
    extension: 'json',
    mime: 'application/vnd.citationstyles.csl+json',
    styled: false,
  },
  { id: 'bibtex', name: 'BibTeX', extension: 'bib', mime: 'application/x-bibtex', styled: false },
  {
    id: 'biblatex',
    name: 'BibLaTeX',
    extension: 'bib',
    mime: 'application/x-bibtex',
    styled: false,
  },
  {
    id: 'ris',
    name: 'RIS',
    extension: 'ris',
    mime: 'application/x-research-info-systems',
    styled: false,
  },
  { id: 'wikipedia', name: 'Wikipedia', extension: 'txt', mime: 'text/plain', styled: false },
  { id: 'bibliography', extension: 'txt', mime: 'text/plain', styled: true },
  { id: 'markdown', name: 'Markdown', extension: 'md', mime: 'text/markdown', styled: true },
  { id: 'html', name: 'HTML', extension: 'html', mime: 'text/html', styled: true },
  { id: 'csv', name: 'CSV', extension: 'csv', mime: 'text/csv', styled: false },
  { id: 'evidence', extension: 'jsonld', mime: 'application/ld+json', styled: false },
  { id: 'evidence-html', extension: 'html', mime: 'text/html', styled: false },
  { id: 'backup', extension: 'json', mime: 'application/json', styled: false },
];

export interface ExportOptions extends BibliographyOptions {
  /** When the file is written: ISO 8601. Now, unless told. */
  created?: string;
  /** Who writes it: `Stemma 0.1.0`. */
  software?: string;
  /** Heading of an HTML list; the interface words it in the reader's language. */
  title?: string;
}

export interface ExportedFile {
  text: string;
  mime: string;
  /** Without a dot. */
  extension: string;
}

/** What goes onto the clipboard: plain text, and what is pasted into documents that take HTML. */
export interface Clip {
  text: string;
  html?: string;
}

/** `Archived …` where the format has no field for it. */
function remarks(citation: Citation): string[] {
  const archived = archivedSentence(citation);
  return archived === undefined ? [] : [`${archived}.`];
}

async function listed(citations: readonly Citation[], options: ExportOptions) {
  const [{ bibliography }, list] = await Promise.all([
    import('./bibliography.ts'),
    import('./reading-list.ts'),
  ]);
  const entries = await bibliography(citations.map(exportItem), options);
  const each = entries.flatMap((entry) => {
    const citation = citations[entry.index];
    return citation === undefined ? [] : [{ citation, entry }];
  });
  return { each, list };
}

async function written(
  citations: readonly Citation[],
  format: ExportFormat,
  options: ExportOptions,
): Promise<string> {
  const { created = new Date().toISOString(), software = 'Stemma' } = options;
  const items = () =>
    citations.map((citation) => ({ item: exportItem(citation), remarks: remarks(citation) }));
  switch (format) {
    case 'csl-json':
      return `${JSON.stringify(citations.map(cslJsonItem), null, 2)}\n`;
    case 'bibtex':
    case 'biblatex':
      return (await import('./bibtex.ts')).bibliographyFile(items(), format);
    case 'ris': {
      // RIS has fields for the archive, so it needs no remark.
      const { ris } = await import('./ris.ts');
      return ris(items().map(({ item }) => ({ item, remarks: [] })));
    }
    case 'wikipedia': {
      const { wikipedia } = await import('./wikipedia.ts');
      return citations.map((citation) => `${wikipedia(citation)}\n`).join('\n');
    }
    case 'bibliography': {
      const { each, list } = await listed(citations, options);
      return list.listText(each);
    }
    case 'markdown': {
      const { each, list } = await listed(citations, options);
      return list.listMarkdown(each);
    }
    case 'html': {
      const { each, list } = await listed(citations, options);
      return list.listHtml(each, options.title ?? 'Bibliography', options.locale ?? 'en-US');
    }
    case 'csv':
      return (await import('./csv.ts')).csv(citations);
    case 'evidence':
      return (await import('./evidence-file.ts')).evidenceFile(citations, { created, software });
    case 'evidence-html':
      return (await import('./evidence-page.ts')).evidencePage(citations, { created, software });
    case 'backup':
      return (await import('./backup.ts')).backup(citations, created);
  }
}

/**
 * Writes citations in one format: in the order given, but for bibliographies, which their style
 * sorts. What is heavy is loaded on first use with `import()`: not for the worker.
 * @throws {BrokenStyleError} for a `.csl` that cannot be used, in words for the person who added it
 * @throws {UnknownStyleError} for a style that is not there
 */
export async function exportCitations(
  citations: readonly Citation[],
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<ExportedFile> {
  const facts = FORMATS.find(({ id }) => id === format);
  if (facts === undefined) throw new TypeError(`"${format}" is no format of an export.`);
  const text = await written(citations, format, options);
  return { text, mime: facts.mime, extension: facts.extension };
}

/**
 * The same for the clipboard: formatted bibliographies with italics and links for a word
 * processor, everything else as text.
 */
export async function clipCitations(
  citations: readonly Citation[],
  format: ExportFormat,
  options: ExportOptions = {},
): Promise<Clip> {
  if (format !== 'bibliography' && format !== 'html') {
    return { text: await written(citations, format, options) };
  }
  const { each, list } = await listed(citations, options);
  return { text: list.listText(each), html: list.listFragment(each) };
}
