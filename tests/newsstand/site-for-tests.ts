// The newsstand as its own tests see it: built once, with the saved articles where they are.

import { fileURLToPath } from 'node:url';
import { seedPages } from './seed-pages.ts';
import { buildSite, type Site } from './site.ts';

export const SEED_DIRECTORY = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

export function siteWithSeeds(): { site: Site; reason?: string } {
  const seeds = seedPages(SEED_DIRECTORY);
  return {
    site: buildSite(seeds),
    ...(seeds.reason === undefined ? {} : { reason: seeds.reason }),
  };
}
