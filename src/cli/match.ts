// `stemma match`: what texts share with archives, one line a document.

import { parseArgs } from 'node:util';
import type { Archive } from '../archive/reader.ts';
import { toDocumentInput } from '../ingest/document.ts';
import { type ReadInput, readInputs } from '../ingest/inputs.ts';
import { matchText } from '../match/match.ts';
import type { Match, MatchResult, Order, RelatedMatch, Relation } from '../match/types.ts';
import { withRelated } from '../related/related.ts';
import { explainArchiveError, type OpenedArchive, openArchive } from './archives.ts';
import { type Command, type Context, type ExitCode, UsageError } from './command.ts';
import { PassedOverCount } from './passed-over.ts';
import { counted } from './words.ts';

const usage = `Tells what texts share with archives, one line a document.

Usage: stemma match --archive FILE… [OPTIONS] INPUT…

INPUT is as for "stemma build"; an address is not needed. Files that end in
.stemma are archives wherever they stand.

Options:
  --archive FILE   a pack to search; may be given several times
  --json           one JSON object a document: input, id, url, words, matches
                   [{archive, id, url, title, publisher, published, relation,
                   strength, evidence, pageShare, archiveShare, editRate, order,
                   passages, added, droppedParagraphs, changes: [{page,
                   archiveWords, kinds}], titleChanged}], related [{archive, id,
                   url, title, publisher, published, score, reasons}].
                   Shares are 0 to 1; ranges of word positions are half open;
                   paragraphs count from 0
  --verbose        name everything that was passed over, with why
  --help           this text

Exit codes: 0 all is done; 1 some inputs or archives could not be read, each is
named and the rest is done; 2 wrong usage.`;

/** Decimals that mean something: a share of a story of a thousand words. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}

/** The facts by which a line names an archived document; what is not known is absent. */
function named({ archive, document }: Match | RelatedMatch): Record<string, string> {
  const { id, url, title, publisher, published } = document;
  return {
    archive: archive.name,
    id,
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
  };
}

function matchLine(read: ReadInput, result: MatchResult): string {
  const { id, url } = toDocumentInput(read.article, {
    sources: false,
    ...(read.id === undefined ? {} : { id: read.id }),
  });
  return JSON.stringify({
    input: read.input,
    id,
    ...(url === undefined ? {} : { url }),
    ...(read.isArticle ? {} : { isArticle: false, why: read.why }),
    words: result.words,
    matches: result.matches.map((match) => ({
      ...named(match),
      relation: match.relation,
      strength: match.strength,
      evidence: rounded(match.evidence),
      pageShare: rounded(match.pageShare),
      archiveShare: rounded(match.archiveShare),
      editRate: rounded(match.editRate),
      order: match.order,
      passages: match.passages,
      added: match.added,
      droppedParagraphs: match.droppedParagraphs,
      changes: match.changes ?? [],
      ...(match.titleChanged === undefined ? {} : { titleChanged: match.titleChanged }),
    })),
    related: result.related.map((related) => ({
      ...named(related),
      score: rounded(related.score),
      reasons: related.reasons,
    })),
  });
}

