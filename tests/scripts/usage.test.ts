// Commands called wrongly: one line on what was wrong, the usage, exit code 2.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/command.ts';

const tsx = join(
  dirname(createRequire(import.meta.url).resolve('tsx/package.json')),
  'dist',
  'cli.mjs',
);

function call(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [tsx, ...args], { cwd: root, encoding: 'utf8' });
}

describe('npm run bench', () => {
  it.each([['nonsense'], ['--nonsense']])('does not know %s', (arg) => {
    const { status, stdout, stderr } = call('scripts/bench.ts', arg);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('nonsense');
    for (const name of ['build', 'lookup', 'recall', 'extract', 'browser', 'page']) {
      expect(stderr).toMatch(new RegExp(`\\b${name}\\b`));
    }
  });
});

describe('npm run e2e', () => {
  it('knows two browsers', () => {
    const { status, stderr } = call('scripts/e2e.ts', 'netscape');
    expect(status).toBe(2);
    expect(stderr).toContain('[-- chrome|firefox]');
  });
});
