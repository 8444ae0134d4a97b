// The constants a build fixes at compile time; their types are in src/env.d.ts.
import { shippedArchives } from './archives.ts';
import type { Build } from './modes.ts';
import { FILES, projectVersion } from './paths.ts';

/** Replacements for Vite's `define`. */
export function constants(build: Build): Record<string, string> {
  return {
    __STEMMA_VERSION__: JSON.stringify(projectVersion()),
    __STEMMA_ARCHIVES__: JSON.stringify(shippedArchives(build)),
    __STEMMA_FILES__: JSON.stringify(FILES),
  };
}
