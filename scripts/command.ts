// Runs one of the project's commands as a child, in sight, and answers its exit code.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** The file a package runs as its command: no shell and no `.cmd` hull, so it works everywhere. */
function binOf(name: 'tsx' | 'vitest'): string {
  const folder = dirname(require.resolve(`${name}/package.json`));
  return name === 'tsx' ? join(folder, 'dist', 'cli.mjs') : join(folder, 'vitest.mjs');
}

/**
 * Runs `tsx` or `vitest`. A child that was ended by a signal counts as failed.
 *
 * @param output where its output goes: `stderr` where our own standard output is for results
 */
export function run(
  name: 'tsx' | 'vitest',
  args: readonly string[],
  env: Record<string, string> = {},
  output: 'stdout' | 'stderr' = 'stdout',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binOf(name), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['inherit', output === 'stdout' ? 1 : 2, 2],
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
