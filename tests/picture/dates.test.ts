// Dates in files, and what shows that a picture is older than its story.

import { describe, expect, it } from 'vitest';
import { fileDate, olderThanStory } from '../../src/picture/dates.ts';
import type { PictureFact } from '../../src/picture/types.ts';

describe('a date in a file', () => {
  it.each([
    ['2019-05-04T10:11:12+02:00', '2019-05-04'],
    ['2019-05-04', '2019-05-04'],
    ['20190504', '2019-05-04'],
    ['2019:05:04 23:59:59', '2019-05-04'],
    ['2019-05', '2019-05'],
    ['20190500', '2019-05'],
    ['20190000', '2019'],
    ['2019', '2019'],
  ])('%s is %s', (text, iso) => {
    expect(fileDate(text)).toBe(iso);
  });

  it.each(['', '0000:00:00 00:00:00', '2019-02-31', '2019-13-01', '1700-01-01', 'yesterday'])(
    '"%s" is none',
    (text) => {
      expect(fileDate(text)).toBeUndefined();
    },
  );
});

const created = (value: string): PictureFact[] => [
  { field: 'created', value, from: 'XMP photoshop:DateCreated' },
];

describe('an older picture', () => {
  it('is shown by the file, in whole days', () => {
    expect(olderThanStory(created('2024-02-28'), '2024-03-01T08:00:00Z')).toEqual({
      days: 2,
      created: '2024-02-28',
      from: 'XMP photoshop:DateCreated',
    });
  });

  it.each([
    ['the day before', '2024-02-29', '2024-03-01'],
    ['a later day', '2024-03-05', '2024-03-01'],
    ['a month without a day', '2019-05', '2024-03-01'],
    ['a story known to the month only', '2019-05-04', '2024-03'],
    ['a story without a date', '2019-05-04', undefined],
  ])('is not shown by %s', (_, file, story) => {
    expect(olderThanStory(created(file), story)).toBeUndefined();
  });
});
