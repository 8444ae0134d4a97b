// @vitest-environment happy-dom
// "This is wrong" and "Not related": what is marked goes, can be undone, is kept and given away.

import { afterEach, describe, expect, it } from 'vitest';
import type { Mark } from '../../src/provenance/marks.ts';
import { PAGE_URL } from './fixtures.ts';
import { close, every, fixture, one, open, press, text } from './open.tsx';

afterEach(close);

const KEENE = 'What this rests on: Says who: Marlow Keene, bell founder';

function markOf(of: Partial<Mark>): Mark {
  return { kind: 'source', id: '', page: PAGE_URL, said: 'x', at: '2026-03-09T10:00:00Z', ...of };
}

describe('a statement that is marked as wrong', () => {
  it('goes, keeps its place for an undo, and is kept with its words', async () => {
    const { marks } = await open({ state: fixture('copy') });
    await press(KEENE);
    await press('This is wrong');
    expect(text('.group')).not.toContain('Marlow Keene');
    expect(text('.marked')).toContain('Marked as wrong');
    expect(document.activeElement?.textContent).toBe('Undo');
    expect(marks).toEqual([
      {
        kind: 'source',
        id: 'source person Marlow Keene',
        page: PAGE_URL,
        said: 'Says who: Marlow Keene, bell founder',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
    await press('Undo');
    expect(text('.group')).toContain('Marlow Keene');
    expect(marks).toEqual([]);
  });

  it('is not shown the next time, but told of, and brought back when asked', async () => {
    const mark = markOf({ id: 'source person Marlow Keene' });
    await open({ state: fixture('copy'), marks: [mark] });
    expect(text('main')).not.toContain('Marlow Keene');
    expect(text('main')).toContain('1 statement is hidden: you marked it as wrong.');
    await press('Show');
    expect(every('.marked')).toHaveLength(1);
    await press('Undo');
    expect(text('.group')).toContain('Marlow Keene');
  });

  it('says nothing of another page', async () => {
    const mark = markOf({ id: 'source person Marlow Keene', page: 'https://gazette.example/b' });
    await open({ state: fixture('copy'), marks: [mark] });
    expect(text('main')).toContain('Marlow Keene');
  });

  it('as the verdict: it is withdrawn with the relative it rests on', async () => {
    await open({ state: fixture('copy') });
    await press('why?');
    await press('This is wrong');
    expect(text('h1')).toBe('You marked the finding on this page as wrong.');
    expect(every('.why, .evidence')).toEqual([]);
    expect(text('.lineage')).not.toContain('The Pebble Bay Mercury');
  });

  it('as nothing found: also that can be wrong', async () => {
    const { marks } = await open({ state: fixture('no-match') });
    await press('This is wrong');
    expect(text('h1')).toBe('You marked the finding on this page as wrong.');
    expect(marks.map(({ kind }) => kind)).toEqual(['verdict']);
  });
});

describe('related coverage', () => {
  it('that is not related goes and is kept as such', async () => {
    const { marks } = await open({ state: fixture('related') });
    const name =
      [...one('.timeline').querySelectorAll('button')][0]?.getAttribute('aria-label') ?? '';
    await press(name);
    expect(text('.timeline .rests')).toContain('linked from');
    await press('Not related');
    expect(text('.timeline')).not.toContain('Who cast the bell');
    expect(marks.map(({ kind }) => kind)).toEqual(['related']);
  });
});

describe('what was marked', () => {
  it('is given away as a file, when asked', async () => {
    const mark = markOf({ id: 'source person Marlow Keene' });
    const { asked } = await open({ state: fixture('copy'), marks: [mark] });
    await press('More');
    await press('Download what you marked as wrong (1)');
    const given = asked.find((line) => line.startsWith('file stemma-marks.json application/json'));
    const file: unknown = JSON.parse(given?.slice(given.indexOf('{')) ?? '');
    expect(file).toMatchObject({ format: 'stemma-marks', version: 1, marks: [mark] });
  });
});
