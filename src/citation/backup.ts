// Stemma's own file: everything that is saved, to be read back whole.
import type { Citation } from './types.ts';

/** What stands first in the file, and tells it from other JSON. */
export const BACKUP_FORMAT = 'stemma-citations';
export const BACKUP_VERSION = 1;

/** One record a line, so that a damaged file loses a line and not everything. */
export function backup(citations: readonly Citation[], created: string): string {
  const head = JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, created });
  const records = citations.map((citation) => JSON.stringify(citation));
  return `${head.slice(0, -1)},"citations":[\n${records.join(',\n')}\n]}\n`;
}
