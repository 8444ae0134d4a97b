// `npm run dev [-- chrome|firefox]`: rebuilds on every change, in a browser that reloads.
import { spawn } from 'node:child_process';
import { constants as access, accessSync } from 'node:fs';
import { delimiter } from 'node:path';
import { build } from 'vite';
import { extension } from './extension.ts';
import { type BrowserName, parseMode } from './modes.ts';
import { DIST, ROOT } from './paths.ts';

const NAMES: Record<BrowserName, string[]> = {
  chrome: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

/** STEMMA_BROWSER, else the first known name that stands in PATH. */
function findBinary(browser: BrowserName): string {
  const named = process.env['STEMMA_BROWSER'];
  if (named !== undefined && named !== '') return named;
  const directories = (process.env['PATH'] ?? '').split(delimiter);
  for (const path of NAMES[browser].flatMap((name) => directories.map((d) => `${d}/${name}`))) {
    try {
      accessSync(path, access.X_OK);
      return path;
    } catch {
      // Not here; the next one may be.
    }
  }
  throw new Error(
    `No ${browser} found (${NAMES[browser].join(', ')}). Install one, or name it in STEMMA_BROWSER.`,
  );
}

/** Builds into `dist/dev-<browser>` now and on each change; answers after the first build. */
async function watch(browser: BrowserName, outDir: string): Promise<void> {
  const config = extension(browser, { outDir, readable: true });
  const watcher = await build({
    ...config,
    configFile: false,
    mode: browser,
    logLevel: 'warn',
    build: { ...config.build, watch: {} },
  });
  if (!('on' in watcher)) throw new Error('Vite did not start watching.');
  await new Promise<void>((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'END') {
        console.log(`built ${outDir.slice(ROOT.length)}`);
        resolve();
      } else if (event.code === 'ERROR') {
        // The browser keeps the last good build until this one is repaired.
        console.error(event.error.message);
      }
    });
  });
}

/** web-ext opens the browser with a fresh profile and reloads the extension when files change. */
function openBrowser(browser: BrowserName, outDir: string): void {
  const binary = findBinary(browser);
  const headless = process.platform === 'linux' && !process.env['DISPLAY'];
  const flags = [
    ...(headless ? ['--headless'] : []),
    // Chromium refuses its sandbox to root.
    ...(browser === 'chrome' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const child = spawn(
    `${ROOT}node_modules/.bin/web-ext`,
    [
      'run',
      '--no-config-discovery',
      '--no-input',
      `--source-dir=${outDir}`,
      `--target=${browser === 'firefox' ? 'firefox-desktop' : 'chromium'}`,
      `--${browser === 'firefox' ? 'firefox' : 'chromium-binary'}=${binary}`,
      ...flags.map((flag) => `--args=${flag}`),
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  child.on('exit', (code) => process.exit(code ?? 0));
}

const { browser } = parseMode(process.argv[2] ?? 'chrome');
const outDir = `${DIST}dev-${browser}`;
await watch(browser, outDir);
openBrowser(browser, outDir);
