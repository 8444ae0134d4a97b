// The extension as a Vite build: worker, popup, the scripts next to pages, and the manifest.
import { readFileSync } from 'node:fs';
import { crx } from '@crxjs/vite-plugin';
import * as v from 'valibot';
import type { InlineConfig, Plugin, PluginOption, UserConfig } from 'vite';
import { grantedHosts, NEWSSTAND, newsstandPack } from './archives.ts';
import { constants } from './constants.ts';
import { workerImportsStatically } from './graph.ts';
import { standaloneScripts } from './injected.ts';
import { buildManifest, PANEL } from './manifest.ts';
import { type Build, parseMode } from './modes.ts';
import { type LicenseEntry, parseLicenses, renderNotices } from './notices.ts';
import { DIST, INJECTED, OFFSCREEN, projectVersion, ROOT, WORKERS } from './paths.ts';

/** The oldest browsers that the manifest admits. */
const TARGETS = { chrome: 'chrome128', firefox: 'firefox142' } as const;

/** Vite's list of bundled packages: an intermediate file, replaced by the notices. */
const LICENSES = '.vite/licenses.json';

/**
 * Citation.js can look up identifiers on the net. Nothing leaves the device, so a build has no code
 * that could.
 */
const NO_FETCH = `${ROOT}scripts/build/no-fetch.ts`;

/**
 * citeproc-js parses XML by a request to a `data:` address where there is no `DOMParser`. There is
 * one on every page that formats citations; without the branch a build can be searched for requests.
 *
 * @throws where the branch is not found: another version has to be looked at
 */
function withoutRequests(): Plugin {
  return {
    name: 'stemma:without-requests',
    transform(code, id) {
      if (!id.includes('/citeproc/')) return undefined;
      const without = code.replaceAll('"undefined" != typeof XMLHttpRequest', 'false');
      if (without === code) this.error('citeproc-js has no longer the branch that is left out');
      return { code: without, map: null };
    },
  };
}

/** What CRXJS makes entries of, by source, and what they are called once built. */
const ENTRIES = new Map([
  [`${ROOT}background/index.ts`, 'background/index.js'],
  [`${ROOT}popup/index.html`, 'popup/index.js'],
  [`${ROOT}src/library/index.html`, 'library/index.js'],
]);

/** What CRXJS insists on; the rest passes through it. */
const CrxManifest = v.looseObject({
  manifest_version: v.number(),
  name: v.string(),
  version: v.string(),
});

/** The whole manifest of a build, its worker and popup still under their source names. */
async function manifestOf(of: Build): Promise<Record<string, unknown>> {
  return buildManifest(JSON.parse(readFileSync(`${ROOT}manifest.json`, 'utf8')), {
    browser: of.browser,
    version: projectVersion(),
    hosts: await grantedHosts(of),
  });
}

/**
 * Worker, popup and manifest by CRXJS. Content scripts are not shown to it: it would put a loader in
 * front of them, or list them as web-accessible, and a page could then probe for the extension.
 */
function workerAndPopup(of: Build): PluginOption[] {
  return crx({
    browser: of.browser,
    async manifest() {
      const {
        content_scripts: _,
        side_panel: __,
        sidebar_action: ___,
        ...manifest
      } = await manifestOf(of);
      return v.parse(CrxManifest, manifest);
    },
  });
}

/** Adds to the manifest what CRXJS was not shown: content scripts, and the panel's document. */
function contentScripts(of: Build): Plugin {
  return {
    name: 'stemma:content-scripts',
    enforce: 'post',
    buildStart() {
      this.addWatchFile(`${ROOT}manifest.json`);
      this.addWatchFile(`${ROOT}public/archives/seed.json`);
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const file = bundle['manifest.json'];
        if (file?.type !== 'asset') throw new Error('CRXJS wrote no manifest.json.');
        const written = v.parse(v.looseObject({}), JSON.parse(file.source.toString()));
        const whole = await manifestOf(of);
        const kept = ['content_scripts', 'side_panel', 'sidebar_action'].filter(
          (key) => whole[key] !== undefined,
        );
        const manifest = {
          ...written,
          ...Object.fromEntries(kept.map((key) => [key, whole[key]])),
        };
        file.source = `${JSON.stringify(manifest, null, 2)}\n`;
      },
    },
  };
}

