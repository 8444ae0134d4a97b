// Saved articles: read whole, served in four forms, and never committed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADDED_SENTENCE, quotedParagraphs, seedPages } from './seed-pages.ts';
import { editSeed, readSeed, SeedError } from './seed-text.ts';
import { SEED_DIRECTORY } from './site-for-tests.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

const SAVED = `Harbour Seals Counted – Council

March 05, 2024


Seals on a sandbank off Saltmere. **Jo Bly / Openframe (CC BY 4.0)**

Two hundred seals were <u>counted</u> on Monday. It took nine hours.

Related article: <u>'A Very Long Title About Seals, Cut Into Two-</u> <u>Part Links'</u> The council said later that **all** were well.

Nobody was bitten.
Original url:

https://www.seals.example/2024/03/05/harbour-seals
 -counted-a1`;

describe('reading a saved article', () => {
  test('takes it apart', () => {
    expect(readSeed('seals.txt', SAVED)).toEqual({
      title: 'Harbour Seals Counted – Council',
      published: '2024-03-05',
      url: 'https://www.seals.example/2024/03/05/harbour-seals-counted-a1',
      caption: 'Seals on a sandbank off Saltmere.',
      credit: 'Jo Bly / Openframe',
      licence: 'CC BY 4.0',
      relatedTitle: "'A Very Long Title About Seals, Cut Into Two-Part Links'",
      paragraphs: [
        'Two hundred seals were counted on Monday. It took nine hours.',
        'The council said later that all were well.',
        'Nobody was bitten.',
      ],
    });
    expect(readSeed('dos.txt', SAVED.replaceAll('\n', '\r\n')).paragraphs).toHaveLength(3);
  });

  test.each([
    ['no address', SAVED.replace(/Original url[\s\S]*/, '')],
    ['an address that is not http', SAVED.replace('https://', 'ftp://')],
    ['no date', SAVED.replace('March 05, 2024', 'Spring')],
    ['nothing', ''],
    ['no body', 'Title\n\nMarch 5, 2024\n\nOriginal url:\nhttps://a.example/b'],
  ])('refuses one with %s by its name', (_, source) => {
    expect(() => readSeed('bad.txt', source)).toThrow(SeedError);
    expect(() => readSeed('bad.txt', source)).toThrow(/bad\.txt/);
  });

  test('a directory that is not there gives no pages and says why', () => {
    const { pages, reason } = seedPages('no/such/place');
    expect(pages).toEqual([]);
    expect(reason).toContain('no/such/place');
  });
});

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const names = (() => {
  try {
    return readdirSync(SEED_DIRECTORY).filter((name) => name.endsWith('.txt'));
  } catch {
    return [];
  }
})();

describe('pages of the saved articles', () => {
  beforeEach((context) => {
    if (names.length === 0) context.skip('../shared/seeds is absent');
  });
  const texts = names.map((name) =>
    readSeed(name, readFileSync(join(SEED_DIRECTORY, name), 'utf8')),
  );
  const { pages, reason } = seedPages(SEED_DIRECTORY);
  const textOf = (url: string): string => {
    const body = pages.find((page) => page.url === url)?.resource.body;
    return (parseHTML(String(body)).document.body.textContent ?? '').replace(/\s+/g, ' ');
  };
  const pageAt = (host: string): string => pages.find((page) => page.url.includes(host))?.url ?? '';

  test('are there in four forms', () => {
    expect(reason).toBeUndefined();
    expect(pages.map((page) => page.expect.verdict)).toEqual([
      'original',
      'copy',
      'edited',
      'passages',
    ]);
  });

  test('the original and the reprint have every paragraph, once', () => {
    for (const text of texts) {
      for (const url of [text.url, pageAt('harbour-gazette')]) {
        const page = textOf(url);
        for (const paragraph of text.paragraphs.filter((entry) => entry !== text.caption)) {
          expect(page.split(paragraph).length - 1).toBe(1);
        }
        expect(page).toContain(text.credit);
      }
    }
  });

  test('the edited copy drops a sentence, adds one and changes about ten words', () => {
    for (const text of texts) {
      const { dropped, swapped, paragraphs } = editSeed(text, ADDED_SENTENCE);
      const page = textOf(pageAt('quay-post'));
      expect(dropped.length).toBeGreaterThan(20);
      expect(page).not.toContain(dropped);
      expect(page).toContain(ADDED_SENTENCE);
      expect(swapped).toBeGreaterThanOrEqual(8);
      for (const paragraph of paragraphs) expect(page).toContain(paragraph);
    }
  });

  test('the story of our own quotes two paragraphs to the letter', () => {
    for (const text of texts) {
      const page = textOf(pageAt('meridian-dispatch'));
      const quoted = quotedParagraphs(text);
      for (const paragraph of quoted) expect(page).toContain(paragraph);
      const others = text.paragraphs.filter((entry) => !quoted.includes(entry));
      for (const paragraph of others) expect(page).not.toContain(paragraph);
    }
  });

  test('no run of eight words of them is committed here', () => {
    const runs = new Set<string>();
    for (const name of names) {
      const all = wordsOf(readFileSync(join(SEED_DIRECTORY, name), 'utf8'));
      for (let at = 0; at + 8 <= all.length; at += 1) runs.add(all.slice(at, at + 8).join(' '));
    }
    expect(runs.size).toBeGreaterThan(100);
    const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:ts|css)$/.test(name),
    );
    expect(files.length).toBeGreaterThan(30);
    for (const name of files) {
      const all = wordsOf(readFileSync(join(HERE, name), 'utf8'));
      for (let at = 0; at + 8 <= all.length; at += 1) {
        expect(runs.has(all.slice(at, at + 8).join(' ')), name).toBe(false);
      }
    }
  });
});
