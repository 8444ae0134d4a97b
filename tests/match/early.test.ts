import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { ByteSource } from '../../src/archive/types.ts';
import { matchText } from '../../src/match/match.ts';
import type { MatchResult } from '../../src/match/types.ts';
import { changeWords, quoteOf } from '../support/edits.ts';
import { documentOf, packOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

const original = randomParagraphs(900, 1);
const documents = [
  documentOf({ id: 'source', paragraphs: original }),
  ...Array.from({ length: 250 }, (_, i) =>
    documentOf({ id: `other-${i}`, paragraphs: randomParagraphs(420, 100 + i) }),
  ),
];
const { bytes } = await packOf(documents);

/** An archive that counts its reads and lets a test step in at each of them. */
async function opened(onRead: (count: number) => void = () => {}) {
  const memory = new MemorySource('test.stemma', bytes);
  const counted = { reads: 0, bytes: 0 };
  let isOpen = false;
  const source: ByteSource = {
    name: memory.name,
    size: () => memory.size(),
    async read(offset, length) {
      counted.reads++;
      if (isOpen) onRead(counted.reads);
      counted.bytes += length;
      return memory.read(offset, length);
    },
  };
  const archive = await Archive.open(source);
  isOpen = true;
  counted.reads = 0;
  counted.bytes = 0;
  return { archive, counted };
}

async function both(paragraphs: string[]) {
  const { archive, counted } = await opened();
  const early: { result: MatchResult; bytes: number }[] = [];
  const full = await matchText({ paragraphs }, [archive], {
    onEarly: (result) => early.push({ result, bytes: counted.bytes }),
  });
  return { early, full, ...counted };
}

describe('the early answer', () => {
  it('names a copy before most of the archive is read, and the full answer is the usual one', async () => {
    for (const page of [original, changeWords(original, 0.1, 3)]) {
      const { early, full, bytes: all } = await both(page);
      expect(early).toHaveLength(1);
      const [first] = early;
      expect(first?.result.early).toBe(true);
      expect(first?.result.matches.map(({ document }) => document.id)).toEqual(['source']);
      expect(first?.result.matches[0]?.strength).toBe('strong');
      expect(first?.bytes).toBeLessThan(all / 2);
      expect(full).toEqual(await matchText({ paragraphs: page }, [(await opened()).archive]));
      expect(full.early).toBeUndefined();
    }
  });

  it('never says that a text is the same: most of it has not been compared', async () => {
    const { early } = await both(original);
    expect(early[0]?.result.matches[0]?.relation).not.toBe('identical');
  });

  it('is silent where a few fingerprints are not enough, and the full answer still finds it', async () => {
    const page = [...randomParagraphs(900, 7), quoteOf(original, 30, 4)];
    const { early, full } = await both(page);
    expect(early).toEqual([]);
    expect(full.matches.map(({ document }) => document.id)).toEqual(['source']);
  });

  it('is silent where nothing is found', async () => {
    const { early, full } = await both(randomParagraphs(900, 8));
    expect(early).toEqual([]);
    expect(full.matches).toEqual([]);
  });
});

describe('a search that is given up', () => {
  it('ends with the reason it was given, wherever it stands', async () => {
    const { reads } = await both(original);
    for (let at = 1; at <= reads; at++) {
      const controller = new AbortController();
      const { archive } = await opened((count) => {
        if (count === at) controller.abort(new Error('the tab is gone'));
      });
      const search = matchText({ paragraphs: original }, [archive], {
        signal: controller.signal,
        onEarly: () => {},
      });
      await expect(search).rejects.toThrow('the tab is gone');
    }
  });

  it('reads nothing when it was given up before', async () => {
    const { archive, counted } = await opened();
    const search = matchText({ paragraphs: original }, [archive], { signal: AbortSignal.abort() });
    await expect(search).rejects.toThrow();
    expect(counted.reads).toBe(0);
  });

  it('tells nothing early after it was given up', async () => {
    const controller = new AbortController();
    const { archive } = await opened(() => controller.abort());
    const told: MatchResult[] = [];
    const search = matchText({ paragraphs: original }, [archive], {
      signal: controller.signal,
      onEarly: (result) => told.push(result),
    });
    await expect(search).rejects.toThrow();
    expect(told).toEqual([]);
  });
});
