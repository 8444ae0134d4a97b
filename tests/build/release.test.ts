// The releases as built: what they ask for, what pages can see of them, and what they never hold.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Script } from 'node:vm';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RELEASES } from '../../scripts/build/modes.ts';
import { ROOT, zipName } from '../../scripts/build/paths.ts';
import { filesIn } from '../../scripts/build/zip.ts';
import { NEWSSTAND_HOSTS } from '../newsstand/hosts.ts';

const BUILD_TIME = 60_000;
const out = mkdtempSync(`${tmpdir()}/stemma-build-`);

function build(to: string, modes: string[], env: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `${ROOT}scripts/build/index.ts`, '--out', to, ...modes],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } },
  );
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}

const Manifest = v.looseObject({
  host_permissions: v.array(v.string()),
  optional_host_permissions: v.array(v.string()),
  permissions: v.array(v.string()),
  content_scripts: v.array(
    v.looseObject({ js: v.array(v.string()), matches: v.array(v.string()) }),
  ),
});

function manifest(mode: string) {
  return v.parse(Manifest, JSON.parse(readFileSync(`${out}/${mode}/manifest.json`, 'utf8')));
}

/** Latin-1, so that every byte of a pack can be searched too. */
function contents(mode: string): { file: string; text: string }[] {
  return filesIn(`${out}/${mode}`).map((file) => ({
    file,
    text: readFileSync(`${out}/${mode}/${file}`, 'latin1'),
  }));
}

/** Files of a build that mention the newsstand or one of its hosts. */
function ofNewsstand(mode: string): string[] {
  const words = ['newsstand', ...NEWSSTAND_HOSTS];
  return contents(mode)
    .filter(({ file, text }) => words.some((word) => `${file}\n${text}`.includes(word)))
    .map(({ file }) => file);
}

beforeAll(() => build(out, [...RELEASES, 'demo-chrome']), BUILD_TIME);
afterAll(() => rmSync(out, { recursive: true }));

describe.each(RELEASES)('release for %s', (mode) => {
  it('asks for the hosts of the shipped archive and for nothing else', () => {
    const { hosts } = v.parse(
      v.looseObject({ hosts: v.array(v.string()) }),
      JSON.parse(readFileSync(`${ROOT}public/archives/seed.json`, 'utf8')),
    );
    const patterns = hosts.map((host) => `https://${host}/*`).toSorted();
    expect(manifest(mode).host_permissions).toEqual(patterns);
    expect(manifest(mode).content_scripts.map(({ matches }) => matches)).toEqual([patterns]);
    expect(manifest(mode).permissions).toEqual([
      'activeTab',
      'contextMenus',
      ...(mode === 'chrome' ? ['offscreen'] : []),
      'scripting',
      ...(mode === 'chrome' ? ['sidePanel'] : []),
      'storage',
      'unlimitedStorage',
    ]);
  });

  it('shows pages nothing to probe for', () => {
    expect(manifest(mode)).not.toHaveProperty('web_accessible_resources');
    expect(manifest(mode)).not.toHaveProperty('externally_connectable');
  });

  it('holds nothing of the newsstand', () => {
    expect(ofNewsstand(mode)).toEqual([]);
  });

  it.each([
    'content/watch.js',
    'content/read.js',
    'workers/reader.js',
    'workers/import.js',
    ...(mode === 'chrome' ? ['offscreen/index.js'] : []),
  ])('has %s as one plain script', (file) => {
    const code = readFileSync(`${out}/${mode}/${file}`, 'utf8');
    // Compiled as a script, a static import or export is a syntax error.
    expect(() => new Script(code)).not.toThrow();
    expect(code).not.toMatch(/\bimport\s*\(/);
  });

  it('runs no code from text and loads nothing from elsewhere', () => {
    for (const { file, text } of contents(mode).filter((entry) =>
      /\.(js|html)$/.test(entry.file),
    )) {
      expect(text, file).not.toMatch(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(['"`]/);
      // Citation.js brings a synchronous fetch for browsers, which the build leaves out.
      expect(text, file).not.toContain('XMLHttpRequest');
      expect(text, file).not.toMatch(/crossorigin|<script[^>]+https?:|sourceMappingURL/);
    }
  });

  it('carries its licence and those of what it bundles', () => {
    const licence = readFileSync(`${out}/${mode}/LICENSE`, 'utf8');
    expect(licence).toBe(readFileSync(`${ROOT}LICENSE`, 'utf8'));
    const notices = readFileSync(`${out}/${mode}/THIRD-PARTY-NOTICES.txt`, 'utf8');
    for (const name of ['@mozilla/readability', 'preact', 'valibot', 'webextension-polyfill']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });
});

it('puts the newsstand into a demo, so that its absence above means something', () => {
  expect(ofNewsstand('demo-chrome')).toContain('archives/newsstand.stemma');
  expect(manifest('demo-chrome').host_permissions).toEqual(
    expect.arrayContaining(NEWSSTAND_HOSTS.map((host) => `https://${host}/*`)),
  );
});

it(
  'gives the same zips again, in another time zone and under another NODE_ENV',
  () => {
    const again = `${out}/again`;
    build(again, [...RELEASES], { TZ: 'Pacific/Kiritimati', NODE_ENV: 'development' });
    for (const mode of RELEASES) {
      const first = readFileSync(`${out}/${zipName(mode)}`);
      expect(readFileSync(`${again}/${zipName(mode)}`).equals(first), mode).toBe(true);
    }
  },
  BUILD_TIME,
);
