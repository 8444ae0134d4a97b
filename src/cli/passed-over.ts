// What inputs held that is no story: counted by reason, named one by one only where that was asked for.

import type { PassedOver } from '../ingest/passed.ts';
import type { Output } from './output.ts';

/** Listed one by one in a report: a crawl holds millions of pictures. */
const MOST_LISTED = 10_000;

export class PassedOverCount {
  readonly #output: Output;
  readonly #verbose: boolean;
  readonly #reasons = new Map<string, number>();
  readonly #listed: PassedOver[] = [];

  constructor(output: Output, verbose: boolean) {
    this.#output = output;
    this.#verbose = verbose;
  }

  add(passed: PassedOver): void {
    this.#reasons.set(passed.why, (this.#reasons.get(passed.why) ?? 0) + 1);
    if (this.#listed.length < MOST_LISTED) this.#listed.push(passed);
    if (!this.#verbose) return;
    const { input, url, why, detail } = passed;
    const more = detail === undefined ? '' : ` (${detail})`;
    this.#output.tell(`${input}: passed over, ${why}${more}${url === undefined ? '' : `: ${url}`}`);
  }

  get total(): number {
    return [...this.#reasons.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Reasons and how often each was met, the most frequent first. */
  get reasons(): { why: string; count: number }[] {
    return [...this.#reasons]
      .map(([why, count]) => ({ why, count }))
      .toSorted((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1));
  }

  /** The first 10,000. */
  get listed(): readonly PassedOver[] {
    return this.#listed;
  }

  /** `passed over 12: 9 image, not a page; 3 status 404`; nothing where there was nothing. */
  tell(): void {
    if (this.#reasons.size === 0) return;
    const told = this.reasons.map(({ why, count }) => `${count} ${why}`).join('; ');
    this.#output.tell(`passed over ${this.total}: ${told}`);
  }
}
