// A Vitest reporter that names every skipped test with its reason.
import type { Reporter, TestCase } from 'vitest/node';

/**
 * Prints `skipped: NAME: REASON` for each test that did not run. The reason is what the test gave
 * to `context.skip(reason)`; one that gave none is named all the same.
 */
export default class SkipReporter implements Reporter {
  readonly #skipped: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state !== 'skipped') return;
    this.#skipped.push(`skipped: ${test.fullName}: ${result.note ?? 'no reason given'}`);
  }

  onTestRunEnd(): void {
    if (this.#skipped.length > 0) console.log(this.#skipped.join('\n'));
  }
}
