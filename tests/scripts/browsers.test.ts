// Finding a browser: order, names, places, and what is too old.

import { describe, expect, it } from 'vitest';
import { findBrowser, howToGet, type Machine } from '../../scripts/browsers.ts';

function machine(of: {
  platform?: NodeJS.Platform;
  env?: Record<string, string>;
  /** Path to what it prints as its version. */
  browsers: Record<string, string | undefined>;
}): Machine {
  return {
    platform: of.platform ?? 'linux',
    env: of.env ?? { PATH: '/usr/bin' },
    exists: (path) => path in of.browsers,
    printedVersion: (path) => of.browsers[path],
  };
}

const chromium = 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n';
const firefox = 'Mozilla Firefox 153.7.0esr\n';

describe('findBrowser', () => {
  it('prefers Chromium to Chrome, Edge and Firefox', () => {
    const all = machine({
      browsers: {
        '/usr/bin/firefox': firefox,
        '/usr/bin/microsoft-edge': 'Microsoft Edge 150.0.1',
        '/usr/bin/google-chrome': 'Google Chrome 150.0.1',
        '/usr/bin/chromium': chromium,
      },
    });
    expect(findBrowser(undefined, all)).toEqual({
      kind: 'chrome',
      path: '/usr/bin/chromium',
      name: 'Chromium',
      version: '156.0.8078.79',
    });
  });

  it('takes what there is', () => {
    const only = machine({ browsers: { '/usr/bin/firefox-esr': firefox } });
    expect(findBrowser(undefined, only)?.path).toBe('/usr/bin/firefox-esr');
    expect(findBrowser('firefox', only)?.version).toBe('153.7.0');
    expect(findBrowser('chrome', only)).toBeUndefined();
  });

  it('passes over a browser that is too old for the manifest', () => {
    const old = machine({
      browsers: {
        '/usr/bin/chromium': 'Chromium 127.0.1',
        '/usr/bin/google-chrome': 'Google Chrome 128.0.1',
        '/usr/bin/firefox-esr': 'Mozilla Firefox 141.9',
      },
    });
    expect(findBrowser(undefined, old)?.name).toBe('Google Chrome');
    expect(findBrowser('firefox', old)).toBeUndefined();
  });

  it('passes over a hull whose browser is not installed', () => {
    const hull = machine({
      browsers: { '/usr/bin/chromium-browser': undefined, '/usr/bin/firefox': firefox },
    });
    expect(findBrowser(undefined, hull)?.name).toBe('Firefox');
    expect(findBrowser('chrome', hull)).toBeUndefined();
  });

  it('obeys STEMMA_BROWSER, a name or a path', () => {
    const browsers = { '/usr/bin/chromium': chromium, '/usr/bin/firefox-esr': firefox };
    const env = { PATH: '/usr/bin' };
    const named = machine({ browsers, env: { ...env, STEMMA_BROWSER: 'firefox' } });
    expect(findBrowser(undefined, named)?.path).toBe('/usr/bin/firefox-esr');
    const path = machine({ browsers, env: { ...env, STEMMA_BROWSER: '/usr/bin/firefox-esr' } });
    expect(findBrowser(undefined, path)).toMatchObject({ kind: 'firefox', name: 'Firefox' });
  });

  it('looks on for the other kind when STEMMA_BROWSER is not of the kind asked for', () => {
    const browsers = { '/usr/bin/chromium': chromium, '/usr/bin/firefox-esr': firefox };
    const named = machine({ browsers, env: { PATH: '/usr/bin', STEMMA_BROWSER: 'firefox' } });
    expect(findBrowser('chrome', named)?.name).toBe('Chromium');
  });

  it('says so when STEMMA_BROWSER names what is not there', () => {
    const browsers = { '/usr/bin/chromium': chromium };
    for (const STEMMA_BROWSER of ['/opt/nowhere/chrome', 'edge', 'netscape']) {
      const none = machine({ browsers, env: { PATH: '/usr/bin', STEMMA_BROWSER } });
      expect(() => findBrowser(undefined, none)).toThrow(STEMMA_BROWSER);
    }
  });

  it('knows the places of macOS and Windows, where a version cannot be asked', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = machine({
      platform: 'win32',
      env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      browsers: { [edge]: undefined },
    });
    expect(findBrowser(undefined, windows)).toEqual({
      kind: 'chrome',
      path: edge,
      name: 'Microsoft Edge',
      version: 'unknown',
    });
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const mac = machine({
      platform: 'darwin',
      browsers: { [chrome]: 'Google Chrome 150.0.7000.1 ' },
    });
    expect(findBrowser('chrome', mac)?.path).toBe(chrome);
  });
});

describe('howToGet', () => {
  it('is one line that names a command of the platform', () => {
    expect(howToGet('chrome', 'linux')).toContain('apt-get install chromium');
    expect(howToGet('firefox', 'linux')).toContain('apt-get install firefox-esr');
    expect(howToGet('firefox', 'darwin')).toContain('brew install --cask firefox');
    expect(howToGet(undefined, 'win32')).toContain('winget install Google.Chrome');
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(howToGet(undefined, platform)).not.toContain('\n');
    }
  });
});
