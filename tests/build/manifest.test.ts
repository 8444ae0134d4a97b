// The manifest of each build: hosts filled in, and each browser's own keys.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildManifest, matchPatterns } from '../../scripts/build/manifest.ts';

const BASE: unknown = JSON.parse(
  readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'),
);

const options = {
  version: '3.2.1',
  hosts: ['news.example', 'gazette.example', 'news.example'],
};

describe('matchPatterns', () => {
  it('names each host once, over https only', () => {
    expect(matchPatterns(options.hosts)).toEqual([
      'https://gazette.example/*',
      'https://news.example/*',
    ]);
  });
});

describe('buildManifest', () => {
  const chrome = buildManifest(BASE, { ...options, browser: 'chrome' });
  const firefox = buildManifest(BASE, { ...options, browser: 'firefox' });

  it.each([
    ['chrome', chrome],
    ['firefox', firefox],
  ])('asks %s for the given hosts and no others', (_, manifest) => {
    const patterns = ['https://gazette.example/*', 'https://news.example/*'];
    expect(manifest['host_permissions']).toEqual(patterns);
    expect(manifest['content_scripts']).toEqual([
      { matches: patterns, js: ['content/watch.js'], run_at: 'document_end' },
    ]);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest['version']).toBe('3.2.1');
  });

  it('asks Chromium alone for offscreen documents, which Firefox does not know', () => {
    expect(chrome['permissions']).toContain('offscreen');
    expect(firefox['permissions']).not.toContain('offscreen');
    expect(firefox['permissions']).toEqual(expect.arrayContaining(['storage', 'unlimitedStorage']));
  });

  it('gives both the popup beside the page, each in its own words', () => {
    expect(chrome['side_panel']).toEqual({ default_path: 'popup/panel.html' });
    expect(chrome['permissions']).toContain('sidePanel');
    expect(chrome).not.toHaveProperty('sidebar_action');
    expect(firefox).toHaveProperty('sidebar_action.default_panel', 'popup/panel.html');
    expect(firefox).toHaveProperty('sidebar_action.open_at_install', false);
    expect(firefox['permissions']).not.toContain('sidePanel');
    expect(firefox).not.toHaveProperty('side_panel');
  });

  it('gives Chromium a service worker and a floor', () => {
    expect(chrome['background']).toEqual({
      service_worker: 'background/index.ts',
      type: 'module',
    });
    expect(chrome).toHaveProperty('minimum_chrome_version', '128');
    expect(chrome).not.toHaveProperty('browser_specific_settings');
  });

  it('gives Firefox an event page, an id, and the statement that no data is collected', () => {
    expect(firefox['background']).toEqual({ scripts: ['background/index.ts'], type: 'module' });
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
    expect(firefox).toHaveProperty('browser_specific_settings.gecko', {
      id: 'stemma@stemma.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    });
  });

  it('leaves out content scripts when there is no host, which browsers refuse', () => {
    const none = buildManifest(BASE, { ...options, browser: 'chrome', hosts: [] });
    expect(none).not.toHaveProperty('content_scripts');
    expect(none['host_permissions']).toEqual([]);
  });

  it('refuses a base whose worker is missing', () => {
    expect(() => buildManifest({ action: {} }, { ...options, browser: 'chrome' })).toThrow(
      /minimum_chrome_version/,
    );
  });
});
