// Dates keep the precision they have and follow the reader's region and calendar.

import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../src/platform/translate.ts';
import { wordsOf } from './words.ts';

const british = wordsOf('en', 'en-GB');

describe('dates', () => {
  it.each([
    ['2021', '2021'],
    ['2021-02', 'Feb 2021'],
    ['2021-02-05', '5 Feb 2021'],
    ['2021-02-05T23:30:00Z', '5 Feb 2021'],
  ])('%s keeps its precision', (iso, shown) => {
    expect(british.formatDate(iso)).toBe(shown);
  });

  it('a day is the same day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
      const words = createTranslator(
        () => 'en',
        'en-GB',
        () => new Date('2026-01-01'),
        zone,
      );
      expect(words.formatDate('2021-02-05'), zone).toBe('5 Feb 2021');
    }
  });

  it('a moment is shown in the reader’s zone', () => {
    const words = createTranslator(
      () => 'en',
      'en-GB',
      () => new Date('2026-01-01'),
      'Asia/Tokyo',
    );
    expect(words.formatDate('2021-02-05T23:30:00Z')).toBe('6 Feb 2021');
  });

  it('the time is told with its zone, where there is one', () => {
    expect(british.formatDateTime('2021-02-05T23:30:00Z')).toBe('5 Feb 2021, 23:30 UTC');
    expect(british.formatDateTime('2021-02-05')).toBe('5 Feb 2021');
  });

  it('the year is left out only where it is this one', () => {
    expect(british.formatShortDate('2026-02-05')).toBe('5 Feb');
    expect(british.formatShortDate('2021-02-05')).toBe('5 Feb 2021');
    expect(british.formatShortDate('2026')).toBe('2026');
  });

  it.each([
    ['en-US', 'Feb 5, 2021'],
    ['en-US-u-ca-persian', 'Bahman 17, 1399 AP'],
    // A language without messages of ours: English words, its own calendar.
    ['th-TH', 'Feb 5, 2564 BE'],
  ])('follow the reader’s region and calendar: %s', (language, shown) => {
    expect(wordsOf('en', language).formatDate('2021-02-05')).toBe(shown);
  });

  it.each(['', 'yesterday', '2021-13-45', '05/02/2021'])(
    'what is no date stays as it is: %j',
    (text) => {
      expect(british.formatDate(text)).toBe(text);
    },
  );
});

describe('words', () => {
  it('numbers are grouped as the reader does it', () => {
    expect(british.tn('articles', 102331)).toBe('102,331 articles');
    // No-break spaces, as CLDR has it for Russian.
    expect(wordsOf('ru', 'ru').tn('articles', 102331)).toBe('102\u00A0331 статья');
  });

  it.each([
    [1, '1 слово'],
    [2, '2 слова'],
    [5, '5 слов'],
    [11, '11 слов'],
    [22, '22 слова'],
    [101, '101 слово'],
  ])('Russian plurals: %i', (count, words) => {
    expect(wordsOf('ru', 'ru').tn('words', count)).toBe(words);
  });

  it('a message that is not there shows its key rather than nothing', () => {
    expect(createTranslator(() => '', 'en').t('lost')).toBe('lost');
  });

  it('direction is that of the messages, not of a browser whose language has none', () => {
    expect(wordsOf('en', 'ar').dir).toBe('ltr');
    expect(createTranslator((key) => (key === 'localeTag' ? 'ar' : ''), 'ar').dir).toBe('rtl');
  });
});
