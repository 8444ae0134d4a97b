// `npm run check`: all that has to hold before a change goes in, short of real browsers.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { lintFirefoxBuild } from './build/addon-lint.ts';
import { ROOT } from './build/paths.ts';
import { fits, measure, table } from './sizes.ts';

/** What a step ended with: all that it printed, and the lines worth showing when it passed. */
interface Outcome {
  ok: boolean;
  output: string;
  show?: string[];
}

interface Step {
  name: string;
  run: () => Promise<Outcome> | Outcome;
  /** Steps that have to pass first. */
  needs?: string[];
}

const REPORT = `${ROOT}out/reports/unit.json`;

/** A test that loops without end cannot be stopped from inside; this is ten times the usual. */
const LONGEST_MS = 5 * 60_000;

/** Runs an installed command and gathers both of its streams in the order they came. */
function command(name: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(`${ROOT}node_modules/.bin/${name}`, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
      timeout: LONGEST_MS,
    });
    const parts: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => parts.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => parts.push(text));
    child.on('error', (error) => resolve({ ok: false, output: `${name}: ${error.message}` }));
    child.on('close', (code, signal) => {
      if (signal !== null) parts.push(`\n${name} was ended by ${signal} after its time was up.\n`);
      resolve({ ok: code === 0, output: parts.join('') });
    });
  });
}

async function unitTests(): Promise<Outcome> {
  mkdirSync(`${ROOT}out/reports`, { recursive: true });
  const outcome = await command(
    'vitest',
    'run',
    '--project=unit',
    '--reporter=default',
    '--reporter=./scripts/build/skip-reporter.ts',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  );
  const show = outcome.output
    .split('\n')
    .filter((line) => /^ *(Test Files|Tests) |^skipped: /.test(line))
    .map((line) => line.trim());
  return { ...outcome, show };
}

function sizes(): Outcome {
  const measured = measure();
  const output = table(measured);
  return { ok: fits(measured), output, show: output.split('\n').map((line) => line.trim()) };
}

const STEPS: Step[] = [
  { name: 'format', run: () => command('biome', 'check', '.') },
  { name: 'lint', run: () => command('oxlint', '--deny-warnings', '.') },
  { name: 'types', run: () => command('tsc', '-p', 'tsconfig.json') },
  { name: 'types of the worker', run: () => command('tsc', '-p', 'background/tsconfig.json') },
  { name: 'unit tests', run: unitTests },
  { name: 'builds', run: () => command('tsx', 'scripts/build/index.ts') },
  { name: 'web-ext lint', run: lintFirefoxBuild, needs: ['builds'] },
  { name: 'sizes', run: sizes, needs: ['builds'] },
];

async function attempt({ run }: Step): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return { ok: false, output: error instanceof Error ? (error.stack ?? '') : String(error) };
  }
}

/** Runs every step, so that one run shows all there is to repair; answers the failed ones. */
async function check(): Promise<string[]> {
  const failed: string[] = [];
  for (const step of STEPS) {
    const missing = step.needs?.find((name) => failed.includes(name));
    if (missing !== undefined) {
      failed.push(step.name);
      console.log(`✗ ${step.name}: not run, since "${missing}" failed`);
      continue;
    }
    const started = performance.now();
    const { ok, output, show = [] } = await attempt(step);
    console.log(
      `${ok ? '✓' : '✗'} ${step.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
    if (ok) for (const line of show) console.log(`    ${line}`);
    else {
      failed.push(step.name);
      console.log(output);
    }
  }
  return failed;
}

const failed = await check();
if (failed.length > 0) {
  console.log(`\nFailed: ${failed.join(', ')}. \`npm run fix\` repairs format and some of lint.`);
  process.exitCode = 1;
}
