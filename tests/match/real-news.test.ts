import { describe, expect, it } from 'vitest';
import type { DocumentInput } from '../../src/archive/types.ts';
import { countWords } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import { newsCorpus, sharedFile } from '../bench/news.ts';
import { archiveOf } from '../support/packs.ts';

const isThere = sharedFile('news/articles.jsonl.gz') !== undefined;

/** Paragraphs long enough that moving one is moving a passage. */
function longOnes({ paragraphs }: DocumentInput): number[] {
  return Array.from(paragraphs.keys()).filter((i) => countWords(paragraphs[i] ?? '') >= 25);
}

describe('real articles, read where they are', () => {
  it('are identical to themselves, and not when moved about or longer', async (context) => {
    if (!isThere) context.skip('../shared/bench/news is absent');
    const { documents } = await newsCorpus(160);
    const archive = await archiveOf(documents);
    let moved = 0;
    for (const [i, document] of documents.entries()) {
      const { id, paragraphs } = document;
      const relationTo = async (page: readonly string[]) => {
        const { matches } = await matchText({ paragraphs: page }, [archive]);
        return matches.find((match) => match.document.id === id)?.relation;
      };
      expect(await relationTo(paragraphs), `${id} as it is`).toBe('identical');
      const other = documents[(i + 80) % documents.length]?.paragraphs.join(' ').split(' ') ?? [];
      const longer = [
        ...paragraphs.slice(0, 3),
        other.slice(0, 60).join(' '),
        ...paragraphs.slice(3),
      ];
      expect(await relationTo(longer), `${id} with 60 words more`).not.toBe('identical');
      const [first, second] = longOnes(document).filter((_, at) => at % 2 === 0);
      if (first === undefined || second === undefined) continue;
      const swapped = paragraphs
        .with(first, paragraphs[second] ?? '')
        .with(second, paragraphs[first] ?? '');
      expect(await relationTo(swapped), `${id} with paragraphs swapped`).not.toBe('identical');
      moved++;
    }
    expect(moved).toBeGreaterThan(100);
  }, 60_000);
});
