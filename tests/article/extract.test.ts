// Pages written for these tests, read by the same code under two DOMs; a folder a page.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { parseHTML } from 'linkedom';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { firstLook } from '../../src/article/detect.ts';
import { extractArticle } from '../../src/article/extract.ts';
import { parseReading } from '../../src/article/reading.ts';
import { reasonsAgainst, reasonsFor, reasonsOfReading } from '../../src/article/reasons.ts';

const folder = new URL('./fixtures/', import.meta.url);
const expectation = v.strictObject({
  url: v.string(),
  looksLikeArticle: v.boolean(),
  isArticle: v.boolean(),
  why: v.array(v.picklist([...reasonsFor, ...reasonsAgainst, ...reasonsOfReading])),
  article: v.record(v.string(), v.unknown()),
  absent: v.array(v.string()),
});

const parsers: Record<string, (html: string) => Document> = {
  linkedom: (html) => parseHTML(html).document,
  'happy-dom': (html) => {
    const window = new Window();
    // The two libraries' types are their own; both implement the standard's Document.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  },
};

describe.each(Object.keys(parsers))('pages in %s', (parser) => {
  it.each(readdirSync(folder))('%s', (name) => {
    const html = readFileSync(new URL(`${name}/page.html`, folder), 'utf8');
    const path = new URL(`${name}/expected.json`, folder);
    expect(existsSync(path), `${name} has no expected.json`).toBe(true);
    const expected = v.parse(expectation, JSON.parse(readFileSync(path, 'utf8')));
    const document = parsers[parser]?.(html);
    if (document === undefined) throw new Error(`no parser ${parser}`);
    const before = document.documentElement.textContent;

    const first = firstLook(document, expected.url);
    expect(first.articleLike, `first look: ${first.why.join(', ')}`).toBe(
      expected.looksLikeArticle,
    );
    const { isArticle, why, article } = extractArticle(document, expected.url);
    expect(isArticle, `second look: ${why.join(', ')}`).toBe(expected.isArticle);
    expect(why).toEqual(expect.arrayContaining(expected.why));
    expect(article).toMatchObject(expected.article);
    for (const field of expected.absent) expect(article).not.toHaveProperty(field);

    // Plain data that survives the way to the worker, and a page that was left as it was.
    expect(parseReading(JSON.parse(JSON.stringify({ isArticle, why, article }))).ok).toBe(true);
    expect(document.documentElement.textContent).toBe(before);
    expect('polluted' in {}).toBe(false);
  });
});
