// The programs of others that exports are held to: pandoc, bibutils and BibTeX.

import { spawnSync } from 'node:child_process';
import { aptInstall, canInstall } from './apt.ts';

/** A command of each, and the Debian package it comes in. */
const PROGRAMS = [
  { command: 'pandoc', package: 'pandoc' },
  { command: 'ris2xml', package: 'bibutils' },
  { command: 'bibtex', package: 'texlive-binaries' },
] as const;

export type ProgramName = (typeof PROGRAMS)[number]['command'];

export function hasProgram(command: ProgramName): boolean {
  // bibutils knows no long option that all its commands share; being started is enough.
  const { error } = spawnSync(command, ['--version'], { stdio: 'ignore', timeout: 20_000 });
  return error === undefined;
}

/** Installs what is missing as root on Debian; elsewhere says how to get it. */
export function ensurePrograms(): void {
  const missing = PROGRAMS.filter(({ command }) => !hasProgram(command));
  if (missing.length === 0) return;
  const packages = missing.map((program) => program.package);
  if (canInstall()) aptInstall(packages);
  else {
    console.error(
      `No ${packages.join(', ')}: tests that read exports with them are skipped. On Debian: \`sudo apt-get install ${packages.join(' ')}\`.`,
    );
  }
}
