// Dates as news writes them: precision kept, nothing guessed, nothing from the machine's zone.

import process from 'node:process';
import fc from 'fast-check';
import { afterEach, describe, expect, it, test } from 'vitest';
import { readDateLine } from '../../src/ingest/date-line.ts';
import { readDate, readIsoDate } from '../../src/ingest/dates.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const written: [string, string | undefined][] = [
  ['February 05, 2021', '2021-02-05'],
  ['Feb. 5, 2021', '2021-02-05'],
  ['Friday, February 5th, 2021', '2021-02-05'],
  ['5 February 2021', '2021-02-05'],
  ['2021-02-05', '2021-02-05'],
  ['2021-02-05T10:30Z', '2021-02-05T10:30:00Z'],
  ['2021-02-05T10:30:15+0300', '2021-02-05T10:30:15+03:00'],
  ['2021-02-05 10:30', '2021-02-05'],
  ['February 2021', '2021-02'],
  ['2021', '2021'],
  ['05.02.2021', '2021-02-05'],
  ['25/02/2021', '2021-02-25'],
  ['02/25/2021', '2021-02-25'],
  ['05/02/2021', '2021'],
  ['February 5, 2021, 10:00 UTC', '2021-02-05T10:00:00Z'],
  ['February 5, 2021 at 10:00 GMT+3', '2021-02-05T10:00:00+03:00'],
  ['February 5, 2021, 3:40 p.m.', '2021-02-05'],
  ['February 5, 2021, 3:40 p.m. CST', '2021-02-05'],
  ['5 февраля 2021 г.', '2021-02-05'],
  ['5. Februar 2021', '2021-02-05'],
  ['5 février 2021', '2021-02-05'],
  ['5 de febrero de 2021', '2021-02-05'],
  ['February 30, 2021', undefined],
  ['31.04.2021', undefined],
  ['2021-13-01', undefined],
  ['February 5', undefined],
  ['yesterday', undefined],
  ['5 - 7 February 2021', undefined],
  ['The fire of February 5, 2021', undefined],
  ['Room 2021', undefined],
];

describe('readDate', () => {
  test.each(written)('%s is %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Moscow'])(
    'gives the same in %s',
    (machineZone) => {
      process.env['TZ'] = machineZone;
      expect(written.map(([text]) => readDate(text))).toEqual(written.map(([, date]) => date));
    },
  );

  it('reads back every day that English writes', () => {
    const day = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.constantFrom('long' as const, 'short' as const), (date, month) => {
        const format = { timeZone: 'UTC', year: 'numeric', month, day: '2-digit' } as const;
        const text = new Intl.DateTimeFormat('en-US', format).format(date);
        expect(readDate(text)).toBe(date.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('readIsoDate', () => {
  test.each(['2021-02-29', '2021-2-5', '20210205', '2021-02-05T25:00Z', '', 'now'])(
    'refuses %s',
    (text) => {
      expect(readIsoDate(text)).toBeUndefined();
    },
  );
});

describe('readDateLine', () => {
  test.each([
    ['Published: May 3, 2021', { published: '2021-05-03', labelled: true }],
    ['Last updated on May 4, 2021', { modified: '2021-05-04', labelled: true }],
    ['May 3, 2021 | Updated: May 4, 2021', { published: '2021-05-03', modified: '2021-05-04' }],
    [
      'By Anna Bell | Alby Gazette | May 3, 2021',
      { published: '2021-05-03', byline: ['Anna Bell'] },
    ],
    ['May 3, 2021 – By Anna Bell', { published: '2021-05-03', byline: ['Anna Bell'] }],
    ['May 3, 2021 | 15:40 MSK', { published: '2021-05-03' }],
  ])('%s', (text, expected) => {
    expect(readDateLine(text)).toMatchObject(expected);
  });

  test.each([
    'By Anna Bell',
    'On May 3, 2021 the clock stopped.',
    'Updated rules for 2021 drivers',
  ])('%s is none', (text) => {
    expect(readDateLine(text)).toBeUndefined();
  });
});
