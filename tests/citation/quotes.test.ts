// Selected passages as Web Annotation selectors.
import { expect, it } from 'vitest';
import { quoteOf, selectorsOf } from '../../src/citation/quotes.ts';

const TEXT = 'The 🚢 ferry sails.\n\nIt sails at nine from the old quay, as it did before the war.';

it('counts code points, and keeps what stands around', () => {
  const start = 6;
  expect(selectorsOf(TEXT, start, start + 5)).toEqual({
    quote: {
      type: 'TextQuoteSelector',
      exact: 'ferry',
      prefix: 'The 🚢 ',
      suffix: ' sails.\n\nIt sails at nine from t',
    },
    position: { type: 'TextPositionSelector', start, end: start + 5 },
  });
});

it('leaves out context that is not there', () => {
  const { quote } = selectorsOf('all', 0, 3);
  expect(quote).toEqual({ type: 'TextQuoteSelector', exact: 'all' });
});

it.each([
  [-1, 3],
  [2, 2],
  [0, 9999],
  [Number.NaN, 3],
])('refuses %d to %d', (start, end) => {
  expect(() => selectorsOf(TEXT, start, end)).toThrow(RangeError);
});

it('cuts a selection that is no quote any more', () => {
  expect(quoteOf('x'.repeat(1 << 20), 'q', '2026-03-01T09:30:00Z').quote.exact).toHaveLength(
    10_000,
  );
});
