// Adds up what the test runners reported.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What the numbers do not show by themselves: a file that did not load, a missing report. */
  troubles: string[];
}

/** Of Vitest's JSON report, what is counted. */
const reportShape = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

/**
 * Counts the tests of each named report (`NAME.json`) in a folder.
 *
 * A report that is missing or unreadable, and a test file that failed without a failed test (it did
 * not load, or its set-up broke), each count as one failure: they must not pass for silence.
 */
export function countReports(folder: string, names: readonly string[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, troubles: [] };
  for (const name of names) {
    try {
      count(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')), counts);
    } catch (error) {
      counts.failed += 1;
      counts.troubles.push(`${name}: no report (${error instanceof Error ? error.message : ''})`);
    }
  }
  return counts;
}

function count(report: unknown, counts: Counts): void {
  for (const file of v.parse(reportShape, report).testResults) {
    const failedBefore = counts.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && counts.failed === failedBefore) {
      counts.failed += 1;
      counts.troubles.push(`${file.name}: failed outside of its tests`);
    }
  }
}

/** The closing line. */
export function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = '.', ...names] = process.argv.slice(2);
  console.log(inWords(countReports(folder, names)));
}
