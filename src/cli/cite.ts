// `stemma cite`: the citations of pages and saved stories, in the formats that people use.

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sha256Hex } from '../archive/checksum.ts';
import type { Archive } from '../archive/reader.ts';
import { checkedUrl } from '../article/url.ts';
import { buildCitation } from '../citation/build.ts';
import { BrokenStyleError } from '../citation/csl-style.ts';
import { type ExportFormat, exportCitations, FORMATS } from '../citation/export.ts';
import { fingerprintsOf } from '../citation/fingerprints.ts';
import { zonedIso } from '../citation/moment.ts';
import { STYLES, UnknownStyleError } from '../citation/styles.ts';
import type { Citation } from '../citation/types.ts';
import { joinParagraphs, normalisedWords, tokenise } from '../fingerprint/normalise.ts';
import { explainSystemError } from '../ingest/files.ts';
import { type ReadInput, readInputs } from '../ingest/inputs.ts';
import { matchText } from '../match/match.ts';
import { pageAddress, provenanceOf } from '../provenance/provenance.ts';
import { explainArchiveError, type OpenedArchive, openArchive } from './archives.ts';
import { type Command, type Context, type ExitCode, UsageError } from './command.ts';
import { PassedOverCount } from './passed-over.ts';
import { packageVersion } from './version.ts';

const names = FORMATS.map(({ id }) => id).filter((id) => id !== 'backup');

const usage = `Writes the citations of stories.

Usage: stemma cite [OPTIONS] INPUT…

INPUT is as for "stemma build": saved pages, saved text, JSON Lines, web
archives, feeds. Each story must have an address, its own or --url.

Options:
  --format FORMAT  csl-json (the default), bibtex, biblatex, ris, wikipedia,
                   bibliography (the default with --style), markdown, html,
                   csv, evidence (JSON-LD), evidence-html
  --style STYLE    apa, mla, chicago-notes, chicago-author-date, harvard,
                   vancouver, ieee, or a .csl file; for bibliography, markdown
                   and html
  --locale TAG     language of the bibliography, en-US unless told
  --notes          footnotes in place of the bibliography
  --archive FILE   a pack to search, so that each citation tells the earliest
                   text known; may be given several times
  --accessed WHEN  when the pages were read, ISO 8601 with zone; now unless told
  --url URL        the page's address, in place of the one it gives itself
  --verbose        name everything that was passed over, with why
  --help           this text

Exit codes: 0 all is done; 1 some inputs or archives could not be read, each is
named and the rest is done; 2 wrong usage.`;

interface Asked {
  format: ExportFormat;
  style?: string;
  csl?: string;
  locale?: string;
  part: 'bibliography' | 'notes';
}

function isFormat(text: string): text is ExportFormat {
  return names.some((name) => name === text);
}

/** A style of ours by its name, or one in a file by its path. */
async function styleOf(text: string | undefined): Promise<Pick<Asked, 'style' | 'csl'>> {
  if (text === undefined) return {};
  if (STYLES.some(({ id }) => id === text)) return { style: text };
  if (!text.endsWith('.csl')) throw new UsageError(new UnknownStyleError(text).message);
  try {
    return { csl: await readFile(text, 'utf8') };
  } catch (error) {
    throw new UsageError(`--style ${text}: ${explainSystemError(error)}`);
  }
}

/** A moment with zone, as given or now. */
function momentOf(text: string | undefined): string {
  if (text === undefined) return zonedIso();
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(text) ||
    Number.isNaN(Date.parse(text))
  ) {
    throw new UsageError(`--accessed "${text}" is not a moment as 2026-03-01T09:30:00+02:00`);
  }
  return text;
}

async function citationOf(
  { article }: ReadInput,
  archives: readonly Archive[],
  accessed: string,
): Promise<Citation> {
  const { paragraphs, links: _, ...facts } = article;
  const text = joinParagraphs(paragraphs);
  const words = new TextEncoder().encode(normalisedWords(text).join(' '));
  const result = await matchText(
    {
      paragraphs,
      url: pageAddress(article),
      ...(article.published === undefined ? {} : { published: article.published.value }),
    },
    archives,
  );
  const textSha256 = await sha256Hex(words);
  return buildCitation({
    page: { ...facts, words: result.words, textSha256 },
    provenance: provenanceOf(article, result),
    accessed,
    // The same input gives the same file.
    id: textSha256.slice(0, 16),
    fingerprints: fingerprintsOf(tokenise(text)),
  });
}

async function run(args: string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      style: { type: 'string' },
      locale: { type: 'string' },
      notes: { type: 'boolean', default: false },
      archive: { type: 'string', multiple: true, default: [] },
      accessed: { type: 'string' },
      url: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { output, stdin } = context;
  if (positionals.length === 0) throw new UsageError('no INPUT given');
  const format = values.format ?? (values.style === undefined ? 'csl-json' : 'bibliography');
  if (!isFormat(format)) {
    throw new UsageError(`there is no format "${format}"; there are ${names.join(', ')}`);
  }
  const url = values.url === undefined ? undefined : checkedUrl(values.url);
  if (values.url !== undefined && url === undefined) {
    throw new UsageError(`--url "${values.url}" is not an http(s) address`);
  }
  const accessed = momentOf(values.accessed);
  const asked: Asked = {
    format,
    ...(await styleOf(values.style)),
    ...(values.locale === undefined ? {} : { locale: values.locale }),
    part: values.notes ? 'notes' : 'bibliography',
  };
  const passed = new PassedOverCount(output, values.verbose);
  let problems = 0;
  const opened: OpenedArchive[] = [];
  const citations: Citation[] = [];
  try {
    for (const path of values.archive) {
      try {
        opened.push(await openArchive(path));
      } catch (error) {
        output.tell(explainArchiveError(path, error));
        problems++;
      }
    }
    const archives = opened.map(({ archive }) => archive);
    const options = { requireUrl: true, stdin, ...(url === undefined ? {} : { url }) };
    for await (const item of readInputs(positionals, options)) {
      if ('ignored' in item) continue;
      if ('problem' in item) {
        output.problem(item.problem);
        problems++;
      } else if ('passed' in item) {
        passed.add(item.passed);
      } else if (item.read.isArticle) {
        citations.push(await citationOf(item.read, archives, accessed));
      } else {
        output.tell(`${item.read.input}: not an article (${item.read.why.join(', ')})`);
        problems++;
      }
    }
  } finally {
    for (const each of opened) await each.close();
  }
  passed.tell();
  if (!(await written(citations, asked, accessed, context))) problems++;
  return problems > 0 ? 1 : 0;
}

async function written(
  citations: readonly Citation[],
  { format, ...options }: Asked,
  created: string,
  { output }: Context,
): Promise<boolean> {
  if (citations.length === 0) return true;
  const software = `Stemma ${packageVersion()}`;
  try {
    const file = await exportCitations(citations, format, { ...options, created, software });
    await output.file(file.text);
    return true;
  } catch (error) {
    if (!(error instanceof BrokenStyleError)) throw error;
    output.tell(error.message);
    return false;
  }
}

export const cite: Command = {
  summary: 'citations of stories, for Zotero, Word, LaTeX and Wikipedia',
  usage,
  run,
};
