// Store-ready zips: the same files give the same bytes on any machine, on any day.
import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** A zip entry cannot be older than 1980; the field has no zone, so a fixed local time is used. */
const MTIME = new Date(1980, 0, 1);

/** Unix, regular file, rw-r--r--: whatever the umask of the machine that builds. */
const UNIX = 3;
const ATTRIBUTES = 0o100644 << 16;

/** Every file below a directory: its path with `/`, sorted by code unit. */
export function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, `${entry.parentPath}/${entry.name}`).split(sep).join('/'))
    .toSorted();
}

/** The files of a directory as one zip, `manifest.json` at its root as the stores want it. */
export function zipDirectory(directory: string): Uint8Array {
  const files: Zippable = {};
  for (const path of filesIn(directory)) {
    files[path] = [
      readFileSync(`${directory}/${path}`),
      { level: 9, mtime: MTIME, os: UNIX, attrs: ATTRIBUTES },
    ];
  }
  return zipSync(files);
}
