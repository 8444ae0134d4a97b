// The story's pictures: which they are, what is said under them, whose they are.

import { agencyInCredit } from './agencies.ts';
import { parseCredit } from './credit.ts';
import { licenseFromUrl } from './license.ts';
import type { ImageClaim } from './metadata/claims.ts';
import { oneLine } from './metadata/claims.ts';
import { markOf } from './picture-marks.ts';
import type { ArticleImage } from './types.ts';
import { checkedUrl } from './url.ts';

const mostImages = 30;
const mostFigures = 200;
/** In pixels, either side. */
const smallestPicture = 120;
/** Captions are a sentence or three. */
const longestCaption = 1500;
const elsewhere =
  'nav, aside, footer, [role="complementary"], [class*="related" i], [class*="recirc" i], [class*="teaser" i], [class*="promo" i], [class*="sidebar" i], [class*="author" i], [class*="comment" i]';
const creditPart =
  '[class*="credit" i], [class*="copyright" i], [class*="source" i]:not(source), [itemprop~="copyrightHolder"], [itemprop~="creditText"], [itemprop~="author"], cite, small';

const captionLine = 'figcaption, [class*="caption" i], [itemprop~="caption"]';
/** A line under a lead picture that no figure holds: the picture may be a background. */
const looseLine =
  '[class*="image-caption" i], [class*="photo-caption" i], [class*="picture-caption" i], [class*="image-credit" i], [class*="photo-credit" i], [class*="picture-credit" i]';

/** The address of a picture: the largest of `srcset`, else what lazy loaders leave, else `src`. */
function imageAddress(scope: Element, base: string | undefined): string | undefined {
  const image = scope.tagName.toLowerCase() === 'img' ? scope : scope.querySelector('img');
  const candidates = [
    image?.getAttribute('src'),
    image?.getAttribute('data-src'),
    image?.getAttribute('data-lazy-src'),
    image?.getAttribute('srcset')?.split(/,\s+/).at(-1)?.trim().split(/\s+/)[0],
    scope
      .querySelector('source')
      ?.getAttribute('srcset')
      ?.split(/,\s+/)
      .at(-1)
      ?.trim()
      .split(/\s+/)[0],
  ];
  for (const candidate of candidates) {
    const url = candidate && checkedUrl(candidate, base);
    if (url) return url;
  }
  return undefined;
}

function textOf(element: Element | null | undefined): string {
  return oneLine((element?.textContent ?? '').slice(0, 4 * longestCaption)).slice(
    0,
    longestCaption,
  );
}

