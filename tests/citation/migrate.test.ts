// Records of earlier versions: read as this one's, with everything they held.
import { describe, expect, it } from 'vitest';
import { precisionOf } from '../../src/citation/migrate.ts';
import { parseCitation } from '../../src/citation/validate.ts';

/** As Stemma 0.1.0 wrote it, with a field that it did not know itself. */
const VERSION_1 = {
  version: 1,
  id: '7a0f',
  savedAt: '2026-03-01T09:30:00+02:00',
  key: 'quay-post.example/ferry?',
  item: {
    id: '7a0f',
    type: 'article-newspaper',
    title: 'Ferry line to reopen',
    author: [{ literal: 'Quay Newsdesk' }, { family: 'Quill', given: 'Ada' }],
    'container-title': 'Quay Post',
    issued: { 'date-parts': [[2021, 2]] },
    accessed: { 'date-parts': [[2026, 3, 1]] },
    URL: 'https://quay-post.example/ferry',
    note: 'Stemma: no earlier copy in 1 archive (12 articles)',
  },
  evidence: {
    pageUrl: 'https://quay-post.example/ferry?utm_source=x',
    accessed: '2026-03-01T09:30:00+02:00',
    published: '2021-02',
    modified: '2021-03-04T10:00:00Z',
    readFrom: { title: 'json-ld headline' },
    textSha256: 'ab'.repeat(32),
    words: 412,
    match: {
      archive: 'harbour',
      archiveSha256: 'cd'.repeat(32),
      publisher: 'Harbour Gazette',
      relation: 'edited',
      strength: 'strong',
      order: 'unknown',
      pageShare: 0.9,
      archiveShare: 0.8,
    },
    searched: [{ name: 'harbour', documents: 12 }],
    extra: 'kept',
  },
  extra: 'kept',
};

describe('a record of version 1', () => {
  it('is read with all that it held', () => {
    const { published: _, modified: __, ...evidence } = VERSION_1.evidence;
    expect(parseCitation(VERSION_1)).toEqual({
      ...VERSION_1,
      version: 2,
      updatedAt: VERSION_1.savedAt,
      revision: 1,
      evidence: {
        ...evidence,
        published: { value: '2021-02', precision: 'month' },
        modified: { value: '2021-03-04T10:00:00Z', precision: 'time' },
      },
      edits: {},
      quotes: [],
      tags: [],
      collections: [],
      note: '',
    });
  });

  it('is not changed by reading it twice', () => {
    const once = parseCitation(VERSION_1);
    expect(parseCitation(once)).toEqual(once);
  });

  it('is refused where it is damaged, by the field', () => {
    const damaged = { ...VERSION_1, evidence: { ...VERSION_1.evidence, textSha256: 'x' } };
    expect(() => parseCitation(damaged)).toThrow(/"evidence.textSha256"/);
  });
});

it.each([
  ['2021', 'year'],
  ['2021-02', 'month'],
  ['2021-02-05', 'day'],
  ['2021-02-05T10:00Z', 'time'],
])('%s is known to the %s', (iso, precision) => {
  expect(precisionOf(iso)).toBe(precision);
});
