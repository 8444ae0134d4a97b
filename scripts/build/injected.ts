// Builds the scripts that stand alone: one self-contained file each, next to pages and in workers.
import { build, type InlineConfig, type Plugin } from 'vite';
import { ROOT } from './paths.ts';

/**
 * Makes a bundle's default export the value of the whole script, which is what
 * `scripting.executeScript` answers (a promise is awaited by both browsers).
 *
 * The outer function keeps even the isolated world free of globals, and lets the same file run
 * twice in one page.
 */
export function asScript(code: string, hasDefault: boolean): string {
  return `(()=>{${code.trim()}\n${hasDefault ? `return ${NAME};` : ''}})();\n`;
}

/** The variable a bundle assigns its default export to; seen by nobody outside. */
const NAME = 'stemmaValue';

/** A script with the modules it was made of and the notices of the packages among them. */
interface Built {
  code: string;
  modules: string[];
  licenses: string;
}

const LICENSES = 'licenses.json';

async function buildScript(source: string, shared: InlineConfig): Promise<Built> {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ...(shared.define ? { define: shared.define } : {}),
    ...(shared.mode ? { mode: shared.mode } : {}),
    build: {
      write: false,
      target: shared.build?.target ?? false,
      minify: shared.build?.minify ?? true,
      sourcemap: false,
      license: { fileName: LICENSES },
      lib: { entry: `${ROOT}${source}`, formats: ['iife'], name: NAME, fileName: 'script' },
    },
  });
  const outputs = Array.isArray(result) ? result : 'output' in result ? [result] : [];
  const files = outputs.flatMap(({ output }) => output);
  const chunks = files.filter((file) => file.type === 'chunk');
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length > 1) {
    throw new Error(`${source} was built to ${chunks.length} files; it has to be one.`);
  }
  const named = chunk.exports.filter((name) => name !== 'default');
  if (named.length > 0) {
    throw new Error(
      `${source} exports ${named.join(', ')}: a script has a default export or none.`,
    );
  }
  const licenses = files.find((file) => file.fileName === LICENSES);
  return {
    code: asScript(chunk.code, chunk.exports.includes('default')),
    modules: chunk.moduleIds,
    licenses: licenses?.type === 'asset' ? licenses.source.toString() : '[]',
  };
}

/**
 * Emits scripts such as `content/watch.js`.
 *
 * They are plain files of the extension: no loader, no chunk, nothing in
 * `web_accessible_resources`, so no page can probe for them.
 * @param scripts what to build of which source
 * @param onLicenses receives the bundled packages' licences, as Vite's JSON
 */
export function standaloneScripts(
  scripts: readonly { source: string; file: string }[],
  shared: InlineConfig,
  onLicenses: (json: string) => void,
): Plugin {
  let built: { file: string; code: string }[] = [];
  return {
    name: 'stemma:standalone-scripts',
    async buildStart() {
      built = [];
      for (const { source, file } of scripts) {
        const { code, modules, licenses } = await buildScript(source, shared);
        for (const id of modules) {
          if (!id.startsWith('\0') && !id.includes('node_modules')) this.addWatchFile(id);
        }
        built.push({ file, code });
        onLicenses(licenses);
      }
    },
    generateBundle() {
      for (const { file, code } of built) {
        this.emitFile({ type: 'asset', fileName: file, source: code });
      }
    },
  };
}
