// Citations of invented stories, for tests of what is kept and shown of them.

import { CITATION_VERSION, type Citation } from '../../src/citation/types.ts';

/** A citation as the worker saves one; anything of it can be another. */
export function citationOf(id: string, fields: Partial<Citation> = {}): Citation {
  const url = `https://gazette.example/2024/05/${id}`;
  return {
    version: CITATION_VERSION,
    id,
    savedAt: '2026-03-10T12:00:00+02:00',
    updatedAt: '2026-03-10T10:00:00Z',
    revision: 1,
    key: `gazette.example/2024/05/${id}?`,
    item: {
      id,
      type: 'article-newspaper',
      title: `The bell of ${id} is back`,
      author: [{ family: 'Harrow', given: 'Ida' }],
      'container-title': 'The Hill Gazette',
      issued: { 'date-parts': [[2024, 5, 7]] },
      accessed: { 'date-parts': [[2026, 3, 10]] },
      URL: url,
      language: 'en',
    },
    edits: {},
    evidence: {
      pageUrl: url,
      accessed: '2026-03-10T12:00:00+02:00',
      title: `The bell of ${id} is back`,
      published: { value: '2024-05-07', precision: 'day' },
      readFrom: { title: 'json-ld headline' },
      textSha256: sha(id),
      words: 420,
      searched: [],
    },
    quotes: [],
    tags: [],
    collections: [],
    note: '',
    ...fields,
  };
}

/** A hex digest's worth of characters, another for each name. */
export function sha(name: string): string {
  const hex = Array.from(name, (letter) => letter.charCodeAt(0).toString(16)).join('');
  return hex.padEnd(64, '0').slice(0, 64);
}

export function quoteOf(exact: string, note?: string): Citation['quotes'][number] {
  return {
    id: `quote ${exact}`,
    created: '2026-03-10T12:00:00+02:00',
    quote: { type: 'TextQuoteSelector', exact },
    ...(note === undefined ? {} : { note }),
  };
}
