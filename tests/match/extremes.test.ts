import { describe, expect, it } from 'vitest';
import { matchText } from '../../src/match/match.ts';
import { archiveOf, documentOf } from '../support/packs.ts';
import { randomParagraphs, randomWords } from '../support/random-text.ts';

const story = randomParagraphs(420, 1);
const refrain = 'row the boat gently down the stream and';
const archive = await archiveOf([
  documentOf({ id: 'story', paragraphs: story }),
  documentOf({ id: 'refrain', paragraphs: [`${refrain} `.repeat(300)] }),
  documentOf({ id: 'one word', paragraphs: ['word '.repeat(5000)] }),
  documentOf({ id: 'nothing', paragraphs: [] }),
]);

const answer = async (...paragraphs: string[]) => {
  const { words, matches } = await matchText({ paragraphs }, [archive]);
  return { words, ids: matches.map(({ document }) => document.id), matches };
};

describe('texts that no outlet publishes', () => {
  it('of no words, one word and four words match nothing', async () => {
    expect(await answer()).toMatchObject({ words: 0, ids: [] });
    expect(await answer('', '—', '\n')).toMatchObject({ words: 0, ids: [] });
    expect(await answer('word')).toMatchObject({ words: 1, ids: [] });
    expect(await answer('word word word word')).toMatchObject({ words: 4, ids: [] });
  });

  it('of one word a million times end, and are called no copy', async () => {
    const { words, matches } = await answer('word '.repeat(1_000_000));
    expect(words).toBe(1_000_000);
    expect(matches.filter(({ relation }) => relation === 'identical')).toEqual([]);
  });

  it('of a refrain a hundred thousand times end', async () => {
    const { matches } = await answer(`${refrain} `.repeat(100_000));
    expect(matches.filter(({ relation }) => relation === 'identical')).toEqual([]);
  });

  it('of a million words hold a story, and it is found', async () => {
    const filler = randomWords(500_000, 7).join(' ');
    const { words, ids } = await answer(filler, ...story, filler);
    expect(words).toBe(1_000_420);
    expect(ids).toContain('story');
  });
});
