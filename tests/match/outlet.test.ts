import { describe, expect, it } from 'vitest';
import { isSameOutlet } from '../../src/match/outlet.ts';

describe('isSameOutlet', () => {
  it.each([
    ['https://www.gazette.example/a', 'https://gazette.example/b', true],
    ['https://edition.gazette.example/a', 'https://money.gazette.example/b', true],
    ['https://gazette.example/a', 'https://courier.example/b', false],
    ['https://gazette.co.uk/a', 'https://courier.co.uk/b', false],
    ['https://amp.gazette.co.uk/a', 'https://gazette.co.uk/b', true],
    ['https://gazette.com.au/a', 'https://courier.com.au/b', false],
    ['not an address', 'not an address', false],
  ])('%s, %s: %s', (one, other, same) => {
    expect(isSameOutlet(one, other)).toBe(same);
  });
});
