// Stored citations: what is accepted, and how the rest is refused.
import { describe, expect, it } from 'vitest';
import { InvalidCitationError, parseCitation } from '../../src/citation/validate.ts';
import { citation } from './facts.ts';

/** A stored copy with one value replaced, by path. */
function changed(path: string[], value: unknown): unknown {
  const record: unknown = JSON.parse(JSON.stringify(citation()));
  let at: unknown = record;
  for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key);
  Reflect.set(Object(at), path.at(-1) ?? '', value);
  return record;
}

describe('parseCitation', () => {
  it('accepts a record, and carries along fields it does not know', () => {
    const stored = changed(['item', 'keyword'], 'ferry');
    expect(parseCitation(stored)).toEqual(stored);
  });

  it.each([
    [['item', 'URL'], 'javascript:alert(1)', 'item.URL'],
    [['evidence', 'match', 'url'], 'data:text/html,x', 'evidence.match.url'],
    [['item', 'type'], 'Newspaper article', 'item.type'],
    [['edits'], { URL: 'javascript:alert(1)' }, 'edits.URL'],
    [['edits'], { title: 7 }, 'edits.title'],
    [['revision'], 0, 'revision'],
    [['tags'], 'ferry', 'tags'],
    [['item', 'author'], [{ suffix: 'Jr.' }], 'item.author.0'],
    [['item', 'title'], 12, 'item.title'],
    [['item', 'issued'], { 'date-parts': [] }, 'item.issued.date-parts'],
    [['evidence', 'textSha256'], 'AB', 'evidence.textSha256'],
    [['evidence', 'match', 'pageShare'], 1.5, 'evidence.match.pageShare'],
    [['evidence', 'words'], -1, 'evidence.words'],
    [['savedAt'], 'yesterday', 'savedAt'],
    [['id'], '', 'id'],
  ])('refuses %j = %j and names the field', (path, value, field) => {
    const refuse = () => parseCitation(changed(path, value));
    expect(refuse).toThrow(InvalidCitationError);
    expect(refuse).toThrow(`"${field}"`);
  });

  it('refuses a later version by its number', () => {
    expect(() => parseCitation(changed(['version'], 3))).toThrow(
      /version 3.*reads versions 1 to 2/,
    );
  });

  it.each([null, undefined, 'text', 7, [], {}])('refuses %j', (stored) => {
    expect(() => parseCitation(stored)).toThrow(InvalidCitationError);
  });
});
