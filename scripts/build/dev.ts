// `npm run dev [-- chrome|firefox]`: rebuilds on every change, in a browser that reloads.
import { spawn } from 'node:child_process';
import { build } from 'vite';
import { type FoundBrowser, findBrowser, howToGet } from '../browsers.ts';
import { extension } from './extension.ts';
import { type BrowserName, parseMode } from './modes.ts';
import { DIST, ROOT } from './paths.ts';

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
function openBrowser({ kind: browser, path: binary }: FoundBrowser, outDir: string): void {
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
const found = findBrowser(browser);
if (found === undefined) {
  console.error(howToGet(browser));
  process.exitCode = 1;
} else {
  const outDir = `${DIST}dev-${browser}`;
  await watch(browser, outDir);
  openBrowser(found, outDir);
}
