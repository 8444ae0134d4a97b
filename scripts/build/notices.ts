// The licences of the packages that a build carries, as one text file.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const Entry = v.object({
  name: v.string(),
  version: v.string(),
  identifier: v.optional(v.string()),
  text: v.optional(v.string()),
});

/** One bundled package, in the shape of Vite's `build.license` JSON. */
export type LicenseEntry = v.InferOutput<typeof Entry>;

/** @throws {v.ValiError} where Vite's JSON has another shape */
export function parseLicenses(json: string): LicenseEntry[] {
  return v.parse(v.array(Entry), JSON.parse(json));
}

/** Packages that name their licence but ship no text of it, and one of the same authors that does. */
const TEXT_IN: Record<string, string> = {
  '@citation-js/date': '@citation-js/core',
  '@citation-js/name': '@citation-js/core',
};

/** A package's licence text, or that of its sibling under the same licence. */
function licenceText(
  { name, identifier, text }: LicenseEntry,
  entries: readonly LicenseEntry[],
): string | undefined {
  if (text !== undefined) return text;
  const sibling = entries.find((entry) => entry.name === TEXT_IN[name]);
  return sibling?.identifier === identifier ? sibling?.text : undefined;
}

const CSL_DATA = new URL('../../src/citation/csl-data/', import.meta.url);

function cslData(file: string): string {
  return readFileSync(new URL(file, CSL_DATA), 'utf8').trim();
}

/** What the licences of citation styles and their processor ask for beyond the package's own file. */
function citationData(bundled: ReadonlyMap<string, LicenseEntry>): string[] {
  if (![...bundled.values()].some(({ name }) => name === 'citeproc')) return [];
  return [
    `citeproc-js is used, unchanged, under the Common Public Attribution License\n${'-'.repeat(75)}\n${cslData('CPAL-1.0.txt')}\n`,
    `Citation styles and locales (CC BY-SA 3.0)\n${'-'.repeat(42)}\n${cslData('README.md')}\n`,
  ];
}

/**
 * The text of THIRD-PARTY-NOTICES.txt: each package once, by name.
 * @throws {Error} for a package without a licence text, since every licence asks for its own
 */
export function renderNotices(entries: readonly LicenseEntry[]): string {
  const byKey = new Map(entries.map((entry) => [`${entry.name} ${entry.version}`, entry]));
  const sections = [...byKey]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => {
      const text = licenceText(entry, entries);
      if (text === undefined) {
        throw new Error(`${key} is bundled but has no licence file: add its text or drop it.`);
      }
      const heading = entry.identifier === undefined ? key : `${key} (${entry.identifier})`;
      // The MPL asks to say where the source is; saying it for all costs a line.
      const source = `https://www.npmjs.com/package/${entry.name}/v/${entry.version}`;
      return `${heading}\n${'-'.repeat(heading.length)}\nSource: ${source}\n\n${text.trim()}\n`;
    });
  return `Stemma contains the following software of others.\n\n${[...sections, ...citationData(byKey)].join('\n\n')}`;
}
