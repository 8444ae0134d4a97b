// Whom a story rests on: the persons, organisations and unnamed roles that it attributes to.

import type { CitedSource } from './types.ts';

export function citedSources(_paragraphs: readonly string[], _language?: string): CitedSource[] {
  return [];
}
