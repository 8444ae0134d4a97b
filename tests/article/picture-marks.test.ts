// Marks of older pictures and of illustrations, and links told apart; all invented.
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/article/extract.ts';
import { markOf } from '../../src/article/picture-marks.ts';
import type { Article } from '../../src/article/types.ts';

describe('markOf', () => {
  it.each([
    ['FILE - Ferries wait at the quay, May 3, 2020.', 'archive'],
    ['FILE PHOTO: Ferries wait at the quay', 'archive'],
    ['Ferries wait at the quay. File photo.', 'archive'],
    ['Ferries wait at the quay (archive photo)', 'archive'],
    ['Die Fähre im Hafen (Archivbild)', 'archive'],
    ['Архивное фото', 'archive'],
    ['Паром у причала. Фото из архива', 'archive'],
    ['Le port de Wrenmouth. Photo d’archives', 'archive'],
    ['Symbolbild', 'illustration'],
    ['Ferry. Illustrative image.', 'illustration'],
    ['Иллюстративное фото', 'illustration'],
  ])('%s', (caption, mark) => {
    const found = markOf(caption, undefined);
    expect(found?.value).toBe(mark);
    expect(caption).toContain(found?.from ?? 'no words');
  });

  it.each([
    'The archive photo that Ana Teller found shows the first ferry.',
    'Ana Teller files the papers',
    'An illustration of how the lock works',
    'The stock image agency closed its office',
  ])('none in: %s', (caption) => {
    expect(markOf(caption, undefined)).toBeUndefined();
  });
});

const sentence =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt. ';

function read(inside: string): Article {
  const { document } = parseHTML(
    `<html lang="en"><head><title>Ferries to stop</title></head><body><article><h1>Ferries to stop</h1>${inside}${`<p>${sentence.repeat(3)}</p>`.repeat(4)}</article></body></html>`,
  );
  return extractArticle(document, 'https://gazette.example/2024/04/29/ferries-to-stop').article;
}

describe('the pictures of a story', () => {
  it('carry alternative, agency, mark and place', () => {
    const { images } = read(
      '<figure><img src="/quay.jpg" alt="A quay at dusk"><figcaption>The quay at dusk. File photo. Ana Teller/AFP</figcaption></figure><figure><img src="/b.jpg" alt="b.jpg"><figcaption>The lock. Photo: Bo Marsh / Openframe (CC BY 4.0)</figcaption></figure>',
    );
    expect(images).toEqual([
      {
        url: 'https://gazette.example/quay.jpg',
        from: 'figure',
        caption: 'The quay at dusk. File photo.',
        alt: 'A quay at dusk',
        credit: 'Ana Teller/AFP',
        agency: 'AFP',
        marked: { value: 'archive', from: 'File photo' },
        lead: true,
      },
      {
        url: 'https://gazette.example/b.jpg',
        from: 'figure',
        caption: 'The lock.',
        credit: 'Bo Marsh / Openframe',
        license: 'CC BY 4.0',
        licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ]);
  });
});

describe('the links of a story', () => {
  it('say whose they are and which lead to a source', () => {
    const { links } = read(
      `<p>${sentence}According to <a href="https://quay.example/1">Quay Post</a>, the board <a href="https://board.example/2">announced</a> it. <a href="https://northline.example/3">Northline</a> reported the cost. See <a href="/old">an older story</a> and <a href="https://maps.example/4">a map of the bay</a>. ${sentence}</p>`,
    );
    expect(links.map(({ url, kind, sameOutlet }) => [url, kind, sameOutlet ?? false])).toEqual([
      ['https://quay.example/1', 'source', false],
      ['https://board.example/2', 'source', false],
      ['https://northline.example/3', 'source', false],
      ['https://gazette.example/old', 'other', true],
      ['https://maps.example/4', 'other', false],
    ]);
  });
});
