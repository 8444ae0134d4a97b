// What a page is cited as, and by which evidence.
import { expect, it } from 'vitest';
import { citedKind } from '../../src/citation/kind.ts';
import { citation, page } from './facts.ts';

function claims(value: string) {
  return { schemaType: { value, from: 'json-ld @type' } };
}

it.each([
  [{}, 'article-newspaper', 'outlet and date are known'],
  [claims('OpinionNewsArticle'), 'article-newspaper', 'json-ld @type OpinionNewsArticle'],
  [claims('BlogPosting'), 'post-weblog', 'json-ld @type BlogPosting'],
  [claims('LiveBlogPosting'), 'article-newspaper', 'outlet and date are known'],
  [{ url: 'https://ada.livejournal.com/1.html' }, 'post-weblog', 'the host ada.livejournal.com'],
  [{ url: 'https://blogs.quay.example/1' }, 'post-weblog', 'the host blogs.quay.example'],
  [{ url: 'https://quay.example/blog/ferry' }, 'post-weblog', 'the path of the address'],
  [
    { section: { value: 'Blogs', from: 'meta article:section' } },
    'post-weblog',
    /meta article:section/,
  ],
  [
    { publisher: { value: 'Harbour Magazine', from: 'x' } },
    'article-magazine',
    'the name of the outlet',
  ],
  [{ publisher: { value: 'Harbour Review', from: 'x' } }, 'article-newspaper', /outlet and date/],
])('%j is %s', (more, value, from) => {
  const kind = citedKind(page(more));
  expect(kind.value).toBe(value);
  expect(kind.from).toMatch(from);
});

it('is a web page where the outlet or the date is not known', () => {
  const { publisher: _, ...noOutlet } = page();
  const { published: __, ...noDate } = page();
  expect(citedKind(noOutlet)).toEqual({ value: 'webpage', from: 'no outlet is known' });
  expect(citedKind(noDate)).toEqual({ value: 'webpage', from: 'no date is known' });
});

it('stands in the record with its reason', () => {
  const { item, evidence } = citation(claims('BlogPosting'));
  expect(item.type).toBe('post-weblog');
  expect(evidence?.readFrom['type']).toBe('json-ld @type BlogPosting');
});
