// `npm run sizes`: what the release builds weigh, against what they may weigh.
import { statSync } from 'node:fs';
import { loadedAtOnce } from './build/graph.ts';
import { type Mode, RELEASES } from './build/modes.ts';
import { DIST, FILES, ROOT, zipName } from './build/paths.ts';

interface Budget {
  what: string;
  /** Files that count, from the project's root. */
  files: (mode: Mode) => string[];
  /** Bytes, uncompressed: a packaged file is not sent compressed, and is parsed as it is. */
  limit: number;
}

const KB = 1024;

function below(mode: Mode, entry: string): string[] {
  return loadedAtOnce(`${DIST}${mode}`, entry).map((file) => `${DIST}${mode}/${file}`);
}

/** Why each limit is where it is stands in docs/benchmarks.md, with the figures over time. */
const BUDGETS: Budget[] = [
  // Every page of an allowed host pays this one.
  { what: 'watch', files: (mode) => [`${DIST}${mode}/${FILES.watch}`], limit: 25 * KB },
  // Pages that look like an article pay this one too.
  { what: 'read', files: (mode) => [`${DIST}${mode}/${FILES.read}`], limit: 132 * KB },
  // Only where a person asks to see passages in the page.
  { what: 'highlight', files: (mode) => [`${DIST}${mode}/${FILES.highlight}`], limit: 40 * KB },
  // Compiled on every wake: 1 MB costs 70 to 150 ms, so this costs some 15.
  { what: 'worker', files: (mode) => below(mode, 'service-worker-loader.js'), limit: 176 * KB },
  { what: 'popup, at once', files: (mode) => below(mode, 'popup/index.js'), limit: 100 * KB },
  // Who says what: rules and words, loaded once the popup stands.
  { what: 'attribution', files: (mode) => [`${DIST}${mode}/chunks/attribute.js`], limit: 80 * KB },
  // In pages where a person looks for a quote, or saves a selection.
  { what: 'quote', files: (mode) => [`${DIST}${mode}/${FILES.quote}`], limit: 12 * KB },
  { what: 'selection', files: (mode) => [`${DIST}${mode}/${FILES.selection}`], limit: 4 * KB },
  // A page of its own, opened on purpose; panels, formats and importers come when asked for.
  { what: 'library, at once', files: (mode) => below(mode, 'library/index.js'), limit: 100 * KB },
  { what: 'zip', files: (mode) => [`${DIST}${zipName(mode)}`], limit: 800 * KB },
];

export interface Size {
  mode: Mode;
  what: string;
  bytes: number;
  limit: number;
}

/** Sizes of the builds that stand in `dist/`. @throws where one has not been built */
export function measure(): Size[] {
  return RELEASES.flatMap((mode) =>
    BUDGETS.map(({ what, files, limit }) => {
      const bytes = files(mode).reduce((sum, path) => sum + statSync(path).size, 0);
      return { mode, what, bytes, limit };
    }),
  );
}

function kb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`.padStart(9);
}

export function table(sizes: readonly Size[]): string {
  return sizes
    .map(({ mode, what, bytes, limit }) => {
      const over = bytes > limit ? '  OVER' : '';
      return `  ${mode.padEnd(8)}${what.padEnd(18)}${kb(bytes)} of ${kb(limit)}${over}`;
    })
    .join('\n');
}

/** True when everything is within its limit. */
export function fits(sizes: readonly Size[]): boolean {
  return sizes.every(({ bytes, limit }) => bytes <= limit);
}

if (process.argv[1] === `${ROOT}scripts/sizes.ts`) {
  const sizes = measure();
  console.log(table(sizes));
  process.exitCode = fits(sizes) ? 0 : 1;
}
