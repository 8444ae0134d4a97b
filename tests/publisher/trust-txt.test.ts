// trust.txt: what is read, what is passed over, and files made to hurt.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeTrustTxt, parseTrustTxt } from '../../src/publisher/trust-txt.ts';
import { trustGroups } from '../../src/publisher/wording.ts';
import { wordsOf } from '../popup/words.ts';

describe('trust.txt', () => {
  it('reads every attribute with its line', () => {
    const file = parseTrustTxt(
      `\uFEFF# trust.txt of an invented paper
belongto=https://press-union.example/
member = https://member.example/

controlledby=quay-holding.example
control=https://tides.example/
VENDOR=https://vendor.example/
customer=https://customer.example/
social=https://social.example/@gazette#top # our account
disclosure=https://gazette.example/ethics
contact=desk@gazette.example
datatrainingallowed=No`.replaceAll('\n', '\r\n'),
    );
    expect(file).toEqual({
      unread: 0,
      cut: false,
      entries: [
        {
          attribute: 'belongto',
          value: 'https://press-union.example/',
          url: 'https://press-union.example/',
          line: 2,
        },
        {
          attribute: 'member',
          value: 'https://member.example/',
          url: 'https://member.example/',
          line: 3,
        },
        {
          attribute: 'controlledby',
          value: 'quay-holding.example',
          url: 'https://quay-holding.example/',
          line: 5,
        },
        {
          attribute: 'control',
          value: 'https://tides.example/',
          url: 'https://tides.example/',
          line: 6,
        },
        {
          attribute: 'vendor',
          value: 'https://vendor.example/',
          url: 'https://vendor.example/',
          line: 7,
        },
        {
          attribute: 'customer',
          value: 'https://customer.example/',
          url: 'https://customer.example/',
          line: 8,
        },
        {
          attribute: 'social',
          value: 'https://social.example/@gazette#top',
          url: 'https://social.example/@gazette#top',
          line: 9,
        },
        {
          attribute: 'disclosure',
          value: 'https://gazette.example/ethics',
          url: 'https://gazette.example/ethics',
          line: 10,
        },
        { attribute: 'contact', value: 'desk@gazette.example', line: 11 },
        { attribute: 'datatrainingallowed', value: 'no', line: 12 },
      ],
    });
  });

  it('counts lines that say nothing known, and keeps the rest', () => {
    const file = parseTrustTxt(
      'hello\nmember=\n=x\nrating=100\ndatatrainingallowed=maybe\nconstructor=x\nmember=a.example\nmember=A.example',
    );
    expect(file.unread).toBe(6);
    expect(file.entries).toEqual([
      { attribute: 'member', value: 'a.example', url: 'https://a.example/', line: 7 },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example/',
    '//a.example',
    'no link',
  ])('makes no link of %s', (value) => {
    const [entry] = parseTrustTxt(`social=${value}`).entries;
    expect(entry).toEqual({ attribute: 'social', value, line: 1 });
  });

  it('drops credentials that would make an address read as another', () => {
    expect(parseTrustTxt('control=https://known.example@evil.example/').entries[0]?.url).toBe(
      'https://evil.example/',
    );
  });

  it('keeps 500 statements of an association and says that there are more', () => {
    const text = Array.from({ length: 900 }, (_, index) => `member=m${index}.example`).join('\n');
    const file = parseTrustTxt(text);
    expect([file.entries.length, file.cut]).toEqual([500, true]);
  });

  it('knows the page that sites give for any address', () => {
    expect(looksLikeTrustTxt(' \n<!doctype html>')).toBe(false);
    expect(looksLikeTrustTxt('{"error":404}')).toBe(false);
    expect(looksLikeTrustTxt('# nothing\n')).toBe(true);
  });

  it('is bounded for any text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('member', 'SOCIAL', 'contact', 'x'), fc.string({ unit: 'binary' }))
        .map(([name, value]) => `${name}=${value}`),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const { value, url } of parseTrustTxt(lines.join('\n')).entries) {
          expect(value.length).toBeLessThanOrEqual(300);
          expect(value).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
        }
      }),
    );
  });
});

describe('its words', () => {
  it('tells whose house it is first, and never rates', () => {
    const file = parseTrustTxt(
      'datatrainingallowed=yes\nsocial=https://www.social.example/g/\ncontrolledby=https://owner.example/\nbelongto=union.example',
    );
    const groups = trustGroups(file.entries, wordsOf('en', 'en-GB'));
    expect(
      groups.map(({ label, entries }) => `${label}: ${entries.map(({ value }) => value).join()}`),
    ).toEqual([
      'Belongs to: union.example',
      'Controlled by: owner.example',
      'Its accounts: social.example/g',
      'Training of AI on its content: allowed',
    ]);
  });
});
