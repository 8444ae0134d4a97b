// The version of this package, as packs name their builder by it.

import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const Package = v.object({ version: v.string() });

/** `0.1.0` */
export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return v.parse(Package, JSON.parse(text)).version;
}

/** `stemma 0.1.0` */
export function builderName(): string {
  return `stemma ${packageVersion()}`;
}
