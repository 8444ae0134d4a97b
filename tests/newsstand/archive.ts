// The newsstand's archive: the earlier versions of its stories, as documents on their way into a pack.

import type { DocumentInput } from '../../src/archive/types.ts';
import { OUTLETS } from './outlets/index.ts';
import { LICENCE_URLS } from './pictures/licences.ts';
import { VERSIONS, version } from './stories/index.ts';
import { plainParagraphs } from './text.ts';
import type { Version } from './types.ts';
import { pictureUrl, versionUrl } from './urls.ts';

function documentOf(of: Version): DocumentInput {
  const copy = of.archived === undefined || of.archived === 'as-is' ? of.copy : of.archived;
  const { credit, licence } = of.picture;
  const dateline = OUTLETS[of.outlet].dateline?.(of) ?? '';
  const [first = '', ...rest] = plainParagraphs(copy);
  return {
    id: of.id,
    url: versionUrl(of),
    title: copy.headline,
    publisher: OUTLETS[of.outlet].name,
    authors: of.authors,
    ...(of.published === undefined ? {} : { published: of.published }),
    language: of.language ?? OUTLETS[of.outlet].language,
    images: [
      {
        url: pictureUrl(of),
        credit,
        ...(licence === undefined ? {} : { license: licence, licenseUrl: LICENCE_URLS[licence] }),
      },
    ],
    sources: [],
    related: (of.related ?? []).map((id) => {
      const other = version(id);
      return { title: other.copy.headline, url: versionUrl(other) };
    }),
    paragraphs: [`${dateline}${first}`, ...rest],
  };
}

/** What the "newsstand" pack is built from: one document for each version that was archived. */
export function earlierVersions(): DocumentInput[] {
  return VERSIONS.filter((entry) => entry.archived !== undefined).map(documentOf);
}
