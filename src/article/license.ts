// Reads Creative Commons and public-domain terms out of a line of text.

export interface License {
  /** The line without the terms. */
  rest: string;
  /** As written: `CC BY-ND 2.0`. */
  license?: string;
  /** The deed on creativecommons.org; absent when the version is not said. */
  licenseUrl?: string;
}

/** The licences that exist, by their elements (https://creativecommons.org/share-your-work/cclicenses/). */
const known = new Set(['by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd']);
const versions = new Set(['1.0', '2.0', '2.5', '3.0', '4.0']);

const short =
  /\bCC[\s-]+(BY(?:[\s-]+(?:NC|SA|ND))*)(?:[\s-]+v?(\d(?:\.\d)?))?(?:\s+(?:International|Generic|Unported|Intl\.?|[A-Z]{2}\b))?/i;
const long =
  /\bCreative Commons\s+(Attribution(?:[\s-]+(?:Non-?Commercial|Share-?Alike|No-?Deriv(?:ative)?s?(?:\s+Works)?))*)(?:[\s-]+v?(\d(?:\.\d)?))?(?:\s+(?:International|Generic|Unported))?(?:\s+licen[cs]e)?/i;
const zero = /\b(?:CC[\s-]?0|CC[\s-]Zero)(?:[\s-]+(\d(?:\.\d)?))?(?:\s+Universal)?/i;
const publicDomain = /\bpublic domain(?:\s+mark)?\b/i;
const deed =
  /(?:https?:\/\/)?(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)(?:\/[a-z]{2})?(?:\/(?:deed(?:\.[a-z]+)?|legalcode)?)?/i;

function elements(words: string): string {
  const upper = words.toUpperCase().replace(/[\s-]+/g, ' ');
  const parts = ['BY'];
  if (/\bNC\b|NON ?COMMERCIAL/.test(upper)) parts.push('NC');
  if (/\bSA\b|SHARE ?ALIKE/.test(upper)) parts.push('SA');
  if (/\bND\b|NO ?DERIV/.test(upper)) parts.push('ND');
  return parts.join('-').toLowerCase();
}

/** The address of a licence's deed, or undefined for a licence or version that does not exist. */
export function deedUrl(code: string, version: string | undefined): string | undefined {
  if (version === undefined) return undefined;
  const full = version.includes('.') ? version : `${version}.0`;
  if (code === 'zero' || code === 'mark') {
    return full === '1.0' ? `https://creativecommons.org/publicdomain/${code}/1.0/` : undefined;
  }
  if (!known.has(code) || !versions.has(full)) return undefined;
  return `https://creativecommons.org/licenses/${code}/${full}/`;
}

/** The deed that an address leads to, in canonical form, and its short name. */
export function licenseFromUrl(url: string): { license: string; licenseUrl: string } | undefined {
  const found = deed.exec(url);
  if (found === null) return undefined;
  const [, family, code = '', version = ''] = found;
  const licenseUrl = deedUrl(code.toLowerCase(), version);
  if (licenseUrl === undefined) return undefined;
  const name =
    family?.toLowerCase() === 'publicdomain'
      ? code.toLowerCase() === 'zero'
        ? 'CC0'
        : 'Public Domain Mark'
      : `CC ${code.toUpperCase()}`;
  return { license: `${name} ${version}`, licenseUrl };
}

/** Takes the terms out together with the brackets or commas that set them off. */
function without(text: string, at: number, length: number): string {
  let before = text.slice(0, at);
  let after = text.slice(at + length);
  const opened = /[([]\s*(?:licen[cs]ed?\s*(?:under|:)?\s*)?$/i.exec(before);
  const closed = /^\s*[)\]]/.exec(after);
  if (opened !== null && closed !== null) {
    before = before.slice(0, opened.index);
    after = after.slice(closed[0].length);
  } else {
    before = before.replace(/(?:[\s,;/|·–—-]|\b(?:licen[cs]ed?(?: under)?|under)\b:?)+$/i, '');
  }
  return `${before.trimEnd()} ${after.trimStart()}`.trim();
}

/** Finds the terms in a line; `rest` is the line itself when there are none. */
export function parseLicense(text: string): License {
  const address = deed.exec(text);
  if (address !== null) {
    const named = licenseFromUrl(address[0]);
    if (named !== undefined) {
      const inner = parseLicense(without(text, address.index, address[0].length));
      return {
        rest: inner.rest,
        license: inner.license ?? named.license,
        licenseUrl: named.licenseUrl,
      };
    }
  }
  for (const [pattern, code] of [
    [short, undefined],
    [long, undefined],
    [zero, 'zero'],
    [publicDomain, 'mark'],
  ] as const) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const licenseCode = code ?? elements(found[1] ?? '');
    const version = code === 'mark' ? undefined : code === 'zero' ? (found[1] ?? '1.0') : found[2];
    const licenseUrl = deedUrl(licenseCode, version);
    return {
      rest: without(text, found.index, found[0].length),
      license: found[0].trim(),
      ...(licenseUrl === undefined ? {} : { licenseUrl }),
    };
  }
  return { rest: text };
}
