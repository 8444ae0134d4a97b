// The same picture or credit in relatives: found where it is the same, not where it only looks so.

import { describe, expect, it } from 'vitest';
import { creditKey, fileKey, sameCredit } from '../../src/picture/same-credit.ts';
import { documentOf, matchOf, relativeOf } from '../popup/fixtures.ts';

const relative = (outlet: string, images: { url?: string; credit?: string }[], samePage = false) =>
  relativeOf({ outlet, samePage, match: matchOf({ document: documentOf({ images }) }) });

describe('names of files', () => {
  it.each([
    [
      'https://a.example/media/ferry-at-dawn-1600.png?w=9',
      'https://b.example/x/ferry-at-dawn-800x533.jpg.webp',
    ],
    ['https://a.example/FERRY-at-dawn_large.jpeg#x', 'https://cdn.example/ferry-at-dawn@2x.avif'],
    [
      'https://a.example/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC-1.jpg',
      'https://b.example/паром-1-640w.jpg',
    ],
  ])('%s and %s are one', (one, other) => {
    expect(fileKey(one)).toBeDefined();
    expect(fileKey(one)).toBe(fileKey(other));
  });

  it.each([
    'IMG_2041.jpg',
    'DSC_0001.JPG',
    'image.png',
    '640.jpg',
    'og-image.jpg',
    'share-card-1200x630.png'.replace('-card', ''),
    'photo-12.jpg',
    'lead.webp',
    '',
  ])('"%s" may be any picture', (name) => {
    expect(fileKey(`https://a.example/media/${name}`)).toBeUndefined();
  });

  it('keeps a name that is wrongly encoded as it is', () => {
    expect(fileKey('https://a.example/media/ferry%E0%A4%A.jpg')).toBe('ferry%e0%a4%a');
  });

  it('tells two pictures of one series apart', () => {
    expect(fileKey('https://a.example/ferry-part-1.jpg')).not.toBe(
      fileKey('https://a.example/ferry-part-2.jpg'),
    );
  });
});

describe('credits', () => {
  it.each([
    ['Photo: Mara Quill/Openframe', 'MARA QUILL / OPENFRAME'],
    ['© 2024 Mara Quill', 'Mara Quill'],
    ['Фото: Ива Тарн', 'Ива Тарн'],
  ])('%s and %s are one', (one, other) => {
    expect(creditKey(one)).toBeDefined();
    expect(creditKey(one)).toBe(creditKey(other));
  });

  it.each(['Handout', 'Photo', 'Stock photo', 'Courtesy of the Internet', '©', 'Архив'])(
    '"%s" names nobody',
    (credit) => {
      expect(creditKey(credit)).toBeUndefined();
    },
  );
});

describe('pictures in relatives', () => {
  const images = [
    { url: 'https://here.example/media/ferry-at-dawn-1600.png', credit: 'Mara Quill / Openframe' },
  ];

  it('finds the same file, then the same credit, with what both sides say', () => {
    const found = sameCredit(images, [
      relative('Credit Post', [{ credit: 'Photo by Mara Quill/Openframe' }]),
      relative('File Post', [{ url: 'https://file.example/i/ferry-at-dawn.jpg', credit: 'Other' }]),
      relative('Nothing Post', [{ url: 'https://n.example/moth-close.jpg', credit: 'Ivo Tarn' }]),
    ]);
    expect(found).toEqual([
      {
        kind: 'file',
        outlet: 'File Post',
        url: 'https://mercury.example/2024/05/05/bell-returns',
        published: '2024-05-05',
        here: 'ferry-at-dawn-1600.png',
        there: 'ferry-at-dawn.jpg',
      },
      {
        kind: 'credit',
        outlet: 'Credit Post',
        url: 'https://mercury.example/2024/05/05/bell-returns',
        published: '2024-05-05',
        here: 'Mara Quill / Openframe',
        there: 'Photo by Mara Quill/Openframe',
      },
    ]);
  });

  it('leaves out the page itself and tells each outlet once, by the stronger sign', () => {
    const found = sameCredit(images, [
      relative('Own Post', images, true),
      relative('Twice Post', [{ credit: 'Mara Quill / Openframe' }]),
      relative('Twice Post', [{ url: 'https://t.example/ferry-at-dawn.jpg' }]),
      relative('Twice Post', [{ credit: 'Mara Quill / Openframe' }]),
    ]);
    expect(found.map(({ outlet, kind }) => `${outlet} ${kind}`)).toEqual(['Twice Post file']);
  });

  it('says where a credit is an agency and nobody else', () => {
    const wire = [{ credit: 'Reuters' }];
    expect(sameCredit(wire, [relative('Wire Post', [{ credit: 'REUTERS' }])])).toMatchObject([
      { kind: 'credit', agencyOnly: true },
    ]);
    const named = [{ credit: 'Mara Quill / Reuters' }];
    expect(sameCredit(named, [relative('Wire Post', named)])[0]).not.toHaveProperty('agencyOnly');
    expect(sameCredit(named, [relative('Wire Post', wire)])).toEqual([]);
  });

  it('names twenty outlets at most', () => {
    const many = Array.from({ length: 60 }, (_, index) => relative(`Post ${index}`, images));
    expect(sameCredit(images, many)).toHaveLength(20);
  });
});
