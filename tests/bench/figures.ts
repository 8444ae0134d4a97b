// Percentiles and their words, the same in every benchmark.

/** The value below which a share of the sample lies: nearest rank, so always a measured value. */
export function percentile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('no percentile of an empty sample');
  return value;
}

export interface Spread {
  p50: number;
  p95: number;
  max: number;
  n: number;
}

/** p50, p95 and the largest, rounded to a hundredth. */
export function spread(sample: readonly number[]): Spread {
  return {
    p50: rounded(percentile(sample, 0.5)),
    p95: rounded(percentile(sample, 0.95)),
    max: rounded(percentile(sample, 1)),
    n: sample.length,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `12.3` below a hundred, whole numbers above: more digits would be noise. */
export function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}
