// Splits a picture's caption line into caption, credit and licence, as outlets write them.

import { parseLicense } from './license.ts';

export interface Credit {
  caption?: string;
  /** Who took or supplied the picture: `Iker Merodio / Flickr`. */
  credit?: string;
  /** As written: `CC BY-ND 2.0`. */
  license?: string;
  licenseUrl?: string;
}

/** Captions are a sentence or three; what is longer is cut before any pattern runs over it. */
const longestLine = 4000;
/** The longest credit lines seen name two agencies and a pool photographer. */
const longestCredit = 140;

const label =
  '(?:(?:photo(?:graph|grapher|graphy|s)?|images?|pictures?|illustration|credits?|file photo|handout)(?:\\s+(?:credits?|courtesy(?:\\s+of)?|source))?|courtesy(?:\\s+of)?|source|foto(?:graf(?:í|i)a|s)?|bild(?:quelle|nachweis)?|crédits?(?:\\s+(?:photo|image))?|фото(?:графия)?|источник фото|світлина|zdjęcie|kuva|фотография|写真|图片来源|图|사진)';
/** `Photo: …`, `Фото: …`, at the start or after the end of something. */
const labelled = new RegExp(
  `(?:^|[.!?…»”"')\\]|–—-]\\s*|\\()${label}\\s*[:：/|]\\s*(?=\\S)`,
  'giu',
);
/** `Photo by …`, `Foto von …`, `Courtesy of …`. */
const labelledBy = new RegExp(
  '(?:^|[.!?…»”"\')\\]|–—-]\\s*|\\()(?:(?:photo(?:graph|s)?|images?|pictures?|illustration|foto|bild)\\s+(?:by|von|de|par|di|courtesy of)|courtesy of|by courtesy of)\\s+(?=\\S)',
  'giu',
);
const copyright = /(?:©|\(c\)|copyright(?:\s+©)?)\s*(?:(?:19|20)\d\d,?\s+)?(?=\S)/giu;

/** Suppliers whose bare name after a caption is a credit and nothing else. */
const supplier =
  /\b(?:getty(?:\s+images)?|reuters|a(?:ssociated\s+)?p(?:ress)?(?:\s+photo)?|afp|epa(?:-efe)?|efe|dpa|apa|ansa|belga|ritzau|ntb|tt|pa(?:\s+(?:images|media|wire))?|anp|bloomberg|shutterstock|istock(?:photo)?|alamy|flickr|unsplash|pexels|pixabay|wikimedia(?:\s+commons)?|wikipedia|zuma(?:\s+press)?|nurphoto|anadolu(?:\s+agency)?|xinhua|imago|magnum|sipa|picture[- ]alliance|tass|ria\s+novosti|sputnik|interfax|handout|file\s+photo|screenshot|courtesy\s+photo)\b|тасс|риа\s+новости|интерфакс|unian|уніан|укрінформ/iu;

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|/–—•-]+|[\s,;|/–—•-]+$/g, '')
    .trim();
}

/** Drops the brackets around the whole and the final full stop of a credit. */
function tidyCredit(text: string): string {
  // "Photo Ana Teller": the label without its colon. "AP Photo/Ana Teller" is a whole name.
  let credit = tidy(text).replace(/^(?:[Pp]hoto|Foto|Bild|Фото)\s+(?=\p{Lu}\p{Ll}+[\s/])/u, '');
  const bracketed = /^[([](.*)[)\]]\.?$/.exec(credit);
  if (bracketed?.[1] !== undefined && !/[()]/.test(bracketed[1])) credit = tidy(bracketed[1]);
  // A bracket whose other half stayed with the caption.
  const opened = credit.split('(').length;
  const closed = credit.split(')').length;
  if (closed > opened) credit = credit.replace(/\)\.?$/, '');
  if (opened > closed) credit = credit.replace(/\($/, '');
  return tidy(credit.replace(/(?<!\b(?:Inc|Ltd|Co|Corp|Jr|Sr|\p{Lu}))\.$/u, ''));
}

/** One run of text, not a sentence: short, no full stop inside except after initials. */
function isShort(text: string): boolean {
  const inside = text.replace(/\b(?:\p{Lu}|St|Dr|Mr|Mrs|Ms|Jr|Sr|Inc|Ltd|Co)\./gu, '');
  return text.length > 1 && text.length <= longestCredit && !/[.!?…]\s+\S/.test(inside);
}

/** Names, agencies and slashes rather than a clause: what may be a credit without saying so. */
function looksLikeCredit(text: string): boolean {
  const words = text.split(/[\s/,|]+/).filter((word) => /\p{L}/u.test(word));
  if (!isShort(text) || words.length > 12 || words.length === 0) return false;
  const lower = words.filter(
    (word) =>
      /^\p{Ll}/u.test(word) &&
      !/^(?:via|for|of|the|and|de|da|di|von|van|und|et|y|le|la|dpa|for)$/iu.test(word),
  );
  if (lower.length > 0 && !supplier.test(lower.join(' '))) return false;
  if (lower.length > 1) return false;
  const slashed = /[\p{L}.)]\s*[/|]\s*\p{L}/u.test(text);
  return slashed || /\bvia\s+\p{Lu}/u.test(text) || supplier.test(text);
}

