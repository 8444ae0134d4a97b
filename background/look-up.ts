// A text that a person put in, compared with the archives: nothing of it is kept.

import { matchText } from '../src/match/match.ts';
import type { TextMatches } from '../src/messages/calls.ts';
import { archiveProblem, openArchives } from './archives.ts';

/** Where a text stands in the archives that are on. */
export async function lookUp(paragraphs: readonly string[]): Promise<TextMatches> {
  const { archives, problems } = await openArchives();
  const { words, matches, failed } = await matchText({ paragraphs }, archives);
  return {
    words,
    matches: matches.map(({ archive, document, pageShare }) => {
      const { title, publisher, published, url } = document;
      return {
        archive: archive.name,
        ...(title === undefined ? {} : { title }),
        ...(publisher === undefined ? {} : { publisher }),
        ...(published === undefined ? {} : { published }),
        ...(url === undefined ? {} : { url }),
        share: pageShare,
      };
    }),
    problems: [...problems, ...failed.map((cause) => archiveProblem(cause.pack, cause))],
  };
}
