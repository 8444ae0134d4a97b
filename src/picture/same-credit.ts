// Which archived relatives show a picture of the same file name, or under the same credit.

import { agencyInCredit } from '../article/agencies.ts';
import type { ArticleImage } from '../article/types.ts';
import type { Relative } from '../provenance/types.ts';

/** One outlet whose archived story shows the same credit or file, with what both say. */
export interface SamePicture {
  /**
   * `file`    both addresses name the same file
   * `credit`  both credit the same people: maybe for other pictures
   */
  kind: 'file' | 'credit';
  outlet: string;
  /** The archived story. */
  url?: string;
  published?: string;
  /** The page's own file name or credit, as it is there. */
  here: string;
  /** What the archived story has. */
  there: string;
  /** The credit names an agency and nobody else: it is under thousands of pictures. */
  agencyOnly?: boolean;
}

/** Words that stand before a name, or beside it, and are no part of it. */
const labels =
  /\b(?:photo(?:graph|graphy|s)?|image|picture|credit|courtesy|copyright|via|by|of|the|handout|file|archive|getty images contributor)\b|фото|снимок|изображение|архив/giu;
/** What credits say where nobody is named. */
const nobody = new Set([
  '',
  'stock',
  'reproduction',
  'screenshot',
  'unknown',
  'internet',
  'own',
  'social media',
]);

/** A credit by its names alone: `Photo: Mara Quill/Openframe` and `MARA QUILL / OPENFRAME` are one. */
export function creditKey(credit: string): string | undefined {
  const key = credit
    .slice(0, 300)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(c\)|©|\b(?:19|20)\d\d\b/g, ' ')
    .replace(labels, ' ')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
  return nobody.has(key) || key.length < 3 ? undefined : key;
}

/** Names of files that cameras, systems and share cards give to any picture. */
const commonName =
  /^(?:(?:img|dsc[fn]?|dscn|pict?|image|photo|picture|pic|p|untitled|screenshot|download|file|cover|lead|hero|main|header|thumb(?:nail)?|default|placeholder|share|social|logo|og|preview|article|news|story|index|original|full|master|large|medium|small|crop(?:ped)?|resize[dr]?)[-_ ]?)*\d{0,6}$/;
/** What renditions of one picture append: sizes, densities, quality. */
const rendition =
  /(?:[-_@.](?:\d{2,5}x\d{2,5}|\d{2,5}[wh]?|[1-4]x|scaled|large|small|medium|thumb|crop(?:ped)?|full|original|web|q\d{2,3}))+$/;

/**
 * The name of a picture's file without size, kind and query. Undefined where it is one that any two
 * pictures may share: a missed pair costs less than a false one.
 */
export function fileKey(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  let last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    last = decodeURIComponent(last);
  } catch {
    // Not percent-encoded as it should be: the name stands as it is.
  }
  const name = last
    .toLowerCase()
    .replace(/(?:\.(?:jpe?g|png|webp|avif|gif|heic|svg|tiff?))+$/, '')
    .replace(rendition, '');
  return name.length < 6 || commonName.test(name) ? undefined : name;
}

function fileName(address: string): string {
  return new URL(address).pathname.split('/').at(-1) ?? '';
}

type Shown = Pick<ArticleImage, 'url' | 'credit'>;

function pair(
  here: readonly Shown[],
  there: readonly Shown[],
): Pick<SamePicture, 'kind' | 'here' | 'there' | 'agencyOnly'> | undefined {
  for (const own of here) {
    const key = own.url === undefined ? undefined : fileKey(own.url);
    const same = there.find(
      ({ url }) => url !== undefined && key !== undefined && fileKey(url) === key,
    );
    if (own.url !== undefined && same?.url !== undefined) {
      return { kind: 'file', here: fileName(own.url), there: fileName(same.url) };
    }
  }
  for (const own of here) {
    const key = own.credit === undefined ? undefined : creditKey(own.credit);
    const same = there.find(
      ({ credit }) => credit !== undefined && key !== undefined && creditKey(credit) === key,
    );
    if (own.credit !== undefined && same?.credit !== undefined) {
      const agency = agencyInCredit(own.credit);
      const agencyOnly = agency !== undefined && creditKey(agency) === key;
      return {
        kind: 'credit',
        here: own.credit,
        there: same.credit,
        ...(agencyOnly ? { agencyOnly } : {}),
      };
    }
  }
  return undefined;
}

/** Outlets told at most; a wire picture is in every paper. */
const MOST_OUTLETS = 20;

/**
 * The outlets among a page's relatives whose archived story shows a picture of the same file name or
 * credit, files first. The page's own archived versions are left out, and each outlet is told once.
 */
export function sameCredit(
  images: readonly Shown[],
  relatives: readonly Pick<Relative, 'match' | 'outlet' | 'samePage'>[],
): SamePicture[] {
  const found = new Map<string, SamePicture>();
  for (const { match, outlet, samePage } of relatives) {
    if (samePage) continue;
    const { url, published, images: archived } = match.document;
    const same = pair(images, archived);
    if (same === undefined) continue;
    const known = found.get(outlet);
    if (known !== undefined && (known.kind === 'file' || same.kind === 'credit')) continue;
    found.set(outlet, {
      ...same,
      outlet,
      ...(url === undefined ? {} : { url }),
      ...(published === undefined ? {} : { published }),
    });
  }
  return [...found.values()]
    .toSorted((x, y) => Number(x.kind === 'credit') - Number(y.kind === 'credit'))
    .slice(0, MOST_OUTLETS);
}
