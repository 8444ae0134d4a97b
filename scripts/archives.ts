// Builds the archive that ships with the extension, and the manifest beside it, from the saved articles.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { ArchiveInfo } from '../src/archive/types.ts';
import { PackWriter } from '../src/archive/writer.ts';
import { addInputs, writeWhole } from '../src/cli/build-pack.ts';
import { builderName } from '../src/cli/version.ts';
import { describeProblem } from '../src/ingest/problem.ts';
import { packParts } from '../src/related/pack-parts.ts';

/** The saved articles lie beside the checkout, never in it. */
export const SEEDS = fileURLToPath(new URL('../../shared/seeds/', import.meta.url));
const archives = fileURLToPath(new URL('../public/archives/', import.meta.url));
export const SEED_PACK = `${archives}seed.stemma`;
export const SEED_MANIFEST = `${archives}seed.json`;

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** What stands beside a shipped pack: where it comes from, and nothing of what the stories say. */
export const ShippedManifest = v.strictObject({
  name: v.string(),
  file: v.string(),
  /** Of the file's bytes. */
  sha256: Sha256,
  /** The pack's own identity, as its header carries it. */
  contentSha256: Sha256,
  builder: v.string(),
  /** ISO 8601 with zone; a rebuild takes it over, so that it gives the same bytes. */
  created: v.pipe(v.string(), v.isoTimestamp()),
  profile: v.picklist(['std', 'lite']),
  documents: v.number(),
  /** Hosts of the outlets in the pack, with and without `www.`. */
  hosts: v.array(v.string()),
  sources: v.array(v.object({ file: v.string(), sha256: Sha256 })),
});
export type ShippedManifest = v.InferOutput<typeof ShippedManifest>;

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The host of an address under both names it is known by. */
function hostsOf(url: string): string[] {
  const bare = new URL(url).hostname.replace(/^www\./, '');
  return [bare, `www.${bare}`];
}

async function sourcesIn(directory: string): Promise<ShippedManifest['sources']> {
  const names = (await readdir(directory)).filter((name) => !name.startsWith('.')).toSorted();
  return Promise.all(
    names.map(async (file) => ({ file, sha256: sha256(await readFile(`${directory}${file}`)) })),
  );
}

/**
 * Builds the seed archive in memory.
 *
 * @param created ISO 8601 with zone
 * @throws where a saved article cannot be read: a shipped archive is whole or not built
 */
export async function buildSeed(
  directory: string,
  created: string,
): Promise<{ bytes: Uint8Array; manifest: ShippedManifest }> {
  const hosts = new Set<string>();
  const options = { name: 'seed', profile: 'std', created, builder: builderName() } as const;
  const writer = new PackWriter(options, { parts: packParts });
  await addInputs(writer, {
    inputs: [directory],
    stdin: process.stdin,
    onProblem: (problem) => {
      throw new Error(describeProblem(problem));
    },
    onDocument: (_documents, { article }) => {
      for (const host of hostsOf(article.url)) hosts.add(host);
    },
  });
  if (writer.documents === 0) throw new Error(`no saved article in ${directory}`);
  const { bytes, info } = await writer.finish();
  return { bytes, manifest: await describePack(bytes, info, hosts, directory) };
}

async function describePack(
  bytes: Uint8Array,
  info: ArchiveInfo,
  hosts: ReadonlySet<string>,
  directory: string,
): Promise<ShippedManifest> {
  return {
    name: info.name,
    file: 'seed.stemma',
    sha256: sha256(bytes),
    contentSha256: info.sha256,
    builder: info.builder,
    created: info.created,
    profile: info.profile,
    documents: info.documents,
    hosts: [...hosts].toSorted(),
    sources: await sourcesIn(directory),
  };
}

/** The manifest as text, its list of hosts on one line as the formatter of this repository has it. */
function manifestText(manifest: ShippedManifest): string {
  const text = JSON.stringify(manifest, null, 2);
  const hosts = `"hosts": [${manifest.hosts.map((host) => JSON.stringify(host)).join(', ')}]`;
  return `${hosts.length < 95 ? text.replace(/"hosts": \[[^\]]*\]/, hosts) : text}\n`;
}

/** The manifest as it stands in the repository. */
export async function readShippedManifest(): Promise<ShippedManifest> {
  return v.parse(ShippedManifest, JSON.parse(await readFile(SEED_MANIFEST, 'utf8')));
}

async function run(): Promise<number> {
  if (!existsSync(SEEDS)) {
    console.error('archives: ../shared/seeds is not here, so the shipped archive stays as it is');
    return 1;
  }
  // Today, to the day, for a first build; afterwards the date stays so that bytes stay.
  const created = existsSync(SEED_MANIFEST)
    ? (await readShippedManifest()).created
    : `${new Date().toISOString().slice(0, 10)}T00:00:00Z`;
  const { bytes, manifest } = await buildSeed(SEEDS, created);
  await mkdir(archives, { recursive: true });
  await writeWhole(SEED_PACK, bytes);
  await writeWhole(SEED_MANIFEST, Buffer.from(manifestText(manifest)));
  console.log(`archives: seed.stemma, ${manifest.documents} documents, ${bytes.length} bytes`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await run();