/** Never rounded up to the whole, nor down to nothing. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (share < 1 && whole === 100) return '99 %';
  return share > 0 && whole === 0 ? '<1 %' : `${whole} %`;
}

const RELATIONS: Record<Relation, string> = {
  identical: 'same text as',
  edited: 'another version of',
  contains: 'contains',
  'excerpt-of': 'excerpt of',
  partial: 'shares passages with',
  'shares-quote': 'shares a passage with',
};

const ORDERS: Record<Order, string> = {
  'archive-earlier': 'the archived text is earlier',
  'page-earlier': 'this text is earlier, by its own date',
  unknown: 'which is earlier is not known',
};

function summary(read: ReadInput, { words, matches, searched }: MatchResult): string {
  const [best] = matches;
  if (best === undefined) {
    if (!read.isArticle) return `${read.input}: not an article (${read.why.join(', ')})`;
    if (searched.length === 0) return `${read.input}: not searched, no archive could be read`;
    const documents = searched.reduce((sum, archive) => sum + archive.documents, 0);
    return `${read.input}: no match (${words} words; ${counted(searched.length, 'archive')}, ${counted(documents, 'document')} searched)`;
  }
  const { title, publisher, published, url, id } = best.document;
  const what = [
    ...(title === undefined ? [] : [`“${title}”`]),
    ...[publisher, published, url ?? id].filter((part) => part !== undefined),
  ];
  const told = [
    `${RELATIONS[best.relation]} ${what.join(', ')} (${best.strength})`,
    `${percent(best.pageShare)} of this text, ${percent(best.archiveShare)} of the archived`,
    ...(best.editRate === 0 ? [] : [`about ${percent(best.editRate)} of the shared words changed`]),
    ORDERS[best.order],
    ...(matches.length === 1 ? [] : [`${matches.length - 1} more`]),
  ];
  return `${read.input}: ${told.join('; ')}`;
}

/** A page that is no article is not matched: a front page shares text with everything it teases. */
function nothingAsked(archives: readonly Archive[]): MatchResult {
  const searched = archives.map(({ info }) => info);
  return { words: 0, matches: [], samePages: [], related: [], searched, failed: [] };
}

async function openAll(
  paths: readonly string[],
  { output }: Context,
): Promise<{ opened: OpenedArchive[]; failed: number }> {
  const opened: OpenedArchive[] = [];
  let failed = 0;
  for (const path of paths) {
    try {
      opened.push(await openArchive(path));
    } catch (error) {
      output.tell(explainArchiveError(path, error));
      failed++;
    }
  }
  return { opened, failed };
}

function isPack(path: string): boolean {
  return path.endsWith('.stemma');
}

async function run(args: string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      archive: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  const { output, stdin } = context;
  const paths = [...values.archive, ...positionals.filter(isPack)];
  const inputs = positionals.filter((path) => !isPack(path));
  if (paths.length === 0) throw new UsageError('--archive FILE is missing');
  if (inputs.length === 0) throw new UsageError('no INPUT given');
  const { opened, failed } = await openAll(paths, context);
  const passed = new PassedOverCount(output, values.verbose);
  let problems = failed;
  try {
    if (opened.length === 0) {
      output.tell('no archive could be read');
      return 1;
    }
    const archives = opened.map(({ archive }) => archive);
    /** Each damage is told once, not once a document. */
    const told = new Set<string>();
    for await (const item of readInputs(inputs, { requireUrl: false, stdin })) {
      if ('ignored' in item) continue;
      if ('problem' in item) {
        output.problem(item.problem);
        problems++;
        continue;
      }
      if ('passed' in item) {
        passed.add(item.passed);
        continue;
      }
      const result = await answer(item.read, archives);
      for (const error of result.failed) {
        problems++;
        if (!told.has(error.message)) output.tell(explainArchiveError(error.pack, error));
        told.add(error.message);
      }
      await output.line(values.json ? matchLine(item.read, result) : summary(item.read, result));
    }
  } finally {
    for (const each of opened) await each.close();
  }
  passed.tell();
  return problems > 0 ? 1 : 0;
}

async function answer(read: ReadInput, archives: readonly Archive[]): Promise<MatchResult> {
  if (!read.isArticle) return nothingAsked(archives);
  const { article } = read;
  const url = article.canonicalUrl?.value ?? article.url;
  const query = {
    paragraphs: article.paragraphs,
    links: article.links.map((link) => link.url),
    ...(url === '' ? {} : { url }),
    ...(article.title === undefined ? {} : { title: article.title.value }),
    ...(article.publisher === undefined ? {} : { publisher: article.publisher.value }),
    ...(article.published === undefined ? {} : { published: article.published.value }),
  };
  return withRelated(await matchText(query, archives), query, archives);
}

export const match: Command = {
  summary: 'what texts share with archives, one line a document',
  usage,
  run,
};
