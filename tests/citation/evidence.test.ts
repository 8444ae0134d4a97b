// The evidence file: by its own schema, complete, and readable without Stemma.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { CONTEXT } from '../../src/citation/evidence-file.ts';
import { exportCitations } from '../../src/citation/export.ts';
import { fingerprintsOf } from '../../src/citation/fingerprints.ts';
import { selectorsOf } from '../../src/citation/quotes.ts';
import type { Citation } from '../../src/citation/types.ts';
import { tokenise } from '../../src/fingerprint/normalise.ts';
import { citation, withItem } from './facts.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../../src/citation/schemas/evidence-1.json', import.meta.url), 'utf8'),
);
const OPTIONS = { created: '2026-03-02T08:00:00Z', software: 'Stemma 0.1.0' };
const STORY =
  'The ferry sails again from the old quay, said Ada Quill, who has mended it for a year.';

function full(): Citation {
  const base = citation({
    modified: { value: '2021-02-08T10:00:00Z', from: 'meta article:modified_time' },
  });
  if (base.evidence === undefined) throw new TypeError('a citation of a page has evidence');
  return {
    ...base,
    evidence: {
      ...base.evidence,
      archived: { url: 'https://web.archive.example/web/20210208101112/x', date: '2021-02-08' },
      fingerprints: fingerprintsOf(tokenise(STORY)),
      earliest: {
        archive: 'harbour',
        url: 'https://harbour-gazette.example/ferry',
        published: '2021-02-05',
      },
    },
    edits: { title: 'Ferry line reopens' },
    revision: 3,
    quotes: [
      { id: 'q/1', created: '2026-03-01T09:31:00Z', note: 'key', ...selectorsOf(STORY, 4, 21) },
    ],
    tags: ['ferry'],
    collections: ['Thesis'],
    note: 'for chapter 2',
    translatedTitle: 'Fähre',
  };
}

function check(file: unknown): string[] {
  const ajv = new Ajv({ allErrors: true, strict: true });
  const validate = ajv.compile(schema);
  return validate(file) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

async function written(...citations: Citation[]): Promise<unknown> {
  return JSON.parse((await exportCitations(citations, 'evidence', OPTIONS)).text);
}

describe('the evidence file', () => {
  it('keeps to its schema', async () => {
    const { evidence: _, ...imported } = withItem({}, 'three');
    const at = '2026-03-01T09:30:00Z';
    const file = await written(full(), citation(), {
      ...imported,
      imported: { format: 'ris', at },
    });
    expect(check(file)).toEqual([]);
  });

  it.each([
    ['citations', 0, 'page', 'textSha256'],
    ['citations', 0, 'wasGeneratedBy', 1, 'searched'],
    ['citations', 0, 'quotes', 0, 'target', 'source'],
  ])('is refused by its schema without %s', async (...path) => {
    const file = await written(full());
    const last = path.at(-1) ?? '';
    let at: unknown = file;
    for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step);
    expect(Reflect.deleteProperty(Object(at), last)).toBe(true);
    expect(check(file).join()).toContain(String(last));
  });

  it('says what was read, compared, selected and changed', async () => {
    expect(await written(full())).toMatchObject({
      creator: 'Stemma 0.1.0',
      citations: [
        {
          item: { title: 'Ferry line reopens' },
          itemAsRead: { title: 'Ferry line to reopen' },
          edited: ['title'],
          page: {
            published: { value: '2021-02-07', precision: 'day' },
            modified: { value: '2021-02-08T10:00:00Z', precision: 'time' },
            archivedAt: 'https://web.archive.example/web/20210208101112/x',
          },
          wasGeneratedBy: [
            {
              '@type': 'prov:Activity',
              endedAtTime: '2026-03-01T09:30:00+02:00',
              readFrom: expect.arrayContaining([{ field: 'title', place: 'json-ld headline' }]),
            },
            {
              verdict: 'copy',
              searched: [{ 'schema:name': 'harbour', documents: 1200, sha256: 'cd'.repeat(32) }],
              match: { relation: 'identical' },
              earliest: { published: '2021-02-05' },
            },
          ],
          quotes: [
            {
              '@id': 'urn:stemma:quote:q%2F1',
              '@type': 'oa:Annotation',
              bodyValue: 'key',
              target: {
                source: 'https://quay-post.example/2021/02/07/ferry?utm_source=feed#top',
                selector: [
                  { '@type': 'oa:TextQuoteSelector', exact: 'ferry sails again' },
                  { '@type': 'oa:TextPositionSelector', start: 4, end: 21 },
                ],
              },
            },
          ],
        },
      ],
    });
  });

  it('explains its names within itself', async () => {
    const prefixes = Object.keys(CONTEXT);
    const text = JSON.stringify(await written(full()));
    const used = new Set(
      [...text.matchAll(/"(prov|oa|dcterms|schema|xsd):/g)].map(([, name]) => name),
    );
    expect(used.size).toBeGreaterThan(2);
    for (const name of used) expect(prefixes).toContain(name);
    expect(Object.values(CONTEXT)).not.toContain('http://www.w3.org/ns/anno.jsonld');
  });
});

describe('its page for people', () => {
  it('says the same, needs nothing and runs nothing', async () => {
    const { text } = await exportCitations([full()], 'evidence-html', OPTIONS);
    for (const fact of [
      'Ferry line reopens',
      'Changed by hand',
      'json-ld headline',
      'ferry sails again',
      '2021-02-08T10:00:00Z (known to the time)',
      '1200 articles; 2026-01-01T00:00:00Z; SHA-256 cdcd',
      'Harbour Gazette',
      'for chapter 2',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toMatch(/<script|<img|<link|<iframe|src=|@import|url\(|\son\w+=/i);
    expect(text).toContain("default-src 'none'");
  });

  it('makes text of whatever stands in a field', async () => {
    const evil = '"><script>alert(1)</script><a href="javascript:alert(1)">x</a>';
    const one = full();
    const { text } = await exportCitations(
      [{ ...one, edits: { title: evil, author: [{ literal: evil }] }, note: evil, tags: [evil] }],
      'evidence-html',
      OPTIONS,
    );
    expect(text).not.toContain('<script');
    expect(text).not.toContain('href="javascript');
    expect(text).toContain('&lt;script&gt;');
  });
});
