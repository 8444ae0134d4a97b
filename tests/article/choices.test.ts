// What is chosen where a page states several titles, bylines and dates; people and outlets are invented.
import { describe, expect, it } from 'vitest';
import { bylineKind, readBylineLine } from '../../src/article/metadata/byline.ts';
import { chooseByline } from '../../src/article/metadata/choose-byline.ts';
import { chooseDates } from '../../src/article/metadata/choose-dates.ts';
import { chooseTitle, withoutReferences } from '../../src/article/metadata/choose-title.ts';
import { dateIn } from '../../src/article/metadata/date.ts';
import { parseLenientJson } from '../../src/article/metadata/lenient-json.ts';

const url = 'https://quaypost.example/2024/04/29/ferries-to-stop';
const at = (value: string, from: string) => ({ value, from });

function titleOf(og: string, h1: string): string | undefined {
  const claims = [at(og, 'meta og:title'), at(h1, 'headline (h1)')];
  return chooseTitle(claims, ['The Quay Post'], url)?.value;
}

describe('chooseTitle', () => {
  it.each([
    ['Ferries to stop | The Quay Post', 'Ferries to stop'],
    ['Ferries to stop - Quay Post', 'Ferries to stop'],
    ['Quay Post: Ferries to stop', 'Ferries to stop'],
    ['The Quay Post » Ferries to stop', 'Ferries to stop'],
    ['Ferries to stop | News | Quay Post', 'Ferries to stop | News'],
    ['Ferries to stop – Coast Guard', 'Ferries to stop – Coast Guard'],
    ['Ferry strike: talks go on', 'Ferry strike: talks go on'],
  ])('%s without the site is %s', (stated, expected) => {
    expect(titleOf(stated, expected)).toBe(expected);
  });

  it('believes the heading before other wordings in the data', () => {
    expect(
      titleOf('Ferry board shuts the line for May', 'The ferry line shuts for all of May'),
    ).toBe('The ferry line shuts for all of May');
  });

  it('believes the data before a heading that is a section or the site', () => {
    expect(titleOf('Ferries to stop for two weeks', 'Our blog')).toBe(
      'Ferries to stop for two weeks',
    );
    expect(titleOf('Ferries to stop', 'The Quay Post')).toBe('Ferries to stop');
  });

  it('leaves out a byline within the heading', () => {
    expect(titleOf('Ferries to stop', 'Ferries to stop Posted on May 3 by Ana')).toBe(
      'Ferries to stop',
    );
  });

  it('reads references that were written twice', () => {
    expect(withoutReferences('Tom &amp; Ann&#8217;s &#x201C;boat&rdquo; &unknown; &#0; &')).toBe(
      'Tom & Ann’s “boat” &unknown; &#0; &',
    );
  });
});

describe('readBylineLine', () => {
  it.each([
    ['By Ana Teller', ['Ana Teller'], undefined],
    ['Written by Ana Teller | May 3, 2021', ['Ana Teller'], undefined],
    ['By Ana Teller, AP Harbour Writer', ['Ana Teller', 'AP'], undefined],
    ['By Ana Teller, MD, and Bo Marsh', ['Ana Teller', 'Bo Marsh'], undefined],
    ['Posted by Ana Teller on May 3, 2021', ['Ana Teller'], undefined],
    ['Von Ana Teller und Bo Marsh', ['Ana Teller', 'Bo Marsh'], undefined],
    ['Par Ana Teller', ['Ana Teller'], undefined],
    ['Por Ana de la Vega', ['Ana de la Vega'], undefined],
    ['Di Ana Teller', ['Ana Teller'], undefined],
    ['Autor: Ana Teller', ['Ana Teller'], undefined],
    ['Автор: Анна Теллер', ['Анна Теллер'], undefined],
    ['Текст: Анна Теллер', ['Анна Теллер'], undefined],
    ['Автори: Ганна Теллер та Богдан Марш', ['Ганна Теллер', 'Богдан Марш'], undefined],
    ['Photographs by Bo Marsh', ['Bo Marsh'], 'photographs'],
    ['Translated by Bo Marsh', ['Bo Marsh'], 'translation'],
    ['Additional reporting by Bo Marsh', ['Bo Marsh'], 'additional reporting'],
    ['Reviewed by Bo Marsh', ['Bo Marsh'], 'review'],
  ])('%s', (line, names, role) => {
    const read = readBylineLine(line);
    expect(read?.names).toEqual(names);
    expect(read?.role).toBe(role);
  });

  it.each(['By the time the ferries stop, it will be May.', 'By 2030 the quay will be gone.'])(
    'nobody in: %s',
    (line) => {
      expect(readBylineLine(line)?.names ?? []).toEqual([]);
    },
  );

  it('says that the names follow', () => {
    expect(readBylineLine('Written by:')).toEqual({ names: [], labelOnly: true });
    expect(readBylineLine('Ferries to stop')).toBeUndefined();
  });

  it('tells people, organisations and agencies apart', () => {
    expect(bylineKind('Ana Teller', 'Quay Post')).toBe('person');
    expect(bylineKind('Quay Post', 'Quay Post')).toBe('organisation');
    expect(bylineKind('Harbour Desk', undefined)).toBe('organisation');
    expect(bylineKind('Associated Press', undefined)).toBe('agency');
    expect(bylineKind('teller', undefined)).toBeUndefined();
  });
});

