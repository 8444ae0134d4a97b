// Debian packages that a test run lacks: installed where we may, else named by whoever asked.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether this is Debian and we may install: elsewhere `chromium` may be a hull for a snap. */
export function canInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs packages; says on standard error what failed. */
export function aptInstall(wanted: readonly string[]): void {
  console.error(`Installing ${wanted.join(', ')} …`);
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...wanted]]) {
    const { status } = spawnSync('apt-get', ['-qq', ...step], {
      // Standard output belongs to whoever called.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) {
      console.error(`apt-get ${step[0]} ended with ${status ?? 'a signal'}.`);
      return;
    }
  }
}
