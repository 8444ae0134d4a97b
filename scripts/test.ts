// `npm test`: everything that is checked, and how many tests passed, failed and were skipped.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.ts';
import { root, run } from './command.ts';
import { ensurePrograms } from './programs.ts';
import { countReports, inWords } from './test-counts.ts';

const reports = join(root, 'out', 'reports');
// Yesterday's numbers must not stand for a runner that did not get to write today's.
rmSync(reports, { recursive: true, force: true });

ensureBrowsers(['chrome', 'firefox']);
ensurePrograms();
const check = await run('tsx', ['scripts/check.ts']);
// The browsers are tried even if the check failed: one run shows all there is to repair.
const e2e = await run('tsx', ['scripts/e2e.ts']);

const counts = countReports(reports, ['unit', 'e2e-chrome', 'e2e-firefox']);
for (const trouble of counts.troubles) console.log(trouble);
console.log(inWords(counts));
process.exitCode = check === 0 && e2e === 0 && counts.failed === 0 ? 0 : 1;
