// Chooses among the titles that a page states, without the site's name on either side.

import { titleAgreement, titleKey } from '../headline.ts';
import type { Evidenced } from '../types.ts';
import { siteHost } from '../url.ts';

/** A separator with spaces around it, a colon after a name, or a bullet. */
const separator = /\s+[|–—·•»«‹›:/\\~-]{1,2}\s+|:\s+|\s*[|]\s*/gu;
/** A site's name has few words; more is a half of the headline. */
const mostNameWords = 6;

/** Letters and digits in a row, without an article in front: `The Quay Post` is `quaypost`. */
function nameKey(name: string): string {
  return titleKey(name)
    .replace(/^(?:the|der|die|das|le|la|el|il) /, '')
    .replaceAll(' ', '');
}

/** What a piece of a title must be to be the site's name, for one page. */
function siteNameTest(siteNames: readonly string[], url: string): (piece: string) => boolean {
  const host = siteHost(url) ?? '';
  const labels = host.split('.');
  const keys = new Set(siteNames.map(nameKey).filter((key) => key !== ''));
  for (const key of [nameKey(host), nameKey(labels.slice(0, -1).join('.'))]) {
    if (key !== '') keys.add(key);
  }
  const domain = nameKey(labels.at(-2) ?? '');
  return (piece) => {
    const key = nameKey(piece);
    if (key === '' || piece.split(/\s+/).length > mostNameWords) return false;
    if (keys.has(key)) return true;
    // `Quay Post News` on quaypost.example, `QP` never: two letters could be anything.
    if (domain.length >= 4 && (key === domain || key.startsWith(domain))) return true;
    return [...keys].some((name) => name.length >= 6 && key.length >= 6 && name.startsWith(key));
  };
}

/** Takes the site's name off both ends, once for each piece that is one. */
function withoutSiteName(title: string, isSiteName: (piece: string) => boolean): string {
  let rest = title;
  for (let round = 0; round < 3; round += 1) {
    const cuts = [...rest.matchAll(separator)];
    const first = cuts[0];
    const last = cuts.at(-1);
    if (first === undefined || last === undefined) break;
    const head = rest.slice(0, first.index);
    const tail = rest.slice(last.index + last[0].length);
    if (isSiteName(tail) && rest.slice(0, last.index).trim() !== '') {
      rest = rest.slice(0, last.index).trim();
    } else if (isSiteName(head) && rest.slice(first.index + first[0].length).trim() !== '') {
      rest = rest.slice(first.index + first[0].length).trim();
    } else break;
  }
  return rest;
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
};

/** Reads character references that a template wrote twice: `Tom &amp;amp; Ann`, `&#8217;`. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{2,6})|#x([\da-f]{2,6})|([a-z]{2,6}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      const isText = code >= 32 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
      return isText ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Words in common as a share of the shorter, 0 to 1. */
function overlap(a: string, b: string): number {
  const left = new Set(titleKey(a).split(' '));
  const right = new Set(titleKey(b).split(' '));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

/** A title cut short by a system ends in an ellipsis. */
const cutShort = /(?:…|\.\.\.)$/;

/**
 * The title as the reader sees it: the visible headline where the page's own data agrees with it,
 * with the most specific place that states it; otherwise what the data says.
 *
 * @param siteNames publisher and site, as the page names them
 */
export function chooseTitle(
  claims: readonly Evidenced[],
  siteNames: readonly string[],
  url: string,
): Evidenced | undefined {
  const isSiteName = siteNameTest(siteNames, url);
  const all = claims.map(({ value, from }) => ({
    value: withoutSiteName(withoutReferences(value), isSiteName),
    from,
  }));
  const others = all.filter(({ value }) => !isSiteName(value));
  // A page about the site itself is titled with its name.
  const cleaned = others.length > 0 ? others : all;
  const stated = cleaned
    .filter(({ from }) => !from.startsWith('headline'))
    .toSorted((a, b) => Number(cutShort.test(a.value)) - Number(cutShort.test(b.value)));
  const shown = cleaned.find(({ from }) => from.startsWith('headline'));
  // Of a teaser for social media and a title, the one that shares words with what is shown.
  const near = shown && stated.find(({ value }) => overlap(shown.value, value) >= leastOverlap);
  const best = near ?? stated[0];
  if (best === undefined || shown === undefined) return best ? withoutSection(best) : shown;
  const agrees = ({ value }: Evidenced): boolean => titleAgreement(value, shown.value) === 2;
  if (stated.some(agrees)) return cleaned.find(agrees);
  // A heading that the page's own data knows nothing of names a section or an advertisement.
  if (overlap(shown.value, best.value) < leastOverlap) return withoutSection(best);
  // "… Posted on 3 May by Ana Teller" within the heading: the data has the title alone.
  const within = stated.find(
    ({ value }) => hasStamp(shown.value, value) || hasLabel(shown.value, value),
  );
  return within ?? shown;
}

/** Below this share of common words a heading is not the headline: other wordings share a half. */
const leastOverlap = 0.2;

/** Whether a heading is a title followed by a byline or a date. */
function hasStamp(heading: string, title: string): boolean {
  if (!heading.startsWith(title)) return false;
  return /^\W*(?:posted|published|updated|by)\b/i.test(heading.slice(title.length));
}

/** Whether a heading is a title behind a word for what it is: "Blog: …", "Title:…". */
function hasLabel(heading: string, title: string): boolean {
  const label = /^\p{L}+(?: \p{L}+)?:\s*/u.exec(heading)?.[0];
  return label !== undefined && titleKey(heading.slice(label.length)) === titleKey(title);
}

/** Without "… | District": what no heading confirms and a bar sets off is a section or a site. */
function withoutSection({ value, from }: Evidenced): Evidenced {
  const cut = /^(.{15,})\s[|·•]\s+([^|·•]+)$/u.exec(value);
  const isShort = (cut?.[2] ?? '').split(/\s+/).length <= 4;
  return cut?.[1] !== undefined && isShort ? { value: cut[1], from } : { value, from };
}
