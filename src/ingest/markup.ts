// Inline markup of saved text to plain text: HTML tags, markdown emphasis and links, entities.

/** A link as it stood in a line. Saved text often keeps only the underlined words, not the address. */
export interface InlineLink {
  text: string;
  url?: string;
}

export interface Inline {
  text: string;
  links: InlineLink[];
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
  shy: '',
};

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, dec, hex, name) => {
      if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
      const code =
        typeof dec === 'string' ? Number.parseInt(dec, 10) : Number.parseInt(String(hex), 16);
      const valid = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return valid ? String.fromCodePoint(code) : whole;
    },
  );
}

/** One space for every run of white space, whatever kind. */
export function tidySpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Joins pieces of a text that was broken: a hyphen between letters stays and takes no space
 * ("Russian-" + "Speaking"), everything else takes one.
 */
export function joinBroken(pieces: readonly string[]): string {
  const joined: string[] = [];
  let last = '';
  for (const piece of pieces) {
    const text = piece.trim();
    if (text === '') continue;
    // Only the ends are looked at, so that many lines cost no more than their length.
    const hyphenated =
      /[\p{L}\p{N}][-‐‑]$/u.test(last.slice(-3)) && /^[\p{L}\p{N}]/u.test(text.slice(0, 2));
    if (last !== '' && !hyphenated) joined.push(' ');
    joined.push(text);
    last = text;
  }
  return joined.join('');
}

/** A text that was underlined in two pieces is one link. */
function mergeBrokenLinks(raw: string): string {
  return raw.replace(
    /(\S?)(\S?)<\/u>\s*<u>\s*(?=(\S?))/gi,
    (_whole, before: string, last: string, next: string) => {
      const left = before + last;
      return left + (joinBroken([left, next]).includes(' ') && left !== '' ? ' ' : '');
    },
  );
}

/** Tags that saved text keeps for looks alone. Anything else in angle brackets is the author's. */
const looksTag =
  /<\/?(?:u|b|i|em|strong|span|small|sup|sub|p|div|font|mark|cite|q)(?:\s[^<>]{0,300})?\/?>/gi;

/** Emphasis opens after a non-letter and closes before one, so `snake_case` and `2 * 3` stay. */
const emphasis = [
  /(?<![\p{L}\p{N}*\\])\*{1,3}(?=[^\s*])([^*]{1,2000}?)(?<=[^\s*\\])\*{1,3}(?![\p{L}\p{N}*])/gu,
  /(?<![\p{L}\p{N}_\\])_{1,3}(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_\\])_{1,3}(?![\p{L}\p{N}_])/gu,
  /~~(?=\S)([^~]{1,2000}?)~~/gu,
];

function stripEmphasis(text: string): string {
  let plain = text;
  for (const pattern of emphasis) {
    // Twice, for bold inside italic.
    plain = plain.replace(pattern, '$1').replace(pattern, '$1');
  }
  // Marks without a partner at either end were cut from theirs.
  plain = plain.replace(/^\*{2,3}(?=\S)|(?<=\S)\*{2,3}$/g, '');
  return plain.replace(/\\([\\*_`#[\]()<>~-])/g, '$1');
}

/** Plain text of a fragment that holds no links. */
function plainText(raw: string): string {
  return tidySpace(
    decodeEntities(stripEmphasis(raw.replace(/<br\s*\/?>/gi, ' ').replace(looksTag, ''))),
  );
}

const links =
  /<u>([^<]{1,1000})<\/u>|<a\s[^<>]{0,1000}?href\s*=\s*["']?([^"'\s<>]{1,4096})["']?[^<>]{0,1000}>([^<]{1,1000})<\/a>|(?<!!)\[([^[\]]{1,1000})\]\(\s*<?([^()\s<>]{1,4096}(?:\([^()\s]{0,200}\)[^()\s<>]{0,4096})?)>?(?:\s+"[^"]{0,300}")?\s*\)|<(https?:\/\/[^<>\s]{1,4096})>/gi;

/**
 * Plain text of one line or paragraph, and its links in order. Known tags and emphasis go, what
 * only looks like markup (`snake_case`, `3 < 5`) stays.
 */
export function readInline(raw: string): Inline {
  const found: InlineLink[] = [];
  const merged = mergeBrokenLinks(raw);
  const text = merged.replace(
    links,
    (_whole, underlined, href, anchor, label, target, bare): string => {
      const words = plainText(String(underlined ?? anchor ?? label ?? bare));
      const url = href ?? target ?? bare;
      if (words !== '') {
        found.push(typeof url === 'string' ? { text: words, url } : { text: words });
      }
      return String(underlined ?? anchor ?? label ?? bare);
    },
  );
  return { text: plainText(text), links: found };
}

/** A block without the signs of a heading, a quotation or a list item before it. */
export function stripBlockMarks(raw: string): string {
  return raw.replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+•]\s+|\d{1,2}[.)]\s+(?=<u>|\[))+/, '').trim();
}
