// `npm run bench [-- NAME…] [--json]`: benchmarks, as tables or as JSON on standard output.

import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, Table } from '../tests/bench/types.ts';
import { root } from './command.ts';

/** Loaded when asked for: a benchmark of the engine needs no browser, and the other way round. */
const benches: Record<string, () => Promise<{ run: Bench }>> = {
  build: () => import('../tests/bench/build.ts'),
  lookup: () => import('../tests/bench/lookup.ts'),
  recall: () => import('../tests/bench/recall.ts'),
  copies: () => import('../tests/bench/copies.ts'),
  related: () => import('../tests/bench/related.ts'),
  extract: () => import('../tests/bench/extract.ts'),
  sources: () => import('../tests/bench/sources.ts'),
  browser: () => import('../tests/bench/browser.ts'),
  page: () => import('../tests/bench/page.ts'),
  popup: () => import('../tests/bench/popup.ts'),
  highlight: () => import('../tests/bench/highlight.ts'),
  library: () => import('../tests/bench/library.ts'),
};

function usage(trouble: string): never {
  console.error(trouble);
  console.error(`usage: npm run bench [-- NAME…] [--json] [--quick] [--large]`);
  console.error(`NAME is one of ${Object.keys(benches).join(', ')}; without one, all run.`);
  process.exit(2);
}

function readArguments(): { names: string[]; json: boolean; quick: boolean; large: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        quick: { type: 'boolean' },
        large: { type: 'boolean' },
      },
    });
    const unknown = positionals.find((name) => !(name in benches));
    if (unknown !== undefined) usage(`There is no benchmark "${unknown}".`);
    const names = positionals.length > 0 ? positionals : Object.keys(benches);
    return {
      names,
      json: values.json ?? false,
      quick: values.quick ?? false,
      large: values.large ?? false,
    };
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}

/** What the figures were measured on: without it they say little. */
function machine(): Record<string, unknown> {
  const [first] = cpus();
  return {
    date: new Date().toISOString(),
    commit: commit(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: `${cpus().length} × ${first?.model ?? 'unknown'}`,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
}

function commit(): string {
  try {
    const describe = ['describe', '--always', '--dirty'];
    return execFileSync('git', describe, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    // A tarball has no history.
    return 'unknown';
  }
}

function printTable({ title, columns, rows, notes = [] }: Table): void {
  const widths = columns.map((column, at) =>
    Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, at) =>
        at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width),
      )
      .join('  ')
      .trimEnd();
  console.log(`\n${title}\n`);
  console.log(line(columns));
  console.log(widths.map((width) => '─'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
  for (const note of notes) console.log(`  ${note}`);
}

async function main(): Promise<void> {
  const { names, json, quick, large } = readArguments();
  const results: Record<string, unknown> = { machine: machine() };
  for (const name of names) {
    const load = benches[name];
    if (!load) continue;
    console.error(`${name} …`);
    const { run } = await load();
    const result = await run({
      quick,
      large,
      progress: (text) => console.error(`  ${text}`),
    });
    results[name] = result.json;
    if (!json) for (const table of result.tables) printTable(table);
  }
  if (json) console.log(JSON.stringify(results, null, 2));
}

await main();
