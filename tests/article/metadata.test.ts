// Dates, names and addresses as pages state them; what is not stated is not made up.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKind } from '../../src/article/address.ts';
import { bylineNames } from '../../src/article/metadata/byline.ts';
import { languageTag, oneLine } from '../../src/article/metadata/claims.ts';
import { dateInAddress, parseDate } from '../../src/article/metadata/date.ts';

describe('parseDate', () => {
  it.each([
    ['2021', '2021'],
    ['2021-02', '2021-02'],
    ['2021-02-05', '2021-02-05'],
    ['20210205', '2021-02-05'],
    ['2021-02-05T10:00:00Z', '2021-02-05T10:00:00Z'],
    ['2021-02-05T10:00:00.123+0300', '2021-02-05T10:00:00+03:00'],
    ['2021-02-05 10:00', '2021-02-05T10:00:00'],
    ['2021-02-05T00:00:00', '2021-02-05'],
    ['2021-02-05T00:00:00Z', '2021-02-05T00:00:00Z'],
    ['2021-02-05T10:00:00+00:00', '2021-02-05T10:00:00Z'],
    ['Fri, 05 Feb 2021 10:00:00 GMT', '2021-02-05T10:00:00Z'],
    ['5 February 2021', '2021-02-05'],
    ['February 5th, 2021', '2021-02-05'],
    ['1612519200', '2021-02-05T10:00:00Z'],
    ['1612519200000', '2021-02-05T10:00:00Z'],
    ['2020-02-29', '2020-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  it.each([
    '02/05/2021',
    '2021-13-01',
    '2021-02-30',
    '2021-02-29',
    '0001-01-01T00:00:00',
    '1970-01-01T00:00:00Z',
    '0000000000',
    '2021-02-05T25:00',
    '9999-01-01',
    'yesterday',
    '5 Smarch 2021',
    '',
    '2021-2-5x',
  ])('%s says nothing', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('gives back what it wrote', () => {
    const days = fc.date({
      min: new Date('1971-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().replace(/\.\d{3}/, '');
        expect(parseDate(text)).toBe(text);
        expect(parseDate(text.slice(0, 10))).toBe(text.slice(0, 10));
      }),
    );
  });
});

it.each([
  ['https://q.example/2021/02/05/ferries', '2021-02-05'],
  ['https://q.example/news/2021-02-05/ferries.html', '2021-02-05'],
  ['https://q.example/2021/feb/05/ferries', '2021-02-05'],
  ['https://q.example/2021/02/ferries', undefined],
  ['https://q.example/2021/02/31/ferries', undefined],
  ['https://q.example/route/66/12/05', undefined],
])('the date in %s is %s', (url, expected) => {
  expect(dateInAddress(url)).toBe(expected);
});

describe('bylineNames', () => {
  it.each([
    ['By Ana Teller', ['Ana Teller']],
    ['BY Ana Teller and Bo Marsh', ['Ana Teller', 'Bo Marsh']],
    ['Ana Teller, Bo Marsh & Ine van der Okafor', ['Ana Teller', 'Bo Marsh', 'Ine van der Okafor']],
    ['Автор: Анна Теллер', ['Анна Теллер']],
    ['Ana Teller | Harbour Gazette', ['Ana Teller']],
    ['Harbour and Islands Desk', ['Harbour and Islands Desk']],
    ['Ana Teller ana@gazette.example', ['Ana Teller']],
  ])('%s', (text, expected) => {
    expect(bylineNames(text)).toEqual(expected);
  });

  it.each(['admin', '', '@harbour', 'https://q.example/people/ana', '7', 'By'])(
    'nobody in %s',
    (text) => {
      expect(bylineNames(text)).toEqual([]);
    },
  );
});

it.each([
  ['en_GB', 'en-GB'],
  ['RU', 'ru'],
  ['zh-hant', 'zh-Hant'],
  ['english', undefined],
  ['en<script>', undefined],
])('the language %s is %s', (text, expected) => {
  expect(languageTag(text)).toBe(expected);
});

it('one line holds nothing that turns or hides text', () => {
  expect(oneLine(' Quay\u202e\n\tPost\u200b ')).toBe('Quay Post');
});

describe('addressKind', () => {
  it.each([
    ['https://q.example/', 'front'],
    ['https://q.example/en-gb/', 'front'],
    ['https://q.example/index.html', 'front'],
    ['https://q.example/?p=1234', 'unknown'],
    ['https://q.example/section/harbour', 'list'],
    ['https://q.example/harbour/', 'list'],
    ['https://q.example/2021/02/05/', 'list'],
    ['https://q.example/tag/ferries?page=2', 'list'],
    ['https://q.example/2021/02/05/ferries', 'story'],
    ['https://q.example/harbour/ferries-to-stop-for-weeks', 'story'],
    ['https://q.example/article/118202', 'story'],
    ['not an address', 'unknown'],
  ])('%s is %s', (url, expected) => {
    expect(addressKind(url)).toBe(expected);
  });
});
