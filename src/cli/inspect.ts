// `stemma inspect`: what a pack holds, who built it and from what; `--verify` reads all of it.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { fileSha256 } from '../archive/node-pack.ts';
import type { Archive } from '../archive/reader.ts';
import { type PackSignature, readSignature } from '../archive/signature.ts';
import { verifyPack } from '../archive/verify.ts';
import { siteHost } from '../article/url.ts';
import { explainArchiveError, type OpenedArchive, openArchive } from './archives.ts';
import { type Command, type Context, type ExitCode, UsageError } from './command.ts';
import { counted } from './words.ts';

const usage = `Tells what a pack holds, who built it and from what.

Usage: stemma inspect FILE [OPTIONS]

Options:
  --verify   decode every document too, not only check the pack's bytes
  --json     one JSON object: file, name, builder, created, profile, normaliser,
             formatVersion, documents, words, bytes, sha256, contentSha256,
             outlets [{host, documents}], published {earliest, latest},
             languages, sources [{file, sha256}] where a manifest stands
             beside the pack, verified, documentFrequencyCut, keys, postings,
             bytesPerDocument, sections {name: bytes}, signature {state,
             fingerprint?, detail?}
  --help     this text

Exit codes: 0 readable; 1 not a pack, damaged, or of a later version; 2 wrong
usage.`;

/** The manifest that may stand beside a pack: same name, `.json`. */
const Manifest = v.looseObject({
  sha256: v.string(),
  sources: v.array(v.object({ file: v.string(), sha256: v.string() })),
});

type Sources = v.InferOutput<typeof Manifest>['sources'];

/** From what the pack was built, if a manifest beside it says so of these very bytes. */
async function manifestSources(path: string, sha256: string): Promise<Sources | undefined> {
  try {
    const text = await readFile(path.replace(/\.stemma$/, '.json'), 'utf8');
    const manifest = v.safeParse(Manifest, JSON.parse(text));
    if (!manifest.success) return undefined;
    return manifest.output.sha256 === sha256 ? manifest.output.sources : undefined;
  } catch {
    // Most packs have none, and a broken one says nothing of the pack.
    return undefined;
  }
}

interface Holdings {
  words: number;
  outlets: { host: string; documents: number }[];
  published: { earliest?: string; latest?: string };
  languages: Record<string, number>;
}

async function holdings(archive: Archive): Promise<Holdings> {
  const hosts = new Map<string, number>();
  const languages: Record<string, number> = {};
  const published: Holdings['published'] = {};
  let words = 0;
  for await (const document of archive.documents()) {
    words += document.words;
    const host = siteHost(document.url ?? '') ?? '';
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
    const language = document.language ?? '';
    if (language !== '') languages[language] = (languages[language] ?? 0) + 1;
    const date = document.published?.slice(0, 10);
    if (date === undefined) continue;
    if (published.earliest === undefined || date < published.earliest) published.earliest = date;
    if (published.latest === undefined || date > published.latest) published.latest = date;
  }
  const outlets = [...hosts].map(([host, documents]) => ({ host, documents }));
  outlets.sort((a, b) => b.documents - a.documents || (a.host < b.host ? -1 : 1));
  return { words, outlets, published, languages };
}

/** What the header says of the fingerprints and of what takes the room. */
function contents({ header, info }: Archive) {
  const { documentFrequencyCut, keys, postings, allSections } = header;
  const bytesPerDocument = info.documents === 0 ? 0 : Math.round(info.bytes / info.documents);
  const sections = Object.fromEntries(allSections.map(({ name, length }) => [name, length]));
  return { documentFrequencyCut, keys, postings, bytesPerDocument, sections };
}

function toldSignature(signature: PackSignature): Record<string, string> {
  const { state } = signature;
  if (state === 'none') return { state };
  if (state === 'invalid') return { state, detail: signature.detail };
  return { state, fingerprint: signature.fingerprint };
}

function signatureLine(signature: PackSignature): string {
  if (signature.state === 'none') return 'not signed';
  if (signature.state === 'valid') return `signed by ${signature.fingerprint}`;
  return `the signature does not hold: ${signature.detail}`;
}

/** Outlets told by name in the summary; the rest is counted. */
const mostOutlets = 10;

function summary(file: string, archive: Archive, held: Holdings, rest: string[]): string {
  const { info, header } = archive;
  const named = held.outlets.slice(0, mostOutlets).map(({ host, documents }) => {
    return `${host === '' ? '(no address)' : host} ${documents}`;
  });
  const more = held.outlets.length - named.length;
  const { earliest, latest } = held.published;
  const dates = earliest === undefined ? 'no dates' : `published ${earliest} to ${latest}`;
  return [
    `${file}: ${info.name}, ${counted(info.documents, 'document')}, ${counted(held.words, 'word')}, ${info.bytes} bytes`,
    `built by ${info.builder} at ${info.created}, profile ${info.profile}, ${info.normaliser}, format ${info.formatVersion}`,
    `${counted(header.keys, 'key')} of ${header.keyBits} bits, ${counted(header.postings, 'posting')}; phrases in more than ${counted(header.documentFrequencyCut, 'document')} only counted`,
    `${dates}; outlets: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    ...rest,
  ].join('\n');
}

async function run(args: string[], { output }: Context): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      verify: { type: 'boolean', default: false },
    },
  });
  const [path, second] = positionals;
  if (path === undefined) throw new UsageError('no FILE given');
  if (second !== undefined) throw new UsageError(`one FILE at a time, not also ${second}`);
  let opened: OpenedArchive | undefined;
  try {
    const progress = (done: number, total: number): void =>
      output.progress(`${Math.floor((done / total) * 100)} % read`);
    // Whole once: what is told of a pack should be true of its bytes.
    opened = await openArchive(path, values.verify ? {} : { whole: true, progress });
    const { archive } = opened;
    if (values.verify) await verifyPack(archive, { hash: createHash('sha256'), progress });
    const signature = await readSignature(archive.source, archive.header);
    const held = await holdings(archive);
    const sha256 = await fileSha256(path);
    const sources = await manifestSources(path, sha256);
    if (values.json) {
      const report = {
        file: basename(path),
        ...archive.info,
        sha256,
        contentSha256: archive.info.sha256,
        ...held,
        ...(sources === undefined ? {} : { sources }),
        ...contents(archive),
        signature: toldSignature(signature),
        ...(values.verify ? { verified: true } : {}),
      };
      await output.line(JSON.stringify(report));
    } else {
      const from = sources?.map((source) => `from ${source.file}, sha256 ${source.sha256}`) ?? [];
      const verified = values.verify ? ['verified: every checksum holds'] : [];
      await output.line(
        summary(basename(path), archive, held, [
          ...from,
          ...verified,
          signatureLine(signature),
          `sha256 ${sha256}`,
        ]),
      );
    }
    return 0;
  } catch (error) {
    output.tell(explainArchiveError(path, error));
    return 1;
  } finally {
    await opened?.close();
  }
}

export const inspect: Command = {
  summary: 'what an archive holds; --verify reads all of it',
  usage,
  run,
};
