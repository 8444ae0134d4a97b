// What goes into an archive: facts and body, a stable id, no caption and no quote.

import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/types.ts';
import { toDocumentInput } from '../../src/ingest/document.ts';

const article: Article = {
  url: 'https://alby.example/clock/?utm_source=mail',
  canonicalUrl: { value: 'https://alby.example/clock', from: 'line 9' },
  title: { value: 'Clock Tower Stops – Police', from: 'line 1' },
  attribution: { value: 'Police', from: 'line 1' },
  byline: [{ value: 'Anna Bell', from: 'line 2' }],
  published: { value: '2021-05-03', from: 'line 3' },
  paragraphs: ['The clock stopped.', 'Nobody noticed.'],
  images: [
    {
      caption: 'The tower before it fell silent.',
      credit: 'Tom Reed / AFP',
      license: 'CC BY 2.0',
      from: 'line 5',
    },
    { caption: 'Nothing but a caption.', from: 'line 7' },
  ],
  sources: [
    {
      name: 'Petra Lunde',
      kind: 'person',
      cue: 'said',
      quote: 'It was never right.',
      at: [3, 7],
      denies: true,
    },
  ],
  links: [],
  related: [{ title: 'How the Tower Was Built' }],
};

describe('toDocumentInput', () => {
  it('keeps facts and body, and leaves captions and quotes', () => {
    expect(toDocumentInput(article)).toEqual({
      // printf %s https://alby.example/clock | sha256sum | cut -c1-16
      id: 'b7bd622faf79e54f',
      url: 'https://alby.example/clock',
      title: 'Clock Tower Stops – Police',
      authors: ['Anna Bell'],
      published: '2021-05-03',
      attribution: 'Police',
      images: [{ credit: 'Tom Reed / AFP', license: 'CC BY 2.0' }],
      sources: [{ name: 'Petra Lunde', kind: 'person', cue: 'said', denies: true }],
      related: [{ title: 'How the Tower Was Built' }],
      paragraphs: ['The clock stopped.', 'Nobody noticed.'],
    });
  });

  it('of a copy that names its original keeps where it stands', () => {
    const copy = { ...article, url: 'https://lakeside.example/clock/?fbclid=1' };
    expect(toDocumentInput(copy).url).toBe('https://lakeside.example/clock');
  });

  it('has an id of its address, else of its text, unless one is given', () => {
    const { canonicalUrl: _address, ...rest } = article;
    const nowhere = { ...rest, url: '' };
    expect(toDocumentInput(article, { id: 'mine' }).id).toBe('mine');
    expect(toDocumentInput({ ...article, paragraphs: ['Other.'] }).id).toBe(
      toDocumentInput(article).id,
    );
    expect(toDocumentInput(nowhere).id).toMatch(/^[0-9a-f]{16}$/);
    expect(toDocumentInput({ ...nowhere, paragraphs: ['Other.'] }).id).not.toBe(
      toDocumentInput(nowhere).id,
    );
    expect(toDocumentInput(nowhere)).not.toHaveProperty('url');
  });
});
