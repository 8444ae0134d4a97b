// Fingerprints as kept with a citation: small, and the same after reading them back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fingerprintsOf,
  loadFingerprints,
  MOST_FINGERPRINTS,
  storeFingerprints,
} from '../../src/citation/fingerprints.ts';
import { fingerprint } from '../../src/fingerprint/fingerprint.ts';
import { tokenise } from '../../src/fingerprint/normalise.ts';

function words(count: number): string {
  return Array.from({ length: count }, (_, i) => `w${(i * 7919) % 10_007}`).join(' ');
}

describe('kept fingerprints', () => {
  it('come back as they were, for texts of every kind', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('渡', '轮', 'ferry', 'ภ')),
          {
            maxLength: 300,
          },
        ),
        (parts) => {
          const prints = fingerprint(tokenise(parts.join(' ')), 'std');
          expect(loadFingerprints(storeFingerprints(prints))).toEqual(prints);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('take less than 11 bytes each in base64', () => {
    const stored = fingerprintsOf(tokenise(words(800)));
    expect(stored.count).toBeGreaterThan(200);
    expect((stored.keys.length + stored.positions.length) / stored.count).toBeLessThan(11);
  });

  it('are bounded, and say of how many', () => {
    const stored = fingerprintsOf(tokenise(words(40_000)));
    expect(stored.count).toBe(MOST_FINGERPRINTS);
    expect(stored.of).toBeGreaterThan(10_000);
    expect(loadFingerprints(stored).count).toBe(MOST_FINGERPRINTS);
  });

  it('are refused where they were cut', () => {
    const stored = fingerprintsOf(tokenise(words(200)));
    expect(() => loadFingerprints({ ...stored, count: stored.count - 1 })).toThrow(RangeError);
    expect(() => loadFingerprints({ ...stored, positions: '' })).toThrow(/positions/);
    expect(() => loadFingerprints({ ...stored, positions: '/'.repeat(8) })).toThrow(/positions/);
  });
});
