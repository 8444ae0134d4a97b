// What stands around a story's paragraphs is kept under its own name, and never in the body.
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.ts';
import type { ApartText } from '../../src/article/types.ts';

const sentence =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt by hand.';
const paragraphs = [1, 2, 3, 4, 5, 6].map(
  (day) => `On day ${day} of the works: ${sentence} ${sentence}`,
);

function read(between: string, after = ''): { body: string[]; apart: ApartText[] } {
  const html = paragraphs.map((text, at) => `<p>${text}</p>${at === 2 ? between : ''}`).join('');
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head><title>Ferries to stop</title></head><body><article><h1>Ferries to stop</h1>${html}${after}</article></body></html>`,
  );
  const { article } = extractArticle(document, 'https://quay.example/2024/04/29/ferries-to-stop');
  return { body: article.paragraphs, apart: article.apart ?? [] };
}

describe('text apart from the body', () => {
  it.each<[ApartText['kind'], string, string]>([
    [
      'caption',
      '<figure><img src="/a.jpg"><figcaption>The lower ramp at low water</figcaption></figure>',
      'The lower ramp at low water',
    ],
    [
      'newsletter',
      '<div class="newsletter-signup"><p>The harbour by post, every Friday</p></div>',
      'The harbour by post, every Friday',
    ],
    [
      'donation',
      '<aside><p>Donate to the Quay and keep the lamp lit.</p></aside>',
      'Donate to the Quay and keep the lamp lit.',
    ],
    [
      'related',
      '<div class="related-stories"><p>Storm tears barge from its moorings</p></div>',
      'Storm tears barge from its moorings',
    ],
    ['share', '<div class="share-bar"><span>Share this story</span></div>', 'Share this story'],
    [
      'embed',
      '<blockquote class="twitter-tweet"><p>The slipway is closed, take the bridge.</p></blockquote>',
      'The slipway is closed, take the bridge.',
    ],
    ['updated', '<p>Updated: 2 May 2024 10:15</p>', 'Updated: 2 May 2024 10:15'],
    [
      'paywall',
      '<div class="paywall"><p>Subscribe to continue reading</p></div>',
      'Subscribe to continue reading',
    ],
    [
      'editor-note',
      '<p>Editor’s note: The ferry was named in an earlier headline.</p>',
      'Editor’s note: The ferry was named in an earlier headline.',
    ],
  ])('%s', (kind, html, text) => {
    const { body, apart } = read(html);
    expect(body).toEqual(paragraphs);
    expect(apart).toContainEqual({ kind, text, before: 3 });
  });

  it.each<[ApartText['kind'], string, string]>([
    [
      'correction',
      '<p>Correction: An earlier version of this story gave the wrong pier.</p>',
      'Correction: An earlier version of this story gave the wrong pier.',
    ],
    [
      'correction',
      '<p>An earlier version of this article named another captain.</p>',
      'An earlier version of this article named another captain.',
    ],
    [
      'author-bio',
      '<div class="author-bio"><p>Bo Marsh walks the islands and writes of them.</p></div>',
      'Bo Marsh walks the islands and writes of them.',
    ],
    ['tags', '<p>Topics: ferries, harbour</p>', 'Topics: ferries, harbour'],
  ])('%s at the end', (kind, html, text) => {
    const { body, apart } = read('', html);
    expect(body).toEqual(paragraphs);
    expect(apart).toContainEqual({ kind, text, before: 6 });
  });

  it('says nothing where nothing stands apart', () => {
    expect(read('').apart).toEqual([]);
  });

  it('leaves a story that speaks of corrections alone', () => {
    const text = `Corrections officers at the port said nothing. ${sentence}`;
    const { body, apart } = read(`<p>${text}</p>`);
    expect(body).toContain(text);
    expect(apart).toEqual([]);
  });
});
