// The versions are to one another what they are declared to be.

import { describe, expect, test } from 'vitest';
import { earlierVersions } from './archive.ts';
import { STORIES, VERSIONS, version } from './stories/index.ts';
import { drop, EditError, edited, insert, plainText, replace, shorten } from './text.ts';
import type { Version } from './types.ts';

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];

/** All runs of `length` words in a text. */
function runs(text: string, length: number): Set<string> {
  const all = words(text);
  const found = new Set<string>();
  for (let at = 0; at + length <= all.length; at += 1) {
    found.add(all.slice(at, at + length).join(' '));
  }
  return found;
}

function sharedShare(text: string, other: string): number {
  const mine = runs(text, 5);
  const theirs = runs(other, 5);
  return [...mine].filter((run) => theirs.has(run)).length / mine.size;
}

const archived = new Map(
  earlierVersions().map((entry) => [entry.id, entry.paragraphs.join('\n\n')]),
);

/** The archived texts of a version's story, leaving out its own address. */
function relatives(of: Version): string[] {
  const story = STORIES.find((entry) => entry.versions.includes(of));
  return (story?.versions ?? []).flatMap((entry) => {
    const text = archived.get(entry.id);
    return entry.id === of.id || text === undefined ? [] : [text];
  });
}

const best = (of: Version, measure: (text: string, other: string) => number): number =>
  Math.max(0, ...relatives(of).map((text) => measure(plainText(of.copy), text)));

describe('versions', () => {
  test.each(VERSIONS)('$id is $expect.verdict', (entry) => {
    const page = plainText(entry.copy);
    const own = archived.get(entry.id);
    const pageShare = best(entry, sharedShare);
    const archiveShare = best(entry, (text, other) => sharedShare(other, text));
    switch (entry.expect.verdict) {
      case 'original':
        expect(own?.endsWith(page)).toBe(true);
        break;
      case 'changed':
        expect(own).toBeDefined();
        expect(own?.endsWith(page)).toBe(false);
        expect(sharedShare(page, own ?? '')).toBeGreaterThan(0.7);
        break;
      case 'copy':
      case 'earliest':
        expect(pageShare).toBeGreaterThan(0.985);
        expect(archiveShare).toBeGreaterThan(0.96);
        break;
      case 'edited':
        expect(pageShare).toBeGreaterThan(0.4);
        expect(pageShare).toBeLessThan(0.97);
        expect(archiveShare).toBeGreaterThan(0.4);
        break;
      case 'excerpt':
        expect(pageShare).toBeGreaterThan(0.9);
        expect(archiveShare).toBeLessThan(0.7);
        break;
      case 'contains':
        expect(archiveShare).toBeGreaterThan(0.97);
        expect(pageShare).toBeLessThan(0.7);
        break;
      case 'passages':
        expect(pageShare).toBeGreaterThan(0.05);
        expect(pageShare).toBeLessThan(0.4);
        break;
      case 'related':
      case 'no-match':
        expect(own).toBeUndefined();
        for (const other of VERSIONS) {
          if (other.id === entry.id) continue;
          const theirs = runs(plainText(other.copy), 8);
          expect([...runs(page, 8)].filter((run) => theirs.has(run))).toEqual([]);
        }
    }
  });

  test('one pair says the same day and no time, one page says no date', () => {
    const same = [version('court-river/vallis'), version('court-river/northline')];
    expect(same.map((entry) => entry.published)).toEqual(['2025-04-17', '2025-04-17']);
    const undated = VERSIONS.filter((entry) => entry.published === undefined);
    expect(undated.map((entry) => entry.id)).toEqual(['school-meals/quay']);
  });

  test('what is related exists at the same outlet', () => {
    for (const entry of VERSIONS) {
      for (const id of entry.related ?? []) {
        expect(version(id).outlet, `${entry.id} -> ${id}`).toBe(entry.outlet);
        expect(id).not.toBe(entry.id);
      }
      if (entry.expect.relatedTo !== undefined) {
        expect(archived.has(entry.expect.relatedTo), entry.id).toBe(true);
      }
    }
  });
});

describe('edits', () => {
  const copy = { headline: 'H', standfirst: '', body: ['One two. Three four.', 'Five six.'] };

  test('do what they say and leave the base alone', () => {
    expect(edited(copy, replace('two', '2')).body).toEqual(['One 2. Three four.', 'Five six.']);
    expect(edited(copy, drop('Three four.')).body).toEqual(['One two.', 'Five six.']);
    expect(edited(copy, drop('Five six.')).body).toEqual(['One two. Three four.']);
    expect(edited(copy, insert(1, 'New.')).body[1]).toBe('New.');
    expect(edited(copy, shorten(1)).body).toHaveLength(1);
    expect(copy.body).toEqual(['One two. Three four.', 'Five six.']);
  });

  test('fail where the base no longer has what they edit', () => {
    expect(() => edited(copy, replace('seven', '7'))).toThrow(EditError);
    expect(() => edited(copy, drop('o'))).toThrow(/stands \d+ times/);
    expect(() => edited(copy, insert(3, 'x'))).toThrow(/no place 3/);
    expect(() => edited(copy, shorten(2))).toThrow(EditError);
  });
});
