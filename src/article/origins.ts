// The words by which a text says of itself where it was published before.

import type { OriginClaim } from './types.ts';

const subject =
  '(?:(?:a|an (?:earlier|abridged|edited|extended|longer)|an?) (?:\\w+ )?version of )?this (?:\\w+ )?(?:article|story|piece|post|essay|report|interview|text|analysis|column|commentary|op-ed|investigation|content|work)';
const before =
  "^(?:[*†‡(\\[]\\s*)?(?:(?:editor(?:[’']s|s[’'])? note|note|disclaimer)\\s*[:.–—-]\\s*)?";

/** Each ends where the name of the outlet begins. */
const notices: [kind: OriginClaim['kind'], pattern: string][] = [
  [
    'first-published',
    `(?:${subject} (?:was |is |has been )?)?(?:(?:first|originally|initially|previously) )(?:published|appeared|ran|posted|printed|released)(?: (?:on|in) (?:\\p{L}+ \\d{1,2},? \\d{4}|\\d{1,2} \\p{L}+ \\d{4}))? (?:in|on|by|at|with) (?:the \\w+ (?:\\d{4} )?issue of )?`,
  ],
  [
    'first-published',
    `${subject} (?:also )?(?:appeared|was published) (?:first|originally) (?:in|on|by|at) `,
  ],
  [
    'first-published',
    `(?:a|an (?:earlier|abridged|edited|extended|longer)) version of this (?:\\w+ )?(?:article|story|piece|post|essay) (?:also )?(?:appeared|appears|was published|ran) (?:in|on|by|at) `,
  ],
  [
    'republished',
    `(?:${subject} (?:is|was|has been) )?(?:being )?(?:re-?published|reprinted|reproduced|re-?posted|syndicated|cross-?posted)(?: here)?(?: (?:from|by|courtesy of|via)|,? (?:from [^.]{0,60})?with (?:the )?(?:kind )?permission (?:of|from)) `,
  ],
  [
    'republished',
    `(?:published|used|reprinted) (?:here )?(?:by|with) (?:the )?(?:kind )?permission (?:of|from) `,
  ],
  [
    'translated',
    `(?:${subject} (?:is|was|has been) )?translated (?:by [^.]{2,60} )?(?:from (?:the )?(?:original )?(?:\\p{Lu}\\p{L}+)?(?: (?:original|version))?(?: (?:(?:and )?(?:first|originally) )?(?:published|appeared) (?:in|on|by))?|by) ?`,
  ],
  ['adapted', `(?:${subject} (?:is|was|has been) )?(?:adapted|condensed|abridged|excerpted) from `],
  [
    'agency',
    `(?:${subject} (?:is|was|has been) )?(?:supplied|provided|distributed|produced and distributed|syndicated) by `,
  ],
  [
    'first-published',
    '(?:(?:эт(?:от|а)|данн(?:ый|ая)|настоящ(?:ий|ая))\\s+)?(?:(?:статья|материал|текст|интервью|колонка|заметка|публикация)\\s+)?(?:был[аои]?\\s+)?(?:впервые|изначально|первоначально|ранее)\\s+(?:был[аои]?\\s+)?(?:опубликован[аоы]?|вышл[аио]|вышел|появил(?:ся|ась|ось))\\s+(?:на сайте|на портале|в издании|в газете|в журнале|изданием|в|на)\\s+',
  ],
  [
    'first-published',
    'оригинал(?:\\s+(?:статьи|материала|текста|публикации))?(?:\\s+(?:опубликован|размещ[её]н|доступен))?(?:\\s*:|\\s+(?:на сайте|в издании|на портале|на|в))\\s+',
  ],
  [
    'republished',
    '(?:(?:статья|материал|текст|интервью)\\s+)?(?:перепечатан[оаы]?|перепечатка|публикуется|публикуем|воспроизводится|печатается)(?:\\s+(?:с\\s+(?:любезного\\s+)?разрешения|из|по))\\s+(?:(?:редакции|издания|сайта|газеты|журнала)\\s+)?',
  ],
  ['adapted', 'по\\s+материалам\\s+(?:(?:издания|сайта|газеты|журнала|агентства)\\s+)?'],
  [
    'translated',
    '(?:(?:статья|материал|текст)\\s+)?(?:перев[её]ден[аоы]?\\s+(?:с|из)\\s+\\p{L}+|перевод(?:\\s*:|\\s+с\\s+\\p{L}+\\s*[:.,]?))\\s*(?:(?:из|издания|с сайта)\\s+)?',
  ],
];
const patterns = notices.map(
  ([kind, pattern]) => [kind, new RegExp(before + pattern, 'iu')] as const,
);

const capital = "[\\p{Lu}\\d][\\p{L}\\p{N}.&’'-]*";
/** A name as a run of capitalised words; in quotation marks whatever stands between them. */
const quoted = /^(?:the )?[«“"„]([^»”"“]{2,80})[»”"“]/iu;
const nameRun = new RegExp(
  `^(?:(?:the|сайте|издании|агентства) )?((?:The )?${capital}(?:\\s+(?:${capital}|of|the|and|de|del|la|&|и))*)`,
  'u',
);
const trailing = /\s+(?:of|the|and|de|del|la|&|и)$|[.,'’-]+$/giu;
const calendar =
  /^(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\b|May\b|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Permission|\d)/u;

/** A notice that names the text as its subject; others must be all there is in their block. */
const saysItself = new RegExp(`${before}(?:${subject}|(?:эт|данн|настоящ)\\p{L}+\\s)`, 'iu');
/** The longest that a notice without a subject runs on behind the name. */
const longestTail = 70;

function isWhole(line: string, nameEnd: number): boolean {
  return line.length <= 200 && line.length - nameEnd <= longestTail;
}

export interface OriginNotice {
  kind: OriginClaim['kind'];
  name?: string;
  /** Where in the text the name begins, or would. */
  at: number;
}

/** The notice that a block begins with; undefined where it has none. */
export function originIn(text: string): OriginNotice | undefined {
  const line = text.slice(0, 450);
  for (const [kind, pattern] of patterns) {
    const lead = pattern.exec(line);
    if (lead === null) continue;
    const at = lead[0].length;
    const rest = line.slice(at);
    const name = (quoted.exec(rest) ?? nameRun.exec(rest))?.[1]
      // A full stop ends the name, except behind an abbreviation: "St. Sker Post".
      ?.replace(/(?<=\p{L}{4})\.\s.*$/u, '')
      .replace(trailing, '')
      .trim();
    const isName =
      name !== undefined && name.length >= 2 && name.length <= 80 && !calendar.test(name);
    if (!saysItself.test(line) && !isWhole(line, at + (name?.length ?? 0))) return undefined;
    // Behind "by" and a colon stands the translator, who is no outlet.
    const isOutlet =
      kind !== 'translated' || /(?:\s(?:in|on|from)|из|издания|с сайта) $/iu.test(lead[0]);
    // "Translated from the Russian" stands without a name; the others say where or nothing.
    if (
      !isName &&
      kind === 'translated' &&
      !/^(?:this|translated|стат|матер|текст|перев)/iu.test(line)
    ) {
      return undefined;
    }
    return { kind, at, ...(isName && isOutlet ? { name } : {}) };
  }
  return undefined;
}
