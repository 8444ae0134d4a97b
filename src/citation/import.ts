// Importing citations: every entry is either a citation or told of with its line; nothing is overwritten here.
import { addressKey } from '../article/url.ts';
import { duplicateKeys } from './duplicates.ts';
import { entriesOf, formatOf, type ImportFormat, type RawEntry } from './import-entries.ts';
import { bibtexEntry, cslJsonEntry, type ReadEntry, risEntry } from './import-item.ts';
import { type DecodedText, decodeImport } from './import-text.ts';
import { CITATION_VERSION, type Citation } from './types.ts';
import { parseCitation } from './validate.ts';

export type { ImportFormat } from './import-entries.ts';
export { ImportError } from './import-text.ts';

/** More than anybody has collected; the rest is told of, not read. */
export const MOST_ENTRIES = 100_000;
/** A longer entry is damage: two that ran together. In UTF-16 code units. */
const LONGEST_ENTRY = 1_000_000;
/** After so many entries others get a turn: a page stays alive while it imports. */
const BATCH = 100;

export interface ImportOptions {
  /** Told from the text unless given. */
  format?: ImportFormat;
  /** The file's name, kept with each citation. */
  source?: string;
  /** ISO 8601 with zone. */
  now: string;
  newId: () => string;
}

/** One entry of the file: its number and line, both from 1, and its key where it has one. */
export interface EntryPlace {
  entry: number;
  line: number;
  label?: string;
}

export type ImportStep = EntryPlace &
  ({ citation: Citation; remarks: string[] } | { skipped: string });

export interface ImportSource extends Pick<DecodedText, 'encoding' | 'guessed'> {
  format: ImportFormat;
  steps: AsyncGenerator<ImportStep>;
}

function citationOf(read: ReadEntry, format: ImportFormat, options: ImportOptions): Citation {
  const id = options.newId();
  const item = { ...read.item, id };
  const { label } = read;
  return {
    version: CITATION_VERSION,
    id,
    savedAt: options.now,
    updatedAt: options.now,
    revision: 1,
    key: (item.URL === undefined ? undefined : addressKey(item.URL)) ?? `item:${id}`,
    item,
    edits: {},
    imported: {
      format,
      at: options.now,
      ...(options.source === undefined ? {} : { source: options.source }),
      ...(label === undefined ? {} : { label }),
    },
    quotes: [],
    tags: read.tags,
    collections: [],
    note: read.note,
  };
}

function readEntry(text: string, format: ImportFormat, options: ImportOptions) {
  if (format === 'stemma') return { citation: parseCitation(JSON.parse(text)), remarks: [] };
  const readers = { 'csl-json': cslJsonEntry, bibtex: bibtexEntry, ris: risEntry };
  const read = readers[format](text);
  const { label } = read;
  const citation = citationOf(read, format, options);
  return { citation, remarks: read.remarks, ...(label === undefined ? {} : { label }) };
}

function labelIn({ text }: RawEntry, format: ImportFormat): { label?: string } {
  const pattern =
    format === 'bibtex' ? /@\s*\w+\s*[{(]\s*([^,\s}]{1,200})\s*,/ : /"id"\s*:\s*"([^"]{1,200})"/;
  const label = format === 'ris' ? undefined : pattern.exec(text)?.[1];
  return label === undefined ? {} : { label };
}

async function* stepsOf(
  text: string,
  format: ImportFormat,
  options: ImportOptions,
): AsyncGenerator<ImportStep> {
  let entry = 0;
  for (const raw of entriesOf(text, format)) {
    entry++;
    const { line } = raw;
    if (entry > MOST_ENTRIES) {
      yield {
        entry,
        line,
        skipped: `the file has more than ${MOST_ENTRIES} entries; this and all after it were not read`,
      };
      return;
    }
    if (entry % BATCH === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    const place = { entry, line, ...labelIn(raw, format) };
    if (raw.broken !== undefined) {
      yield { ...place, skipped: raw.broken };
    } else if (raw.text.length > LONGEST_ENTRY) {
      yield {
        ...place,
        skipped: `it has ${raw.text.length} characters; the limit is ${LONGEST_ENTRY}`,
      };
    } else {
      let step: ImportStep;
      try {
        step = { ...place, ...readEntry(raw.text, format, options) };
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        step = {
          ...place,
          skipped: reason.split('\n')[0]?.slice(0, 300) ?? 'it could not be read',
        };
      }
      yield step;
    }
  }
}

/**
 * Reads a file, entry by entry. With Citation.js in it, this module is loaded when somebody imports.
 * @throws {ImportError} for a file that is no text, too large, or in no format that is known
 */
export function readImport(bytes: Uint8Array, options: ImportOptions): ImportSource {
  const { text, encoding, guessed } = decodeImport(bytes);
  const format = options.format ?? formatOf(text);
  return { format, encoding, guessed, steps: stepsOf(text, format, options) };
}

/** A citation that may be there already: the person is asked, nothing is merged unasked. */
export interface ImportCandidate extends EntryPlace {
  citation: Citation;
  /** Id of the one that it resembles: saved before, or earlier in this very file. */
  existing: string;
  by: 'id' | 'address' | 'doi' | 'text' | 'title';
}

export interface ImportReport {
  format: ImportFormat;
  encoding: DecodedText['encoding'];
  guessedEncoding: boolean;
  /** Ready to be stored. */
  added: Citation[];
  candidates: ImportCandidate[];
  skipped: (EntryPlace & { why: string })[];
  /** Entries that were taken with something left out. */
  remarks: (EntryPlace & { remark: string })[];
}

/**
 * Reads a whole file and parts what is new from what resembles something saved.
 * @param known ids of saved citations by their {@link duplicateKeys}
 * @throws {ImportError}
 */
export async function planImport(
  bytes: Uint8Array,
  options: ImportOptions,
  known: ReadonlyMap<string, string>,
): Promise<ImportReport> {
  const { format, encoding, guessed, steps } = readImport(bytes, options);
  const report: ImportReport = {
    format,
    encoding,
    guessedEncoding: guessed,
    added: [],
    candidates: [],
    skipped: [],
    remarks: [],
  };
  const inFile = new Map<string, string>();
  for await (const step of steps) {
    const { entry, line, label } = step;
    const place = { entry, line, ...(label === undefined ? {} : { label }) };
    if ('skipped' in step) {
      report.skipped.push({ ...place, why: step.skipped });
      continue;
    }
    const { citation } = step;
    for (const remark of step.remarks) report.remarks.push({ ...place, remark });
    // What stands apart in a backup was saved apart: copies of one text are what Stemma is about.
    const keys = duplicateKeys(citation).filter(
      ({ by }) => format !== 'stemma' || by === 'id' || by === 'address',
    );
    const same = keys.find(({ key }) => known.has(key) || inFile.has(key));
    const existing = same && (known.get(same.key) ?? inFile.get(same.key));
    if (same !== undefined && existing !== undefined) {
      report.candidates.push({ ...place, citation, existing, by: same.by });
      continue;
    }
    for (const { key } of keys) inFile.set(key, citation.id);
    report.added.push(citation);
  }
  return report;
}
