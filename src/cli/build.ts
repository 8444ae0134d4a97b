// `stemma build`: saved articles, pages, web archives and feeds to one pack.

import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { FilePackBuilder, fileSha256 } from '../archive/node-pack.ts';
import { keyFingerprint, type SigningKey, signatureTrailer } from '../archive/signature.ts';
import type { ArchiveInfo } from '../archive/types.ts';
import { readIsoDate } from '../ingest/dates.ts';
import { explainSystemError } from '../ingest/files.ts';
import type { PassedOver } from '../ingest/passed.ts';
import { explainProblem } from '../ingest/problem.ts';
import { packParts } from '../related/pack-parts.ts';
import { explainArchiveError } from './archives.ts';
import { addInputs, type BuildResult, checkTarget } from './build-pack.ts';
import { type Command, type Context, type ExitCode, UsageError } from './command.ts';
import { readSigningKey } from './keys.ts';
import { PassedOverCount } from './passed-over.ts';
import { builderName } from './version.ts';
import { counted } from './words.ts';

const usage = `Builds an archive: a pack of fingerprints and facts, without the text itself.

Usage: stemma build --out FILE [OPTIONS] INPUT…

INPUT is a file, a directory (walked; hidden entries are passed over), or - for
standard input, whose form is told by its first bytes. Each form but .wacz may
be gzipped (.gz).
  .txt .md   saved article: headline, date, picture lines, body, "Original url:"
  .html .htm saved page; its address is its canonical link or og:url
  .jsonl     one document a line: {"url", "title", "text", "id"?, "published"?,
             "modified"?, "publisher"?, "authors"?: [..], "language"?}
  .warc      web archive: responses of status 200 and resources that are HTML,
             each at the address and time of its capture
  .wacz      collection of web archives, held to the sizes and hashes it lists
  .xml .rss .atom
             RSS 2.0, RSS 1.0 or Atom: entries with content:encoded or Atom's
             content; a summary is not the text
What a web archive or a feed holds besides stories is passed over and counted.

Options:
  --out FILE      the pack to write; replaced only when the new one is complete
  --profile NAME  std (default) keeps every fingerprint, lite every second
  --name NAME     what readers see the archive called (default: FILE's name)
  --date DATE     when it was built, ISO 8601 (default: SOURCE_DATE_EPOCH, else
                  now); the same inputs and date give the same bytes
  --sources       read who is cited out of the texts of .jsonl too, which takes
                  several times as long as all the rest
  --sign KEY      sign the pack with this key ("stemma key new" makes one)
  --verbose       name everything that was passed over, with why
  --json          one JSON object: out, name, profile, created, builder, sha256,
                  contentSha256, documents, duplicates, skippedInputs,
                  skipped [{file, line?, record?, offset?, code, why}] (the
                  first 10,000), passedOver [{why, count}], passed [{input,
                  url?, why, detail?}] (the first 10,000), ignored, bytes,
                  bytesPerDocument, seconds, documentsPerSecond, signedBy where
                  it is signed
  --help          this text

Exit codes: 0 all inputs are in; 1 some were skipped, each is named with why, or
there was no document and nothing was written; 2 wrong usage.`;

/** `2026-11-22` and full timestamps to ISO 8601 with zone. */
function parseMoment(text: string): string {
  const date = readIsoDate(text);
  if (date === undefined || (date.length !== 10 && !date.includes('T'))) {
    throw new UsageError(`--date "${text}" is not a day or a time with zone (ISO 8601)`);
  }
  if (date.length === 10 && text.trim().length > 10) {
    throw new UsageError(`--date "${text}" has a time without a zone; add Z or an offset`);
  }
  return new Date(date).toISOString().replace('.000Z', 'Z');
}

function createdAt(date: string | undefined, env: Context['env']): string {
  if (date !== undefined) return parseMoment(date);
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && epoch !== '') {
    if (!/^\d{1,11}$/.test(epoch)) {
      throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}", not seconds since 1970`);
    }
    return new Date(Number(epoch) * 1000).toISOString().replace('.000Z', 'Z');
  }
  return new Date().toISOString();
}

function parseProfile(text: string): 'std' | 'lite' {
  if (text !== 'std' && text !== 'lite') {
    throw new UsageError(`--profile "${text}" is neither std nor lite`);
  }
  return text;
}

function summary(report: Report): string {
  const skipped = report.skippedInputs === 0 ? '' : `, ${report.skippedInputs} skipped`;
  const ignored =
    report.ignored === 0 ? '' : `, ${counted(report.ignored, 'file')} of other kinds ignored`;
  return [
    `${report.out}: ${counted(report.documents, 'document')}, ${counted(report.duplicates, 'duplicate')}${skipped}${ignored}`,
    `${report.bytes} bytes, ${report.bytesPerDocument} a document; ${report.documentsPerSecond} documents a second`,
    ...(report.signedBy === undefined ? [] : [`signed by ${report.signedBy}`]),
    `sha256 ${report.sha256}`,
  ].join('\n');
}

