// The pictures of a story as credits: each once, with the relatives that give the same one.

import type { ArticleImage, Evidenced } from '../src/article/types.ts';
import { sameCredit } from '../src/picture/same-credit.ts';
import type { CheckedState } from './services.ts';

/** One credit, of one or more pictures. */
export interface PhotoCredit {
  credit?: string;
  agency?: string;
  license?: string;
  licenseUrl?: string;
  /** The page's own words that mark the picture as older, or as an illustration. */
  marked?: Evidenced<'archive' | 'illustration'>;
  /** The outlet that gives the credit, where it is not this page. */
  outlet?: string;
  /** Relatives whose archived text gives the same credit or shows the same picture. */
  sameIn: string[];
  /** The page's own picture, where it is one. */
  image?: ArticleImage;
  /** Where on the page it was read. */
  from?: string;
}

const plain = (credit: string | undefined): string =>
  (credit ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Credits of the page's pictures, and of the archived text where that one says something else. */
export function photoCredits({ page, provenance }: CheckedState): PhotoCredit[] {
  const { main, relatives } = provenance;
  const found: (Omit<PhotoCredit, 'sameIn'> & Pick<ArticleImage, 'url'>)[] = page.images.map(
    (image) => ({ ...image, image }),
  );
  if (main !== undefined && !main.samePage) {
    found.push(...main.match.document.images.map((image) => ({ ...image, outlet: main.outlet })));
  } else if (main !== undefined && page.images.length === 0) {
    found.push(...main.match.document.images);
  }
  const seen = new Set<string>();
  return found.flatMap((image) => {
    const { credit, agency, license, licenseUrl, marked, outlet, from } = image;
    if (credit === undefined && license === undefined && marked === undefined) return [];
    const key = `${plain(credit)}\n${plain(license)}\n${marked?.value ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const same = sameCredit([image], relatives);
    return [
      {
        ...(credit === undefined ? {} : { credit }),
        ...(agency === undefined ? {} : { agency }),
        ...(license === undefined ? {} : { license }),
        ...(licenseUrl === undefined ? {} : { licenseUrl }),
        ...(marked === undefined ? {} : { marked }),
        ...(outlet === undefined ? {} : { outlet }),
        ...(from === undefined ? {} : { from }),
        ...(image.image === undefined ? {} : { image: image.image }),
        // An agency's name alone stands under thousands of pictures.
        sameIn: same
          .filter(({ agencyOnly, outlet: other }) => agencyOnly !== true && other !== outlet)
          .map(({ outlet: other }) => other),
      },
    ];
  });
}