function namesOf(stated: string[], seen: string[] = [], from = 'byline by its words'): string[] {
  return chooseByline(
    stated.map((name) => at(name, 'json-ld author')),
    seen.map((name) => at(name, from)),
    ['Quay Post'],
    url,
  ).map(({ value }) => value);
}

describe('chooseByline', () => {
  it.each([
    ['an address', 'https://quaypost.example/people/ana'],
    ['the outlet', 'Quay Post'],
    ['the site', 'quaypost'],
    ['an account', 'admin'],
    ['another account', 'ana.teller2'],
    ['staff', 'Staff Writer'],
  ])('drops %s', (_, name) => {
    expect(namesOf([name])).toEqual([]);
    expect(namesOf([name], ['Ana Teller'])).toEqual(['Ana Teller']);
  });

  it('lets a line that says "By" stand against another account', () => {
    expect(namesOf(['Bo Marsh'], ['Ana Teller'])).toEqual(['Ana Teller']);
    expect(namesOf(['Bo Marsh'], ['Ana Teller'], 'link to an author')).toEqual(['Bo Marsh']);
  });

  it('takes the longer list of the two where one holds the other', () => {
    expect(namesOf(['Ana Teller'], ['Ana Teller', 'Bo Marsh'])).toEqual(['Ana Teller', 'Bo Marsh']);
    expect(namesOf(['Ana Teller', 'Bo Marsh'], ['Ana Teller'])).toEqual(['Ana Teller', 'Bo Marsh']);
  });

  it('holds ten that conflict to one place', () => {
    const places = Array.from({ length: 10 }, (_, n) =>
      at(`Ana Teller${'abcdefghij'[n]}`, `meta ${n}`),
    );
    expect(chooseByline(places, [], [], url)).toEqual([{ ...places[0], kind: 'person' }]);
  });
});

describe('chooseDates', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  it('never takes a modification for the publication', () => {
    const modified = [at('2024-05-02', 'meta article:modified_time')];
    const dates = chooseDates(
      { published: [], modified },
      { published: [], modified: [] },
      '',
      now,
    );
    expect(dates).toEqual({ modified: modified[0], dates: { published: [], modified } });
  });

  it('keeps what disagrees, and takes the time of the same day', () => {
    const published = [
      at('2024-04-29', 'json-ld datePublished'),
      at('2024-04-29T10:00:00+01:00', 'meta article:published_time'),
    ];
    const seen = [at('2024-05-01', 'visible date line')];
    const dates = chooseDates(
      { published, modified: [] },
      { published: seen, modified: [] },
      url,
      now,
    );
    expect(dates.published).toEqual(published[1]);
    expect(dates.dates?.published.map(({ value }) => value)).toEqual([
      '2024-04-29',
      '2024-04-29T10:00:00+01:00',
      '2024-05-01',
      '2024-04-29',
    ]);
  });

  it('takes no date that is still to come', () => {
    const published = [at('2099-01-01', 'meta date'), at('2024-04-29', 'time element')];
    const dates = chooseDates(
      { published, modified: [] },
      { published: [], modified: [] },
      '',
      now,
    );
    expect(dates.published).toEqual(published[1]);
    expect(dates.dates?.published).toEqual(published);
  });
});

it.each([
  ['Published 5 February 2021 at 10:30 GMT by Ana', '2021-02-05T10:30:00Z'],
  ['5 февраля 2021 г., 10:30', '2021-02-05T10:30:00'],
  ['5 лютого 2021', '2021-02-05'],
  ['12. März 2021, 10:30 Uhr', '2021-03-12T10:30:00'],
  ['1er mars 2021', '2021-03-01'],
  ['5 de febrero de 2021', '2021-02-05'],
  ['5 febbraio 2021', '2021-02-05'],
  ['5 de fevereiro de 2021', '2021-02-05'],
  ['5 lutego 2021', '2021-02-05'],
  ['05.02.2021', '2021-02-05'],
  ['2/24/2021', '2021-02-24'],
  ['Feb 5, 2021 9:05 pm PST', '2021-02-05T21:05:00-08:00'],
  ['Feb 5, 2021 9:05 pm IST', '2021-02-05'],
  ['Fri Feb 05 2021 10:00:00 GMT+0300', '2021-02-05T10:00:00+03:00'],
  ['02/05/2021', undefined],
  ['1 January 2999', undefined],
  ['yesterday, 10:30', undefined],
  ['31 February 2021', undefined],
])('the date in %s is %s', (text, expected) => {
  expect(dateIn(text)?.value).toBe(expected);
});

describe('parseLenientJson', () => {
  it.each([
    ['<!-- {"a":1} -->', { a: 1 }],
    ['//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ['{"a":[1,2,],}', { a: [1, 2] }],
    ['{"a":"two\nlines"}', { a: 'two lines' }],
    ['{"a":1, // why\n"b":"http://x//y"}', { a: 1, b: 'http://x//y' }],
    ['{"a":"it\\\'s", "b":"c:\\\\d"}', { a: "it's", b: 'c:\\d' }],
    ['{"a":1};', { a: 1 }],
    ['{"a":",}"}', { a: ',}' }],
  ])('mends %j', (text, value) => {
    expect(parseLenientJson(text)).toEqual(value);
  });

  it.each(['{"a":', 'a: 1', '{"a" "b"}', ''])('does not guess at %j', (text) => {
    expect(() => parseLenientJson(text)).toThrow(SyntaxError);
  });
});
