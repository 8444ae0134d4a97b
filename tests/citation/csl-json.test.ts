// CSL-JSON exports by the rules of CSL-JSON 1.0.2.
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { exportCitations } from '../../src/citation/export.ts';
import type { Citation } from '../../src/citation/types.ts';
import { CSL_JSON_SCHEMA } from './csl-json-schema.ts';
import { citation, withItem } from './facts.ts';
import { generatedItems } from './generated.ts';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(CSL_JSON_SCHEMA);

async function problems(...citations: Citation[]): Promise<string[]> {
  const { text } = await exportCitations(citations, 'csl-json');
  return validate(JSON.parse(text))
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('csl-json', () => {
  it('keeps to the schema for every generated item', async () => {
    const all = generatedItems().map((item) => ({ ...withItem({}, item.id), item }));
    expect(await problems(...all)).toEqual([]);
  });

  it('keeps to it with archive, tags, note, translation and date of modification', async () => {
    const base = citation({ modified: { value: '2021-02-08', from: 'x' } });
    if (base.evidence === undefined) throw new TypeError('a citation of a page has evidence');
    const url = 'https://web.archive.example/web/20210208101112/x';
    const full: Citation = {
      ...base,
      evidence: { ...base.evidence, archived: { url, date: '2021-02-08' } },
      edits: { author: [] },
      tags: ['ferry'],
      note: 'for chapter 2',
      translatedTitle: 'Fähre',
    };
    expect(await problems(full)).toEqual([]);
    const [item] = JSON.parse((await exportCitations([full], 'csl-json')).text);
    expect(item).toMatchObject({
      archive: 'web.archive.example',
      archive_location: url,
      keyword: 'ferry',
      annote: 'for chapter 2',
      custom: { modified: '2021-02-08', 'translated-title': 'Fähre' },
    });
    expect(item).not.toHaveProperty('author');
  });

  it('would be refused with a field or a type of our own', async () => {
    expect(await problems(withItem({ type: 'news' }))).toEqual([
      expect.stringContaining('/0/type'),
    ]);
    const odd = { ...withItem({}), item: { ...citation().item, stemma: 'x' } };
    expect(await problems(odd)).toEqual([expect.stringContaining('additional properties')]);
  });
});
