// Percentiles by nearest rank: always a value that was measured.

import { describe, expect, it } from 'vitest';
import { figure, percentile, spread } from './figures.ts';

describe('percentile', () => {
  it('is the nearest rank', () => {
    const sample = [15, 20, 35, 40, 50];
    expect(percentile(sample, 0.05)).toBe(15);
    expect(percentile(sample, 0.3)).toBe(20);
    expect(percentile(sample, 0.4)).toBe(20);
    expect(percentile(sample, 0.5)).toBe(35);
    expect(percentile(sample, 1)).toBe(50);
  });

  it('does not depend on the order and leaves the sample as it was', () => {
    const sample = [3, 1, 2];
    expect(percentile(sample, 0.5)).toBe(2);
    expect(sample).toEqual([3, 1, 2]);
  });

  it('refuses an empty sample', () => {
    expect(() => percentile([], 0.5)).toThrow('empty');
  });
});

describe('spread', () => {
  it('names the middle, the tail and the worst', () => {
    const sample = Array.from({ length: 20 }, (_, at) => at + 1.006);
    expect(spread(sample)).toEqual({ p50: 10.01, p95: 19.01, max: 20.01, n: 20 });
  });
});

describe('figure', () => {
  it('shows as many digits as mean something', () => {
    expect([0.1234, 9.99, 12.34, 1234.5].map(figure)).toEqual(['0.12', '9.99', '12.3', '1,235']);
  });
});
