// @vitest-environment happy-dom
// Paragraphs and words of a story found in a page, whatever the markup between them.
import { beforeEach, describe, expect, it } from 'vitest';
import { domText } from '../../src/anchor/dom-text.ts';
import { anchorParagraphs } from '../../src/anchor/paragraphs.ts';

const paragraphs = [
  'The harbour board met on Tuesday.',
  'The ferries will stop for two weeks, said Ada Quill.',
  'Nobody was asked, the crews answered.',
];

beforeEach(() => {
  const parsed = new DOMParser().parseFromString(
    `
    <h1>Ferries to stop</h1><script>The harbour board met on Tuesday.</script>
    <article><p>The <b>harbour</b>
      board met on <a href="/t">Tues</a>day.</p><aside>Read more</aside>
      <p>The ferries will stop for two&nbsp;weeks, <i>said Ada Quill</i>.</p>
      <p>Nobody was asked, the crews answered.</p></article>`,
    'text/html',
  );
  document.body.replaceChildren(
    ...Array.from(parsed.body.childNodes, (node) => document.importNode(node, true)),
  );
});

describe('a story in its page', () => {
  it('is found paragraph by paragraph', () => {
    const dom = domText(document.body);
    const story = anchorParagraphs(dom.text, paragraphs);
    const texts = story.paragraphs.map(
      (span) =>
        span &&
        dom
          .rangeOf(...span)
          ?.toString()
          .replace(/\s+/g, ' '),
    );
    expect(texts).toEqual(paragraphs);
  });

  it('gives the words at any positions, a span for each paragraph', () => {
    const dom = domText(document.body);
    const story = anchorParagraphs(dom.text, paragraphs);
    // The board met on Tuesday is words 0 to 5, the second paragraph 6 to 15.
    const read = (from: number, to: number) =>
      story.spansOfWords(from, to).map((span) =>
        dom
          .rangeOf(...span)
          ?.toString()
          .replace(/\s+/g, ' '),
      );
    expect(read(1, 3)).toEqual(['harbour board']);
    expect(read(4, 8)).toEqual(['on Tuesday', 'The ferries']);
    expect(read(0, 0)).toEqual([]);
    expect(read(14, 99)).toEqual(['Ada Quill', 'Nobody was asked, the crews answered']);
  });

  it('says which paragraph is not there', () => {
    const dom = domText(document.body);
    const other = ['A bridge is to be built across the sound next year.', ...paragraphs];
    const story = anchorParagraphs(dom.text, other);
    expect(story.paragraphs[0]).toBeUndefined();
    expect(story.paragraphs[1]).toBeDefined();
    expect(story.spansOfWords(0, 10)).toEqual([]);
  });

  it('gives no range over nodes that have left the page', () => {
    const dom = domText(document.body);
    const story = anchorParagraphs(dom.text, paragraphs);
    document.querySelector('article p')?.remove();
    const [first, second] = story.paragraphs;
    if (first === undefined || second === undefined) throw new Error('not anchored');
    expect(dom.rangeOf(...first)).toBeUndefined();
    expect(dom.rangeOf(...second)?.toString()).toContain('ferries');
  });
});
