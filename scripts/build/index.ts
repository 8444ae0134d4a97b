// `npm run build [-- MODE…]`: both releases and their zips, or the builds named.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { extension } from './extension.ts';
import { type Mode, parseMode, RELEASES } from './modes.ts';
import { DIST, projectVersion } from './paths.ts';
import { zipDirectory } from './zip.ts';

function zipPath(mode: Mode): string {
  return `${DIST}stemma-${projectVersion()}-${mode}.zip`;
}

/** Builds one mode into `dist/<mode>`, and for a release its zip as well. */
async function buildMode(mode: Mode): Promise<void> {
  await build({ ...extension(mode), configFile: false, mode, logLevel: 'warn' });
  const made = [`dist/${mode}`];
  if (!parseMode(mode).demo) {
    mkdirSync(DIST, { recursive: true });
    const bytes = zipDirectory(`${DIST}${mode}`);
    writeFileSync(zipPath(mode), bytes);
    made.push(`${zipPath(mode).slice(DIST.length - 'dist/'.length)} (${bytes.length} bytes)`);
  }
  console.log(`built ${made.join(', ')}`);
}

async function main(names: string[]): Promise<void> {
  const modes = names.length > 0 ? names.map((name) => parseMode(name).mode) : RELEASES;
  for (const mode of modes) await buildMode(mode);
}

await main(process.argv.slice(2));
