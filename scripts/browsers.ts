// Finds the browsers of this machine, or says in one line how to get one.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall, canInstall } from './apt.ts';

export type BrowserKind = 'chrome' | 'firefox';

export interface FoundBrowser {
  /** Which of the two builds it runs. */
  kind: BrowserKind;
  path: string;
  /** As people call it: `Chromium`, `Google Chrome`, `Microsoft Edge`, `Firefox`. */
  name: string;
  /** As the browser tells it; `unknown` where asking would open a window. */
  version: string;
}

/** Of the machine, what finding a browser needs; another one in tests. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  exists(path: string): boolean;
  /** What `PATH --version` prints, or undefined where it cannot be asked. */
  printedVersion(path: string): string | undefined;
}

interface Make {
  name: string;
  kind: BrowserKind;
  /** Names on the PATH. */
  commands: string[];
  /** Full paths, and on Windows paths under the programme folders. */
  mac: string;
  windows: string;
}

/** In the order in which they are tried. */
const makes: readonly Make[] = [
  {
    name: 'Chromium',
    kind: 'chrome',
    commands: ['chromium', 'chromium-browser'],
    mac: '/Applications/Chromium.app/Contents/MacOS/Chromium',
    windows: 'Chromium\\Application\\chrome.exe',
  },
  {
    name: 'Google Chrome',
    kind: 'chrome',
    commands: ['google-chrome', 'google-chrome-stable'],
    mac: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    windows: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    name: 'Microsoft Edge',
    kind: 'chrome',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    mac: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    windows: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    name: 'Firefox',
    kind: 'firefox',
    commands: ['firefox', 'firefox-esr'],
    mac: '/Applications/Firefox.app/Contents/MacOS/firefox',
    windows: 'Mozilla Firefox\\firefox.exe',
  },
];

/** What the manifest asks for. */
const oldest: Record<BrowserKind, number> = { chrome: 128, firefox: 142 };

const packages: Record<BrowserKind, string> = { chrome: 'chromium', firefox: 'firefox-esr' };

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  printedVersion(path) {
    // On Windows, `--version` opens a window instead of printing.
    if (process.platform === 'win32') return undefined;
    try {
      return execFileSync(path, ['--version'], {
        encoding: 'utf8',
        stdio: 'pipe',
        timeout: 15_000,
      });
    } catch {
      return undefined;
    }
  },
};

/**
 * The first browser that can run Stemma: the one STEMMA_BROWSER names (a path or a name), then
 * Chromium, Chrome, Edge, Firefox.
 *
 * @param wanted one kind only
 * @throws if STEMMA_BROWSER names a browser that is not there
 */
export function findBrowser(
  wanted?: BrowserKind,
  machine: Machine = thisMachine,
): FoundBrowser | undefined {
  const named = machine.env['STEMMA_BROWSER']?.trim();
  if (named) {
    const browser = findNamed(named, machine);
    if (!browser) {
      throw new Error(`STEMMA_BROWSER is "${named}", and no browser of that path or name is here.`);
    }
    if (wanted === undefined || browser.kind === wanted) return browser;
  }
  for (const make of makes) {
    if (wanted !== undefined && make.kind !== wanted) continue;
    const browser = findMake(make, machine);
    if (browser && !isTooOld(browser)) return browser;
  }
  return undefined;
}

function findNamed(named: string, machine: Machine): FoundBrowser | undefined {
  if (/[\\/]/.test(named)) {
    if (!machine.exists(named)) return undefined;
    const printed = machine.printedVersion(named) ?? '';
    const isFirefox = /firefox/i.test(printed) || /firefox/i.test(named);
    const known = makes.find((make) => printed.includes(make.name));
    const name = known?.name ?? (isFirefox ? 'Firefox' : 'Chromium');
    return {
      kind: isFirefox ? 'firefox' : 'chrome',
      path: named,
      name,
      version: versionIn(printed),
    };
  }
  const asked = named.toLowerCase();
  const make = makes.find(
    ({ name, commands }) =>
      commands.includes(asked) || name.toLowerCase().split(' ').includes(asked),
  );
  return make && findMake(make, machine);
}

function findMake(make: Make, machine: Machine): FoundBrowser | undefined {
  for (const path of placesOf(make, machine)) {
    if (!machine.exists(path)) continue;
    const printed = machine.printedVersion(path);
    // A hull whose browser is not installed is there, but cannot even say its version.
    if (printed === undefined && machine.platform !== 'win32') continue;
    return { kind: make.kind, path, name: make.name, version: versionIn(printed ?? '') };
  }
  return undefined;
}

function placesOf(make: Make, { platform, env }: Machine): string[] {
  if (platform === 'darwin') return [make.mac, `${env['HOME'] ?? ''}${make.mac}`];
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    return folders.flatMap((folder) => {
      const at = env[folder];
      return at ? [`${at}\\${make.windows}`] : [];
    });
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return make.commands.flatMap((command) =>
    [...folders, '/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => join(folder, command)),
  );
}

function versionIn(printed: string): string {
  return /\d+(?:\.\d+)+/.exec(printed)?.[0] ?? 'unknown';
}

/** A browser that does not say its version is tried as it is. */
function isTooOld({ kind, version }: FoundBrowser): boolean {
  return version !== 'unknown' && Number.parseInt(version, 10) < oldest[kind];
}

/** One line for somebody who has no browser of that kind. */
export function howToGet(kind: BrowserKind | undefined, platform = process.platform): string {
  const which =
    kind === 'firefox'
      ? `Firefox ${oldest.firefox} or newer`
      : kind === 'chrome'
        ? `Chromium, Chrome or Edge ${oldest.chrome} or newer`
        : `Chromium, Chrome, Edge (${oldest.chrome} or newer) or Firefox (${oldest.firefox} or newer)`;
  const how =
    platform === 'linux'
      ? `for example \`sudo apt-get install ${packages[kind ?? 'chrome']}\``
      : platform === 'darwin'
        ? `for example \`brew install --cask ${kind === 'firefox' ? 'firefox' : 'chromium'}\``
        : `for example \`winget install ${kind === 'firefox' ? 'Mozilla.Firefox' : 'Google.Chrome'}\``;
  return `No browser found. Install ${which} (${how}), or name one in STEMMA_BROWSER.`;
}

/**
 * Finds a browser of each kind and, as root on Debian, installs those that are missing.
 *
 * @returns what is there now, in the order asked; a kind that could not be had is left out
 */
export function ensureBrowsers(kinds: readonly BrowserKind[]): FoundBrowser[] {
  const missing = kinds.filter((kind) => !findBrowser(kind));
  if (missing.length > 0 && canInstall()) install(missing);
  return kinds.flatMap((kind) => findBrowser(kind) ?? []);
}

function install(kinds: readonly BrowserKind[]): void {
  // Without a font, pages and popups are drawn as empty boxes.
  const wanted = [...kinds.map((kind) => packages[kind]), 'fonts-dejavu-core'];
  aptInstall(wanted);
}
