// Caption, credit and licence as outlets write them; the pictures and people are invented.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Credit, parseCredit } from '../../src/article/credit.ts';

const byNd2 = 'https://creativecommons.org/licenses/by-nd/2.0/';

describe('parseCredit', () => {
  it.each<[string, Credit]>([
    [
      'Ferries waited outside the harbour. **Ana Teller / Flickr (CC BY-ND 2.0)**',
      {
        caption: 'Ferries waited outside the harbour.',
        credit: 'Ana Teller / Flickr',
        license: 'CC BY-ND 2.0',
        licenseUrl: byNd2,
      },
    ],
    [
      'Ana Teller / Flickr (CC BY-ND 2.0)',
      { credit: 'Ana Teller / Flickr', license: 'CC BY-ND 2.0', licenseUrl: byNd2 },
    ],
    [
      'The lock at Wrenmouth. Photo: Ana Teller / Harbour Gazette (CC BY 4.0)',
      {
        caption: 'The lock at Wrenmouth.',
        credit: 'Ana Teller / Harbour Gazette',
        license: 'CC BY 4.0',
        licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    [
      'The lock at Wrenmouth. Ana Teller, CC BY-NC-SA 3.0',
      {
        caption: 'The lock at Wrenmouth.',
        credit: 'Ana Teller',
        license: 'CC BY-NC-SA 3.0',
        licenseUrl: 'https://creativecommons.org/licenses/by-nc-sa/3.0/',
      },
    ],
    [
      'Photo by Ana Teller, Creative Commons Attribution-ShareAlike 4.0 International',
      {
        credit: 'Ana Teller',
        license: 'Creative Commons Attribution-ShareAlike 4.0 International',
        licenseUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
      },
    ],
    ['Ana Teller / Flickr (CC BY)', { credit: 'Ana Teller / Flickr', license: 'CC BY' }],
    ['Photo: Ana Teller (CC BY 9.0)', { credit: 'Ana Teller', license: 'CC BY 9.0' }],
    [
      'A heron on the weir. Photo: Ana Teller/Wikimedia Commons, CC0',
      {
        caption: 'A heron on the weir.',
        credit: 'Ana Teller/Wikimedia Commons',
        license: 'CC0',
        licenseUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
      },
    ],
    [
      'The mayor on Tuesday. © Ana Teller',
      { caption: 'The mayor on Tuesday.', credit: 'Ana Teller' },
    ],
    ['© 2021 Harbour Gazette', { credit: 'Harbour Gazette' }],
    [
      'The mayor on Tuesday. Фото: Анна Теллер / ТАСС',
      { caption: 'The mayor on Tuesday.', credit: 'Анна Теллер / ТАСС' },
    ],
    ['Foto: Ana Teller/dpa', { credit: 'Ana Teller/dpa' }],
    ['Crédit photo : Ana Teller / AFP', { credit: 'Ana Teller / AFP' }],
    [
      'Workers leave the mill, May 3, 2020. (AP Photo/Ana Teller)',
      { caption: 'Workers leave the mill, May 3, 2020.', credit: 'AP Photo/Ana Teller' },
    ],
    [
      'Workers leave the mill. (Photo by Ana Teller/Getty Images)',
      { caption: 'Workers leave the mill.', credit: 'Ana Teller/Getty Images' },
    ],
    [
      'Workers leave the mill. Ana Teller/NurPhoto via Getty Images',
      { caption: 'Workers leave the mill.', credit: 'Ana Teller/NurPhoto via Getty Images' },
    ],
    ['REUTERS/Ana Teller', { credit: 'REUTERS/Ana Teller' }],
    ['Photo courtesy of Wrenmouth Rowing Club', { credit: 'Wrenmouth Rowing Club' }],
    ['Image credit: A. B. Teller', { credit: 'A. B. Teller' }],
    [
      'The weir. Photo Ana Teller / Gazette',
      { caption: 'The weir.', credit: 'Ana Teller / Gazette' },
    ],
  ])('%s', (line, expected) => {
    expect(parseCredit(line)).toEqual(expected);
  });

  it.each([
    'The mayor, left, and Ana Teller open the bridge.',
    'Council leader Ana Teller said the bridge would open in May.',
    'A view of the bridge from Harbour Street',
    'Ana Teller',
    'The ferry crosses twice a day. It last sank in 1911.',
    'Ana Teller (left) and Bo Marsh (right)',
    'The bridge will be open 24/7 from May.',
    'A photo by the harbour wall shows the old bridge.',
    'Photo by the harbour wall of a ship that never came',
    'Protesters carry a photo: it shows the old bridge. Police looked on. Nobody was hurt in the march that day.',
  ])('leaves a plain caption alone: %s', (line) => {
    expect(parseCredit(line)).toEqual({ caption: line });
  });

  it('keeps bold words inside a caption', () => {
    expect(parseCredit('**Wrenmouth** on a quiet day').credit).toBeUndefined();
  });

  it('says nothing of an empty line', () => {
    expect(parseCredit('  \n ')).toEqual({});
  });

  it('stays quick and quiet on hostile lines', () => {
    const start = performance.now();
    for (const part of ['(', 'CC BY ', 'Photo: ', '**', 'A. ', '/ ', '© ', 'NC-', ' ']) {
      parseCredit(part.repeat(500_000));
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('never makes text up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (line) => {
        const plain = line.replace(/\s+/g, ' ');
        const { caption, credit } = parseCredit(line);
        for (const word of `${credit ?? ''} ${caption ?? ''}`.split(' '))
          expect(plain).toContain(word);
      }),
    );
  });
});
