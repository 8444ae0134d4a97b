// Where the project's files are, and what they are called once built.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

/** The project's root, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const DIST = `${ROOT}dist/`;

/** Built scripts that the worker names in calls of `scripting`: see {@link FILES}. */
export const INJECTED = {
  watch: { source: 'src/content/watch.iife.ts', file: 'content/watch.js' },
  read: { source: 'src/content/read.iife.ts', file: 'content/read.js' },
  quote: { source: 'src/content/quote.iife.ts', file: 'content/quote.js' },
  selection: { source: 'src/content/selection.iife.ts', file: 'content/selection.js' },
  highlight: { source: 'src/content/highlight.iife.ts', file: 'content/highlight.js' },
} as const;

/** Dedicated workers, and the document that holds one where a service worker cannot. */
export const WORKERS = [
  { source: 'src/platform/archive-store/reader.iife.ts', file: 'workers/reader.js' },
  { source: 'src/platform/archive-store/import.iife.ts', file: 'workers/import.js' },
] as const;
export const OFFSCREEN = {
  source: 'src/platform/archive-store/offscreen.iife.ts',
  file: 'offscreen/index.js',
  page: 'offscreen/index.html',
} as const;

/** What `__STEMMA_FILES__` holds. */
export const FILES = {
  watch: INJECTED.watch.file,
  read: INJECTED.read.file,
  quote: INJECTED.quote.file,
  selection: INJECTED.selection.file,
  highlight: INJECTED.highlight.file,
};

/** The version in package.json: the only place it is written. */
export function projectVersion(): string {
  const text = readFileSync(`${ROOT}package.json`, 'utf8');
  return v.parse(v.object({ version: v.string() }), JSON.parse(text)).version;
}

/** File name of a release build's store-ready zip. */
export function zipName(mode: string): string {
  return `stemma-${projectVersion()}-${mode}.zip`;
}
