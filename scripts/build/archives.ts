// Which archives a build carries, and whose hosts it may look at without being asked.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { runnerImport } from 'vite';
import type * as Writer from '../../src/archive/writer.ts';
import type * as PackParts from '../../src/related/pack-parts.ts';
import type * as NewsstandArchive from '../../tests/newsstand/archive.ts';
import type * as NewsstandHosts from '../../tests/newsstand/hosts.ts';
import type { Build } from './modes.ts';
import { projectVersion, ROOT } from './paths.ts';

/** What `__STEMMA_ARCHIVES__` holds. */
export interface ShippedArchive {
  /** Path inside the extension. */
  file: string;
  name: string;
}

export const SEED: ShippedArchive = { file: 'archives/seed.stemma', name: 'seed' };
export const NEWSSTAND: ShippedArchive = { file: 'archives/newsstand.stemma', name: 'newsstand' };

/** A pack of invented articles has no moment of its own; a fixed one keeps builds the same. */
const NEWSSTAND_CREATED = '2026-01-01T00:00:00Z';

const SeedManifest = v.looseObject({
  hosts: v.array(
    v.pipe(v.string(), v.regex(/^[a-z0-9.-]+$/, 'A host name has no scheme or path.')),
  ),
});

export function shippedArchives({ demo }: Build): ShippedArchive[] {
  return demo ? [SEED, NEWSSTAND] : [SEED];
}

/** Hosts of the outlets in the archive that is shipped, from the manifest next to the pack. */
function seedHosts(): string[] {
  const text = readFileSync(`${ROOT}public/archives/seed.json`, 'utf8');
  return v.parse(SeedManifest, JSON.parse(text)).hosts;
}

/**
 * Loads a module of the project through Vite, so that TypeScript runs whatever started the build
 * and a release never reads the newsstand at all.
 */
async function load<T>(path: string): Promise<T> {
  const { module } = await runnerImport<T>(`${ROOT}${path}`, { configFile: false });
  return module;
}

/** Hosts a build may run on from the start. */
export async function grantedHosts({ demo }: Build): Promise<string[]> {
  if (!demo) return seedHosts();
  const newsstand = await load<typeof NewsstandHosts>('tests/newsstand/hosts.ts');
  return [...seedHosts(), ...newsstand.NEWSSTAND_HOSTS];
}

/** The pack of the newsstand's earlier versions, for demos and tests. */
export async function newsstandPack(): Promise<Uint8Array> {
  const { earlierVersions } = await load<typeof NewsstandArchive>('tests/newsstand/archive.ts');
  const { PackWriter } = await load<typeof Writer>('src/archive/writer.ts');
  const { packParts } = await load<typeof PackParts>('src/related/pack-parts.ts');
  const options = {
    name: NEWSSTAND.name,
    builder: `stemma ${projectVersion()}`,
    created: NEWSSTAND_CREATED,
    profile: 'std',
  } as const;
  const writer = new PackWriter(options, { parts: packParts });
  for (const document of earlierVersions()) writer.add(document);
  return (await writer.finish()).bytes;
}
