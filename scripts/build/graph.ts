// Which files of a build a page or the worker loads at once.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type Plugin, parseAst } from 'vite';

/** Paths that a module names in static imports and re-exports. */
export function staticImports(code: string): string[] {
  return parseAst(code).body.flatMap((node) => {
    const names =
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportAllDeclaration' ||
      node.type === 'ExportNamedDeclaration';
    return names && node.source ? [node.source.value] : [];
  });
}

/**
 * All files reached from one by static imports, itself included: what is fetched and compiled
 * before the first line runs.
 * @param root the build's directory
 * @param entry path below it
 */
export function loadedAtOnce(root: string, entry: string): string[] {
  const seen = new Set([entry]);
  for (const file of seen) {
    for (const path of staticImports(readFileSync(`${root}/${file}`, 'utf8'))) {
      seen.add(posix.join(posix.dirname(file), path));
    }
  }
  return [...seen];
}

/**
 * Fails the build where the worker could meet `import()`: service workers do not have it
 * (https://github.com/w3c/ServiceWorker/issues/1356), and it would only show when it is called.
 * @param entry absolute path of the worker's source
 */
export function workerImportsStatically(entry: string): Plugin {
  return {
    name: 'stemma:worker-imports-statically',
    generateBundle(_, bundle) {
      const first = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId === entry,
      );
      if (first === undefined) throw new Error(`The build has no chunk of ${entry}.`);
      const seen = new Set([first.fileName]);
      for (const file of seen) {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk') continue;
        if (chunk.dynamicImports.length > 0) {
          throw new Error(
            `${file} is loaded by the worker and imports ${chunk.dynamicImports.join(', ')} with import(), which a service worker does not have. Move that call to code of the popup alone.`,
          );
        }
        for (const path of chunk.imports) seen.add(path);
      }
    },
  };
}
