// Drives Chromium and its relatives over the DevTools protocol.

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, launch, type Page, type Target, TargetType } from 'puppeteer-core';
import type { Driver, PopupSurface } from './driver.ts';
import { until } from './in-page.ts';
import type { LaunchOptions } from './types.ts';

/** Starts the browser with a fresh profile and loads the extension. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const extensionDir = resolve(options.extensionDir);
  const profile = await mkdtemp(join(tmpdir(), 'stemma-chromium-'));
  const downloads = join(profile, 'downloads');
  await mkdir(downloads);
  if (options.allowPermissions) await grantInAdvance(profile, extensionDir);
  const browser = await launch({
    executablePath: options.executable,
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    // A person's downloads ask where to go.
    ...(options.headless === false
      ? {}
      : { downloadBehavior: { policy: 'allow' as const, downloadPath: downloads } }),
    defaultViewport: options.headless === false ? null : { width: 1200, height: 900 },
    args: switches(options),
  });
  const closed = new Promise<void>((done) => {
    browser.once('disconnected', () => done());
  });
  const close = async (): Promise<void> => {
    await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const id = await browser.installExtension(extensionDir);
    const origin = `chrome-extension://${id}`;
    const extensionPage = await browser.newPage();
    await extensionPage.goto(`${origin}/manifest.json`, { waitUntil: 'domcontentloaded' });
    return {
      kind: 'chrome',
      browser,
      version: await browser.version(),
      origin,
      downloads,
      extensionPage,
      openPopup: (page) => openPopup(browser, id, page),
      choose: (how, name, tabId) => choose(browser, origin, extensionPage, [how, name, tabId]),
      killWorker: () => killWorker(browser, origin),
      workerRuns: async () => workerTarget(browser, origin) !== undefined,
      closed,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function switches({ ports, colorScheme, headless }: LaunchOptions): string[] {
  const hosts = `MAP *:443 127.0.0.1:${ports.httpsPort},MAP *:80 127.0.0.1:${ports.httpPort}`;
  return [
    // Nothing is looked up outside this machine.
    `--host-resolver-rules=${hosts}`,
    '--disable-quic',
    '--ignore-certificate-errors',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    // Chromium's sandbox refuses to run as root, and most containers cannot have one.
    ...(headless !== false || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * Writes into a fresh profile that every site was allowed before. The prompt cannot be answered
 * without a display; what was granted once is granted again without asking.
 */
async function grantInAdvance(profile: string, extensionDir: string): Promise<void> {
  const settings = {
    runtime_granted_permissions: {
      api: [],
      explicit_host: ['https://*/*', 'http://*/*'],
      manifest_permissions: [],
      scriptable_host: [],
    },
  };
  const preferences = { extensions: { settings: { [unpackedId(extensionDir)]: settings } } };
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

/** The id Chromium gives an unpacked extension: SHA-256 of its path, nibbles as letters a to p. */
export function unpackedId(extensionDir: string): string {
  const hex = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
  return hex.replaceAll(/./g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
}

async function openPopup(browser: Browser, id: string, page: Page): Promise<PopupSurface> {
  const isPopup = (target: Target): boolean =>
    target.url().startsWith(`chrome-extension://${id}/popup/`) && target.type() === TargetType.PAGE;
  const before = new Set(browser.targets().filter(isPopup));
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`the browser does not know the extension ${id}`);
  await page.bringToFront();
  const coming = browser.waitForTarget((target) => isPopup(target) && !before.has(target), {
    timeout: 10_000,
  });
  const pressedAt = Date.now();
  await page.triggerExtensionAction(extension);
  const popup = await (await coming).asPage();
  return surface(popup, pressedAt);
}

function surface(popup: Page, pressedAt: number): PopupSurface {
  return {
    pressedAt,
    evaluate: (expression) => popup.evaluate(expression),
    click: (x, y) => popup.mouse.click(x, y),
    async press(key, shift) {
      if (shift) await popup.keyboard.down('Shift');
      await popup.keyboard.press(key);
      if (shift) await popup.keyboard.up('Shift');
    },
    async screenshot(path) {
      // Without a display Chromium leaves a strip beside the popup that no reader sees.
      const clip = await popup.evaluate(() => {
        const { width, height } = document.body.getBoundingClientRect();
        return { x: 0, y: 0, width, height: Math.min(height, innerHeight) };
      });
      await popup.screenshot({ path: pngPath(path), clip });
    },
    isOpen: async () => !popup.isClosed(),
    async close() {
      if (popup.isClosed()) return;
      // The answer is lost with the popup that gives it.
      await popup.evaluate('window.close()').catch(() => undefined);
      await until(
        async () => (popup.isClosed() ? true : undefined),
        5000,
        () => 'the popup did not close',
      );
    },
  };
}

function pngPath(path: string): `${string}.png` {
  return `${path.replace(/\.png$/, '')}.png`;
}

function workerTarget(browser: Browser, origin: string): Target | undefined {
  return browser
    .targets()
    .find(
      (target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin),
    );
}

async function choose(
  browser: Browser,
  origin: string,
  extensionPage: Page,
  of: ['menu' | 'key', string, number],
): Promise<void> {
  // A message wakes the worker, as the event itself would.
  await extensionPage.evaluate(`chrome.runtime.sendMessage({ call: 'sites/sync', of: {} })`);
  const worker = await workerTarget(browser, origin)?.worker();
  if (!worker) throw new Error('the service worker does not run');
  await worker.evaluate(dispatchChoice, ...of);
}

/** Runs in the worker. `dispatch` is what Chromium itself calls; its types leave it out. */
async function dispatchChoice(how: 'menu' | 'key', name: string, tabId: number): Promise<void> {
  const tab = await chrome.tabs.get(tabId);
  const event: object = how === 'menu' ? chrome.contextMenus.onClicked : chrome.commands.onCommand;
  const dispatch: unknown = Reflect.get(event, 'dispatch');
  if (typeof dispatch !== 'function') throw new Error('this Chromium has no dispatch');
  Reflect.apply(dispatch, event, [how === 'menu' ? { menuItemId: name } : name, tab]);
}

async function killWorker(browser: Browser, origin: string): Promise<void> {
  const worker = await workerTarget(browser, origin)?.worker();
  if (!worker) return;
  await worker.close();
  await until(
    async () => (workerTarget(browser, origin) ? undefined : true),
    5000,
    () => 'the service worker did not end',
  );
}