interface Report {
  out: string;
  name: string;
  profile: 'std' | 'lite';
  created: string;
  builder: string;
  /** Of the file, as `sha256sum` gives it; and the pack's identity, which FORMAT.md defines. */
  sha256: string;
  contentSha256: string;
  documents: number;
  duplicates: number;
  skipped: {
    file: string;
    line?: number;
    record?: number;
    offset?: number;
    code: string;
    why: string;
  }[];
  /** How many there are, also beyond those that are listed. */
  skippedInputs: number;
  /** Parts of inputs that are no stories, by reason; and one by one. */
  passedOver: { why: string; count: number }[];
  passed: readonly PassedOver[];
  ignored: number;
  bytes: number;
  bytesPerDocument: number;
  seconds: number;
  documentsPerSecond: number;
  /** Fingerprint of the key. */
  signedBy?: string;
}

/** Problems listed in the report: a file of a million bad lines must not fill memory. */
const MOST_SKIPPED = 10_000;

/** Builds into a file, or leaves nothing there; undefined where there was no document. */
async function buildFile(
  builder: FilePackBuilder,
  read: (builder: FilePackBuilder) => Promise<BuildResult>,
  onLayOut: (documents: number) => void,
): Promise<{ result: BuildResult; info: ArchiveInfo | undefined }> {
  try {
    const result = await read(builder);
    if (result.documents === 0) return { result, info: undefined };
    onLayOut(result.documents);
    return { result, info: await builder.finish() };
  } finally {
    builder.abandon();
  }
}

async function run(args: string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      profile: { type: 'string', default: 'std' },
      name: { type: 'string' },
      date: { type: 'string' },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      sign: { type: 'string' },
      sources: { type: 'boolean', default: false },
    },
  });
  const { output } = context;
  const { out } = values;
  if (out === undefined || out === '') throw new UsageError('--out FILE is missing');
  if (positionals.length === 0) throw new UsageError('no INPUT given');
  const profile = parseProfile(values.profile);
  const created = createdAt(values.date, context.env);
  const name = values.name ?? basename(out, extname(out));
  const noTarget = await checkTarget(out);
  if (noTarget !== undefined) {
    output.tell(`cannot write ${out}: ${noTarget}`);
    return 1;
  }

  let signing: SigningKey | undefined;
  try {
    signing = values.sign === undefined ? undefined : await readSigningKey(values.sign);
  } catch (error) {
    output.tell(explainArchiveError(values.sign ?? '', error));
    return 1;
  }
  const builder = builderName();
  const started = performance.now();
  const passed = new PassedOverCount(output, values.verbose);
  const skipped: Report['skipped'] = [];
  let built: Awaited<ReturnType<typeof buildFile>>;
  try {
    built = await buildFile(
      new FilePackBuilder(
        out,
        { name, profile, created, builder },
        {
          parts: packParts,
          ...(signing === undefined ? {} : { sign: (sha256) => signatureTrailer(sha256, signing) }),
        },
      ),
      (pack) =>
        addInputs(pack, {
          sources: values.sources,
          inputs: positionals,
          stdin: context.stdin,
          onProblem: (problem) => {
            output.problem(problem);
            if (skipped.length === MOST_SKIPPED) return;
            skipped.push({
              file: problem.file,
              ...(problem.line === undefined ? {} : { line: problem.line }),
              ...(problem.record === undefined ? {} : { record: problem.record }),
              ...(problem.offset === undefined ? {} : { offset: problem.offset }),
              code: problem.code,
              why: explainProblem(problem),
            });
          },
          onPassed: (each) => passed.add(each),
          onDocument: (documents) => output.progress(counted(documents, 'document')),
        }),
      (documents) => output.progress(`${counted(documents, 'document')}, writing the pack …`),
    );
  } catch (error) {
    output.tell(`cannot write ${out}: ${explainSystemError(error)}`);
    return 1;
  }
  const seconds = (performance.now() - started) / 1000;
  const { info } = built;
  const { documents, duplicates, ignored } = built.result;
  const bytes = info?.bytes ?? 0;
  const report: Report = {
    out,
    name,
    profile,
    created,
    builder,
    sha256: info === undefined ? '' : await fileSha256(out),
    contentSha256: info?.sha256 ?? '',
    documents,
    duplicates,
    skipped,
    skippedInputs: built.result.skipped,
    passedOver: passed.reasons,
    passed: passed.listed,
    ignored,
    bytes,
    bytesPerDocument: documents === 0 ? 0 : Math.round(bytes / documents),
    seconds: Number(seconds.toFixed(3)),
    documentsPerSecond: Math.round(documents / seconds),
    ...(signing === undefined ? {} : { signedBy: await keyFingerprint(signing.publicKey) }),
  };
  passed.tell();
  if (values.json) await output.line(JSON.stringify(report));
  else if (info !== undefined) await output.line(summary(report));
  if (info === undefined) output.tell(`no document to put in; ${out} was not written`);
  return info === undefined || report.skippedInputs > 0 ? 1 : 0;
}

export const build: Command = {
  summary: 'saved articles, pages, web archives and feeds to an archive',
  usage,
  run,
};
