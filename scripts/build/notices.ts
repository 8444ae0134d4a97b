// The licences of the packages that a build carries, as one text file.
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

/**
 * The text of THIRD-PARTY-NOTICES.txt: each package once, by name.
 * @throws {Error} for a package without a licence text, since every licence asks for its own
 */
export function renderNotices(entries: readonly LicenseEntry[]): string {
  const byKey = new Map(entries.map((entry) => [`${entry.name} ${entry.version}`, entry]));
  const sections = [...byKey]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { identifier, text }]) => {
      if (text === undefined) {
        throw new Error(`${key} is bundled but has no licence file: add its text or drop it.`);
      }
      const heading = identifier === undefined ? key : `${key} (${identifier})`;
      return `${heading}\n${'-'.repeat(heading.length)}\n\n${text.trim()}\n`;
    });
  return `Stemma contains the following software of others.\n\n${sections.join('\n\n')}`;
}
