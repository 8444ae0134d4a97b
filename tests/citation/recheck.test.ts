// A page compared with what was saved of it: the same, changed in what, moved, or gone.

import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/archive/checksum.ts';
import type { Article } from '../../src/article/types.ts';
import { fingerprintsOf } from '../../src/citation/fingerprints.ts';
import { quoteStates, recheck, type Visit } from '../../src/citation/recheck.ts';
import { quoteOfSelection } from '../../src/citation/selected.ts';
import { joinParagraphs, normalisedWords, tokenise } from '../../src/fingerprint/normalise.ts';
import { citationOf, quoteOf } from '../library/citations.ts';
import { randomParagraphs } from '../support/random-text.ts';

const STORY = randomParagraphs(420, 11);

const shaOf = (paragraphs: string[]): Promise<string> =>
  sha256Hex(new TextEncoder().encode(normalisedWords(joinParagraphs(paragraphs)).join(' ')));

async function saved(quotes = [quoteOf(STORY[1]?.slice(0, 80) ?? '')]) {
  const citation = citationOf('a', { quotes });
  const tokens = tokenise(joinParagraphs(STORY));
  if (citation.evidence === undefined) throw new Error('no evidence');
  return {
    ...citation,
    evidence: {
      ...citation.evidence,
      words: tokens.count,
      textSha256: await shaOf(STORY),
      fingerprints: fingerprintsOf(tokens),
    },
  };
}

async function visited(paragraphs: string[], fields: Partial<Article> = {}): Promise<Visit> {
  const { evidence } = citationOf('a');
  const url = evidence?.pageUrl ?? '';
  const lists = { byline: [], images: [], sources: [], links: [], related: [] };
  const from = 'json-ld';
  const article: Article = {
    url,
    title: { value: evidence?.title ?? '', from },
    published: { value: '2024-05-07', from },
    paragraphs,
    ...lists,
    ...fields,
  };
  return { url, status: 200, article, textSha256: await shaOf(paragraphs) };
}

describe('a page', () => {
  test('that is as it was is the same, layout and quotation marks aside', async () => {
    const visit = await visited(STORY.map((paragraph) => `  ${paragraph} `));
    expect(recheck(await saved(), visit)).toEqual({
      outcome: 'same',
      status: 200,
      quotes: [{ id: expect.any(String), state: 'found' }],
    });
  });

  test('with another title and a dropped paragraph has changed: in that, and by how much', async () => {
    const visit = await visited(STORY.slice(0, -1), { title: { value: 'Other', from: 'h1' } });
    const result = recheck(await saved(), visit);
    expect(result).toMatchObject({
      outcome: 'changed',
      title: { before: 'The bell of a is back', after: 'Other' },
      quotes: [{ state: 'found' }],
    });
    const share = (STORY.at(-1)?.split(' ').length ?? 0) / 420;
    expect(result.textKept).toBeGreaterThan(1 - share - 0.05);
    expect(result.textKept).toBeLessThan(1);
    expect(result.words?.after).toBeLessThan(result.words?.before ?? 0);
    expect(result.textAdded).toBeLessThan(0.05);
  });

  test('that leads elsewhere with the same text has moved', async () => {
    const visit = { ...(await visited(STORY)), url: 'https://gazette.example/archive/a' };
    expect(recheck(await saved(), visit)).toMatchObject({
      outcome: 'moved',
      movedTo: 'https://gazette.example/archive/a',
    });
  });

  test.each([404, 410])('that answers %i is gone', async (status) => {
    const visit = { ...(await visited(STORY)), status };
    expect(recheck(await saved(), visit)).toEqual({ outcome: 'gone', status });
  });

  test('in whose place another story stands is gone, wherever it stands', async () => {
    const visit = {
      ...(await visited(randomParagraphs(300, 12))),
      url: 'https://gazette.example/',
    };
    expect(recheck(await saved(), visit)).toMatchObject({
      outcome: 'gone',
      movedTo: 'https://gazette.example/',
    });
    expect(recheck(await saved(), { ...visit, article: undefined })).toEqual({
      outcome: 'gone',
      status: 200,
    });
  });
});

describe('quotes', () => {
  test('are found, changed or gone', () => {
    const text = 'The keeper counted the boats three times before anybody asked him to count them.';
    const states = quoteStates(text, [
      quoteOf('The keeper counted the boats three times'),
      quoteOf('The keeper counted the boats five times before'),
      quoteOf('A sentence about something else entirely, which nobody wrote'),
    ]);
    expect(states.map(({ state }) => state)).toEqual(['found', 'changed', 'gone']);
  });

  test('of a selection have the story’s own words, context and place, in code points', () => {
    const text = '🚢 The boats came in. Then the boats came in again.\n\nNobody saw them.';
    const selected = { exact: 'boats\n came  in', prefix: 'in. Then the ', suffix: ' again' };
    const { quote, position } = quoteOfSelection(text, selected, 'q', '2026-03-10T12:00:00Z');
    expect(quote).toMatchObject({
      exact: 'boats came in',
      suffix: expect.stringMatching(/^ again/),
    });
    const points = Array.from(text);
    expect(points.slice(position?.start, position?.end).join('')).toBe('boats came in');
    expect(position?.start).toBe(points.join('').lastIndexOf('boats') - 1);
  });

  test('of a selection outside of the story stay as they were selected, without a place', () => {
    const selected = { exact: 'A caption', prefix: '', suffix: 'Photo' };
    expect(quoteOfSelection('The story.', selected, 'q', '2026-03-10T12:00:00Z')).toEqual({
      id: 'q',
      created: '2026-03-10T12:00:00Z',
      quote: { type: 'TextQuoteSelector', exact: 'A caption', suffix: 'Photo' },
    });
  });
});
