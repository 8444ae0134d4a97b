import { describe, expect, it } from 'vitest';
import { daysBetween, orderOf } from '../../src/match/order.ts';

const order = (page?: string, archive?: string) => {
  const { order: value, reason } = orderOf(page, archive);
  return `${value} (${reason.rule})`;
};

describe('orderOf', () => {
  it.each([
    ['2021-02-07', '2021-02-05', 'archive-earlier (dates-differ)'],
    ['2021-02-05', '2021-02-07', 'page-earlier (dates-differ)'],
    ['2021-02-05', '2021-02-05', 'unknown (same-date)'],
    ['2021-02-05', '2021-02', 'unknown (same-date)'],
    ['2021', '2021-02-05', 'unknown (same-date)'],
    ['2021-03', '2021-02-05', 'archive-earlier (dates-differ)'],
    ['2022', '2021-12-31', 'archive-earlier (dates-differ)'],
    [undefined, '2021-02-05', 'unknown (no-page-date)'],
    ['2021-02-05', undefined, 'unknown (no-archive-date)'],
    ['last week', '2021-02-05', 'unknown (no-page-date)'],
    ['2021-02-05T10:00:00Z', '2021-02-05', 'unknown (same-date)'],
    ['2021-02-05T10:00:00Z', '2021-02-05T09:00:00Z', 'archive-earlier (dates-differ)'],
    ['2021-02-05T10:00:00+03:00', '2021-02-05T08:30:00Z', 'page-earlier (dates-differ)'],
    ['2021-02-05T10:00:00Z', '2021-02-05T10:00:20Z', 'unknown (same-date)'],
    ['2021-02-05T10:00', '2021-02-05T08:00', 'unknown (same-date)'],
    ['2021-02-06T10:00', '2021-02-05', 'archive-earlier (dates-differ)'],
    ['2021-02-05T23:30:00-05:00', '2021-02-06', 'unknown (dates-overlap)'],
    ['2021-02-06T08:00:00Z', '2021-02-05', 'unknown (dates-overlap)'],
    ['2021-02-06T12:00:00Z', '2021-02-05', 'archive-earlier (dates-differ)'],
    ['2021-02-04T09:59:00Z', '2021-02-05', 'page-earlier (dates-differ)'],
    ['2021-02-07T08:00:00Z', '2021-02', 'unknown (same-date)'],
    ['2021-02-28T20:00:00-05:00', '2021-03', 'unknown (dates-overlap)'],
  ])('page %s, archive %s: %s', (page, archive, expected) => {
    expect(order(page, archive)).toBe(expected);
  });

  it('names the dates it compared', () => {
    expect(orderOf('2021-02-07', '2021-02-05').reason).toEqual({
      rule: 'dates-differ',
      pageDate: '2021-02-07',
      archiveDate: '2021-02-05',
    });
  });
});

describe('daysBetween', () => {
  it('counts calendar days, where days are known', () => {
    expect(daysBetween('2021-02-05', '2021-02-07')).toBe(2);
    expect(daysBetween('2021-02-07T23:59:00-05:00', '2021-02-05')).toBe(-2);
    expect(daysBetween('2021-02', '2021-02-05')).toBeUndefined();
    expect(daysBetween(undefined, '2021-02-05')).toBeUndefined();
  });
});
