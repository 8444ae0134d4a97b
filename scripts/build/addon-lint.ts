// Mozilla's own check of the Firefox build: no error, and no warning that is not explained here.
import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { DIST, ROOT } from './paths.ts';

const Message = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string()),
  line: v.optional(v.number()),
});
const Report = v.object({ errors: v.array(Message), warnings: v.array(Message) });

export type LintMessage = v.InferOutput<typeof Message>;

interface Allowed {
  code: string;
  file: RegExp;
  /** At most so many. */
  count: number;
  why: string;
}

/** Warnings that stand, each with its reason. */
const ALLOWED: Allowed[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^(?:popup\/index|chunks\/preload-helper)\.js$/,
    count: 1,
    why: 'Preact: dangerouslySetInnerHTML, which nothing in Stemma uses (lint bans innerHTML)',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^content\/read\.js$/,
    count: 2,
    why: 'Readability: works on a copy of the page that is never shown',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/(?:formats|citation-mapping)\.js$/,
    count: 1,
    why: 'Citation.js: its HTML output as an element, which nothing in Stemma asks for',
  },
  {
    code: 'UNSUPPORTED_API',
    file: /^chunks\/sweep\.js$/,
    count: 2,
    why: 'offscreen documents: made only where the browser has them, which is Chromium',
  },
  {
    code: 'UNSUPPORTED_API',
    file: /^popup\/index\.js$/,
    count: 1,
    why: 'the side panel: opened only where the browser has one; Firefox opens its sidebar',
  },
];

/** Warnings that nothing in {@link ALLOWED} explains. */
export function unexplained(warnings: readonly LintMessage[]): LintMessage[] {
  const left = new Map(ALLOWED.map((allowed) => [allowed, allowed.count]));
  return warnings.filter(({ code, file = '' }) => {
    const allowed = ALLOWED.find((known) => known.code === code && known.file.test(file));
    if (allowed === undefined) return true;
    const remaining = left.get(allowed) ?? 0;
    left.set(allowed, remaining - 1);
    return remaining <= 0;
  });
}

/** Runs `web-ext lint` on `dist/firefox`: whether it passed, and what to say. */
export function lintFirefoxBuild(): { ok: boolean; output: string } {
  const { stdout, stderr } = spawnSync(
    `${ROOT}node_modules/.bin/web-ext`,
    ['lint', '--source-dir', `${DIST}firefox`, '--output', 'json', '--no-config-discovery'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_UPDATE_NOTIFIER: '1' } },
  );
  // Told apart from a crash, which prints no JSON.
  if (!stdout.trimStart().startsWith('{')) return { ok: false, output: `${stdout}${stderr}` };
  const { errors, warnings } = v.parse(Report, JSON.parse(stdout));
  const left = [...errors, ...unexplained(warnings)];
  const output = left
    .map(({ code, file = '', line = 0, message }) => `${code} ${file}:${line}: ${message}`)
    .join('\n');
  return {
    ok: left.length === 0,
    output: output || `${errors.length} errors, ${warnings.length} explained warnings`,
  };
}
