// `npm run e2e [-- chrome|firefox]`: the built extension in real browsers.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserKind, findBrowser, howToGet } from './browsers.ts';
import { root, run } from './command.ts';

const kinds: readonly BrowserKind[] = ['chrome', 'firefox'];

function usage(): never {
  console.error('usage: npm run e2e [-- chrome|firefox]');
  process.exit(2);
}

function wantedKinds(args: readonly string[]): readonly BrowserKind[] {
  if (args.length === 0) return kinds;
  return args.map((arg) => kinds.find((kind) => kind === arg) ?? usage());
}

/** The suite in one browser; where that is missing, its tests are reported as skipped. */
async function runSuite(kind: BrowserKind): Promise<boolean> {
  const browser = findBrowser(kind);
  if (browser) {
    console.log(`\n${browser.name} ${browser.version} (${browser.path})`);
  } else {
    console.log(`\n${kind}: missing, its tests are skipped. ${howToGet(kind)}`);
  }
  const reports = join(root, 'out', 'reports');
  mkdirSync(reports, { recursive: true });
  const code = await run(
    'vitest',
    [
      'run',
      '--project=e2e',
      '--reporter=default',
      '--reporter=./scripts/build/skip-reporter.ts',
      '--reporter=json',
      `--outputFile.json=${join(reports, `e2e-${kind}.json`)}`,
    ],
    {
      STEMMA_E2E_BROWSER: kind,
      ...(browser ? { STEMMA_E2E_EXECUTABLE: browser.path } : { STEMMA_E2E_MISSING: kind }),
    },
  );
  // On the way to a release nothing may go untested.
  return code === 0 && (browser !== undefined || process.env['CI'] !== 'true');
}

async function main(): Promise<number> {
  const wanted = wantedKinds(process.argv.slice(2));
  const modes = wanted.map((kind) => `demo-${kind}`);
  if ((await run('tsx', ['scripts/build/index.ts', ...modes])) !== 0) return 1;
  const failed: BrowserKind[] = [];
  for (const kind of wanted) if (!(await runSuite(kind))) failed.push(kind);
  if (failed.length > 0) console.log(`\nFailed end to end: ${failed.join(', ')}.`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = await main();
