// One archive asked for the fingerprints of a text: its postings, and the documents that hold.

import { ADDRESS_POSITION } from '../archive/layout.ts';
import type { KeyPostings } from '../archive/postings.ts';
import type { Archive } from '../archive/reader.ts';
import { type Fingerprints, keyOf } from '../fingerprint/fingerprint.ts';
import { chainHits } from './chain.ts';
import { candidatesOf, listedOf } from './hits.ts';
import { strengthOf } from './relation.ts';
import type { Aligned, Asked } from './report.ts';
import { CHARACTER_RULES, KEYS_AT_ONCE, type Rules, WORD_RULES } from './thresholds.ts';
import type { SamePage } from './types.ts';

/** Postings read so far, by key; null where the archive has none. */
export type Known = Map<number, KeyPostings | null>;

/** Reads the postings that are not known yet. */
async function readPostings(
  archive: Archive,
  high: number[],
  low: number[],
  known: Known,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let from = 0; from < high.length; from += KEYS_AT_ONCE) {
    signal?.throwIfAborted();
    const upper = high.slice(from, from + KEYS_AT_ONCE);
    const lower = low.slice(from, from + KEYS_AT_ONCE);
    const postings = await archive.postings(upper, lower, signal === undefined ? {} : { signal });
    for (const [i, unit] of upper.entries()) {
      const key = keyOf(unit, lower[i] ?? 0);
      known.set(key, postings.get(key) ?? null);
    }
  }
  signal?.throwIfAborted();
}

/**
 * Every n-th fingerprint, so that about `count` are left, spread over the text.
 *
 * @returns all of them where there are not many more than that
 */
export function spreadOver(prints: Fingerprints, count: number): Fingerprints {
  const step = Math.floor(prints.count / count);
  if (step < 2) return prints;
  const every = <T extends { filter: (keep: (value: number, at: number) => boolean) => T }>(
    values: T,
  ): T => values.filter((_, at) => at % step === 0);
  const high = every(prints.high);
  return {
    count: high.length,
    high,
    low: every(prints.low),
    position: every(prints.position),
    span: every(prints.span),
  };
}

/** Documents of one archive that share enough with the text, unsorted. */
export async function alignedIn(
  archive: Archive,
  page: Omit<Asked, 'listed'>,
  address: { high: number; low: number } | undefined,
  known: Known,
  signal: AbortSignal | undefined,
): Promise<{ aligned: Aligned[]; samePages: SamePage[] }> {
  const { prints } = page;
  const high: number[] = [];
  const low: number[] = [];
  const want = (upper: number, lower: number) => {
    const key = keyOf(upper, lower);
    if (known.has(key)) return;
    known.set(key, null);
    high.push(upper);
    low.push(lower);
  };
  for (let i = 0; i < prints.count; i++) want(prints.high[i] ?? 0, prints.low[i] ?? 0);
  if (address !== undefined) want(address.high, address.low);
  await readPostings(archive, high, low, known, signal);

  const asked: Asked = { ...page, listed: listedOf(prints, known) };
  const aligned: Aligned[] = [];
  for (const candidate of candidatesOf(prints, asked.listed, asked.page)) {
    const rules: Rules = candidate.characters ? CHARACTER_RULES : WORD_RULES;
    const { chains, evidence } = chainHits(candidate.hits, rules);
    const strength = strengthOf(evidence);
    if (strength === undefined) continue;
    aligned.push({ archive, asked, candidate, rules, chains, evidence, strength });
  }
  const here = address === undefined ? null : known.get(keyOf(address.high, address.low));
  return { aligned, samePages: await samePagesOf(archive, here ?? undefined) };
}

async function samePagesOf(
  archive: Archive,
  postings: KeyPostings | undefined,
): Promise<SamePage[]> {
  const indexes = (postings?.documents ?? []).filter(
    (_, i) => postings?.positions[i] === ADDRESS_POSITION,
  );
  return Promise.all(
    indexes.map(async (index) => ({
      archive: archive.info,
      document: await archive.document(index),
    })),
  );
}
