// Copies in web archives: told by their addresses, and cited beside the page itself.
import { describe, expect, it } from 'vitest';
import { mementoOf } from '../../src/citation/memento.ts';

const story = 'https://harbour.example/news/ferries?id=7';

describe('addresses of copies in web archives', () => {
  it.each([
    `https://archive.example/web/20210205101530/${story}`,
    `https://archive.example/web/20210205101530id_/${story}`,
    `https://archive.example/20210205101530/${story.replace('//', '/')}`,
  ])('are read: %s', (url) => {
    expect(mementoOf(url)).toEqual({ url, date: '2021-02-05T10:15:30Z', original: story });
  });

  it.each([
    story,
    'https://archive.example/web/2021*/https://harbour.example/',
    'https://archive.example/web/20210230101530/https://harbour.example/',
    'https://archive.example/web/20210205101530/javascript:alert(1)',
    'https://archive.example/web/20210205101530/',
    'ftp://archive.example/web/20210205101530/https://harbour.example/',
    '',
  ])('are not guessed: %s', (url) => expect(mementoOf(url)).toBeUndefined());
});
