// The manifest of one build, derived from the base manifest.json.
import * as v from 'valibot';
import type { BrowserName } from './modes.ts';
import { INJECTED } from './paths.ts';

const BaseManifest = v.looseObject({
  minimum_chrome_version: v.string(),
  permissions: v.array(v.string()),
  background: v.object({ service_worker: v.string(), type: v.literal('module') }),
  content_scripts: v.array(
    v.looseObject({ matches: v.array(v.string()), js: v.array(v.string()) }),
  ),
});

export interface ManifestOptions {
  browser: BrowserName;
  version: string;
  /** Host names the content script may run on without being asked. */
  hosts: readonly string[];
}

/**
 * Identity and floor of the Firefox build. 142 is the first version that shows
 * `data_collection_permissions`, on desktop and Android alike.
 */
const GECKO = {
  id: 'stemma@stemma.example',
  strict_min_version: '142.0',
  data_collection_permissions: { required: ['none'] },
};

/** Firefox has no offscreen documents, its event page needs none, and its sidebar no permission. */
const CHROMIUM_ONLY = ['offscreen', 'sidePanel'];

/** The popup once more, beside the page. Firefox would open it by itself when Stemma is installed. */
export const PANEL = 'popup/panel.html';
const SIDEBAR = {
  default_panel: PANEL,
  default_title: '__MSG_extensionName__',
  default_icon: { 16: 'icons/app-16.png', 32: 'icons/app-32.png' },
  open_at_install: false,
};

/** `https://HOST/*` for each host; https only, since a page sent in the clear can be rewritten. */
export function matchPatterns(hosts: readonly string[]): string[] {
  return [...new Set(hosts)].toSorted().map((host) => `https://${host}/*`);
}

/**
 * The manifest of one build: built names of the content scripts, the hosts filled in, and each
 * browser's own keys. Worker and popup keep their source names for CRXJS to replace.
 * @param base the parsed manifest.json, whose paths are those of the sources
 * @throws {v.ValiError} where the base lacks a key that is rewritten here
 */
export function buildManifest(base: unknown, options: ManifestOptions): Record<string, unknown> {
  const { minimum_chrome_version, background, content_scripts, permissions, ...rest } = v.parse(
    BaseManifest,
    base,
  );
  const patterns = matchPatterns(options.hosts);
  const builtNames = new Map<string, string>(
    Object.values(INJECTED).map(({ source, file }) => [source, file]),
  );
  return {
    ...rest,
    version: options.version,
    // A content script without a match is an error in both browsers.
    ...(patterns.length > 0
      ? {
          content_scripts: content_scripts.map((script) => ({
            ...script,
            matches: patterns,
            js: script.js.map((source) => builtNames.get(source) ?? source),
          })),
        }
      : {}),
    permissions:
      options.browser === 'firefox'
        ? permissions.filter((permission) => !CHROMIUM_ONLY.includes(permission))
        : permissions,
    host_permissions: patterns,
    ...(options.browser === 'firefox'
      ? {
          background: { scripts: [background.service_worker], type: 'module' },
          browser_specific_settings: { gecko: GECKO },
          sidebar_action: SIDEBAR,
        }
      : { background, minimum_chrome_version, side_panel: { default_path: PANEL } }),
  };
}
