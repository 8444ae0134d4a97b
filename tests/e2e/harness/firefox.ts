// Drives Firefox over WebDriver BiDi, with its privileged scope for the toolbar and the popup.

import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import * as v from 'valibot';
import type { Driver, PopupSurface } from './driver.ts';
import { until } from './in-page.ts';
import type { LaunchOptions } from './types.ts';

/** Fixed, so that the extension's pages have a known address. */
const uuid = '6b0f3c52-5d0e-4a55-9d4e-3f0b6f3f7a10';

/** What `firefox-chrome.js` is asked to do. */
type Privileged = (action: string, of?: Record<string, unknown>) => Promise<unknown>;

/** Starts the browser with a fresh profile and loads the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const extensionDir = resolve(options.extensionDir);
  const extensionId = readExtensionId(extensionDir);
  const profile = await mkdtemp(join(tmpdir(), 'stemma-firefox-'));
  const downloads = join(profile, 'downloads');
  await mkdir(downloads);
  const browser = await launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    defaultViewport: options.headless === false ? null : { width: 1200, height: 900 },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(options, extensionId, downloads),
  });
  const child = browser.process();
  const closed = new Promise<void>((done) => {
    child?.once('exit', () => done());
    browser.once('disconnected', () => done());
  });
  const close = async (): Promise<void> => {
    // Firefox may take longer than five seconds to leave politely, and nothing of it is kept.
    const gone = new Promise<void>((done) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) done();
      else child.once('exit', () => done());
    });
    child?.kill('SIGKILL');
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    await browser.installExtension(extensionDir);
    const privileged = await privilegedScope(browser, extensionId);
    const origin = `moz-extension://${uuid}`;
    const extensionPage = await browser.newPage();
    // The load event of an extension's page never arrives here; the page does.
    extensionPage.goto(`${origin}/manifest.json`, { timeout: 60_000 }).catch(() => undefined);
    await until(
      async () => ((await hasRights(extensionPage)) ? true : undefined),
      10_000,
      () => `${origin} did not open`,
    );
    return {
      kind: 'firefox',
      browser,
      version: await browser.version(),
      origin,
      downloads,
      extensionPage,
      openPopup: (_page, tabId) => openPopup(privileged, tabId),
      async choose(how, name, tabId) {
        await privileged('choose', { how, name, tabId });
      },
      async killWorker() {
        await privileged('killWorker');
      },
      workerRuns: async () => (await privileged('workerRuns')) === true,
      closed,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function hasRights(page: { evaluate(of: string): Promise<unknown> }): Promise<boolean> {
  // Between two documents there is nothing to ask.
  return (
    (await page.evaluate('typeof browser === "object" && !!browser.tabs').catch(() => false)) ===
    true
  );
}

function readExtensionId(extensionDir: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  const shape = v.object({
    browser_specific_settings: v.object({ gecko: v.object({ id: v.string() }) }),
  });
  return v.parse(shape, manifest).browser_specific_settings.gecko.id;
}

function preferences(
  { ports, colorScheme, allowPermissions, headless }: LaunchOptions,
  extensionId: string,
  downloads: string,
): Record<string, unknown> {
  const dark = colorScheme === 'dark';
  return {
    // Nothing is looked up outside this machine: the proxy knows the newsstand only.
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': ports.proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': ports.proxyPort,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
    'extensions.webextOptionalPermissionPrompts': allowPermissions !== true,
    // The viewer would replace the extension's manifest, where the harness lives, by a page of its own.
    'devtools.jsonview.enabled': false,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    // A person's downloads go where they always go.
    ...(headless === false
      ? {}
      : {
          'browser.download.folderList': 2,
          'browser.download.dir': downloads,
          'browser.download.useDownloadDir': true,
          // Its panel would take the place of ours.
          'browser.download.alwaysOpenPanel': false,
          'browser.download.always_ask_before_handling_new_types': false,
        }),
  };
}

const treeShape = v.object({
  result: v.object({ contexts: v.array(v.object({ context: v.string() })) }),
});
const answerShape = v.object({
  result: v.variant('type', [
    v.object({
      type: v.literal('success'),
      result: v.object({ value: v.optional(v.string()) }),
    }),
    v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
  ]),
});

/** Speaks to the browser window itself. Needs `--remote-allow-system-access`. */
async function privilegedScope(browser: Browser, extensionId: string): Promise<Privileged> {
  const send = rawBidi(browser);
  const tree = v.parse(treeShape, await send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const context = tree.result.contexts[0]?.context;
  if (context === undefined) throw new Error('Firefox shows no window');
  const program = readFileSync(new URL('firefox-chrome.js', import.meta.url), 'utf8').replace(
    /^export .*$/m,
    'return answer(request);',
  );
  return async (action, of = {}) => {
    const request = JSON.stringify({ ...of, action, extension: extensionId });
    const body = `(async () => { const request = ${request};\n${program} })()`;
    const answer = v.parse(
      answerShape,
      await send('script.evaluate', {
        expression: `${body}.then((value) => JSON.stringify(value))`,
        target: { context },
        awaitPromise: true,
      }),
    ).result;
    if (answer.type === 'exception') throw new Error(`${action}: ${answer.exceptionDetails.text}`);
    const value: unknown = JSON.parse(answer.result.value ?? 'null');
    return value;
  };
}

/** Puppeteer's own connection: it has no public way to send a command it does not know. */
function rawBidi(
  browser: Browser,
): (method: string, of: Record<string, unknown>) => Promise<unknown> {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (typeof connection !== 'object' || connection === null) {
    throw new Error('this Puppeteer hides its BiDi connection');
  }
  const send: unknown = Reflect.get(connection, 'send');
  if (typeof send !== 'function') throw new Error('this Puppeteer hides its BiDi connection');
  return async (method, of) => {
    const answer: unknown = await Reflect.apply(send, connection, [method, of]);
    return answer;
  };
}

async function openPopup(privileged: Privileged, tabId: number): Promise<PopupSurface> {
  const pressedAt = v.parse(v.number(), await privileged('showPopup', { tabId }));
  await until(
    async () => ((await privileged('popupIsReady')) === true ? true : undefined),
    10_000,
    () => 'the popup did not open',
  );
  const tell = (does: string, data: Record<string, unknown>): Promise<unknown> =>
    privileged('tellPopup', { does, data });
  const isOpen = async (): Promise<boolean> => (await privileged('popupIsOpen')) === true;
  return {
    pressedAt,
    async evaluate(expression) {
      const json = await tell('evaluate', { expression });
      return typeof json === 'string' ? JSON.parse(json) : undefined;
    },
    async click(x, y) {
      await tell('click', { x, y });
    },
    async press(key, shift) {
      const used = await tell('press', { key, shift });
      if (key === 'Escape' && used !== true) await privileged('pressInWindow', { key });
    },
    async screenshot(path) {
      const data = await privileged('drawPopup');
      if (typeof data !== 'string') throw new Error('Firefox drew no picture of the popup');
      await writeFile(path, Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'));
    },
    isOpen,
    async close() {
      await privileged('closePopup');
      await until(
        async () => ((await isOpen()) ? undefined : true),
        5000,
        () => 'the popup did not close',
      );
    },
  };
}
