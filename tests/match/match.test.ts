import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { matchText } from '../../src/match/match.ts';
import type { Match } from '../../src/match/types.ts';
import { changeWords, firstPart, quoteOf } from '../support/edits.ts';
import { archiveOf, documentOf, packOf } from '../support/packs.ts';
import { randomParagraphs, randomWords } from '../support/random-text.ts';

const original = randomParagraphs(420, 1);
const others = Array.from({ length: 20 }, (_, i) =>
  documentOf({ id: `other-${i}`, paragraphs: randomParagraphs(420, 100 + i) }),
);
const source = documentOf({
  id: 'source',
  url: 'https://www.origin.example/2021/02/05/story',
  published: '2021-02-05',
  paragraphs: original,
});
const archive = await archiveOf([...others.slice(0, 10), source, ...others.slice(10)]);

async function matchOf(paragraphs: string[]): Promise<Match | undefined> {
  const { matches } = await matchText({ paragraphs }, [archive]);
  expect(matches.every(({ document }) => document.id === 'source')).toBe(true);
  return matches[0];
}

describe('matchText', () => {
  it('calls the same text identical, whatever its typography', async () => {
    const shouted = original.map((paragraph) => `“${paragraph.toUpperCase()}”`);
    for (const copy of [original, shouted, [original.join(' ')]]) {
      expect(await matchOf(copy)).toMatchObject({
        relation: 'identical',
        strength: 'strong',
        editRate: 0,
        pageShare: 1,
        archiveShare: 1,
        added: [],
        droppedParagraphs: [],
      });
    }
  });

  it('says the same of a text that several documents share', async () => {
    const twins = await archiveOf([source, documentOf({ id: 'twin', paragraphs: original })]);
    const { matches } = await matchText({ paragraphs: original }, [twins]);
    expect(matches.map(({ relation }) => relation)).toEqual(['identical', 'identical']);
  });

  it('says the same of a text that other archived stories quote', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer(), fc.integer({ min: 8, max: 80 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (quotes) => {
          const neighbours = quotes.map(([seed, words], i) =>
            documentOf({
              id: `quoting-${i}`,
              paragraphs: [...randomParagraphs(120, seed), quoteOf(original, words, seed)],
            }),
          );
          const quoted = await archiveOf([source, ...neighbours]);
          const { matches } = await matchText({ paragraphs: original }, [quoted]);
          const match = matches.find(({ document }) => document.id === 'source');
          expect(match).toMatchObject({ relation: 'identical', editRate: 0, pageShare: 1 });
        },
      ),
    );
  });

  it('forgives a tag line at the end, and nothing in the middle', async () => {
    const tagged = [...original, 'Reporting by our own desk in town'];
    expect((await matchOf(tagged))?.relation).toBe('identical');
    const words = original.join(' ').split(' ');
    const typo = [words.with(200, 'tpyo').join(' ')];
    expect((await matchOf(typo))?.relation).toBe('edited');
  });

  it('does not call a text identical that has 60 more words or other paragraph order', async () => {
    const added = [...original.slice(0, 3), randomWords(60, 7).join(' '), ...original.slice(3)];
    expect((await matchOf(added))?.relation).toBe('edited');
    const swapped = [...original.slice(3, 5), ...original.slice(0, 3), ...original.slice(5)];
    expect((await matchOf(swapped))?.relation).toBe('edited');
    const appended = [...original, randomWords(60, 8).join(' ')];
    expect((await matchOf(appended))?.relation).toBe('edited');
  });

  it('tells what an edited copy added and dropped', async () => {
    const sentence = randomWords(25, 9).join(' ');
    const edited = [original[0] ?? '', sentence, ...original.slice(2)];
    const match = await matchOf(edited);
    expect(match).toMatchObject({
      relation: 'edited',
      droppedParagraphs: [1],
      archiveParagraphs: 7,
    });
    expect(match?.added).toHaveLength(1);
    const [from = 0, to = 0] = match?.added[0] ?? [];
    expect(Math.abs(from - 60)).toBeLessThanOrEqual(4);
    expect(Math.abs(to - 85)).toBeLessThanOrEqual(4);
  });

  it.each([0.1, 0.2])(
    'finds a text of which %f is changed, and says about how much',
    async (share) => {
      const match = await matchOf(changeWords(original, share, 11));
      expect(match?.relation).toBe('edited');
      expect(match?.editRate).toBeGreaterThan(share / 2);
      expect(match?.editRate).toBeLessThan(share * 2);
    },
  );

  it('finds a text of which 0.4 is changed', async () => {
    expect((await matchOf(changeWords(original, 0.4, 12)))?.strength).toBeDefined();
  });

  it('tells an excerpt from a text that contains another', async () => {
    const excerpt = await matchOf(firstPart(original, 0.3));
    expect(excerpt?.relation).toBe('excerpt-of');
    expect(excerpt?.archiveShare).toBeCloseTo(0.3, 1);
    const containing = [...randomParagraphs(300, 13), ...original, ...randomParagraphs(300, 14)];
    const contains = await matchOf(containing);
    expect(contains?.relation).toBe('contains');
    // Up to four words at each end may be out of every fingerprint's sight.
    expect(contains?.archiveShare).toBeGreaterThan(412 / 420);
    expect(contains?.passages).toHaveLength(1);
  });

  it('finds a quotation of 25 words and where it stands', async () => {
    const quote = quoteOf(original, 25, 15);
    const page = [...randomParagraphs(200, 16), quote, ...randomParagraphs(200, 17)];
    const match = await matchOf(page);
    expect(match?.relation).toBe('shares-quote');
    const [from = 0, to = 0] = match?.passages[0]?.page ?? [];
    expect(from).toBeGreaterThanOrEqual(200);
    expect(to).toBeLessThanOrEqual(225);
    expect(to - from).toBeGreaterThanOrEqual(12);
  });

  it('finds two quoted paragraphs of a longer story as two passages', async () => {
    const page = [
      ...randomParagraphs(200, 18),
      original[1] ?? '',
      ...randomParagraphs(200, 19),
      original[4] ?? '',
      ...randomParagraphs(100, 20),
    ];
    const match = await matchOf(page);
    expect(match?.relation).toBe('partial');
    expect(match?.passages).toHaveLength(2);
    expect(match?.droppedParagraphs).toEqual([0, 2, 3, 5, 6]);
  });

  it('finds nothing in texts that share nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1000 }), async (seed) => {
        const result = await matchText({ paragraphs: randomParagraphs(400, seed) }, [archive]);
        expect(result.matches).toEqual([]);
      }),
    );
  });

  it('does not count a refrain again and again', async () => {
    const refrain = quoteOf(original, 9, 21);
    const page = Array.from(
      { length: 30 },
      (_, i) => `${randomWords(20, 500 + i).join(' ')} ${refrain}`,
    );
    const { matches } = await matchText({ paragraphs: page }, [archive]);
    expect(matches.filter(({ strength }) => strength !== 'possible')).toEqual([]);
  });

  it('keeps every range inside its text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        async (seed, share) => {
          const page = [...randomParagraphs(50, seed), ...changeWords(original, share, seed)];
          const { matches, words } = await matchText({ paragraphs: page }, [archive]);
          for (const match of matches) {
            expect(match.pageShare).toBeLessThanOrEqual(1);
            expect(match.archiveShare).toBeLessThanOrEqual(1);
            expect(match.editRate).toBeGreaterThanOrEqual(0);
            expect(match.editRate).toBeLessThanOrEqual(1);
            let last = 0;
            for (const {
              page: [from, to],
              archive: [there, until],
            } of match.passages) {
              expect(from).toBeGreaterThanOrEqual(0);
              expect(to).toBeLessThanOrEqual(words);
              expect(to).toBeGreaterThan(from);
              expect(until).toBeLessThanOrEqual(match.document.words);
              expect(until).toBeGreaterThan(there);
              expect(from).toBeGreaterThanOrEqual(last);
              last = from;
            }
          }
        },
      ),
    );
  });

  it('finds the archived version of the same address, whatever its text', async () => {
    const { samePages, matches } = await matchText(
      {
        paragraphs: randomParagraphs(100, 22),
        url: 'https://origin.example/2021/02/05/story/?utm_campaign=x',
      },
      [archive],
    );
    expect(matches).toEqual([]);
    expect(samePages.map(({ document }) => document.id)).toEqual(['source']);
  });

  it('searches the archives that can be read and names the one that cannot', async () => {
    const { bytes } = await packOf([source]);
    const { header } = await Archive.open(new MemorySource('broken.stemma', bytes));
    bytes.fill(0, header.sections.POST.offset, header.sections.POST.offset + 64);
    const broken = await Archive.open(new MemorySource('broken.stemma', bytes));
    const result = await matchText({ paragraphs: original }, [broken, archive]);
    expect(result.matches.map(({ document }) => document.id)).toEqual(['source']);
    expect(result.searched).toEqual([archive.info]);
    expect(result.failed.map(({ message }) => message)).toEqual([
      'broken.stemma: checksum of bucket 0',
    ]);
  });

  it('answers from std and lite packs together', async () => {
    const lite = await archiveOf([source], 'lite');
    const { matches } = await matchText({ paragraphs: original }, [archive, lite]);
    expect(matches.map(({ archive: { profile } }) => profile).toSorted()).toEqual(['lite', 'std']);
    expect(matches.every(({ relation }) => relation === 'identical')).toBe(true);
  });

  it('takes an empty page', async () => {
    expect(await matchText({ paragraphs: [] }, [archive])).toMatchObject({ words: 0, matches: [] });
  });
});