/** Scripts that are built apart from everything else. */
function standalone({ browser }: Build): { source: string; file: string }[] {
  const scripts = [...Object.values(INJECTED), ...WORKERS];
  // Firefox's event page makes workers itself.
  return browser === 'chrome' ? [...scripts, OFFSCREEN] : scripts;
}

/** The document without anything to see in which Chromium lets an extension have workers. */
function offscreenPage(): Plugin {
  return {
    name: 'stemma:offscreen-page',
    generateBundle() {
      const source =
        '<!doctype html>\n<meta charset="utf-8" />\n<title>Stemma</title>\n<script src="index.js"></script>\n';
      this.emitFile({ type: 'asset', fileName: OFFSCREEN.page, source });
    },
  };
}

/** The popup's document under a second name, marked as the one that stands beside the page. */
function panelPage(): Plugin {
  return {
    name: 'stemma:panel-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const popup = bundle['popup/index.html'];
        if (popup?.type !== 'asset') throw new Error('Vite wrote no popup/index.html.');
        const source = popup.source.toString().replace('<html', '<html data-panel');
        this.emitFile({ type: 'asset', fileName: PANEL, source });
      },
    },
  };
}

function demoArchive(): Plugin {
  return {
    name: 'stemma:demo-archive',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: NEWSSTAND.file, source: await newsstandPack() });
    },
  };
}

/** LICENSE as it stands, and the licences of everything bundled, injected scripts included. */
function licenceFiles(ofScripts: LicenseEntry[]): Plugin {
  return {
    name: 'stemma:licences',
    generateBundle: {
      // After Vite's own plugin has emitted its list.
      order: 'post',
      handler(_, bundle) {
        const list = bundle[LICENSES];
        if (list?.type !== 'asset') throw new Error(`Vite emitted no ${LICENSES}.`);
        const entries = [...parseLicenses(list.source.toString()), ...ofScripts];
        delete bundle[LICENSES];
        const source = renderNotices(entries);
        this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source });
        const licence = readFileSync(`${ROOT}LICENSE`, 'utf8');
        this.emitFile({ type: 'asset', fileName: 'LICENSE', source: licence });
      },
    },
  };
}

/**
 * An extension's own files are same-origin: `crossorigin` asks for CORS headers that a packaged
 * file does not have, and Firefox then refuses the style sheet.
 */
function plainTags(): Plugin {
  return {
    name: 'stemma:plain-tags',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll(/ crossorigin(?==|\s|>)(="[^"]*")?/g, ''),
    },
  };
}

export interface ExtensionOptions {
  /** Where to write; `dist/<mode>` unless told. */
  outDir?: string;
  /** Readable code with source maps, for `npm run dev`. */
  readable?: boolean;
}

/**
 * Vite's configuration for one build.
 * @param mode `chrome`, `firefox`, `demo-chrome` or `demo-firefox`
 */
export function extension(mode: string, options: ExtensionOptions = {}): UserConfig {
  const of = parseMode(mode);
  const shared = {
    mode,
    define: constants(of),
    build: { target: TARGETS[of.browser], minify: options.readable !== true },
  } satisfies InlineConfig;
  const ofScripts: LicenseEntry[] = [];
  return {
    root: ROOT,
    base: './',
    define: shared.define,
    resolve: { alias: { 'sync-fetch': NO_FETCH, 'node-fetch': NO_FETCH } },
    plugins: [
      withoutRequests(),
      standaloneScripts(standalone(of), shared, (json) => ofScripts.push(...parseLicenses(json))),
      ...(of.browser === 'chrome' ? [offscreenPage()] : []),
      ...workerAndPopup(of),
      contentScripts(of),
      panelPage(),
      ...(of.demo ? [demoArchive()] : []),
      workerImportsStatically(`${ROOT}background/index.ts`),
      plainTags(),
      licenceFiles(ofScripts),
    ],
    build: {
      ...shared.build,
      outDir: options.outDir ?? `${DIST}${mode}`,
      emptyOutDir: true,
      sourcemap: options.readable === true,
      // The polyfill for preloading is code for pages that travel over a network.
      modulePreload: false,
      // One style sheet a page, never a data: URL, which the policy of the pages refuses.
      assetsInlineLimit: 0,
      license: { fileName: LICENSES },
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: ({ facadeModuleId }) =>
            ENTRIES.get(facadeModuleId ?? '') ?? 'chunks/[name].js',
          assetFileNames: 'assets/[name][extname]',
        },
      },
    },
  };
}
