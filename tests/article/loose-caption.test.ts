// Captions and credits of lead pictures that stand outside of any figure.

import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.ts';
import type { ArticleImage } from '../../src/article/types.ts';

const url = 'https://quay.example/2024/04/29/ferries-to-stop-in-may';
const sentence =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt. ';

function imagesOf(lines: string): ArticleImage[] {
  const { document } = parseHTML(
    `<html><head><title>Ferries to stop</title><meta property="og:type" content="article"><meta property="og:image" content="https://quay.example/lead.jpg"></head><body><main><div class="hero"><h1>Ferries to stop</h1>${lines}</div>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}</main></body></html>`,
  );
  return extractArticle(document, url).article.images;
}

describe('a caption outside of a figure', () => {
  it('gives the lead picture its credit and licence', () => {
    expect(
      imagesOf(
        '<p class="image-caption">The slipway in March. <span class="image-credit">Picture: Teo Lindqvist / Openframe (<a rel="license" href="https://creativecommons.org/licenses/by-nd/2.0/">CC BY-ND 2.0</a>)</span></p>',
      ),
    ).toEqual([
      {
        url: 'https://quay.example/lead.jpg',
        from: 'meta og:image',
        lead: true,
        caption: 'The slipway in March.',
        credit: 'Teo Lindqvist / Openframe',
        license: 'CC BY-ND 2.0',
        licenseUrl: 'https://creativecommons.org/licenses/by-nd/2.0/',
      },
    ]);
  });

  it('is not taken from a box of other stories', () => {
    const [lead] = imagesOf(
      '<aside><p class="image-caption">Another story. <span class="image-credit">Photo: Ann Other / Openframe</span></p></aside>',
    );
    expect(lead).not.toHaveProperty('credit');
  });
});
