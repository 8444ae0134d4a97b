import { describe, expect, it } from 'vitest';
import type { DocumentInput } from '../../src/archive/types.ts';
import type { Article } from '../../src/article/types.ts';
import { matchText } from '../../src/match/match.ts';
import { pageAddress, provenanceOf } from '../../src/provenance/provenance.ts';
import type { Provenance } from '../../src/provenance/types.ts';
import { firstPart, quoteOf } from '../support/edits.ts';
import { archiveOf, documentOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

const text = randomParagraphs(420, 1);
const origin = documentOf({
  id: 'origin',
  url: 'https://www.gazette.example/story',
  publisher: 'Harbour Gazette',
  title: 'The quay',
  published: '2021-02-05',
  related: [{ title: 'Another quay' }],
  paragraphs: text,
});
const later = documentOf({
  id: 'later',
  url: 'https://courier.example/copied',
  published: '2021-02-06',
  paragraphs: text,
});

function page(fields: Partial<Article>): Article {
  return {
    url: 'https://page.example/x',
    byline: [],
    paragraphs: text,
    images: [],
    sources: [],
    links: [],
    related: [],
    published: { value: '2021-02-07', from: 'test' },
    ...fields,
  };
}

async function told(article: Article, documents: DocumentInput[]): Promise<Provenance> {
  const result = await matchText(
    {
      paragraphs: article.paragraphs,
      url: pageAddress(article),
      ...(article.published === undefined ? {} : { published: article.published.value }),
    },
    [await archiveOf(documents)],
  );
  return provenanceOf(article, result);
}

const elsewhere = { published: { value: '2021-02-01', from: 'test' } };

/** The later document, dated otherwise. */
const at = (published?: string) => ({
  ...later,
  ...(published === undefined ? { published: '' } : { published }),
});
/** The page at the original's own address, dated as it says. */
const self = (published?: string) => {
  const { published: _, ...rest } = page({ url: origin.url ?? '' });
  return published === undefined ? rest : { ...rest, published: { value: published, from: 'x' } };
};

describe('provenanceOf', () => {
  it('tells the original, at its own address', async () => {
    const article = page({ url: 'https://gazette.example/story?utm_source=x', ...elsewhere });
    const { kind, main, earliest } = await told(article, [origin, later]);
    expect(kind).toBe('original');
    expect(main).toMatchObject({ samePage: true, outlet: 'Harbour Gazette' });
    expect(earliest).toMatchObject({ outlet: 'Harbour Gazette', document: { id: 'origin' } });
  });

  it('tells a copy, of the earliest text that is known', async () => {
    const { kind, main, relatives } = await told(page({}), [later, origin]);
    expect(kind).toBe('copy');
    expect(main).toMatchObject({ daysBefore: 2, outlet: 'Harbour Gazette', sharedWords: 420 });
    expect(relatives.map(({ match }) => match.document.id)).toEqual(['origin', 'later']);
  });

  it('does not take an archived copy for the original', async () => {
    const article = page({
      url: 'https://courier.example/copied',
      published: { value: '2021-02-06', from: 'test' },
    });
    const { kind, main } = await told(article, [origin, later]);
    expect(kind).toBe('copy');
    expect(main?.match.document.id).toBe('origin');
  });

  it('names an outlet by its host where its name is not known', async () => {
    expect((await told(page({}), [later])).main?.outlet).toBe('courier.example');
  });

  it('tells a page that changed since it was archived', async () => {
    const article = page({ url: origin.url ?? '', paragraphs: text.slice(0, 5) });
    const { kind, main } = await told(article, [origin]);
    expect(kind).toBe('changed');
    expect(main?.match.droppedParagraphs).toEqual([5, 6]);
  });

  it('tells a page whose text was replaced altogether', async () => {
    const article = page({ url: origin.url ?? '', paragraphs: randomParagraphs(300, 5) });
    const { kind, main, words } = await told(article, [origin]);
    expect(kind).toBe('changed');
    expect(main?.match).toMatchObject({ pageShare: 0, passages: [], added: [[0, 300]] });
    expect(words).toBe(300);
  });

  describe('says "original" only where every other copy is known to be later', () => {
    it.each([
      ['an earlier copy, page without a date', self(), at('2020-02-05'), 'copy', 'archive-earlier'],
      [
        'an earlier copy, page with an older date',
        self('2019-01-01'),
        at('2020-02-05'),
        'copy',
        'archive-earlier',
      ],
      ['a copy of the same day', self('2021-02-05'), at('2021-02-05'), 'copy', 'unknown'],
      ['a copy without a date', self('2021-02-05'), at(), 'copy', 'unknown'],
    ])('%s', async (_, article, other, kind, order) => {
      const { main, ...told_ } = await told(article, [origin, other]);
      expect(told_.kind).toBe(kind);
      expect(main?.match).toMatchObject({ order, document: { id: 'later' } });
    });
  });

  it('does not call a page the earliest for a quotation that is printed later', async () => {
    const quoting = page({
      ...elsewhere,
      paragraphs: [...randomParagraphs(400, 30), quoteOf(text, 30, 3)],
    });
    const { kind, main, earliest } = await told(quoting, [origin]);
    expect(kind).toBe('passages');
    expect(main?.match.order).toBe('page-earlier');
    expect(earliest).toBeUndefined();
  });

  it('names no earliest document where two dates do not tell', async () => {
    const vague = documentOf({ ...later, published: '2021' });
    expect((await told(page({}), [origin, vague])).earliest).toBeUndefined();
    expect((await told(page({}), [origin, later])).earliest?.document.id).toBe('origin');
  });

  it('takes a weak match at its own address for a change, not for another text', async () => {
    const words = text.join(' ').split(' ');
    const rest = [...randomParagraphs(300, 31), words.slice(200, 214).join(' ')];
    const { kind, main } = await told(page({ url: origin.url ?? '', paragraphs: rest }), [origin]);
    expect(main?.match.strength).toBe('possible');
    expect(kind).toBe('changed');
    expect(main?.match.passages).toHaveLength(1);
  });

  it('tells the earliest, where all relatives are later', async () => {
    const { kind, main } = await told(page(elsewhere), [origin, later]);
    expect(kind).toBe('earliest');
    expect(main?.match.order).toBe('page-earlier');
  });

  it.each([
    ['excerpt', firstPart(text, 0.3)],
    ['contains', [...randomParagraphs(400, 6), ...text, ...randomParagraphs(200, 7)]],
    ['edited', [...text.slice(0, 3), ...randomParagraphs(60, 8), ...text.slice(4)]],
    ['passages', [...randomParagraphs(400, 9), text[2] ?? '', ...randomParagraphs(200, 10)]],
    ['no-match', randomParagraphs(400, 11)],
  ])('tells %s', async (kind, paragraphs) => {
    expect((await told(page({ paragraphs }), [origin])).kind).toBe(kind);
  });

  it('shows shared passages in the words of the page, and not too many of them', async () => {
    const shout = text.map((paragraph) => paragraph.toUpperCase());
    const [passage = ''] =
      (await told(page({ paragraphs: shout }), [origin])).main?.passageTexts ?? [];
    expect(shout.join('\n\n').startsWith(passage.replace(/…$/, ''))).toBe(true);
    expect(passage.length).toBeLessThanOrEqual(241);
  });

  it('passes on what relatives point to as related, and where it searched', async () => {
    const { related, searched } = await told(page({}), [origin, later]);
    expect(related).toEqual([{ title: 'Another quay', pointedToBy: 'Harbour Gazette' }]);
    expect(searched).toMatchObject({ documents: 2, archives: [{ name: 'Test pack' }] });
  });

  it('leaves out what one site repeats under its stories', async () => {
    const note = [...randomParagraphs(400, 12), ...randomParagraphs(25, 13)];
    const mine = documentOf({
      ...origin,
      paragraphs: [...randomParagraphs(400, 14), ...randomParagraphs(25, 13)],
    });
    const article = page({ paragraphs: note });
    expect((await told(article, [mine])).kind).toBe('passages');
    const sameSite = page({ url: 'https://gazette.example/another', paragraphs: note });
    expect((await told(sameSite, [mine])).kind).toBe('no-match');
  });

  it('leaves out matches that are only possible', async () => {
    const article = page({});
    const result = await matchText({ paragraphs: text }, [await archiveOf([origin])]);
    for (const match of result.matches) match.strength = 'possible';
    expect(provenanceOf(article, result)).toMatchObject({ kind: 'no-match', relatives: [] });
  });
});

const canonicalUrl = (value: string) => ({ canonicalUrl: { value, from: 'link' } });

describe('pageAddress', () => {
  it('takes the canonical URL of the page’s own site only', () => {
    const url = 'https://m.gazette.example/amp/story';
    expect(pageAddress({ url, ...canonicalUrl('https://www.gazette.example/story') })).toBe(
      'https://www.gazette.example/story',
    );
    expect(pageAddress({ url, ...canonicalUrl('https://courier.example/story') })).toBe(url);
    expect(pageAddress({ url })).toBe(url);
  });
});
