// `npm run build [-- MODE… --out DIR]`: both releases and their zips, or the builds named.
import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { extension } from './extension.ts';
import { type Mode, parseMode, RELEASES } from './modes.ts';
import { DIST, ROOT, zipName } from './paths.ts';
import { zipDirectory } from './zip.ts';

/** Builds one mode into `<out>/<mode>`, and for a release its zip as well. */
async function buildMode(mode: Mode, out: string): Promise<void> {
  const outDir = `${out}/${mode}`;
  await build({ ...extension(mode, { outDir }), configFile: false, mode, logLevel: 'warn' });
  const made = [relative(ROOT, outDir)];
  if (!parseMode(mode).demo) {
    mkdirSync(out, { recursive: true });
    const zip = `${out}/${zipName(mode)}`;
    const bytes = zipDirectory(outDir);
    writeFileSync(zip, bytes);
    made.push(`${relative(ROOT, zip)} (${bytes.length} bytes)`);
  }
  console.log(`built ${made.join(', ')}`);
}

// A shell that sets NODE_ENV to something else would change what is built.
process.env['NODE_ENV'] = 'production';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: DIST } },
});
const modes = positionals.length > 0 ? positionals.map((name) => parseMode(name).mode) : RELEASES;
for (const mode of modes) await buildMode(mode, values.out.replace(/\/$/, ''));