/** The terms that a figure links to, which say more exactly than words what they are. */
function linkedLicense(
  figure: Element,
  base: string | undefined,
): ReturnType<typeof licenseFromUrl> {
  for (const link of figure.querySelectorAll(
    'a[rel~="license" i], a[href*="creativecommons.org/"]',
  )) {
    const found = licenseFromUrl(checkedUrl(link.getAttribute('href') ?? '', base) ?? '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromFigure(figure: Element, base: string | undefined): ArticleImage | undefined {
  const url = imageAddress(figure, base);
  const line = figure.matches(captionLine) ? figure : figure.querySelector(captionLine);
  const partText =
    [...figure.querySelectorAll(creditPart)].map(textOf).find((text) => text !== '') ?? '';
  const whole = textOf(line);
  // Where markup sets the credit apart, the rest is the caption, whatever it looks like.
  const apart = partText !== '' && partText.length <= 200 && partText !== whole;
  const credited = parseCredit(apart || partText !== '' ? partText : whole);
  const caption = apart
    ? oneLine(whole.replace(partText, ' '))
        .replace(/[\s(|–—-]+$/u, '')
        .replace(/^image(?: (?:caption|copyright))?\b\s*/iu, '')
    : credited.caption;
  const named = apart && !isSentence(credited.caption ?? '') ? credited.caption : undefined;
  const credit = withoutLabel(credited.credit ?? named);
  const terms = linkedLicense(figure, base);
  if (url === undefined && !caption && credit === undefined) return undefined;
  const alt = altOf(figure);
  const license = credited.license ?? terms?.license;
  const licenseUrl = terms?.licenseUrl ?? credited.licenseUrl;
  return {
    from: 'figure',
    ...(url === undefined ? {} : { url }),
    ...(caption === undefined || caption === '' ? {} : { caption }),
    ...(alt === undefined ? {} : { alt }),
    ...(credit === undefined ? {} : { credit }),
    ...(license === undefined ? {} : { license }),
    ...(licenseUrl === undefined ? {} : { licenseUrl }),
  };
}

/** A credit names; four words in lower case tell something. */
function isSentence(text: string): boolean {
  return (text.match(/(?<![\p{L}/@.])\p{Ll}{2,}/gu)?.length ?? 0) >= 4;
}

/** `Credit...Ana Teller`, `Image via Openframe`, `@quay @quay`: the name alone. */
function withoutLabel(credit: string | undefined): string | undefined {
  return credit
    ?.replace(
      /^(?:(?:image|photo|picture) )?(?:credit|courtesy|source|via)\s*(?:\.{3}|…|:|\bof\b)?\s*(?=\p{Lu}|@)/iu,
      '',
    )
    .replace(/^(@\S+) \1$/u, '$1')
    .replace(/^\(([^()]+)\)$/u, '$1');
}

/** What the picture offers to those who cannot see it, where it offers anything. */
function altOf(figure: Element): string | undefined {
  const image = figure.tagName.toLowerCase() === 'img' ? figure : figure.querySelector('img');
  const alt = oneLine((image?.getAttribute('alt') ?? '').slice(0, longestCaption));
  return alt === '' || /^\S+\.(?:jpe?g|png|webp|gif|avif)$/i.test(alt) ? undefined : alt;
}

/** Renditions of one picture differ in size and query, not in the name of the file. */
function imageKey(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  const key = name
    .toLowerCase()
    .replace(/\.(?:jpe?g|png|webp|avif|gif)$/, '')
    .replace(/[-_](?:\d+x\d+|\d{2,4}w?|scaled|large|small|medium)$/, '');
  return key.length < 3 ? url : key;
}

function merge(into: ArticleImage, other: ArticleImage & ImageClaim): void {
  for (const key of ['caption', 'alt', 'credit', 'license', 'licenseUrl', 'url'] as const) {
    const value = other[key];
    if (into[key] === undefined && value !== undefined) into[key] = value;
  }
}

/**
 * Lead picture first, then those of the body in order. A picture that metadata and a figure both
 * name is one entry with the figure's own words.
 */
export function readImages(
  document: Document,
  headline: Element | undefined,
  claims: readonly ImageClaim[],
  base: string,
): ArticleImage[] {
  const against = base === '' ? undefined : base;
  const scope = headline?.closest('article, main, [role="main"]') ?? document.body;
  const images: ArticleImage[] = [];
  const byKey = new Map<string, ArticleImage>();
  let looked = 0;
  for (const figure of scope?.querySelectorAll(
    'figure, .wp-caption, [itemtype$="schema.org/ImageObject"], p > img, p > a > img, p > picture > img',
  ) ?? []) {
    if (looked++ === mostFigures || images.length === mostImages) break;
    if (figure.closest(elsewhere) !== null || figure.parentElement?.closest('figure')) continue;
    const isBare = figure.tagName.toLowerCase() === 'img';
    if (
      isBare ? isSmall(figure) || figure.closest('.wp-caption') !== null : !showsPicture(figure)
    ) {
      continue;
    }
    const image = fromFigure(figure, against);
    const key = imageKey(image?.url);
    const known = key === undefined ? undefined : byKey.get(key);
    if (image === undefined) continue;
    if (known !== undefined) {
      merge(known, image);
      continue;
    }
    images.push(image);
    if (key !== undefined) byKey.set(key, image);
  }
  const leads: ArticleImage[] = [];
  for (const claim of claims) {
    const key = imageKey(claim.url);
    const known = key === undefined ? undefined : byKey.get(key);
    if (known !== undefined) merge(known, claim);
    // A site's own logo or share card is no picture of the story: metadata alone gives one lead.
    else if (leads.length === 0 && images.length === 0) {
      const lead: ArticleImage = { ...claim };
      leads.push(lead);
      if (key !== undefined) byKey.set(key, lead);
    }
  }
  const all = [...leads, ...images];
  const loose = all.some(({ credit }) => credit !== undefined) ? undefined : looseCredit(scope);
  const [lead] = all;
  if (loose !== undefined && lead !== undefined) merge(lead, loose);
  else if (loose !== undefined) all.push(loose);
  return all.slice(0, mostImages).map((image, at) => described(image, at === 0));
}

/** Adds what caption and credit say of the picture itself. */
function described(image: ArticleImage, lead: boolean): ArticleImage {
  const agency = image.credit === undefined ? undefined : agencyInCredit(image.credit);
  const marked = markOf(image.caption, image.credit);
  return {
    ...image,
    ...(agency === undefined ? {} : { agency }),
    ...(marked === undefined ? {} : { marked }),
    ...(lead ? { lead } : {}),
  };
}

function showsPicture(figure: Element): boolean {
  return figure.querySelector('img, picture, figcaption') !== null;
}

/** Icons and counters say their size; a picture of the story is larger. */
function isSmall(image: Element): boolean {
  return ['width', 'height'].some((name) => {
    const size = Number.parseInt(image.getAttribute(name) ?? '', 10);
    return size < smallestPicture;
  });
}

/** Caption and credit of the lead picture where they stand outside of any figure. */
function looseCredit(scope: Element | null): ArticleImage | undefined {
  for (const line of scope?.querySelectorAll(looseLine) ?? []) {
    if (line.closest('figure') !== null || line.closest(elsewhere) !== null) continue;
    const found = fromFigure(line, undefined);
    if (found?.credit !== undefined) return { ...found, from: 'caption' };
  }
  return undefined;
}