function split(credit: string, caption: string): Credit | undefined {
  const found = tidyCredit(credit);
  if (found === '' || !isShort(found)) return undefined;
  const rest = tidy(caption).replace(/\s*[([]$/, '');
  return rest === '' ? { credit: found } : { credit: found, caption: rest };
}

/** The last place where a pattern that opens a credit stands. */
function lastOpening(text: string, pattern: RegExp): { before: string; after: string } | undefined {
  const last = [...text.matchAll(pattern)].at(-1);
  if (last === undefined) return undefined;
  // The sentence end that the pattern had to see belongs to the caption.
  const opening = /^[.!?…»”"')\]]/.exec(last[0])?.[0] ?? '';
  return {
    before: text.slice(0, last.index) + opening,
    after: text.slice(last.index + last[0].length),
  };
}

/** Text without its bold marks. */
function plain(text: string): string {
  return text.replace(/\*\*|__/g, '');
}

/** Saved articles mark the credit bold: `Caption. **Name / Platform (CC BY 2.0)**`. */
function fromBold(text: string): { caption: string; credit: string } | undefined {
  const bold = /\*\*(.+?)\*\*|__(.+?)__/g;
  const last = [...text.matchAll(bold)].at(-1);
  if (last === undefined) return undefined;
  const after = text.slice(last.index + last[0].length);
  // Bold words inside a caption are emphasis; only a bold ending is a credit.
  if (/[\p{L}\p{N}]/u.test(after)) return undefined;
  return { caption: plain(text.slice(0, last.index)), credit: last[1] ?? last[2] ?? '' };
}

function findCredit(text: string, licensed: boolean): Credit | undefined {
  for (const pattern of [labelled, labelledBy, copyright]) {
    const opening = lastOpening(text, pattern);
    if (opening === undefined) continue;
    // "Photo by" and © are words of captions too; only a name after them makes a credit.
    if (pattern !== labelled && !/^[\p{Lu}\p{Lo}\p{N}@]/u.test(opening.after)) continue;
    const found = split(opening.after, opening.before);
    if (found !== undefined) return found;
  }
  // "(Jane Doe/Reuters)" at the end.
  const bracket = /^(.*?)[([]([^()[\]]+)[)\]]\s*\.?$/su.exec(text);
  if (bracket?.[2] !== undefined && looksLikeCredit(tidy(bracket[2]))) {
    return split(bracket[2], bracket[1] ?? '');
  }
  if (looksLikeCredit(text)) return split(text, '');
  // "A sentence. Jane Doe / Reuters": the last run of text after a sentence end.
  const ends = [...text.matchAll(/[.!?…]["”»')\]]*\s+(?=\S)/gu)];
  for (const end of ends.toReversed()) {
    const at = end.index + end[0].length;
    const tail = tidy(text.slice(at));
    if (looksLikeCredit(tail) || (licensed && isName(tail))) {
      return split(tail, text.slice(0, at));
    }
  }
  if (licensed && isName(text)) return split(text, '');
  return undefined;
}

/** One to six capitalised words: enough for a credit only where a licence follows. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 6 &&
    isShort(text) &&
    words.every((word) =>
      /^[\p{Lu}\p{N}(@&/_-]|^(?:de|da|di|von|van|bin|al|the|of|and)$/u.test(word),
    )
  );
}

/**
 * Caption, credit and licence of a picture from the line under it.
 *
 * Knows labels ("Photo:", "Фото:", "Photo by"), ©, agencies in brackets, "Name / Platform",
 * "via", the bold credit of a saved article, and Creative Commons licences. What is not clearly a
 * credit stays in the caption: a wrong name is worse than a missing one. Fields that were not found are
 * absent.
 *
 * @param text one line, plain text; markdown bold (`**…**`) is understood
 */
export function parseCredit(text: string): Credit {
  const line = text.slice(0, longestLine).replace(/\s+/g, ' ').trim();
  if (line === '') return {};
  const bold = fromBold(line);
  const { rest, license, licenseUrl } = parseLicense(bold?.credit ?? line);
  const terms = {
    ...(license === undefined ? {} : { license }),
    ...(licenseUrl === undefined ? {} : { licenseUrl }),
  };
  if (bold !== undefined) {
    const labelledInside = findCredit(tidy(rest), true);
    const credit = labelledInside?.credit ?? tidyCredit(rest);
    const caption = tidy([bold.caption, labelledInside?.caption ?? ''].join(' '));
    return {
      ...(caption === '' ? {} : { caption }),
      ...(credit === '' ? {} : { credit }),
      ...terms,
    };
  }
  const unlicensed = tidy(rest);
  const found =
    findCredit(unlicensed, license !== undefined) ??
    (unlicensed === '' ? {} : { caption: unlicensed });
  return { ...found, ...terms };
}
