// Adding up reports: nothing that went wrong may look like silence.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countReports, inWords } from '../../scripts/test-counts.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, files: { status: string; tests: string[] }[]): void {
  const testResults = files.map(({ status, tests }, at) => ({
    name: `file-${at}.test.ts`,
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  }));
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ testResults }));
}

describe('countReports', () => {
  it('sums over reports; whatever neither passed nor failed was skipped', () => {
    write('unit', [{ status: 'passed', tests: ['passed', 'passed', 'skipped', 'todo'] }]);
    write('e2e', [{ status: 'failed', tests: ['passed', 'failed', 'pending'] }]);
    const counts = countReports(folder, ['unit', 'e2e']);
    expect(counts).toEqual({ passed: 3, failed: 1, skipped: 3, troubles: [] });
    expect(inWords(counts)).toBe('3 passed, 1 failed, 3 skipped');
  });

  it('counts a file that failed without a failed test', () => {
    write('unit', [
      { status: 'failed', tests: [] },
      { status: 'failed', tests: ['skipped'] },
    ]);
    const counts = countReports(folder, ['unit']);
    expect(counts).toMatchObject({ passed: 0, failed: 2, skipped: 1 });
    expect(counts.troubles).toHaveLength(2);
  });

  it('counts a report that is missing or broken as a failure', () => {
    writeFileSync(join(folder, 'broken.json'), '{"testResults":');
    writeFileSync(join(folder, 'other.json'), '{"something":"else"}');
    const counts = countReports(folder, ['missing', 'broken', 'other']);
    expect(counts).toMatchObject({ passed: 0, failed: 3, skipped: 0 });
    expect(counts.troubles.map((trouble) => trouble.split(':')[0])).toEqual([
      'missing',
      'broken',
      'other',
    ]);
  });
});
