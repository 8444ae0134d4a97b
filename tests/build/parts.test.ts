// The pieces of the build: scripts with a value, notices, zips, imports, allowed warnings.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createContext, runInContext } from 'node:vm';
import { unzipSync } from 'fflate';
import { build } from 'vite';
import { afterAll, describe, expect, it } from 'vitest';
import { unexplained } from '../../scripts/build/addon-lint.ts';
import { staticImports, workerImportsStatically } from '../../scripts/build/graph.ts';
import { asScript } from '../../scripts/build/injected.ts';
import { parseMode } from '../../scripts/build/modes.ts';
import { parseLicenses, renderNotices } from '../../scripts/build/notices.ts';
import { zipDirectory } from '../../scripts/build/zip.ts';

describe('parseMode', () => {
  it('reads browser and demo from the name', () => {
    expect(parseMode('demo-firefox')).toEqual({
      mode: 'demo-firefox',
      browser: 'firefox',
      demo: true,
    });
  });

  it('names the modes there are when it knows not the one', () => {
    expect(() => parseMode('safari')).toThrow(/"safari".*chrome, firefox, demo-chrome/);
  });
});

describe('asScript', () => {
  it('answers the default export, leaves no global, and runs twice', () => {
    const context = createContext({});
    const script = asScript('var stemmaValue=(function(){return 40+2})();', true);
    expect(runInContext(script, context)).toBe(42);
    expect(runInContext(script, context)).toBe(42);
    expect(Object.keys(context)).toEqual([]);
  });

  it('answers nothing for a script without one', () => {
    expect(runInContext(asScript('(function(){})();', false), createContext({}))).toBeUndefined();
  });

  it('survives a bundle that ends in a comment', () => {
    expect(runInContext(asScript('var stemmaValue=1; // end', true), createContext({}))).toBe(1);
  });
});

describe('staticImports', () => {
  it('lists imports and re-exports, and no import()', () => {
    const code = `import a from './a.js'; export * from "./b.js"; export { c } from './c.js';
      export const d = 1; const later = () => import('./e.js'); const text = "import './f.js'";`;
    expect(staticImports(code)).toEqual(['./a.js', './b.js', './c.js']);
  });
});

describe('workerImportsStatically', () => {
  const root = mkdtempSync(`${tmpdir()}/stemma-graph-`);
  afterAll(() => rmSync(root, { recursive: true }));
  writeFileSync(`${root}/worker.js`, `import { shared } from './shared.js'; shared();`);
  writeFileSync(
    `${root}/popup.js`,
    `import { shared } from './shared.js'; shared(import('./late.js'));`,
  );
  writeFileSync(`${root}/late.js`, 'export const late = 1;');

  async function bundle(shared: string): Promise<void> {
    writeFileSync(`${root}/shared.js`, shared);
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [workerImportsStatically(`${root}/worker.js`)],
      build: {
        write: false,
        rolldownOptions: { input: [`${root}/worker.js`, `${root}/popup.js`] },
      },
    });
  }

  it('lets the popup import late', async () => {
    await expect(bundle('export const shared = console.log;')).resolves.toBeUndefined();
  });

  it('stops import() in anything that the worker loads', async () => {
    const code = `export const shared = () => import('./late.js');`;
    await expect(bundle(code)).rejects.toThrow(/loaded by the worker and imports .*late/);
  });
});

describe('renderNotices', () => {
  it('gives the licences of styles and their processor with it', () => {
    const citeproc = { name: 'citeproc', version: '2.4.63', text: 'Copyright Frank Bennett' };
    const text = renderNotices([citeproc]);
    expect(text).toContain('Common Public Attribution License Version 1.0');
    expect(text).toContain('https://creativecommons.org/licenses/by-sa/3.0/');
    expect(renderNotices([{ ...citeproc, name: 'other' }])).not.toContain('Attribution License');
  });

  const mit = { name: 'b', version: '1.0.0', identifier: 'MIT', text: 'Copyright B' };

  it('names each package once, sorted', () => {
    const text = renderNotices([mit, { name: 'a', version: '2.0.0', text: 'Copyright A' }, mit]);
    expect(text.match(/^\S+ \d\.0\.0.*$/gm)).toEqual(['a 2.0.0', 'b 1.0.0 (MIT)']);
    expect(text).toContain('Copyright A');
  });

  it('refuses a package without a licence text', () => {
    expect(() => renderNotices([{ name: 'c', version: '1.0.0', identifier: 'MIT' }])).toThrow(
      /c 1\.0\.0 .*no licence file/,
    );
  });

  it('takes the text of a sibling under the same licence, and of that alone', () => {
    const core = { ...mit, name: '@citation-js/core' };
    const date = { name: '@citation-js/date', version: '1.0.0', identifier: 'MIT' };
    expect(renderNotices([core, date]).match(/Copyright B/g)).toHaveLength(2);
    expect(() => renderNotices([core, { ...date, identifier: 'GPL-3.0' }])).toThrow(/date 1\.0\.0/);
  });

  it('refuses a list of another shape', () => {
    expect(() => parseLicenses('[{"name":1}]')).toThrow(/Expected string/);
  });
});

describe('zipDirectory', () => {
  const directory = mkdtempSync(`${tmpdir()}/stemma-zip-`);
  afterAll(() => rmSync(directory, { recursive: true }));

  it('gives the same bytes whatever the times of the files', () => {
    mkdirSync(`${directory}/b`);
    writeFileSync(`${directory}/b/two.js`, 'two');
    writeFileSync(`${directory}/manifest.json`, '{}');
    const first = zipDirectory(directory);
    utimesSync(`${directory}/manifest.json`, 1e9, 1e9);
    expect(zipDirectory(directory)).toEqual(first);
    const files = unzipSync(first);
    expect(Object.keys(files)).toEqual(['b/two.js', 'manifest.json']);
    expect(new TextDecoder().decode(files['b/two.js'])).toBe('two');
  });
});

describe('unexplained', () => {
  const warning = {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    message: 'innerHTML',
    file: 'popup/index.js',
  };

  it('lets through what is listed, as often as listed', () => {
    expect(unexplained([warning])).toEqual([]);
    expect(unexplained([warning, warning])).toEqual([warning]);
  });

  it('holds back the same warning in another file, and another in the same file', () => {
    const elsewhere = { ...warning, file: 'content/watch.js' };
    const other = { ...warning, code: 'DANGEROUS_EVAL' };
    expect(unexplained([elsewhere, other])).toEqual([elsewhere, other]);
  });
});
